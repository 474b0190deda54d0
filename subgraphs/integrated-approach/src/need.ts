/**
 * Need and balance of one area: what its focus groups need and what becomes available to them, like with like. Only figures that are shown
 * are counted: nothing is estimated in the place of one that is withheld. Who gets how much is competition.ts's.
 */
import { unsuitableShare } from './accommodation.ts'
import { compete } from './competition.ts'
import { countRanges, type CountRanges } from './count-ranges.ts'
import type { AreaInput, GroupFigures, Overlap, Supply } from './inputs.ts'
import { atMost, ofPublished, share, sum, type Range } from './ranges.ts'
import type { GroupNeed, Need, Unavailable } from './results.ts'
import { focusGroups, round, type FocusGroup } from './vocabulary.ts'

/** The needs of all areas where a domain counts a focus group, by code. */
export function computeNeeds(
  areas: readonly AreaInput[],
  rangesOf: (code: string) => CountRanges = countRanges(areas),
): ReadonlyMap<string, Need> {
  return new Map(
    areas.flatMap((area) => {
      const need = computeNeed(area, rangesOf(area.code))
      return need ? [[area.code, need] as const] : []
    }),
  )
}

function computeNeed({ groups: figures, supply, overlap }: AreaInput, ranges: CountRanges): Need | null {
  if (figures.length === 0) return null
  const byGroup = new Map(figures.map((figure) => [figure.group, figure]))
  const period = Math.max(...figures.map((figure) => figure.period))
  const total = sumPublished(figures.map(({ households }) => households))
  const groups = focusGroups.map((group) => groupNeed(group, byGroup.get(group), total))
  const balance = balanceOf(total, supply)
  return {
    period,
    ...balance,
    distinctHouseholds: distinctHouseholds(ranges, overlap?.period === period ? overlap : null),
    homesLetPeriod: supply?.homesLet == null ? null : supply.period,
    plannedDeliveriesKnown: balance.plannedDeliveries !== null,
    groups,
    competition: compete(groups, figures, supply, ranges),
    unavailable: Object.entries({ ...balance, ...underFormerNames(balance) }).flatMap(([field, value]) =>
      value === null ? [whyNull(field, balance.homesForFocusGroupsPerYear)] : [],
    ),
  }
}

/** Fields that the graph still has under another name. */
function underFormerNames({ queueLeft, homesLet }: ReturnType<typeof balanceOf>) {
  return { shortage: queueLeft, allocatedHomes: homesLet }
}

/** Planned homes that are unknown leave the rest of the queue known: of homes let alone. */
function balanceOf(total: number | null, supply: Supply | null) {
  const homesLet = supply?.homesLet ?? null
  const toGroups = supply?.homesLetToFocusGroups ?? null
  const planned = supply?.plannedDeliveries ?? null
  const plannedForGroups = supply?.plannedDeliveriesForFocusGroups ?? null
  const forGroups = added(toGroups, plannedForGroups)
  return {
    totalHouseholds: total,
    homesLet,
    homesLetToFocusGroups: toGroups,
    plannedDeliveries: planned,
    plannedDeliveriesForFocusGroups: plannedForGroups,
    homesAvailablePerYear: added(homesLet, planned),
    homesForFocusGroupsPerYear: forGroups,
    queueLeft:
      total === null || toGroups === null ? null : Math.max(0, total - toGroups - (plannedForGroups ?? 0)),
    yearsToClear: total === null || !forGroups ? null : round(total / forGroups, 1),
  }
}

function added(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b
}

/**
 * Of the groups that are counted here, shown or withheld: one is as large as the largest at the least, and no more than all together.
 * Who counted them once tells more; the least of that only where it is of the same groups, which are all.
 */
function distinctHouseholds(ranges: CountRanges, overlap: Overlap | null): Need['distinctHouseholds'] {
  const counted = focusGroups.flatMap((group) => ranges.queue(group) ?? [])
  if (counted.length === 0) return { lower: null, upper: null }
  const largest = Math.max(...counted.map(({ lower }) => lower))
  let range: Range = { lower: largest, upper: sum(counted).upper }
  if (overlap?.households != null) {
    const once = ofPublished(overlap.households)
    range = atMost(range, once.upper)
    if (counted.length === focusGroups.length)
      range = { lower: Math.min(range.upper, Math.max(largest, once.lower)), upper: range.upper }
  }
  return { lower: range.lower, upper: Number.isFinite(range.upper) ? range.upper : null }
}

function groupNeed(group: FocusGroup, figures: GroupFigures | undefined, total: number | null): GroupNeed {
  const households = figures?.households ?? null
  const median = figures?.medianMonthsWaiting ?? null
  const shareOfDemand = share(households, total)
  const unsuitable = figures ? unsuitableShare(figures) : { value: null, lower: null, upper: null }
  const reasonOf = (field: string) =>
    figures?.missing.find((missing) => missing.field === field)?.reason ?? 'NOT_AVAILABLE'
  const whyNotWhere =
    households === null ? reasonOf('households') : (figures?.accommodated?.reason ?? 'NOT_AVAILABLE')
  const nulls = [
    ['households', households, reasonOf('households')],
    ['shareOfDemand', shareOfDemand, reasonOf('households')],
    ['medianMonthsWaiting', median, reasonOf('medianMonthsWaiting')],
    ['unsuitableAccommodation.value', unsuitable.value, whyNotWhere],
    ['unsuitableAccommodation.lower', unsuitable.lower, whyNotWhere],
    ['unsuitableAccommodation.upper', unsuitable.upper, whyNotWhere],
    ['unsuitableAccommodationShare', unsuitable.value, whyNotWhere],
  ] as const
  return {
    group,
    period: figures?.period ?? null,
    households,
    shareOfDemand,
    medianMonthsWaiting: median,
    unsuitableAccommodation: unsuitable,
    missing: nulls.flatMap(([field, value, reason]) => (value === null ? [{ field, reason }] : [])),
  }
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

const noProject = 'Nobody knows of a housing project in this area, nor that there is none.'
const homesLetUnknown = 'The homes let in this area are unknown or withheld.'
const queueLeftUnknown =
  'The total of the households or the homes let to focus groups are unknown or withheld.'
const explanations: Readonly<Record<string, string>> = {
  totalHouseholds: 'The households of every group are withheld or unknown.',
  homesLet: homesLetUnknown,
  homesLetToFocusGroups:
    'The homes let in this area, or those to home seekers of no focus group, are unknown or withheld.',
  plannedDeliveries: noProject,
  plannedDeliveriesForFocusGroups: noProject,
  homesAvailablePerYear: 'The homes let or the planned deliveries are unknown or withheld.',
  homesForFocusGroupsPerYear:
    'The homes let to focus groups or the planned deliveries are unknown or withheld.',
  queueLeft: queueLeftUnknown,
  shortage: queueLeftUnknown,
  allocatedHomes: homesLetUnknown,
  yearsToClear: 'The total of the households or the homes for focus groups a year are unknown or withheld.',
}

/** Null where nothing is shown. */
export function sumPublished(values: readonly (number | null)[]): number | null {
  const published = values.filter((value) => value !== null)
  return published.length === 0 ? null : published.reduce((all, value) => all + value, 0)
}
