/**
 * How a published figure follows from exact quantities added up over an area: counts rounded, shares, rates and averages of the
 * sums. Each also says in which years it is published and for which neighbourhoods it is missing; larger areas lack nothing.
 */
import type { Figure } from '../figures/figure.ts'
import type { SyntheticArea } from './country.ts'

/** Exact quantities of one area and year, by name. */
export type Sums<Name extends string> = Readonly<Record<Name, number>>

/** When a figure is published, and where it is not. */
export interface Terms<Name extends string> {
  /** The first and the last year of publication. */
  readonly from?: number
  readonly until?: number
  /** Missing for a neighbourhood that has fewer than this many of this quantity. */
  readonly atLeast?: readonly [name: Name, number: number]
  /** The part of the neighbourhoods for which it is missing without a pattern, as in life. */
  readonly gaps?: number
}

export interface Formula<Name extends string> extends Terms<Name> {
  figure(sums: Sums<Name>, area: SyntheticArea): Figure
}

/** Terms, and what a figure is rounded to a multiple of. */
export type RoundedTerms<Name extends string> = Terms<Name> & { readonly nearest?: number }

/** A quantity itself, to a multiple of 5 as the CBS does. */
export function count<Name extends string>(name: Name, terms: RoundedTerms<Name> = {}): Formula<Name> {
  const { nearest = 5, ...rest } = terms
  return { ...rest, figure: (sums) => round(sums[name], nearest) }
}

/** A part in per cent of its whole, in whole per cent. */
export function share<Name extends string>(
  part: Name,
  total: Name,
  terms: RoundedTerms<Name> = {},
): Formula<Name> {
  return ratio(part, total, 100, { nearest: 1, ...terms })
}

/** A part per thousand of its whole, in whole numbers. */
export function perThousand<Name extends string>(
  part: Name,
  total: Name,
  terms: RoundedTerms<Name> = {},
): Formula<Name> {
  return ratio(part, total, 1_000, { nearest: 1, ...terms })
}

/** A total divided over those it is of: weighted by them in every larger area. */
export function average<Name extends string>(
  total: Name,
  number: Name,
  terms: RoundedTerms<Name> = {},
): Formula<Name> {
  return ratio(total, number, 1, { nearest: 1, ...terms })
}

/** A figure that is no sum, part or average; null where it means nothing for an area. */
export function derived<Name extends string>(
  figure: (sums: Sums<Name>, area: SyntheticArea) => Figure,
  terms: Terms<Name> = {},
): Formula<Name> {
  return { ...terms, figure }
}

function ratio<Name extends string>(
  part: Name,
  total: Name,
  times: number,
  { nearest, ...terms }: Terms<Name> & { readonly nearest: number },
): Formula<Name> {
  return {
    ...terms,
    figure: (sums) => (sums[total] > 0 ? round((sums[part] / sums[total]) * times, nearest) : null),
  }
}

/** Steps under 1 are tenths: 0.1 times a whole number would not be the nearest decimal. */
function round(number: number, nearest: number): number {
  return nearest < 1
    ? Math.round(number / nearest) / Math.round(1 / nearest)
    : Math.round(number / nearest) * nearest
}
