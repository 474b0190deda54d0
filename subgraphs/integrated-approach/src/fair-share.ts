/**
 * How homes for one focus group are divided over municipalities, and how they would be by three keys: inhabitants, the dwellings of
 * corporations, and the households of the group that seek a home. A share is of the municipalities that have the figure; those that have not
 * are named. Bounds hold for the true counts, and every one of them is arithmetic on published figures. The formula: decision 68.
 */
import type { FairShareInput } from './fair-share-inputs.ts'
import {
  homesOf,
  roundedDown,
  roundedUp,
  unknownShare,
  type Amount,
  type Homes,
  type ShareRange,
} from './ranges.ts'
import { round, type FocusGroup } from './vocabulary.ts'

/** What homes can be divided by, and the homes themselves. */
export const divisionKeys = ['INHABITANTS', 'CORPORATION_STOCK', 'HOUSEHOLDS'] as const
export const dividedHomes = ['LETTINGS', 'PLANNED_HOMES'] as const

export type DivisionKey = (typeof divisionKeys)[number]
export type DividedHomes = (typeof dividedHomes)[number]
export type FairShareFigure = DivisionKey | DividedHomes

export const fairShareFigures: readonly FairShareFigure[] = [...divisionKeys, ...dividedHomes]

/** How many homes a municipality has more than a key would give it. */
export interface Difference {
  readonly key: DivisionKey
  readonly homes: DividedHomes
  readonly difference: Homes
}

export interface MunicipalShare {
  readonly code: string
  readonly shares: Readonly<Record<FairShareFigure, ShareRange>>
  readonly differences: readonly Difference[]
}

/** A figure of all municipalities together, of those that have it. */
export interface Whole {
  readonly figure: FairShareFigure
  readonly period: number | null
  readonly total: Homes
  /** How many municipalities have it. */
  readonly known: number
  /** The codes of those that have not. */
  readonly missing: readonly string[]
}

export interface FairShare {
  readonly wholes: readonly Whole[]
  readonly municipalities: readonly MunicipalShare[]
}

const nothing: Homes = { value: null, lower: null, upper: null }

/** `absent` are codes of municipalities that nothing is known of. */
export function fairShare(
  inputs: readonly FairShareInput[],
  group: FocusGroup,
  absent: readonly string[] = [],
): FairShare {
  const amounts = new Map(
    fairShareFigures.map((figure) => [figure, inputs.map((input) => amountOf(input, group, figure))]),
  )
  const of = (figure: FairShareFigure) => amounts.get(figure) ?? []
  const wholes = new Map(fairShareFigures.map((figure) => [figure, add(of(figure))]))
  const pairs = divisionKeys.flatMap((key) =>
    dividedHomes.map((homes) => pairOf(key, homes, of(key), of(homes))),
  )
  return {
    wholes: fairShareFigures.map((figure) => {
      const whole = wholes.get(figure) ?? add([])
      const missing = inputs.flatMap(({ code }, at) => (of(figure)[at] ? [] : [code]))
      return {
        figure,
        period: periodOf(inputs[0], group, figure),
        total: whole.count === 0 ? nothing : homesOf(whole.value, whole.lower, upperOf(whole)),
        known: whole.count,
        missing: [...missing, ...absent].sort(),
      }
    }),
    municipalities: inputs.map(({ code }, at) => ({
      code,
      shares: Object.fromEntries(
        fairShareFigures.map((figure) => [figure, inPercent(partOf(of(figure)[at], wholes.get(figure)))]),
      ) as Record<FairShareFigure, ShareRange>,
      differences: pairs.map(({ key, homes, differenceAt }) => ({
        key,
        homes,
        difference: differenceAt(at),
      })),
    })),
  }
}

function amountOf(input: FairShareInput, group: FocusGroup, figure: FairShareFigure): Amount | null {
  const ofGroup = input.groups[group]
  const amounts = {
    INHABITANTS: input.inhabitants,
    CORPORATION_STOCK: input.corporationStock,
    HOUSEHOLDS: ofGroup.households,
    LETTINGS: ofGroup.lettings,
    PLANNED_HOMES: ofGroup.plannedHomes,
  } satisfies Record<FairShareFigure, Amount | null>
  return amounts[figure]
}

