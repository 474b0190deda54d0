/**
 * One neighbourhood in one year, as a domain meets it when it makes its figures: what kind of place it is, who lives there, and
 * chance that is the same at every call.
 */
import { apportion } from './apportion.ts'
import {
  peopleOf,
  type Ages,
  type Characteristics,
  type SyntheticArea,
  type SyntheticCountry,
} from './country.ts'
import { deviation } from './noise.ts'

// A class, since a large country makes half a million of these: its methods need it and do not travel alone.
export class Place {
  readonly inhabitants: number
  readonly households: number
  readonly ages: Ages
  readonly is: Characteristics
  /** Of land, in hectares. */
  readonly land: number
  /** How many years after the country's first year. */
  readonly yearsOn: number
  readonly #seed: number
  readonly #code: string

  constructor(
    { seed, periods }: SyntheticCountry,
    area: SyntheticArea,
    readonly period: number,
  ) {
    const { inhabitants, households, ages } = peopleOf(area, period)
    this.inhabitants = inhabitants
    this.households = households
    this.ages = ages
    this.is = area.characteristics
    this.land = area.land
    this.yearsOn = period - (periods[0] ?? period)
    this.#seed = seed
    this.#code = area.code
  }

  /** A factor around 1, at most `spread` away, the same in every year. */
  own(name: string, spread: number): number {
    return 1 + spread * deviation(this.#seed, this.#code, name)
  }

  /** A factor around 1, at most about `spread` away: mostly the place's own, a little the year's. */
  vary(name: string, spread: number): number {
    const ofTheYear = deviation(this.#seed, this.#code, name, this.period)
    return 1 + spread * (0.9 * deviation(this.#seed, this.#code, name) + 0.15 * ofTheYear)
  }

  /** How many of a whole, at a rate that differs between places: a whole number. */
  some(name: string, total: number, rate: number, spread = 0.2): number {
    return Math.max(0, Math.min(total, Math.round(total * rate * this.vary(name, spread))))
  }

  /** A whole number divided over kinds, by weights that differ between places: whole numbers that add up to it. */
  split<Kind extends string>(
    total: number,
    weights: Readonly<Record<Kind, number>>,
    spread = 0.1,
  ): Record<Kind, number> {
    const varied: number[] = []
    for (const kind in weights) varied.push(Math.max(0, weights[kind]) * this.vary(kind, spread))
    const parts = apportion(total, varied)
    const divided: Record<Kind, number> = { ...weights }
    let index = 0
    for (const kind in weights) {
      divided[kind] = parts[index] ?? 0
      index += 1
    }
    return divided
  }
}

/** The same as `make`, worked out once for each place: for what many people of one place ask. */
export function oncePerPlace<Value>(make: (place: Place) => Value): (place: Place) => Value {
  const values = new WeakMap<Place, { readonly value: Value }>()
  return (place) => {
    const entry = values.get(place) ?? { value: make(place) }
    values.set(place, entry)
    return entry.value
  }
}
