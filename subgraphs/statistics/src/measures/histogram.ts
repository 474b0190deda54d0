/**
 * A histogram with round edges: bins of 1, 2 or 5 times a power of ten, about as wide as Freedman and Diaconis (1981) advise.
 * Whole numbers get bins of whole width. A value on an edge is in the bin that begins there, the highest in the last bin.
 */
import { bisectLeft, fsum } from 'd3-array'
import { quantileOf, type Ranked } from './quantiles.ts'

export interface Bin {
  readonly lower: number
  readonly upper: number
  /** How many values are in it, and what they weigh. */
  readonly count: number
  readonly weight: number
}

/** How many bins the rule may give. */
const [fewest, most] = [5, 50]

/** Up to which width, in powers of ten, 1, 2 and 5 are taken: the least that is as wide, or the nearest by ratio. */
const [roundedUp, nearest] = [[1, 2, 5], [2, 10, 50].map(Math.sqrt)]

/**
 * From the lowest value to the highest, empty bins included. At most `bins` of them, 2 or more; without it by the rule, at most 50.
 * Where all values are equal there is one bin without width; without values there is none.
 */
export function histogramOf(ranked: Ranked, bins?: number | null): readonly Bin[] {
  const { values, weights } = ranked
  const [least, greatest] = [values.at(0), values.at(-1)]
  if (least === undefined || greatest === undefined) return []
  const edges = least === greatest ? [least, least] : edgesOf(ranked, least, greatest, bins)
  const starts = edges.slice(0, -1)
  const bounds = [...starts.slice(1).map((edge) => bisectLeft(values, edge)), values.length]
  return starts.map((lower, at) => {
    const [from = 0, to = 0] = [at === 0 ? 0 : bounds[at - 1], bounds[at]]
    const upper = edges[at + 1] ?? lower
    return { lower, upper, count: to - from, weight: fsum(weights.subarray(from, to)) }
  })
}

function edgesOf(
  ranked: Ranked,
  least: number,
  greatest: number,
  bins: number | null | undefined,
): readonly number[] {
  const range = greatest - least
  const mostBins = bins ?? most
  const whole = ranked.values.every(Number.isInteger)
  let { factor, power } =
    bins == null ? roundWidth(range / advised(ranked, range), nearest) : roundWidth(range / bins, roundedUp)
  if (whole && power < 0) [factor, power] = [1, 0]
  for (;;) {
    const edge = multipleOf(factor, power)
    const first = lastAtMost(least, edge, factor * 10 ** power)
    let last = first + 1
    while (edge(last) < greatest && last - first <= mostBins) last += 1
    if (last - first <= mostBins) return Array.from({ length: last - first + 1 }, (_, at) => edge(first + at))
    ;[factor, power] = factor === 1 ? [2, power] : factor === 2 ? [5, power] : [1, power + 1]
  }
}

/** Freedman and Diaconis: a width of twice the interquartile range by the cube root of n; Sturges where half of the values are equal. */
function advised(ranked: Ranked, range: number): number {
  const { length } = ranked.values
  const spread = (quantileOf(ranked, 0.75) ?? 0) - (quantileOf(ranked, 0.25) ?? 0)
  const count = spread > 0 ? (range * Math.cbrt(length)) / (2 * spread) : Math.log2(length) + 1
  return Math.max(fewest, Math.min(most, Math.ceil(count)))
}

/** 1, 2 or 5 times a power of ten. */
function roundWidth(width: number, bounds: readonly number[]): { factor: number; power: number } {
  const power = Math.floor(Math.log10(width))
  const lead = width / 10 ** power
  const factor = [1, 2, 5].find((_, at) => lead <= (bounds[at] ?? 0))
  return factor === undefined ? { factor: 1, power: power + 1 } : { factor, power }
}

/** Multiples as they are written in decimals: 3 times 0.1 is 0.3. */
function multipleOf(factor: number, power: number): (times: number) => number {
  const whole = 10 ** Math.abs(power)
  return power < 0 ? (times) => (times * factor) / whole : (times) => times * factor * whole
}

function lastAtMost(value: number, edge: (times: number) => number, width: number): number {
  const near = Math.floor(value / width)
  return edge(near + 1) <= value ? near + 1 : edge(near) <= value ? near : near - 1
}
