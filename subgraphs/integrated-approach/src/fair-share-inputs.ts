/**
 * What fair shares are computed from, by municipality, as a refresh derives it and the store keeps it: each figure of one year for all
 * municipalities of a country, the newest that at least half of those that ever have it have it of. What is unknown is null, what is withheld
 * has bounds. The division itself is fair-share.ts's.
 */
import { parentsOf } from '@samenhang/subgraph-kit/area-code'
import { groupBy } from '@samenhang/subgraph-kit/loader'
import type { CountRanges } from './count-ranges.ts'
import { yearOf } from './distributions.ts'
import type { AreaInput, ProjectInput, YearFigures } from './inputs.ts'
import { amount, type Amount } from './ranges.ts'
import { focusGroups, type FocusGroup } from './vocabulary.ts'

/** What one focus group has in one municipality. */
export interface GroupInput {
  readonly households: Amount | null
  readonly lettings: Amount | null
  readonly plannedHomes: Amount | null
}

export interface FairShareInput {
  readonly code: string
  readonly country: string | null
  readonly province: string | null
  readonly inhabitants: Amount | null
  readonly corporationStock: Amount | null
  readonly groups: Readonly<Record<FocusGroup, GroupInput>>
  readonly periods: FairSharePeriods
}

/** The year of each figure in a country; null where no municipality has it. */
export interface FairSharePeriods {
  readonly inhabitants: number | null
  readonly corporationStock: number | null
  readonly households: Readonly<Record<FocusGroup, number | null>>
  readonly lettings: number | null
}

const inhabitantsOf = ({ population }: YearFigures) => population?.inhabitants ?? null

const dwellingsOf = ({ housing }: YearFigures) => housing?.dwellings ?? null

/** Dwellings of corporations. Both figures are of one table, so one year. */
const stockOf = ({ housing }: YearFigures): number | null =>
  housing?.dwellings == null || housing.housingCorporationShare === null
    ? null
    : (housing.dwellings * housing.housingCorporationShare) / 100

/** Phases of projects that bring no homes any more, or have brought them. */
const ended: ReadonlySet<string> = new Set(['DELIVERED', 'STOPPED'])

/** One entry for each municipality of `areas`, which are those of today. */
export function fairShareInputs(
  areas: readonly AreaInput[],
  projects: readonly ProjectInput[],
  rangesOf: (code: string) => CountRanges,
): readonly FairShareInput[] {
  const municipalities = areas.filter(({ level }) => level === 'MUNICIPALITY')
  const plannedOf = groupBy(projects, ({ area: { code } }) => parentsOf(code).municipality ?? code)
  return [...groupBy(municipalities, ({ country }) => country).values()].flatMap((ofCountry) => {
    const periods = periodsOf(ofCountry)
    return ofCountry.map((area) => inputOf(area, periods, rangesOf(area.code), plannedOf.get(area.code)))
  })
}

export function periodsOf(areas: readonly AreaInput[]): FairSharePeriods {
  const newest = (periodOf: (area: AreaInput) => number | undefined) =>
    newestOfHalf(areas.flatMap((area) => periodOf(area) ?? []))
  return {
    inhabitants: yearOf(inhabitantsOf, areas),
    corporationStock: yearOf(stockOf, areas),
    households: byGroup((group) =>
      newest(({ groups }) => groups.find((figures) => figures.group === group)?.period),
    ),
    lettings: newest(({ supply }) => supply?.period),
  }
}

/** The newest year that at least half have; where none has so many, the fullest, and the newer of two. */
function newestOfHalf(years: readonly number[]): number | null {
  const counted = [...groupBy(years, (year) => year)].map(([year, { length }]) => ({ year, length }))
  const most = Math.max(...counted.map(({ length }) => length))
  const enough = counted.filter(({ length }) => 2 * length >= years.length || length === most)
  return enough.length === 0 ? null : Math.max(...enough.map(({ year }) => year))
}

function inputOf(
  area: AreaInput,
  periods: FairSharePeriods,
  ranges: CountRanges,
  projects: readonly ProjectInput[] | undefined,
): FairShareInput {
  const { code, country, province, figures, supply, groups } = area
  const figureOf = (valueOf: (year: YearFigures) => number | null, period: number | null) => {
    const year = period === null ? undefined : figures.get(period)
    return year ? valueOf(year) : null
  }
  const inhabitants = figureOf(inhabitantsOf, periods.inhabitants)
  const hasPlans = projects !== undefined || supply?.plannedDeliveries != null
  return {
    code,
    country,
    province,
    inhabitants: inhabitants === null ? null : [inhabitants, inhabitants, inhabitants],
    corporationStock: stockRange(
      figureOf(dwellingsOf, periods.corporationStock),
      figureOf(stockOf, periods.corporationStock),
    ),
    groups: byGroup((group): GroupInput => {
      const counted = groups.find((figure) => figure.group === group)
      const homes = supply?.allocations.find((allocation) => allocation.group === group)?.homes ?? null
      const isCounted = counted?.period === periods.households[group]
      return {
        households: isCounted ? amount(counted.households, ranges.queue(group)) : null,
        lettings: supply?.period === periods.lettings ? amount(homes, ranges.housed(group)) : null,
        plannedHomes: hasPlans ? planned(projects ?? [], group) : null,
      }
    }),
    periods,
  }
}

/** The share is published in whole per cent: half a point of the dwellings to either side. */
function stockRange(dwellings: number | null, stock: number | null): Amount | null {
  if (dwellings === null || stock === null) return null
  const slack = dwellings * 0.005
  return [stock, Math.max(0, stock - slack), Math.min(dwellings, stock + slack)]
}

/** Homes of projects under way that name the group; exact, and 0 where none does. */
function planned(projects: readonly ProjectInput[], group: FocusGroup): Amount {
  const homes = projects
    .filter(({ phase, forGroups }) => !ended.has(phase) && forGroups.includes(group))
    .reduce((sum, project) => sum + project.homes, 0)
  return [homes, homes, homes]
}

export function byGroup<Value>(valueOf: (group: FocusGroup) => Value): Record<FocusGroup, Value> {
  return Object.fromEntries(focusGroups.map((group) => [group, valueOf(group)])) as Record<FocusGroup, Value>
}
