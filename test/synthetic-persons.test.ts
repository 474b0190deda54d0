/** What the invented people of all domains promise together: they are the inhabitants of their neighbourhoods, and hang together. */
import { describe, expect, it } from 'vitest'
import { makeCountry } from '@samenhang/subgraph-kit/synthetic/country'
import type { Circumstance } from '@samenhang/subgraph-kit/synthetic/circumstances'
import { SyntheticPersons, type SyntheticPerson } from '@samenhang/subgraph-kit/synthetic/persons'
import { Place } from '@samenhang/subgraph-kit/synthetic/place'
import { seedFocusGroups as careGroups } from '../subgraphs/care/src/seed-focus-groups.ts'
import { seedPersons as careOf } from '../subgraphs/care/src/seed-persons.ts'
import { seedFocusGroups as educationGroups } from '../subgraphs/education/src/seed-focus-groups.ts'
import { seedPersons as educationOf } from '../subgraphs/education/src/seed-persons.ts'
import { seedFocusGroups as housingGroups } from '../subgraphs/housing/src/seed-focus-groups.ts'
import { seedPersons as housingOf } from '../subgraphs/housing/src/seed-persons.ts'
import { seedFocusGroups as integrationGroups } from '../subgraphs/integration/src/seed-focus-groups.ts'
import { seedPersons as integrationOf } from '../subgraphs/integration/src/seed-persons.ts'
import { seedFocusGroups as labourGroups } from '../subgraphs/labour-market/src/seed-focus-groups.ts'
import { seedPersons as labourOf } from '../subgraphs/labour-market/src/seed-persons.ts'
import { number } from './synthetic-figures.ts'

const country = makeCountry({ people: 20_000 })
const persons = listOf(new SyntheticPersons(country))
const places = country.areas
  .filter(({ level }) => level === 'NEIGHBOURHOOD')
  .map((area) => new Place(country, area, 2024))
const inhabitants = places.reduce((sum, place) => sum + place.inhabitants, 0)
const municipalities = ['GM9001', 'GM9002', 'GM9003']

function listOf(all: SyntheticPersons): readonly SyntheticPerson[] {
  return Array.from(all.numbers, (_, at) => all.at(at))
}

function livingIn(code: string): readonly SyntheticPerson[] {
  return persons.filter(({ area }) => area.parents.municipality === code)
}

function partOf<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return items.filter(holds).length / items.length
}

