/**
 * How two figures of the same areas go together: Pearson's and Spearman's correlation, and the straight line of least squares, each
 * with an interval of 95 %. The intervals are those of independent draws from a population; areas are no such draws, so they say
 * how much the number of areas allows, not what is true of other places.
 */
import { fsum } from 'd3-array'
import { meanOf, type Values } from './moments.ts'
import { averageRanks } from './ranks.ts'
import { studentT975 } from './student-t.ts'

/** A number between the ends of its interval. */
export interface Estimate {
  readonly value: number
  readonly lower: number
  readonly upper: number
}

export type Unrelated = 'TOO_FEW_PAIRS' | 'CONSTANT'

export interface Line {
  readonly slope: Estimate
  /** What the line gives at 0, whether or not any area is there. */
  readonly intercept: Estimate
}

export interface Relation {
  readonly pearson: Estimate | Unrelated
  readonly spearman: Estimate | Unrelated
  readonly line: Line | Unrelated
}

/** Fewer pairs have no interval: its width divides by the root of n - 3. */
export const fewestPairs = 4

/** The 97.5th percentile of the standard normal distribution. */
const normal975 = 1.959963984540054

/** `x` and `y` are as long, the figures of one area at the same place. */
export function relate(x: Values, y: Values): Relation {
  if (x.length < fewestPairs) return { pearson: tooFew, spearman: tooFew, line: tooFew }
  const [xs, ys] = [centred(x), centred(y)]
  const ranks = [x, y].map((values) => centred(averageRanks(values))) as [Centred, Centred]
  return {
    pearson: estimate(correlate(xs, ys), () => 1, x.length),
    // Bonett and Wright (2000): the variance of the transformed rank correlation is 1 + r² / 2 times Pearson's.
    spearman: estimate(correlate(...ranks), (r) => 1 + r ** 2 / 2, x.length),
    line: xs.squares === 0 ? 'CONSTANT' : leastSquares(xs, ys),
  }
}

const tooFew = 'TOO_FEW_PAIRS'

/** Values less their mean. */
interface Centred {
  readonly mean: number
  readonly deviations: Values
  /** The sum of the squares of the deviations: 0 where all values are equal. */
  readonly squares: number
}

function centred(values: Values): Centred {
  const mean = meanOf(values)
  const deviations = values.map((value) => value - mean)
  return { mean, deviations, squares: products(deviations, deviations) }
}

/** Pearson's correlation, -1 to 1. */
function correlate(x: Centred, y: Centred): number | Unrelated {
  if (x.squares === 0 || y.squares === 0) return 'CONSTANT'
  const r = products(x.deviations, y.deviations) / Math.sqrt(x.squares * y.squares)
  return Math.max(-1, Math.min(1, r))
}

/** Fisher (1921): the interval is even around the inverse hyperbolic tangent of the correlation. */
function estimate(
  value: number | Unrelated,
  variance: (value: number) => number,
  pairs: number,
): Estimate | Unrelated {
  if (typeof value === 'string') return value
  const margin = normal975 * Math.sqrt(variance(value) / (pairs - 3))
  return { value, lower: Math.tanh(Math.atanh(value) - margin), upper: Math.tanh(Math.atanh(value) + margin) }
}

/** The line y = intercept + slope x, with the intervals of Student's t at n - 2 degrees of freedom. */
function leastSquares(x: Centred, y: Centred): Line {
  const pairs = x.deviations.length
  const slope = products(x.deviations, y.deviations) / x.squares
  const residuals = y.deviations.map((deviation, at) => deviation - slope * (x.deviations[at] ?? NaN))
  const variance = products(residuals, residuals) / (pairs - 2)
  const margin = studentT975(pairs - 2) * Math.sqrt(variance)
  return {
    slope: around(slope, margin * Math.sqrt(1 / x.squares)),
    intercept: around(y.mean - slope * x.mean, margin * Math.sqrt(1 / pairs + x.mean ** 2 / x.squares)),
  }
}

const around = (value: number, margin: number): Estimate => ({
  value,
  lower: value - margin,
  upper: value + margin,
})

const products = (some: Values, others: Values): number =>
  fsum(some.map((value, at) => value * (others[at] ?? NaN)))
