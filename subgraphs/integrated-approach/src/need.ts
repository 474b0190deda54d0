/**
 * Need and balance of one area: what its focus groups need, what becomes available, and who is crowded out. Only figures that are shown
 * are counted: nothing is estimated in the place of one that is withheld.
 */
import type { GroupFigures, Supply } from './inputs.ts'
import type { GroupCompetition, GroupNeed, Need, Unavailable } from './results.ts'
import { focusGroups, round, type FocusGroup } from './vocabulary.ts'

/** The kinds of accommodation that are shown must make up this part of the households for a share to be told. */
const leastShown = 0.8

/** Null where no domain counts a focus group in this area. */
export function computeNeed(figures: readonly GroupFigures[], supply: Supply | null): Need | null {
  if (figures.length === 0) return null
  const byGroup = new Map(figures.map((one) => [one.group, one]))
  const total = sumShown(figures.map(({ households }) => households))
  const groups = focusGroups.map((group) => groupNeed(group, byGroup.get(group), total))
  const allocated = supply?.allocatedHomes ?? null
  const planned = supply?.plannedDeliveries ?? null
  const homes = allocated === null || planned === null ? null : allocated + planned
  const balance = {
    totalHouseholds: total,
    homesAvailablePerYear: homes,
    allocatedHomes: allocated,
    plannedDeliveries: planned,
    shortage: total === null || homes === null ? null : Math.max(0, total - homes),
    yearsToClear: total === null || !homes ? null : round(total / homes, 1),
  }
  return {
    period: Math.max(...figures.map(({ period }) => period)),
    ...balance,
    groups,
    competition: compete(groups, supply),
    unavailable: Object.entries(balance).flatMap(([field, value]) =>
      value === null ? [whyNull(field, homes)] : [],
    ),
  }
}

function groupNeed(group: FocusGroup, figures: GroupFigures | undefined, total: number | null): GroupNeed {
  const households = figures?.households ?? null
  const median = figures?.medianMonthsWaiting ?? null
  const share = households === null || !total ? null : round((100 * households) / total, 1)
  const unsuitableShare = figures ? shareUnsuitable(figures) : null
  const reasonOf = (field: string) =>
    figures?.missing.find((missing) => missing.field === field)?.reason ?? 'NOT_AVAILABLE'
  return {
    group,
    period: figures?.period ?? null,
    households,
    shareOfDemand: share,
    medianMonthsWaiting: median,
    unsuitableAccommodationShare: unsuitableShare,
    missing: [
      ...(households === null ? [{ field: 'households', reason: reasonOf('households') }] : []),
      ...(share === null ? [{ field: 'shareOfDemand', reason: reasonOf('households') }] : []),
      ...(median === null ? [{ field: 'medianMonthsWaiting', reason: reasonOf('medianMonthsWaiting') }] : []),
      ...(unsuitableShare === null
        ? [
            {
              field: 'unsuitableAccommodationShare',
              reason: figures?.accommodated.reason ?? reasonOf('households'),
            },
          ]
        : []),
    ],
  }
}

function shareUnsuitable({ households, accommodated }: GroupFigures): number | null {
  const { shown, unsuitable } = accommodated
  if (households === null || shown === 0 || shown < leastShown * households) return null
  return round((100 * unsuitable) / shown, 1)
}

function compete(groups: readonly GroupNeed[], supply: Supply | null): readonly GroupCompetition[] {
  const homesOf = new Map(supply?.allocations.map(({ group, homes }) => [group, homes]))
  const toGroups = homesToGroups(supply, homesOf.get(null) ?? null)
  const shares = groups.map(({ group, shareOfDemand }) => {
    const homes = homesOf.get(group) ?? null
    return {
      group,
      shareOfNeed: shareOfDemand,
      shareOfAllocations:
        homes === null || toGroups === null || toGroups <= 0 ? null : round((100 * homes) / toGroups, 1),
    }
  })
  return shares.sort((one, other) => crowding(other) - crowding(one))
}

/** Known also where the homes of single groups are withheld. */
function homesToGroups(supply: Supply | null, toOthers: number | null): number | null {
  if (supply?.allocatedHomes == null || toOthers === null) return null
  return supply.allocatedHomes - toOthers
}

/** How much more of the need than of the homes a group has; groups of which that is unknown come last. */
function crowding({ shareOfNeed, shareOfAllocations }: GroupCompetition): number {
  // Finite, so that two of them compare as equal.
  if (shareOfNeed === null || shareOfAllocations === null) return -1_000
  return round(shareOfNeed - shareOfAllocations, 1)
}

function whyNull(field: string, homes: number | null): Unavailable {
  return explain(field, field === 'yearsToClear' && homes === 0 ? 'NO_SUPPLY' : 'NO_FIGURES')
}

/** Why a field of a need is null, in a sentence. */
export function explain(field: string, reason: Unavailable['reason']): Unavailable {
  const explanation =
    reason === 'NO_SUPPLY' ? 'No homes become available at the present rate.' : (explanations[field] ?? '')
  return { field, reason, explanation }
}

const needed = 'The total of the households or the homes a year are unknown or withheld.'
const explanations: Readonly<Record<string, string>> = {
  totalHouseholds: 'The households of every group are withheld or unknown.',
  homesAvailablePerYear: 'The allocated homes or the planned deliveries are unknown or withheld.',
  allocatedHomes: 'The allocations in this area are unknown or withheld.',
  plannedDeliveries: 'No housing project is known in this area.',
  shortage: needed,
  yearsToClear: needed,
}

/** Null where nothing is shown. */
export function sumShown(values: readonly (number | null)[]): number | null {
  const shown = values.filter((value) => value !== null)
  return shown.length === 0 ? null : shown.reduce((sum, value) => sum + value, 0)
}
