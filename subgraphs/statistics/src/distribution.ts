/**
 * How the figures of one indicator are spread over areas, each counting as one or as its weight. The arithmetic is that of measures/, its
 * definitions are in docs/decisions/0054-measures.md.
 */
import type { AreaLevel } from '@samenhang/subgraph-kit/area-code'
import { HubError } from '@samenhang/subgraph-kit/errors'
import { fsum } from 'd3-array'
import { describeColumn } from './description.ts'
import { histogramOf } from './measures/histogram.ts'
import { momentsOf } from './measures/moments.ts'
import { quantileOf, rankValues, type Ranked } from './measures/quantiles.ts'
import { hasFigure, measuredColumn, membersIn, missingAreas, valuesAt } from './over-areas.ts'
import { columnFor, indicatorNamed, scopeOf, type UsedColumn } from './scope.ts'
import type { Figures } from './store.ts'

export interface DistributionArguments {
  readonly indicator: string
  readonly level: AreaLevel
  readonly within?: string | null
  readonly period?: number | null
  readonly weightedBy?: string | null
  readonly bins?: number | null
}

const binsAllowed = [2, 100] as const
const tenths = [1, 2, 3, 4, 5, 6, 7, 8, 9]

/** Throws HubError for arguments that cannot be meant, PERIOD_NOT_PUBLISHED for a year that nobody loaded. */
export async function distribution(figures: Figures, given: DistributionArguments) {
  const { bins = null, weightedBy = null } = given
  const [fewest, most] = binsAllowed
  if (bins !== null && (bins < fewest || bins > most))
    throw new HubError('BAD_ARGUMENT', `bins is ${bins}; it must be from ${fewest} to ${most}.`)
  const scope = scopeOf(figures, given)
  const members = membersIn(figures, scope)
  const of = await measuredColumn(figures, given.indicator, members, given.period ?? null)
  const weight = weightedBy === null ? null : await weightColumn(figures, weightedBy, of.period)
  return {
    column: describeColumn(figures, of, scope.within),
    level: scope.level,
    within: scope.within,
    weightedBy: weight && describeColumn(figures, weight, scope.within),
    ...describe(of, weight, members(of.period), bins),
    computedAt: figures.computedAt,
    stale: figures.stale,
  }
}

/** Of the same year: the inhabitants of another year did not live with this figure. */
async function weightColumn(figures: Figures, id: string, period: number): Promise<UsedColumn> {
  const indicator = indicatorNamed(figures, id)
  if (indicator.kind !== 'COUNT')
    throw new HubError(
      'BAD_ARGUMENT',
      `weightedBy is ${id}, of kind ${indicator.kind ?? 'unknown'}: areas are weighted by a count, such as inhabitants or dwellings.`,
      { indicator: id },
    )
  return columnFor(figures, indicator, period, () => true)
}

function describe(of: UsedColumn, weight: UsedColumn | null, members: Int32Array, bins: number | null) {
  const known = members.filter((position) => hasFigure(of, position))
  const counted = weight ? known.filter((position) => (weight.column.values[position] ?? NaN) > 0) : known
  const values = valuesAt(of, counted)
  const weights = weight ? valuesAt(weight, counted) : undefined
  const ranked = rankValues(values, weights)
  const moments = momentsOf(values, weights)
  return {
    areas: members.length,
    n: counted.length,
    missing: missingAreas(of, members),
    withoutWeight: known.length - counted.length,
    totalWeight: weights ? fsum(weights) : null,
    mean: moments?.mean ?? null,
    standardDeviation: moments?.standardDeviation ?? null,
    minimum: ranked.values.at(0) ?? null,
    maximum: ranked.values.at(-1) ?? null,
    quartiles: quartilesOf(ranked),
    deciles: counted.length === 0 ? null : tenths.map((tenth) => quantileOf(ranked, tenth / 10) ?? NaN),
    histogram: histogramOf(ranked, bins).map((bin) => ({
      lower: bin.lower,
      upper: bin.upper,
      areas: bin.count,
      weight: weights ? bin.weight : null,
    })),
  }
}

function quartilesOf(ranked: Ranked) {
  const [lower, median, upper] = [0.25, 0.5, 0.75].map((proportion) => quantileOf(ranked, proportion))
  return lower == null || median == null || upper == null ? null : { lower, median, upper }
}
