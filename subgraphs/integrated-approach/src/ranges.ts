/**
 * Counts that are known between bounds, and shares of them. A published count is rounded to 5 and at least 10, a withheld one is 0 or more;
 * a count that nobody has is null, which is no zero. Bounds follow from what is published, so they tell nothing that it does not.
 */
import { round } from './vocabulary.ts'

/** Whole numbers; `upper` is Infinity where there is no bound. */
export interface Range {
  readonly lower: number
  readonly upper: number
}

/** A share in per cent, with one decimal; nothing of it is known where all are null. */
export interface ShareRange {
  readonly value: number | null
  readonly lower: number | null
  readonly upper: number | null
}

/** A number that is known between bounds; the value is null where it is withheld, and `upper` where there is no bound. */
export type Amount = readonly [value: number | null, lower: number, upper: number | null]

/** Homes, with one decimal, that may be known between bounds only; all null where nothing is known. */
export interface Homes {
  readonly value: number | null
  readonly lower: number | null
  readonly upper: number | null
}

export const unknownShare: ShareRange = { value: null, lower: null, upper: null }

/** Fewer are withheld. */
const leastPublished = 10
/** A published count is this far from the true one at the most. */
const slack = 2

export const withheld: Range = { lower: 0, upper: Infinity }
export const none: Range = { lower: 0, upper: 0 }

/** What the true count of a published one is between. */
export function ofPublished(count: number): Range {
  const least = count < leastPublished ? 0 : leastPublished
  return { lower: Math.max(least, count - slack), upper: count + slack }
}

export function sum(ranges: readonly Range[]): Range {
  return ranges.reduce(
    (all, { lower, upper }) => ({ lower: all.lower + lower, upper: all.upper + upper }),
    none,
  )
}

/** The same, at most `upper`; not under its lower bound, which figures that contradict each other could ask. */
export function atMost(range: Range, upper: number): Range {
  return { lower: range.lower, upper: Math.max(range.lower, Math.min(range.upper, upper)) }
}

/** A part of one in per cent, rounded down so that it is still a lower bound. */
export function roundedDown(part: number): number {
  return Math.max(0, Math.floor(part * 1_000 + 1e-9) / 10)
}

/** Rounded up so that it is still an upper bound; 100 at the most. */
export function roundedUp(part: number): number {
  return Math.min(100, Math.ceil(part * 1_000 - 1e-9) / 10)
}

/** A part in per cent with one decimal; null where there is no whole. */
export function share(part: number | null, total: number | null): number | null {
  return part === null || total === null || total <= 0 ? null : round((100 * part) / total, 1)
}

/** A count as it is kept, with its bounds; null where nobody has it. */
export function amount(value: number | null, range: Range | null): Amount | null {
  return range && [value, range.lower, Number.isFinite(range.upper) ? range.upper : null]
}

/** Rounded so that the bounds still hold; what is not finite is no bound. */
export function homesOf(value: number | null, lower: number, upper: number): Homes {
  const finite = (bound: number) => (Number.isFinite(bound) ? bound + 0 : null)
  return {
    value: value === null || !Number.isFinite(value) ? null : round(value, 1) + 0,
    lower: finite(Math.floor(lower * 10 + 1e-9) / 10),
    upper: finite(Math.ceil(upper * 10 - 1e-9) / 10),
  }
}
