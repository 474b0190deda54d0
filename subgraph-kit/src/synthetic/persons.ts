/**
 * Synthetic people of the invented country: who they are follows from their place in the list, so any of them can be made alone and
 * every domain makes the same. They are spread over neighbourhoods and ages as the inhabitants of the newest year are. What a domain
 * keeps of a person is its own seed's.
 */
import { syntheticNumbers } from '../identifiers/citizen-service-number.ts'
import { apportion } from './apportion.ts'
import { circumstanceOf, type Circumstance } from './circumstances.ts'
import type { SyntheticArea, SyntheticCountry } from './country.ts'
import { draw } from './noise.ts'
import { Place } from './place.ts'
import { ageBands } from './population.ts'

/** One person, with chance of their own. */
export class SyntheticPerson {
  readonly circumstance: Circumstance
  readonly #seed: number

  constructor(
    country: SyntheticCountry,
    /** The citizen service number: eleven-proof, 900000000 or more. */
    readonly number: string,
    readonly area: SyntheticArea,
    /** The neighbourhood in the country's newest year. */
    readonly place: Place,
    /** On 31 December of that year. */
    readonly age: number,
  ) {
    this.#seed = country.seed
    this.circumstance = circumstanceOf(place, age, this.draw('circumstance'))
  }

  /** A number from 0 up to 1; the same for the same name. */
  draw(name: string): number {
    return draw(this.#seed, this.number, name)
  }

  chance(name: string, probability: number): boolean {
    return this.draw(name) < probability
  }

  /** A whole number from `least` up to and including `most`. */
  between(name: string, least: number, most: number): number {
    return least + Math.floor(this.draw(name) * (most - least + 1))
  }

  /** One of these, each as likely as its weight. */
  pick<Kind extends string>(name: string, weights: Readonly<Partial<Record<Kind, number>>>): Kind {
    const kinds = Object.keys(weights) as Kind[]
    const total = kinds.reduce((sum, kind) => sum + (weights[kind] ?? 0), 0)
    let left = this.draw(name) * total
    return kinds.find((kind) => (left -= weights[kind] ?? 0) < 0) ?? (kinds[0] as Kind)
  }

  /** A day, ISO 8601, at least and at most so many days before the end of the newest year; none before they were born. */
  day(name: string, [least, most]: readonly [least: number, most: number]): string {
    const end = Date.UTC(this.place.period + 1, 0, 1)
    const longest = Math.min(most, this.age * 365)
    const shortest = Math.min(least, longest)
    const days = shortest + this.draw(`${name} day`) * (longest - shortest)
    return new Date(end - Math.floor(days) * 86_400_000).toISOString().slice(0, 10)
  }
}

/** All people of a country, by their place in the list. */
export class SyntheticPersons {
  readonly numbers: Uint32Array
  readonly #country: SyntheticCountry
  readonly #areas: readonly SyntheticArea[]
  readonly #period: number
  /** Where the people of each neighbourhood end in the list. */
  readonly #ends: Uint32Array
  readonly #places = new Map<number, Place>()

  constructor(country: SyntheticCountry) {
    this.#country = country
    this.#period = country.periods.at(-1) ?? 0
    this.#areas = country.areas.filter(({ level }) => level === 'NEIGHBOURHOOD')
    const inhabitants = this.#areas.map(({ people }) => people.get(this.#period)?.inhabitants ?? 0)
    let end = 0
    this.#ends = Uint32Array.from(apportion(country.persons, inhabitants), (size) => (end += size))
    this.numbers = syntheticNumbers(end)
  }

  get count(): number {
    return this.numbers.length
  }

  at(index: number): SyntheticPerson {
    const where = this.#neighbourhoodOf(index)
    const area = this.#areas[where]
    if (!area) throw new RangeError(`There is no person ${String(index)}`)
    let place = this.#places.get(where)
    if (!place) this.#places.set(where, (place = new Place(this.#country, area, this.#period)))
    const start = this.#ends[where - 1] ?? 0
    // The first of a neighbourhood are the youngest, evenly over its ages.
    const part = (index - start + 0.5) / ((this.#ends[where] ?? 0) - start)
    const number = String(this.numbers[index])
    return new SyntheticPerson(this.#country, number, area, place, ageAt(place, part))
  }

  #neighbourhoodOf(index: number): number {
    let [low, high] = [0, this.#ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#ends[middle] ?? 0) > index) high = middle
      else low = middle + 1
    }
    return low
  }
}

/** The age at this part of the inhabitants, from the youngest to the oldest. */
function ageAt({ ages, inhabitants }: Place, part: number): number {
  let left = part * inhabitants
  for (const [size, from, to] of ageBands(ages)) {
    if (left < size) return from + Math.floor((left / size) * (to - from))
    left -= size
  }
  return 94
}
