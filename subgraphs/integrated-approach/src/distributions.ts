/**
 * How one indicator is spread over areas alike, and how far each of them stands from their mean: in standard deviations, capped, so that one
 * extreme figure cannot carry a score. Also the distribution that is kept as a fixed reference, for what is compared over time.
 */
import type { AreaInput } from './inputs.ts'
import type { Indicator } from './social-load-basis.ts'
import type { LoadDirection } from './vocabulary.ts'

/** No deviation counts for more than this, either way. */
export const mostDeviation = 3

/** Areas that a reference takes at least. */
export const leastForReference = 30

export interface Measured {
  readonly period: number | null
  readonly value: number | null
  readonly deviation: number | null
}

export interface Distribution {
  readonly period: number
  /** How many areas had a value. */
  readonly areas: number
  readonly mean: number
  readonly standardDeviation: number
}

/** A distribution that stays: `municipalities` says of how many it was taken. */
export type Reference = Distribution & { readonly municipalities: number }

/** By kind of area (country and level) and indicator. */
export type References = ReadonlyMap<string, Reference>

/** One indicator of every area, of the newest year that at least half of the areas that ever have a value have it of. */
export function measure(
  { valueOf, direction }: Indicator,
  areas: readonly AreaInput[],
): { readonly measured: readonly Measured[]; readonly distribution: Distribution | null } {
  const period = yearOf(valueOf, areas)
  const values = areas.map(({ figures }) => {
    const year = period === null ? undefined : figures.get(period)
    return year ? valueOf(year) : null
  })
  const published = values.filter((value) => value !== null)
  const mean = published.reduce((sum, value) => sum + value, 0) / published.length
  const variance = published.reduce((sum, value) => sum + (value - mean) ** 2, 0) / published.length
  const distribution =
    period === null || published.length < 2
      ? null
      : { period, areas: published.length, mean, standardDeviation: Math.sqrt(variance) }
  const measured = values.map((value) => ({
    period: value === null ? null : period,
    value,
    deviation: deviate(value, distribution, direction),
  }))
  return { measured, distribution }
}

/** Positive is more load; 0 where all are alike, null where there is no value or nothing to compare with. */
export function deviate(
  value: number | null,
  distribution: Distribution | null | undefined,
  direction: LoadDirection | undefined,
): number | null {
  if (value === null || !distribution) return null
  const { mean, standardDeviation } = distribution
  if (standardDeviation === 0) return 0
  const deviation = ((value - mean) / standardDeviation) * (direction === 'LOWER_IS_MORE_LOAD' ? -1 : 1)
  return Math.max(-mostDeviation, Math.min(mostDeviation, deviation))
}

/** The reference from now on: the one there is, unless today's areas are of more municipalities. */
export function referenceFor(
  fixed: Reference | undefined,
  distribution: Distribution | null,
  municipalities: number,
): Reference | undefined {
  if (!distribution || distribution.areas < leastForReference) return fixed
  if (fixed && fixed.municipalities >= municipalities) return fixed
  return { ...distribution, municipalities }
}

/** The newest year that at least half of the areas that ever have a value have it of. */
export function yearOf(valueOf: Indicator['valueOf'], areas: readonly AreaInput[]): number | null {
  const ofYear = new Map<number, number>()
  let withFigures = 0
  for (const { figures } of areas) {
    const years = [...figures].filter(([, year]) => valueOf(year) !== null).map(([year]) => year)
    if (years.length > 0) withFigures += 1
    for (const year of years) ofYear.set(year, (ofYear.get(year) ?? 0) + 1)
  }
  const enough = [...ofYear].filter(([, count]) => 2 * count >= withFigures).map(([year]) => year)
  return enough.length === 0 ? null : Math.max(...enough)
}
