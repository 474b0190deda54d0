/**
 * The areas that are nearest to one by several figures: by the Euclidean distance between standard scores, so that a figure in euro
 * weighs as much as one in per cent. What counts as the standard (which areas have their mean and deviation taken) is the caller's to say.
 */
import type { Values } from './moments.ts'

/** One figure of all areas alike, NaN where it is missing. */
export interface Scale {
  readonly values: Values
  /** What counts as 1. It is 0 where all are equal: then the figure tells no areas apart, and counts for nothing. */
  readonly standardDeviation: number
}

export interface Neighbour {
  /** Where it stands among the areas. */
  readonly at: number
  /** In standard deviations: the root of the sum of the squares of `differences`. */
  readonly distance: number
  /** For each figure the other's value less this one's, in standard deviations. */
  readonly differences: readonly number[]
}

/**
 * The nearest areas first, those at the same distance in the order of their codes: at most `first` of the candidates. The area
 * itself has all figures and is no candidate; candidates without one of the figures are left out.
 */
export function nearestTo(
  at: number,
  scales: readonly Scale[],
  candidates: Int32Array,
  codes: readonly string[],
  first: number,
): readonly Neighbour[] {
  const distances = new Float64Array(candidates.length)
  for (let index = 0; index < candidates.length; index += 1)
    distances[index] = distanceBetween(scales, at, candidates[index] ?? at)
  const known = distances.filter((distance) => !Number.isNaN(distance)).sort()
  const farthest = known[Math.min(first, known.length) - 1] ?? -1
  const near: Neighbour[] = []
  for (const [index, distance] of distances.entries()) {
    const other = candidates[index] ?? at
    if (distance <= farthest)
      near.push({ at: other, distance, differences: scales.map((scale) => difference(scale, at, other)) })
  }
  const codeOf = (neighbour: Neighbour) => codes[neighbour.at] ?? ''
  return near
    .sort((one, other) => one.distance - other.distance || (codeOf(one) < codeOf(other) ? -1 : 1))
    .slice(0, first)
}

/** NaN where a figure of either is missing. */
function distanceBetween(scales: readonly Scale[], at: number, other: number): number {
  let squares = 0
  for (const scale of scales) squares += difference(scale, at, other) ** 2
  return Math.sqrt(squares)
}

function difference({ values, standardDeviation }: Scale, at: number, other: number): number {
  const apart = (values[other] ?? NaN) - (values[at] ?? NaN)
  return standardDeviation === 0 ? apart * 0 : apart / standardDeviation
}
