/**
 * What a scenario starts from, by municipality, as a refresh derives it and the store keeps it: of each focus group who wait, who join in a
 * year, what they get, which homes are planned for them by year, and how many of them stay where nobody should. What is unknown is null, what
 * is withheld has bounds. The projection itself is scenario.ts's.
 */
import { parentsOf } from '@samenhang/subgraph-kit/area-code'
import { groupBy } from '@samenhang/subgraph-kit/loader'
import { unsuitableShare } from './accommodation.ts'
import type { CountRanges } from './count-ranges.ts'
import { byGroup, periodsOf, type FairSharePeriods } from './fair-share-inputs.ts'
import type { AreaInput, GroupFigures, ProjectInput, Supply } from './inputs.ts'
import { amount, type Amount } from './ranges.ts'
import type { FocusGroup, ShelterKind } from './vocabulary.ts'

/** Homes that are ready in a year; of a project for several groups an equal part for each. */
type PlannedHomes = readonly [year: number, homes: number]

export interface ScenarioGroupInput {
  readonly households: Amount | null
  readonly inflow: Amount | null
  /** Homes let to the group in a year. */
  readonly lettings: Amount | null
  readonly planned: readonly PlannedHomes[]
  /** The part of one of its households that stays where nobody should have to. */
  readonly unsuitable: Amount | null
  readonly shelters: Readonly<Record<ShelterKind, Amount | null>>
}

export interface ScenarioInput {
  readonly code: string
  readonly country: string | null
  readonly province: string | null
  /** Homes let to anybody in a year. */
  readonly homesLet: Amount | null
  /** Whether it is known which homes are planned: that there are some, or none. */
  readonly plansKnown: boolean
  /** Homes of projects under way for focus groups, with no year of delivery or one that has passed: they count in no year. */
  readonly plannedWithoutYear: number
  readonly groups: Readonly<Record<FocusGroup, ScenarioGroupInput>>
  /** The newest year of the counts of groups and of the homes let in this country; null where there are none. */
  readonly period: number | null
  /** The year of the counts of each group. */
  readonly groupPeriods: FairSharePeriods['households']
}

/** One entry for each municipality of `areas`, which are those of today. */
export function scenarioInputs(
  areas: readonly AreaInput[],
  projects: readonly ProjectInput[],
  rangesOf: (code: string) => CountRanges,
): readonly ScenarioInput[] {
  const municipalities = areas.filter(({ level }) => level === 'MUNICIPALITY')
  const projectsOf = groupBy(projects, ({ area: { code } }) => parentsOf(code).municipality ?? code)
  return [...groupBy(municipalities, ({ country }) => country).values()].flatMap((ofCountry) => {
    const periods = periodsOf(ofCountry)
    return ofCountry.map((area) => inputOf(area, periods, rangesOf(area.code), projectsOf.get(area.code)))
  })
}

function inputOf(
  { code, country, province, supply, groups }: AreaInput,
  { households, lettings }: FairSharePeriods,
  ranges: CountRanges,
  projects: readonly ProjectInput[] | undefined,
): ScenarioInput {
  const years = [...Object.values(households), lettings].filter((year) => year !== null)
  const period = years.length === 0 ? null : Math.max(...years)
  const supplyOfYear = supply?.period === lettings ? supply : null
  const deliveries = (projects ?? []).flatMap((project) => deliveryOf(project, period ?? 0))
  return {
    code,
    country,
    province,
    homesLet: supplyOfYear && amount(supplyOfYear.homesLet, ranges.homesLet()),
    plansKnown: projects !== undefined || supply?.plannedDeliveries != null,
    plannedWithoutYear: deliveries.reduce((sum, { year, homes }) => sum + (year === null ? homes : 0), 0),
    groups: byGroup((group) => {
      const figures = groups.find((each) => each.group === group && each.period === households[group])
      return groupInput(group, figures, supplyOfYear, ranges, deliveries)
    }),
    period,
    groupPeriods: households,
  }
}

function groupInput(
  group: FocusGroup,
  figures: GroupFigures | undefined,
  supply: Supply | null,
  ranges: CountRanges,
  deliveries: readonly Delivery[],
): ScenarioGroupInput {
  const homes = supply?.allocations.find((allocation) => allocation.group === group)?.homes ?? null
  const share = figures && unsuitableShare(figures)
  const planned = new Map<number, number>()
  for (const { year, homes: delivered, forGroups } of deliveries)
    if (year !== null && forGroups.includes(group))
      planned.set(year, (planned.get(year) ?? 0) + delivered / forGroups.length)
  return {
    households: figures ? amount(figures.households, ranges.queue(group)) : null,
    inflow: figures ? amount(figures.inflow, ranges.inflow(group)) : null,
    lettings: supply && amount(homes, ranges.housed(group)),
    planned: [...planned].sort(([year], [other]) => year - other),
    unsuitable: share && share.lower !== null ? inParts([share.value, share.lower, share.upper]) : null,
    shelters: figures?.shelters ?? { ASYLUM_CENTRE: null, HOMELESS_SHELTER: null, INSTITUTION: null },
  }
}

/** From per cent. */
function inParts([value, lower, upper]: Amount): Amount {
  return [value === null ? null : value / 100, lower / 100, upper === null ? null : upper / 100]
}

interface Delivery {
  /** Null where it is planned for no year, or for one that has passed without it. */
  readonly year: number | null
  readonly homes: number
  readonly forGroups: readonly FocusGroup[]
}

/** Of what was or will be ready after the year of the figures; what was ready by then is in them. */
function deliveryOf(project: ProjectInput, period: number): readonly Delivery[] {
  const { phase, homes, forGroups, delivered, plannedDelivery } = project
  if (phase === 'STOPPED' || forGroups.length === 0) return []
  const quarter = phase === 'DELIVERED' ? delivered : plannedDelivery
  const year = quarter === null ? null : Number(quarter.slice(0, 4))
  const isLater = year !== null && year > period
  if (phase === 'DELIVERED' && !isLater) return []
  return [{ year: isLater ? year : null, homes, forGroups }]
}
