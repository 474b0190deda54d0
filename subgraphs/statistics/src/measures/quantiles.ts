/**
 * Quantiles by type 7 of Hyndman and Fan (1996), the one of R, NumPy and pandas: at the proportion p of n sorted values stands
 * what lies at (n - 1) p from the first, in a straight line between two neighbours. With weights it is the same of the list in
 * which each value stands as often as its weight says, without ever making that list.
 */
import { bisectRight } from 'd3-array'
import type { Values } from './moments.ts'

/** Values from low to high with, beside each, how many stand up to and including it. */
export interface Ranked {
  readonly values: Values
  /** The weights in the order of `values`; 1 for each without weights. */
  readonly weights: Values
  readonly upTo: Values
}

/** Sorts. `weights` are whole numbers from 1. */
export function rankValues(values: Values, weights?: Values): Ranked {
  if (!weights) return ranked(values.toSorted(), new Float64Array(values.length).fill(1))
  const order = orderOf(values)
  return ranked(Float64Array.from(order, valueAt(values)), Float64Array.from(order, valueAt(weights)))
}

/** The quantile of the proportion, 0 to 1. Null without values. */
export function quantileOf({ values, upTo }: Ranked, proportion: number): number | null {
  const total = upTo.at(-1)
  if (total === undefined) return null
  const position = (total - 1) * proportion
  const below = Math.floor(position)
  const [lower = NaN, upper = NaN] = [below, Math.min(below + 1, total - 1)].map(
    (place) => values[bisectRight(upTo, place)],
  )
  return lower + (upper - lower) * (position - below)
}

/** Where the values stand, from the lowest to the highest; equal ones in their own order. */
export function orderOf(values: Values): Uint32Array {
  const read = valueAt(values)
  return Uint32Array.from(values.keys()).sort((one, other) => read(one) - read(other))
}

function ranked(values: Values, weights: Values): Ranked {
  let sum = 0
  return { values, weights, upTo: weights.map((weight) => (sum += weight)) }
}

const valueAt = (values: Values) => (at: number) => values[at] ?? NaN
