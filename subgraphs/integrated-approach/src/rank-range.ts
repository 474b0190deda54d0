/**
 * How much a rank owes to the choices behind the score: the ranks that an area has when one domain is left out, when one weighs double or
 * half, and when each indicator weighs the same instead of each domain (OECD and JRC, Handbook on Constructing Composite Indicators, 2008,
 * step 7). Rank 1 is the heaviest load.
 */
import type { RankRange } from './results.ts'
import type { Variant } from './social-load-basis.ts'

/** A weight for each domain. */
export type Weights = readonly number[]

/** Every choice that is tried; the first is the score's own. */
export function choicesOf({ domains, basis }: Variant): readonly Weights[] {
  const with_ = (at: number, weight: number) => domains.map((_, index) => (index === at ? weight : 1))
  return [
    domains.map(() => 1),
    ...[0, 2, 0.5].flatMap((weight) => domains.map((_, at) => with_(at, weight))),
    domains.map((domain) => basis.filter((indicator) => indicator.domain === domain).length),
  ]
}

/** Of each area the range of its ranks, over the areas with a score: null stands for one without. */
export function rankRanges(
  areas: readonly (readonly (number | null)[] | null)[],
  variant: Variant,
): readonly (RankRange | null)[] {
  const of = areas.filter((components) => components !== null).length
  const ranges = areas.map((components) => (components ? { from: Infinity, to: 0, of } : null))
  for (const weights of choicesOf(variant)) {
    const scores = areas.map((components) => (components ? weighted(components, weights) : null))
    const sorted = Float64Array.from(scores.filter((score) => score !== null)).sort()
    for (const [index, score] of scores.entries()) {
      const range = ranges[index]
      if (!range || score === null) continue
      const rank = 1 + countAbove(sorted, score)
      range.from = Math.min(range.from, rank)
      range.to = Math.max(range.to, rank)
    }
  }
  return ranges
}

/** Null where no component that weighs anything is known. */
function weighted(components: readonly (number | null)[], weights: Weights): number | null {
  let [sum, totalWeight] = [0, 0]
  for (const [at, component] of components.entries()) {
    const weight = weights[at] ?? 0
    if (component === null || weight === 0) continue
    sum += weight * component
    totalWeight += weight
  }
  return totalWeight === 0 ? null : sum / totalWeight
}

/** How many of the sorted scores are higher; those that differ by rounding only are equal. */
function countAbove(sorted: Float64Array, score: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) <= score + 1e-9) low = middle + 1
    else high = middle
  }
  return sorted.length - low
}
