/**
 * The invented country that comes with the hub: its areas, what kind of places they are, and who lives there by year. Everything
 * follows from the options, so the same options give the same country everywhere. Figures of a domain belong to that domain's seed.
 */
import type { AreaLevel } from '../identifiers/area-code.ts'
import type { TableSource } from '../statline/table.ts'
import { drawMap, mostNeighbourhoods, type MapArea, type Parents } from './map.ts'
import { characterise, layOut, populate, type Characteristics, type People } from './population.ts'

export type { Parents } from './map.ts'
export type { Ages, Characteristics, People } from './population.ts'

/** `hub seed --neighbourhoods --seed`. */
export interface CountryOptions {
  /** Another number makes another country: 1 without it. */
  readonly seed?: number
  /** 1 to 40,000; 100 without it, in three municipalities. 14,000 are as many as the Netherlands have. */
  readonly neighbourhoods?: number
  /** How many synthetic people have records, up to 1,000,000: none without it. */
  readonly people?: number
}

/** One area of the invented country. It keeps its code, name and parents in every year. */
export interface SyntheticArea {
  readonly code: string
  readonly name: string
  readonly level: AreaLevel
  readonly parents: Parents
  readonly characteristics: Characteristics
  /** Of land, in hectares. */
  readonly land: number
  /** By year, counted exactly: what is published is rounded. */
  readonly people: ReadonlyMap<number, People>
}

export interface SyntheticCountry {
  readonly seed: number
  /** The table that all figures of this country say they are from. */
  readonly source: TableSource
  /** The years there are figures of, the oldest first. */
  readonly periods: readonly number[]
  /** Parents before the areas in them; one country, its neighbourhoods last. */
  readonly areas: readonly SyntheticArea[]
  /** How many people there are to keep records of: persons.ts makes them. */
  readonly persons: number
}

const mostPersons = 1_000_000
const firstPeriod = 2019
const periods = [firstPeriod, 2020, 2021, 2022, 2023, 2024]

const source: TableSource = {
  table: 'SYNTHETIC',
  title: 'Invented figures of an invented country, to try the hub with',
  publisher: 'Samenhang (synthetic)',
  licence: 'CC0 1.0',
  retrievedAt: '2026-01-01T00:00:00.000Z',
  status: null,
}

/** A country of nothing: to seed it removes what an earlier seed wrote. */
export const noCountry: SyntheticCountry = { seed: 1, source, periods: [], areas: [], persons: 0 }

/** Throws RangeError where the number of neighbourhoods cannot be had. */
export function makeCountry({
  seed = 1,
  neighbourhoods = 100,
  people: persons = 0,
}: CountryOptions = {}): SyntheticCountry {
  if (!Number.isInteger(neighbourhoods) || neighbourhoods < 1 || neighbourhoods > mostNeighbourhoods) {
    throw new RangeError(
      `An invented country has 1 to ${String(mostNeighbourhoods)} neighbourhoods, not ${String(neighbourhoods)}`,
    )
  }
  if (!Number.isInteger(persons) || persons < 0 || persons > mostPersons)
    throw new RangeError(`An invented country has 0 to ${String(mostPersons)} people, not ${String(persons)}`)
  const map = drawMap(seed, neighbourhoods)
  const inhabited = map.filter(({ level }) => level === 'NEIGHBOURHOOD').map((area) => settleArea(seed, area))
  const within = new Map<string, SyntheticArea[]>()
  for (const area of inhabited) {
    const { country, province, municipality, district } = area.parents
    for (const parent of [country, province, municipality, district]) {
      if (!parent) continue
      const others = within.get(parent)
      if (others) others.push(area)
      else within.set(parent, [area])
    }
  }
  const larger = map.filter(({ level }) => level !== 'NEIGHBOURHOOD')
  return {
    seed,
    source,
    periods,
    persons,
    areas: [...larger.map((area) => sumUp(area, within.get(area.code) ?? [])), ...inhabited],
  }
}

function settleArea(seed: number, area: MapArea): SyntheticArea {
  const { code, name, level, parents } = area
  const characteristics = characterise(seed, area)
  const people = populate(seed, area, characteristics, periods)
  const land = layOut(seed, code, characteristics, people.get(firstPeriod)?.inhabitants ?? 0)
  return { code, name, level, parents, characteristics, land, people }
}

function sumUp({ code, name, level, parents }: MapArea, parts: readonly SyntheticArea[]): SyntheticArea {
  const people = new Map(
    periods.map((period) => [period, addPeople(parts.map((part) => peopleOf(part, period)))]),
  )
  const weights = parts.map((part) => peopleOf(part, firstPeriod).inhabitants)
  const average = (name: keyof Characteristics) =>
    add(parts.map((part, index) => part.characteristics[name] * (weights[index] ?? 0))) /
    Math.max(1, add(weights))
  return {
    code,
    name,
    level,
    parents,
    people,
    land: add(parts.map((part) => part.land)),
    characteristics: {
      affluence: average('affluence'),
      schooling: average('schooling'),
      frailty: average('frailty'),
      urbanity: average('urbanity'),
      families: average('families'),
      greying: average('greying'),
      students: average('students'),
      diversity: average('diversity'),
    },
  }
}

/** The people of an area in a year. Throws where the year is none of the country's. */
export function peopleOf(area: Pick<SyntheticArea, 'code' | 'people'>, period: number): People {
  const people = area.people.get(period)
  if (!people) throw new RangeError(`The invented country has no year ${String(period)}`)
  return people
}

function addPeople(parts: readonly People[]): People {
  const age = (name: keyof People['ages']) => add(parts.map(({ ages }) => ages[name]))
  return {
    inhabitants: add(parts.map(({ inhabitants }) => inhabitants)),
    households: add(parts.map(({ households }) => households)),
    ages: { to15: age('to15'), to25: age('to25'), to45: age('to45'), to65: age('to65'), older: age('older') },
  }
}

function add(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
