/**
 * Who gets a home and who does not: of each group how many wait, joined and were housed, and what chance that is, between bounds where
 * counts are withheld. Who is crowded out is told from a low chance and a long wait, never from shares of homes.
 */
import type { CountRanges } from './count-ranges.ts'
import type { GroupFigures, Supply } from './inputs.ts'
import { roundedDown, roundedUp, share, unknownShare, type ShareRange } from './ranges.ts'
import type { GroupCompetition, GroupNeed } from './results.ts'
import { focusGroups, type MissingReason } from './vocabulary.ts'

export function compete(
  needs: readonly GroupNeed[],
  figures: readonly GroupFigures[],
  supply: Supply | null,
  ranges: CountRanges,
): readonly GroupCompetition[] {
  const homesOf = new Map(supply?.allocations.map(({ group, homes }) => [group, homes]))
  const figuresOf = new Map(figures.map((figure) => [figure.group, figure]))
  const groups = needs.map(({ group, households, medianMonthsWaiting, shareOfDemand }) => {
    const own = figuresOf.get(group)
    const counts = {
      queue: households,
      inflow: own?.inflow ?? null,
      housed: homesOf.get(group) ?? null,
    }
    const reasons = {
      queue: reasonIn(own, 'households'),
      inflow: reasonIn(own, 'inflow'),
      housed: reasonIn(supply, `allocations.${group}`),
      medianMonthsWaiting: reasonIn(own, 'medianMonthsWaiting'),
      lettings: reasonIn(supply, 'homesLet'),
      toGroups: reasonIn(supply, 'homesLetToFocusGroups'),
    }
    return {
      group,
      ...counts,
      chance: chanceOf(counts, {
        queue: ranges.queue(group),
        inflow: ranges.inflow(group),
        housed: ranges.housed(group),
      }),
      medianMonthsWaiting,
      shareOfNeed: shareOfDemand,
      shareOfLettings: share(counts.housed, supply?.homesLet ?? null),
      shareOfLettingsToFocusGroups: share(counts.housed, supply?.homesLetToFocusGroups ?? null),
      reasons,
    }
  })
  const isCrowdedOut = crowding(groups)
  return groups
    .map(({ reasons, ...compared }) => {
      const competition = { ...compared, crowdedOut: isCrowdedOut(compared) }
      return { ...competition, missing: missingOf(competition, reasons) }
    })
    .sort(leastChanceFirst)
}

interface Counts<Count> {
  readonly queue: Count
  readonly inflow: Count
  readonly housed: Count
}

/** Homes of those who wait and those who joined. Without an inflow there is an upper bound: whoever joined makes the chance smaller. */
function chanceOf(
  { queue, inflow, housed }: Counts<number | null>,
  ranges: Counts<{ readonly lower: number; readonly upper: number } | null>,
): ShareRange {
  if (ranges.queue === null || ranges.housed === null) return unknownShare
  const fewest = ranges.queue.lower + (ranges.inflow?.lower ?? 0)
  const most = ranges.queue.upper + (ranges.inflow?.upper ?? 0)
  const value = queue === null || inflow === null ? null : share(housed, queue + inflow)
  return {
    value: value === null ? null : Math.min(100, value),
    lower:
      ranges.inflow === null ? null : Math.min(100, roundedDown(most === 0 ? 0 : ranges.housed.lower / most)),
    upper: fewest === 0 ? 100 : roundedUp(ranges.housed.upper / fewest),
  }
}

type Compared = Pick<GroupCompetition, 'queue' | 'inflow' | 'housed' | 'chance' | 'medianMonthsWaiting'>

/** Told against the chance of all groups with a value, and the middle one of the waits. */
function crowding(groups: readonly Compared[]): (group: Compared) => boolean | null {
  const valued = groups.filter(({ chance }) => chance.value !== null)
  const all = (count: keyof Counts<number>) => valued.reduce((sum, group) => sum + (group[count] ?? 0), 0)
  const overall = valued.length < 2 ? null : (100 * all('housed')) / (all('queue') + all('inflow'))
  const waits = groups.flatMap(({ medianMonthsWaiting }) => medianMonthsWaiting ?? []).sort((a, b) => a - b)
  const middle =
    waits.length < 2 ? null : ((waits[(waits.length - 1) >> 1] ?? 0) + (waits[waits.length >> 1] ?? 0)) / 2
  return ({ chance: { lower, upper }, medianMonthsWaiting: wait }) => {
    if (overall === null || middle === null || wait === null || upper === null) return null
    if (wait <= middle || (lower !== null && lower >= overall)) return false
    return upper < overall ? true : null
  }
}

function leastChanceFirst(a: GroupCompetition, b: GroupCompetition): number {
  const [upper, otherUpper] = [a.chance.upper ?? 101, b.chance.upper ?? 101]
  const [wait, otherWait] = [a.medianMonthsWaiting ?? -1, b.medianMonthsWaiting ?? -1]
  return upper - otherUpper || otherWait - wait || focusGroups.indexOf(a.group) - focusGroups.indexOf(b.group)
}

function reasonIn(figures: GroupFigures | Supply | null | undefined, field: string): MissingReason {
  return figures?.missing.find((entry) => entry.field === field)?.reason ?? 'NOT_AVAILABLE'
}

type Reasons = Readonly<
  Record<'queue' | 'inflow' | 'housed' | 'medianMonthsWaiting' | 'lettings' | 'toGroups', MissingReason>
>

/** In the order of the fields, as stored-lists.ts reads them. */
function missingOf(
  competition: Omit<GroupCompetition, 'missing'>,
  reasons: Reasons,
): GroupCompetition['missing'] {
  const { queue, inflow, housed, chance, medianMonthsWaiting: wait } = competition
  // A count that nobody has weighs more than one that is withheld: without it there is no bound either.
  const ofChance = [
    ...(queue === null ? [reasons.queue] : []),
    ...(housed === null ? [reasons.housed] : []),
    ...(inflow === null ? [reasons.inflow] : []),
  ]
  const whyNoChance = ofChance.find((reason) => reason !== 'SUPPRESSED') ?? ofChance[0] ?? 'NOT_AVAILABLE'
  const whyNoShare = (ofTotal: MissingReason) => (housed === null ? reasons.housed : ofTotal)
  const nulls: readonly (readonly [field: string, value: unknown, reason: MissingReason])[] = [
    ['queue', queue, reasons.queue],
    ['inflow', inflow, reasons.inflow],
    ['housed', housed, reasons.housed],
    ['chance.value', chance.value, whyNoChance],
    ['chance.lower', chance.lower, whyNoChance],
    ['chance.upper', chance.upper, whyNoChance],
    ['medianMonthsWaiting', wait, reasons.medianMonthsWaiting],
    ['crowdedOut', competition.crowdedOut, wait === null ? reasons.medianMonthsWaiting : whyNoChance],
    ['shareOfNeed', competition.shareOfNeed, reasons.queue],
    ['shareOfLettings', competition.shareOfLettings, whyNoShare(reasons.lettings)],
    ['shareOfLettingsToFocusGroups', competition.shareOfLettingsToFocusGroups, whyNoShare(reasons.toGroups)],
    ['shareOfAllocations', competition.shareOfLettingsToFocusGroups, whyNoShare(reasons.toGroups)],
  ]
  return nulls.flatMap(([field, value, reason]) => (value === null ? [{ field, reason }] : []))
}