describe('invented people', () => {
  it('are the same at every making, each alone and all together, and others in another country', () => {
    const again = new SyntheticPersons(makeCountry({ people: 20_000 }))
    expect(again.count).toBe(20_000)
    for (const at of [0, 7, 9_999, 19_999]) {
      const { number: bsn, age, circumstance, area } = again.at(at)
      const same = persons[at]!
      expect([bsn, age, circumstance, area.code]).toEqual([
        same.number,
        same.age,
        same.circumstance,
        same.area.code,
      ])
    }
    const other = listOf(new SyntheticPersons(makeCountry({ people: 20_000, seed: 2 })))
    expect(other.map(({ age }) => age)).not.toEqual(persons.map(({ age }) => age))
  })

  it('live where the inhabitants live and are as old', () => {
    for (const code of municipalities) {
      const here = livingIn(code)
      const published = number('population.inhabitants', code, 2024)
      expect(here.length / persons.length).toBeCloseTo(published / inhabitants, 2)
      const aged = (from: number, under: number) => partOf(here, ({ age }) => age >= from && age < under)
      expect(aged(0, 15)).toBeCloseTo(number('population.aged0To15', code, 2024) / published, 2)
      expect(aged(25, 45)).toBeCloseTo(number('population.aged25To45', code, 2024) / published, 2)
      expect(aged(65, 100)).toBeCloseTo(number('population.aged65OrOlder', code, 2024) / published, 2)
    }
  })

  it('are in the focus groups as often as the domains count them', () => {
    const counted = (group: (place: Place) => { counts: Readonly<Record<string, number>> }) =>
      (places.reduce((sum, place) => sum + (group(place).counts['persons'] ?? 0), 0) / inhabitants) *
      persons.length
    const groups: Readonly<Partial<Record<Circumstance, number>>> = {
      WITHOUT_HOME: counted((place) => housingGroups(place).HOMELESS),
      MUST_MOVE: counted((place) => housingGroups(place).HOME_SEEKERS_IN_A_HURRY),
      LEAVING_INSTITUTION: counted((place) => careGroups(place).LEAVING_INSTITUTIONS),
      OLDER_IN_NEED: counted((place) => careGroups(place).OLDER_PEOPLE),
      DISABLED: counted((place) => careGroups(place).PEOPLE_WITH_DISABILITIES),
      STUDENT: counted((place) => educationGroups(place).STUDENTS),
      MIGRANT_WORKER: counted((place) => labourGroups(place).LABOUR_MIGRANTS),
      REFUGEE: counted((place) => integrationGroups(place).STATUS_HOLDERS),
    }
    for (const [circumstance, expected] of Object.entries(groups)) {
      const found = persons.filter((person) => person.circumstance === circumstance).length
      expect(Math.abs(found - expected), circumstance).toBeLessThan(4 * Math.sqrt(expected))
    }
  })

  it.each(municipalities)('of %s live, learn, work and are cared for as its figures say', (code) => {
    const here = livingIn(code)
    const working = here.filter(({ age }) => age >= 15 && age < 75)
    const homes = here.map(housingOf).filter((record) => record?.tenure)
    const near = (part: number, id: string, slack: number) =>
      expect(Math.abs(100 * part - number(id, code, 2024)), id).toBeLessThan(slack)
    near(
      partOf(homes, (record) => record?.tenure === 'OWNER_OCCUPIED'),
      'housing.ownerOccupiedShare',
      4,
    )
    near(
      partOf(homes, (record) => record?.tenure === 'HOUSING_CORPORATION'),
      'housing.housingCorporationShare',
      4,
    )
    near(
      partOf(working.map(labourOf), (record) =>
        ['EMPLOYEE', 'SELF_EMPLOYED'].includes(record?.position ?? ''),
      ),
      'labourMarket.netParticipationRate',
      4,
    )
    const published = number('population.inhabitants', code, 2024)
    near(
      (partOf(here.map(careOf), (record) =>
        (record?.arrangements ?? []).some(({ law, status }) => law === 'WMO' && status !== 'ENDED'),
      ) *
        1_000) /
        100,
      'care.socialSupportClientsPer1000',
      20,
    )
    const assisted = partOf(here.map(labourOf), (record) =>
      (record?.benefits ?? []).some(({ kind, to }) => kind === 'SOCIAL_ASSISTANCE' && to === null),
    )
    expect(assisted * published).toBeGreaterThan(
      0.6 * number('labourMarket.socialAssistanceRecipients', code, 2024),
    )
    expect(assisted * published).toBeLessThan(
      1.5 * number('labourMarket.socialAssistanceRecipients', code, 2024),
    )
    const high = partOf(working.map(educationOf), (record) => record?.highestLevel === 'HIGH')
    const levels = ['Low', 'Intermediate', 'High'].map((level) =>
      number(`education.education${level}`, code, 2024),
    )
    expect(Math.abs(high - levels[2]! / levels.reduce((sum, level) => sum + level, 0))).toBeLessThan(0.04)
  })

  it('are told alike by every domain', () => {
    for (const person of persons) {
      const home = housingOf(person)
      const isHoused =
        home === null || home.situation === 'SUITABLE_HOME' || home.situation === 'OWN_DWELLING_UNSUITABLE'
      if (home) expect(home.tenure === null, person.circumstance).toBe(!isHoused)
      if (person.circumstance === 'WITHOUT_HOME') expect(isHoused).toBe(false)
      if (person.circumstance === 'REFUGEE') expect(integrationOf(person)?.permitKind).toBe('ASYLUM')
      if (person.circumstance === 'STUDENT') expect(educationOf(person)?.enrolment).not.toBeNull()
      if (person.age < 18) expect(home).toBeNull()
      if (person.age < 15) expect(labourOf(person)).toBeNull()
      for (const { law } of careOf(person)?.arrangements ?? [])
        if (law === 'YOUTH_ACT') expect(person.age).toBeLessThan(23)
    }
  })

  it('had nothing happen to them before they were born', () => {
    for (const person of persons) {
      const born = `${String(2024 - person.age)}-`
      const days =
        JSON.stringify([housingOf(person), careOf(person), labourOf(person)]).match(/\d{4}-\d\d-\d\d/g) ?? []
      for (const day of days) expect(day >= born, `${person.number} ${day}`).toBe(true)
    }
  })
})
