/**
 * The lists of a need as they are stored: without the names of groups and fields, which would be most of a database of eighteen thousand
 * areas. A group stands at its place in the enum; a change of that order needs a migration.
 */
import type { GroupCompetition, GroupNeed } from './results.ts'
import { focusGroups, type MissingReason } from './vocabulary.ts'

/** Nulls say which figures are missing; `reasons` says why, a letter for each of them in the order of the fields. */
type StoredNeed = readonly [
  period: number | null,
  households: number | null,
  share: number | null,
  months: number | null,
  unsuitable: number | null,
  reasons: string,
]
type StoredCompetition = readonly [group: number, need: number | null, allocations: number | null]

const letters: Readonly<Record<MissingReason, string>> = {
  SUPPRESSED: 'S',
  NOT_AVAILABLE: 'A',
  NOT_PUBLISHED: 'P',
  NOT_IMPORTED: 'I',
}

export function writeGroups(groups: readonly GroupNeed[]): string {
  const stored = groups.map((one): StoredNeed => [
    one.period,
    one.households,
    one.shareOfDemand,
    one.medianMonthsWaiting,
    one.unsuitableAccommodationShare,
    one.missing.map(({ reason }) => letters[reason]).join(''),
  ])
  return JSON.stringify(stored)
}

export function readGroups(text: string): readonly GroupNeed[] {
  const stored = JSON.parse(text) as readonly StoredNeed[]
  return stored.flatMap(([period, households, share, months, unsuitable, reasons], index) => {
    const group = focusGroups[index]
    if (!group) return []
    const figures = {
      households,
      shareOfDemand: share,
      medianMonthsWaiting: months,
      unsuitableAccommodationShare: unsuitable,
    }
    const fields = Object.entries(figures).flatMap(([field, value]) => (value === null ? [field] : []))
    const missing = fields.map((field, at) => ({ field, reason: reasonOf(reasons.charAt(at)) }))
    return { group, period, ...figures, missing }
  })
}

function reasonOf(letter: string): MissingReason {
  const reasons = Object.keys(letters) as MissingReason[]
  return reasons.find((reason) => letters[reason] === letter) ?? 'NOT_AVAILABLE'
}

export function writeCompetition(competition: readonly GroupCompetition[]): string {
  const stored = competition.map(({ group, shareOfNeed, shareOfAllocations }): StoredCompetition => [
    focusGroups.indexOf(group),
    shareOfNeed,
    shareOfAllocations,
  ])
  return JSON.stringify(stored)
}

export function readCompetition(text: string): readonly GroupCompetition[] {
  const stored = JSON.parse(text) as readonly StoredCompetition[]
  return stored.flatMap(([index, shareOfNeed, shareOfAllocations]) => {
    const group = focusGroups[index]
    return group ? { group, shareOfNeed, shareOfAllocations } : []
  })
}
