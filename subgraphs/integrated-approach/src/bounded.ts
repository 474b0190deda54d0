/**
 * Arithmetic on numbers that are known between bounds, each result with bounds that hold whatever the numbers are. `upper` is Infinity where
 * there is no bound; the value is null where it does not follow from what is published.
 */
import { homesOf, type Amount, type Homes } from './ranges.ts'

export interface Bounded {
  readonly value: number | null
  readonly lower: number
  readonly upper: number
}

export const exactly = (value: number): Bounded => ({ value, lower: value, upper: value })

export const none = exactly(0)

export function ofAmount([value, lower, upper]: Amount): Bounded {
  return { value, lower, upper: upper ?? Infinity }
}

export function toHomes({ value, lower, upper }: Bounded): Homes {
  return homesOf(value, lower, upper)
}

export function plus(...numbers: readonly Bounded[]): Bounded {
  return numbers.reduce(
    (sum, each) => ({
      value: withBoth(sum, each, (a, b) => a + b),
      lower: sum.lower + each.lower,
      upper: sum.upper + each.upper,
    }),
    none,
  )
}

export function minus(a: Bounded, b: Bounded): Bounded {
  return {
    value: withBoth(a, b, (one, other) => one - other),
    lower: a.lower - b.upper,
    upper: a.upper - b.lower,
  }
}

export function atLeastNone({ value, lower, upper }: Bounded): Bounded {
  const floor = (number: number) => Math.max(0, number)
  return { value: value === null ? null : floor(value), lower: floor(lower), upper: floor(upper) }
}

/** Of numbers of 0 or more. */
export function times(a: Bounded, b: Bounded): Bounded {
  return {
    value: withBoth(a, b, product),
    lower: product(a.lower, b.lower),
    upper: product(a.upper, b.upper),
  }
}

export function least(a: Bounded, b: Bounded): Bounded {
  return {
    value: withBoth(a, b, Math.min),
    lower: Math.min(a.lower, b.lower),
    upper: Math.min(a.upper, b.upper),
  }
}

/** Of a number of 0 or more, times one that may be under 0. */
export function scaled({ value, lower, upper }: Bounded, factor: number): Bounded {
  const [one, other] = [product(lower, factor), product(upper, factor)]
  return {
    value: value === null ? null : value * factor,
    lower: Math.min(one, other),
    upper: Math.max(one, other),
  }
}

/** What both say of one number; the second where they contradict each other. */
export function within(a: Bounded, b: Bounded): Bounded {
  const lower = Math.max(a.lower, b.lower)
  const upper = Math.min(a.upper, b.upper)
  return lower > upper ? b : { value: a.value ?? b.value, lower, upper }
}

/** Nothing of what has no bound is nothing. */
export function product(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : a * b
}

function withBoth(a: Bounded, b: Bounded, compute: (a: number, b: number) => number): number | null {
  return a.value === null || b.value === null ? null : compute(a.value, b.value)
}
