/**
 * One figure of several areas, computed from theirs: counts add up, shares, averages and rates are weighted by the indicator that the catalogue
 * declares. What cannot be taken together is refused; what a member lacks makes the result null, with who lacks what.
 */
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
import { membersOf, type MemberArguments, type Members } from './members.ts'
import { columnFor, indicatorNamed } from './scope.ts'
import type { Figures } from './store.ts'

export interface AggregateArguments extends MemberArguments {
  readonly indicators: readonly string[]
  readonly period?: number | null
}

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
export async function aggregate(
  figures: Figures,
  given: AggregateArguments,
): Promise<readonly AggregatedFigure[]> {
  const ids = [...new Set(given.indicators)]
  if (ids.length === 0) throw new HubError('BAD_ARGUMENT', 'indicators names none.')
  if (ids.length > mostIndicators)
    throw new HubError('BAD_ARGUMENT', `indicators has ${ids.length} ids; at most ${mostIndicators}.`)
  const recipes = ids.map((id) => recipeFor(figures, indicatorNamed(figures, id)))
  const members = membersOf(figures, given)
  const answers: AggregatedFigure[] = []
  for (const recipe of recipes) answers.push(await aggregated(figures, recipe, members, given.period ?? null))
  return answers
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
  const combined = combine(combination, inputs, indicator)
  return {
    column: describeColumn(figures, { indicator, period }, members.code),
    ...combined,
    unit: indicator.unit,
    formula: weight
      ? `the sum of ${indicator.id} × ${weight.id} over the areas, divided by the sum of ${weight.id}`
      : `the sum of ${indicator.id} over the areas`,
    weight: weight?.id ?? null,
    members: [...positions].map((position) => figures.areas.codes[position] ?? ''),
    lacking,
    missing: combined.value === null ? whyNull(positions.length, lacking) : null,
  }
}

function whyNull(members: number, lacking: readonly LackingMember[]): string {
  if (members === 0) return 'NO_MEMBERS'
  return lacking.length > 0 ? 'MEMBERS_LACK_FIGURES' : 'NOTHING_TO_WEIGH_BY'
}