/** Plans have no year: they are as known now. */
function periodOf(
  input: FairShareInput | undefined,
  group: FocusGroup,
  figure: FairShareFigure,
): number | null {
  if (!input || figure === 'PLANNED_HOMES') return null
  const { inhabitants, corporationStock, households, lettings } = input.periods
  const periods = {
    INHABITANTS: inhabitants,
    CORPORATION_STOCK: corporationStock,
    HOUSEHOLDS: households[group],
    LETTINGS: lettings,
  }
  return periods[figure]
}

/** Amounts added up; the value is null where one of them is withheld. */
interface Sum {
  readonly value: number | null
  readonly lower: number
  /** Of those that have a bound. */
  readonly bounded: number
  /** How many have none. */
  readonly unbounded: number
  readonly count: number
}

const most = (upper: number | null) => upper ?? Infinity

function add(amounts: readonly (Amount | null | undefined)[]): Sum {
  let value: number | null = 0
  let [lower, bounded, unbounded, count] = [0, 0, 0, 0]
  for (const amount of amounts) {
    if (!amount) continue
    value = value === null || amount[0] === null ? null : value + amount[0]
    lower += amount[1]
    bounded += amount[2] ?? 0
    unbounded += amount[2] === null ? 1 : 0
    count += 1
  }
  return { value, lower, bounded, unbounded, count }
}

const upperOf = ({ bounded, unbounded }: Sum) => (unbounded > 0 ? Infinity : bounded)

/** What the others are at their least and their most. */
function restOf(whole: Sum, [, lower, upper]: Amount) {
  const unbounded = whole.unbounded - (upper === null ? 1 : 0)
  return {
    lower: Math.max(0, whole.lower - lower),
    upper: unbounded > 0 ? Infinity : Math.max(0, whole.bounded - (upper ?? 0)),
  }
}

/** Parts of one, exact. */
interface Part {
  readonly value: number | null
  readonly lower: number
  readonly upper: number
}

/** The part is least where it is at its least and all others at their most, and the other way round; null where there is no whole. */
function partOf(amount: Amount | null | undefined, whole: Sum | undefined): Part | null {
  if (!amount || !whole || upperOf(whole) <= 0) return null
  const [value, lower, greatest] = amount
  const upper = most(greatest)
  const others = restOf(whole, amount)
  return {
    value: value === null || whole.value === null || whole.value <= 0 ? null : value / whole.value,
    lower: lower === 0 ? 0 : lower / (lower + others.upper),
    upper: upper === 0 ? 0 : upper === Infinity ? 1 : upper / (upper + others.lower),
  }
}

function inPercent(part: Part | null): ShareRange {
  if (part === null) return unknownShare
  const { value, lower, upper } = part
  return {
    value: value === null ? null : round(100 * value, 1),
    lower: roundedDown(lower),
    upper: roundedUp(upper),
  }
}

/** A key and what it divides, over the municipalities that have both: like is divided by like. */
function pairOf(
  key: DivisionKey,
  homes: DividedHomes,
  keyAmounts: readonly (Amount | null)[],
  homesAmounts: readonly (Amount | null)[],
) {
  const both = keyAmounts.map((amount, at) => (amount && homesAmounts[at] ? amount : null))
  const divided = homesAmounts.map((amount, at) => (both[at] ? amount : null))
  const [wholeKey, wholeHomes] = [add(both), add(divided)]
  return {
    key,
    homes,
    differenceAt: (at: number) => differenceOf(divided[at] ?? null, wholeHomes, partOf(both[at], wholeKey)),
  }
}

/**
 * What a municipality has, less its part of all there are: with d its own homes, r those of the others and s its part by the key,
 * d - s(d + r) = d(1 - s) - sr, which is least where d is, and s and r are at their most.
 */
function differenceOf(amount: Amount | null, whole: Sum, part: Part | null): Homes {
  if (amount === null || part === null) return nothing
  const [value, lower, greatest] = amount
  const others = restOf(whole, amount)
  const isExact = value !== null && whole.value !== null && part.value !== null
  return homesOf(
    isExact ? value - part.value * whole.value : null,
    lower * (1 - part.upper) - times(part.upper, others.upper),
    times(1 - part.lower, most(greatest)) - part.lower * others.lower,
  )
}

/** Nothing of what has no bound is nothing. */
function times(part: number, number: number): number {
  return part === 0 ? 0 : part * number
}
