/**
 * Mean and standard deviation of figures. Sums are exact until they are rounded once, so that neither the order of the areas nor
 * their number moves a digit. The areas are all there are, not a sample: the standard deviation divides by their number.
 */
import { extent, fsum } from 'd3-array'

/** Figures of areas; none is missing. */
export type Values = Float64Array

export interface Moments {
  readonly mean: number
  /** Divides by the number, or by the sum of the weights: `numpy.std`, not R's `sd`. */
  readonly standardDeviation: number
}

/** NaN without values; of equal values that value, whatever a sum of them would be rounded to. */
export function meanOf(values: Values): number {
  const [least = NaN, most] = extent(values)
  return least === most ? least : fsum(values) / values.length
}

/** Null without values. `weights` are as many, not negative, and not all 0; without them each value counts as 1. */
export function momentsOf(values: Values, weights?: Values): Moments | null {
  const [least, most] = extent(values)
  if (least === undefined) return null
  if (least === most) return { mean: least, standardDeviation: 0 }
  const total = weights ? fsum(weights) : values.length
  const weigh = (value: number, at: number) => value * (weights?.[at] ?? 1)
  const mean = fsum(values.map(weigh)) / total
  const squares = values.map((value, at) => weigh((value - mean) ** 2, at))
  return { mean, standardDeviation: Math.sqrt(fsum(squares) / total) }
}
