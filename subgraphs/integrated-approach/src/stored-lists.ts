/**
 * The lists of a need as they are stored: without the names of groups and fields, which would be most of a database of eighteen thousand
 * areas. A group stands at its place in the enum; a change of that order needs a migration. `reasons` says why figures are null, a letter
 * for each in the order of the fields.
 */
import type { ShareRange } from './ranges.ts'
import type { GroupCompetition, GroupNeed } from './results.ts'
import { focusGroups, type MissingReason } from './vocabulary.ts'

type Figure = number | null
type StoredShare = readonly [value: Figure, lower: Figure, upper: Figure]
type StoredNeed = readonly [
  period: Figure,
  households: Figure,
  share: Figure,
  months: Figure,
  unsuitable: StoredShare,
  reasons: string,
]
type StoredCompetition = readonly [
  group: number,
  queue: Figure,
  inflow: Figure,
  housed: Figure,
  chance: StoredShare,
  months: Figure,
  crowdedOut: boolean | null,
  need: Figure,
  lettings: Figure,
  toGroups: Figure,
  reasons: string,
]

const letters: Readonly<Record<MissingReason, string>> = {
  SUPPRESSED: 'S',
  NOT_AVAILABLE: 'A',
  NOT_PUBLISHED: 'P',
  NOT_IMPORTED: 'I',
  CONFIDENTIAL: 'C',
  IMPOSSIBLE: 'N',
  UNRELIABLE: 'U',
}
const reasonsByLetter = new Map(
  Object.entries(letters).map(([reason, letter]) => [letter, reason as MissingReason]),
)

const writeShare = ({ value, lower, upper }: ShareRange): StoredShare => [value, lower, upper]
const readShare = ([value, lower, upper]: StoredShare): ShareRange => ({ value, lower, upper })
const writeReasons = (missing: GroupNeed['missing']) => missing.map(({ reason }) => letters[reason]).join('')

export function writeGroups(groups: readonly GroupNeed[]): string {
  const stored = groups.map((need): StoredNeed => [
    need.period,
    need.households,
    need.shareOfDemand,
    need.medianMonthsWaiting,
    writeShare(need.unsuitableAccommodation),
    writeReasons(need.missing),
  ])
  return JSON.stringify(stored)
}

export function readGroups(text: string): readonly GroupNeed[] {
  const stored = JSON.parse(text) as readonly StoredNeed[]
  return stored.flatMap(
    ([period, households, shareOfDemand, medianMonthsWaiting, unsuitable, reasons], index) => {
      const group = focusGroups[index]
      if (!group) return []
      const figures = {
        households,
        shareOfDemand,
        medianMonthsWaiting,
        unsuitableAccommodation: readShare(unsuitable),
      }
      // A former field says the same, and is missing where it is.
      const fields = [
        ...nullFields(figures),
        ...(unsuitable[0] === null ? ['unsuitableAccommodationShare'] : []),
      ]
      return { group, period, ...figures, missing: readReasons(fields, reasons) }
    },
  )
}

export function writeCompetition(competition: readonly GroupCompetition[]): string {
  const stored = competition.map((competitionOfGroup): StoredCompetition => [
    focusGroups.indexOf(competitionOfGroup.group),
    competitionOfGroup.queue,
    competitionOfGroup.inflow,
    competitionOfGroup.housed,
    writeShare(competitionOfGroup.chance),
    competitionOfGroup.medianMonthsWaiting,
    competitionOfGroup.crowdedOut,
    competitionOfGroup.shareOfNeed,
    competitionOfGroup.shareOfLettings,
    competitionOfGroup.shareOfLettingsToFocusGroups,
    writeReasons(competitionOfGroup.missing),
  ])
  return JSON.stringify(stored)
}

export function readCompetition(text: string): readonly GroupCompetition[] {
  const stored = JSON.parse(text) as readonly StoredCompetition[]
  return stored.flatMap((entry) => {
    const [index, queue, inflow, housed, chance, months, crowdedOut, need, lettings, toGroups, reasons] =
      entry
    const group = focusGroups[index]
    if (!group) return []
    const figures = {
      queue,
      inflow,
      housed,
      chance: readShare(chance),
      medianMonthsWaiting: months,
      crowdedOut,
      shareOfNeed: need,
      shareOfLettings: lettings,
      shareOfLettingsToFocusGroups: toGroups,
    }
    const fields = [...nullFields(figures), ...(toGroups === null ? ['shareOfAllocations'] : [])]
    return [{ group, ...figures, missing: readReasons(fields, reasons) }]
  })
}

function nullFields(figures: object): readonly string[] {
  return Object.entries(figures).flatMap(([field, value]: [string, unknown]) => {
    if (value === null) return [field]
    return typeof value === 'object' ? nullFields(value).map((within) => `${field}.${within}`) : []
  })
}

function readReasons(fields: readonly string[], reasons: string): GroupNeed['missing'] {
  return fields.map((field, at) => ({
    field,
    reason: reasonsByLetter.get(reasons.charAt(at)) ?? 'NOT_AVAILABLE',
  }))
}
