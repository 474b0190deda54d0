/**
 * One figure of several areas, from theirs: counts add up, and a share, an average or a rate is weighted by what it is divided by. It claims no
 * more than its members do: where one lacks its figure there is no result, only bounds, and those only where they hold whatever is missing.
 * Whether the areas overlap, and which indicator is the weight, is for others to see to.
 */

/** How figures of several areas are taken together, where they can be. */
export type Combination = 'SUM' | 'WEIGHTED_MEAN'

/** One area with its figure; the weight counts for a WEIGHTED_MEAN only. Null where there is none. */
export interface CombinedMember {
  readonly value: number | null
  readonly weight: number | null
}

/** The least and the most that a figure of the indicator can be; null for no bound. */
export interface FigureBounds {
  readonly minimum: number | null
  readonly maximum: number | null
}

export interface Combined {
  /** Null where a member lacks its figure or its weight, where there are no members, and where all weights are 0. */
  readonly value: number | null
  /** What the result is at least and at most; the value where there is one, null where nothing is sure. */
  readonly lower: number | null
  readonly upper: number | null
  /** How many members have all that the result needs of them. */
  readonly included: number
}

/** The combination of a kind of indicator, as `@indicator` declares it; null for those that are never taken together. */
export function combinationOf(kind: string | null): Combination | null {
  if (kind === 'COUNT') return 'SUM'
  return kind === 'SHARE' || kind === 'AVERAGE' || kind === 'RATE' ? 'WEIGHTED_MEAN' : null
}

/** Combines the figures of members that do not overlap. */
export function combine(
  combination: Combination,
  members: readonly CombinedMember[],
  bounds: FigureBounds,
): Combined {
  if (members.length === 0) return { value: null, lower: null, upper: null, included: 0 }
  return combination === 'SUM' ? sumOf(members, bounds) : weightedMeanOf(members, bounds)
}

function sumOf(members: readonly CombinedMember[], { minimum, maximum }: FigureBounds): Combined {
  const known = members.flatMap(({ value }) => value ?? [])
  const lacking = members.length - known.length
  const sum = stableSum(known)
  if (lacking === 0) return { value: sum, lower: sum, upper: sum, included: known.length }
  return {
    value: null,
    lower: minimum === null ? null : sum + lacking * minimum,
    upper: maximum === null ? null : sum + lacking * maximum,
    included: known.length,
  }
}

/** A member of weight 0 adds nothing, whether or not it has a figure. */
function weightedMeanOf(members: readonly CombinedMember[], { minimum, maximum }: FigureBounds): Combined {
  const isIn = ({ value, weight }: CombinedMember) => weight === 0 || (value !== null && weight !== null)
  const included = members.filter(isIn).length
  const total = stableSum(members.map(({ weight }) => weight ?? Number.NaN))
  if (Number.isNaN(total) || total === 0) return { value: null, lower: null, upper: null, included }
  const mean = (otherwise: number) =>
    stableSum(members.map(({ value, weight }) => (weight ? weight * (value ?? otherwise) : 0))) / total
  if (included === members.length) {
    const value = mean(0)
    return { value, lower: value, upper: value, included }
  }
  return {
    value: null,
    lower: minimum === null ? null : mean(minimum),
    upper: maximum === null ? null : mean(maximum),
    included,
  }
}

/** The sum of numbers, with what rounding loses added at the end (Neumaier 1974); NaN where one is. */
export function stableSum(numbers: Iterable<number>): number {
  let sum = 0
  let lost = 0
  for (const number of numbers) {
    const next = sum + number
    lost += Math.abs(sum) >= Math.abs(number) ? sum - next + number : number - next + sum
    sum = next
  }
  return sum + lost
}
