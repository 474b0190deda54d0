/**
 * One figure of several areas, computed from theirs: counts add up, shares, averages and rates are weighted by the indicator that the catalogue
 * declares. What cannot be taken together is refused; what a member lacks makes the result null, with who lacks what.
 */
import { setImmediate } from 'node:timers/promises'
import {
  combinationOf,
  combine,
  type Combination,
  type CombinedMember,
} from '@samenhang/subgraph-kit/combine'
import { HubError } from '@samenhang/subgraph-kit/errors'
import { figureAt, type Column } from './column.ts'
import { describeColumn, type ColumnDescription } from './description.ts'
import { present, type Gap } from './gaps.ts'
import type { IndicatorEntry } from './inventory.ts'
import { membersOf, municipalitiesOf, type MemberArguments, type Members, type Region } from './members.ts'
import { columnFor, indicatorNamed } from './scope.ts'
import type { ColumnName, Figures } from './store.ts'

/** Which figures are taken together. */
export interface FigureArguments {
  readonly indicators: readonly string[]
  readonly period?: number | null
}

export type AggregateArguments = FigureArguments & MemberArguments

/** A member that lacks what the result needs of it. */
export interface LackingMember {
  readonly code: string
  /** The id of what it lacks: the indicator, or its weight. */
  readonly indicator: string
  readonly missing: Gap
}

export interface AggregatedFigure {
  readonly column: ColumnDescription
  readonly value: number | null
  readonly lower: number | null
  readonly upper: number | null
  readonly unit: string
  readonly formula: string
  /** The id of the indicator that it is weighted by; null for a sum. */
  readonly weight: string | null
  readonly members: readonly string[]
  readonly included: number
  readonly lacking: readonly LackingMember[]
  readonly missing: string | null
}

const mostIndicators = 100

/** Throws HubError BAD_ARGUMENT for indicators that cannot be taken together and areas that overlap, PERIOD_NOT_PUBLISHED. */
export function aggregate(figures: Figures, given: AggregateArguments): Promise<readonly AggregatedFigure[]> {
  return aggregateOver(figures, membersOf(figures, given), given)
}

/** The figures of a region, of those of its municipalities. Throws HubError as `aggregate`. */
export async function regionFigures(
  figures: Figures,
  region: Region,
  given: FigureArguments,
): Promise<readonly AggregatedFigure[]> {
  // A list of regions whose columns are read never leaves the turn otherwise.
  await setImmediate()
  return aggregateOver(figures, municipalitiesOf(figures, region), given)
}

async function aggregateOver(
  figures: Figures,
  members: Members,
  { indicators, period = null }: FigureArguments,
): Promise<readonly AggregatedFigure[]> {
  const ids = [...new Set(indicators)]
  if (ids.length === 0) throw new HubError('BAD_ARGUMENT', 'indicators names none.')
  if (ids.length > mostIndicators)
    throw new HubError('BAD_ARGUMENT', `indicators has ${ids.length} ids; at most ${mostIndicators}.`)
  const recipes = ids.map((id) => recipeFor(figures, indicatorNamed(figures, id)))
  figures.prepare(recipes.flatMap((recipe) => likelyColumns(figures, recipe, period)))
  const answers: AggregatedFigure[] = []
  for (const recipe of recipes) answers.push(await aggregated(figures, recipe, members, period))
  return answers
}

/** The columns that a figure rests on, where the newest year has any of it. */
function likelyColumns(
  figures: Figures,
  { indicator, weight }: Recipe,
  asked: number | null,
): readonly ColumnName[] {
  const period = asked ?? figures.periods(indicator.id)[0]
  if (period === undefined) return []
  return [indicator, ...(weight ? [weight] : [])].map(({ id }) => ({ indicator: id, period }))
}

interface Recipe {
  readonly indicator: IndicatorEntry
  readonly combination: Combination
  readonly weight: IndicatorEntry | null
}

function recipeFor(figures: Figures, indicator: IndicatorEntry): Recipe {
  const combination = combinationOf(indicator.kind)
  if (combination === null)
    throw new HubError(
      'BAD_ARGUMENT',
      `${indicator.id} is of kind ${indicator.kind ?? 'unknown'}: figures of several areas are not taken together.`,
      { indicator: indicator.id },
    )
  if (combination === 'SUM') return { indicator, combination, weight: null }
  if (indicator.weight === null)
    throw new HubError(
      'BAD_ARGUMENT',
      `${indicator.id} has no weight in this graph: what it is divided by is in none of the tables, and an average of averages would be wrong.`,
      { indicator: indicator.id },
    )
  return { indicator, combination, weight: indicatorNamed(figures, indicator.weight) }
}

async function aggregated(
  figures: Figures,
  { indicator, combination, weight }: Recipe,
  members: Members,
  asked: number | null,
): Promise<AggregatedFigure> {
  const hasAny = ({ reasons }: Column, period: number) =>
    members.in(period).some((position) => reasons[position] === present)
  const { period, column } = await columnFor(figures, indicator, asked, hasAny)
  const weights = weight && (await figures.column(weight.id, period))
  const positions = members.in(period)
  const lacking: LackingMember[] = []
  const inputs: CombinedMember[] = []
  for (const position of positions) {
    const code = figures.areas.codes[position] ?? ''
    const figure = figureAt(column, position)
    const by = weights ? figureAt(weights, position) : ({ value: null, missing: 'NOT_IMPORTED' } as const)
    inputs.push({ value: figure.value, weight: weight ? by.value : null })
    if (weight && by.missing) lacking.push({ code, indicator: weight.id, missing: by.missing })
    else if (figure.missing && !(weight && by.value === 0))
      lacking.push({ code, indicator: indicator.id, missing: figure.missing })
  }
  for (const code of members.unloaded) {
    inputs.push({ value: null, weight: null })
    lacking.push({ code, indicator: (weight ?? indicator).id, missing: 'NOT_IMPORTED' })
  }
  const combined = combine(combination, inputs, indicator)
  return {
    column: describeColumn(figures, { indicator, period }, members.code),
    ...combined,
    unit: indicator.unit,
    formula: weight
      ? `the sum of ${indicator.id} × ${weight.id} over the areas, divided by the sum of ${weight.id}`
      : `the sum of ${indicator.id} over the areas`,
    weight: weight?.id ?? null,
    members: withUnloaded(
      [...positions].map((position) => figures.areas.codes[position] ?? ''),
      members,
    ),
    lacking: lacking.sort((one, other) => (one.code < other.code ? -1 : 1)),
    missing: combined.value === null ? whyNull(inputs.length, lacking) : null,
  }
}

/** The codes of all members in order; those of a level are in order already. */
function withUnloaded(codes: readonly string[], { unloaded }: Members): readonly string[] {
  return unloaded.length === 0 ? codes : [...codes, ...unloaded].sort()
}

function whyNull(members: number, lacking: readonly LackingMember[]): string {
  if (members === 0) return 'NO_MEMBERS'
  return lacking.length > 0 ? 'MEMBERS_LACK_FIGURES' : 'NOTHING_TO_WEIGH_BY'
}
