/**
 * The invented country is the same on every machine, says that it is invented, and carries no name or code of
 * a real area.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { levelOf, parentsOf } from '@samenhang/subgraph-kit/area-code'
import { makeCountry, peopleOf, type SyntheticCountry } from '@samenhang/subgraph-kit/synthetic/country'
import { cbsFile, itWith } from '../requirements.ts'

const country = makeCountry()
const ofLevel = ({ areas }: SyntheticCountry, level: string) => areas.filter((area) => area.level === level)

describe('the invented country', () => {
  it('is the same from the same options, and another from another seed', () => {
    expect(makeCountry({ seed: 1, neighbourhoods: 100 })).toEqual(country)
    expect(makeCountry({ seed: 2 })).not.toEqual({ ...country, seed: 2 })
  })

  it('is the same on every machine: these numbers never change by themselves', () => {
    const whole = country.areas[0]!
    expect(country.periods.map((period) => peopleOf(whole, period).inhabitants)).toMatchInlineSnapshot(`
      [
        136881,
        137638,
        138429,
        139189,
        139984,
        140798,
      ]
    `)
  })

  it('has three municipalities, about twelve districts and a hundred neighbourhoods, from 2019 to 2024', () => {
    expect(ofLevel(country, 'COUNTRY').map(({ code }) => code)).toEqual(['NL99'])
    expect(ofLevel(country, 'PROVINCE').map(({ code }) => code)).toEqual(['PV99'])
    expect(ofLevel(country, 'MUNICIPALITY').map(({ code }) => code)).toEqual(['GM9001', 'GM9002', 'GM9003'])
    expect(Math.abs(ofLevel(country, 'DISTRICT').length - 12)).toBeLessThanOrEqual(1)
    expect(ofLevel(country, 'NEIGHBOURHOOD')).toHaveLength(100)
    expect(country.areas.map(({ code }) => code)).toEqual(expect.arrayContaining(['WK900101', 'BU90010101']))
    expect(country.periods).toEqual([2019, 2020, 2021, 2022, 2023, 2024])
  })

  it('says that it is invented, in the table its figures name and in its own name', () => {
    expect(country.source.title).toMatch(/invented/i)
    expect(country.source.publisher).not.toMatch(/CBS|Statistics Netherlands/)
    expect(country.areas[0]?.name).toMatch(/verzonnen/)
  })

  it('can be as large as the Netherlands', () => {
    const large = makeCountry({ neighbourhoods: 14_000 })
    expect(ofLevel(large, 'NEIGHBOURHOOD')).toHaveLength(14_000)
    expect(Math.abs(ofLevel(large, 'MUNICIPALITY').length - 342)).toBeLessThan(5)
    expect(Math.abs(ofLevel(large, 'DISTRICT').length - 3_400)).toBeLessThan(100)
    expect(new Set(large.areas.map(({ code }) => code)).size).toBe(large.areas.length)
    expectNoRealCode(large)
    const { inhabitants } = peopleOf(large.areas[0]!, 2024)
    expect(inhabitants).toBeGreaterThan(15_000_000)
    expect(inhabitants).toBeLessThan(21_000_000)
  })

  it.each([1, 2, 3, 7, 12, 41, 500])('with %i neighbourhoods is whole too', (neighbourhoods) => {
    const small = makeCountry({ neighbourhoods })
    expect(ofLevel(small, 'NEIGHBOURHOOD')).toHaveLength(neighbourhoods)
    const parents = new Set(ofLevel(small, 'NEIGHBOURHOOD').flatMap(({ parents }) => Object.values(parents)))
    expect(ofLevel(small, 'DISTRICT').every(({ code }) => parents.has(code))).toBe(true)
  })

  it.each([0, -1, 1.5, Number.NaN, 40_001])(
    'cannot have %d neighbourhoods, and says so',
    (neighbourhoods) => {
      expect(() => makeCountry({ neighbourhoods })).toThrow(/1 to 40000/)
    },
  )
})

function expectNoRealCode({ areas }: SyntheticCountry): void {
  for (const { code } of areas) {
    expect(levelOf(code)).not.toBeNull()
    expect(code).toMatch(/^(NL99|PV[89]\d|GM9\d{3}|WK9\d{5}|BU9\d{7})$/)
    if (!/^(NL|PV)/.test(code)) expect(Number(code.slice(2, 6))).toBeGreaterThan(9000)
  }
}

describe('its areas', () => {
  it('carry no code that the CBS issues', () => {
    expectNoRealCode(country)
  })

  it('lie in what their codes say, and parents come before what lies in them', () => {
    const before = new Set<string>()
    for (const { code, parents } of country.areas) {
      const { municipality, district } = parentsOf(code)
      expect(parents.municipality).toBe(municipality)
      expect(parents.district).toBe(district)
      for (const parent of Object.values(parents)) if (parent) expect(before).toContain(parent)
      before.add(code)
    }
  })

  it('are named as real ones are: with diacritics, apostrophes, «den», and one name in several municipalities', () => {
    const names = ofLevel(country, 'NEIGHBOURHOOD').map(({ name }) => name)
    expect(names.some((name) => /[éëïö]/.test(name))).toBe(true)
    expect(names.some((name) => name.includes("'"))).toBe(true)
    expect(names.filter((name) => /den/i.test(name)).length).toBeGreaterThan(2)
    expect(new Set(names).size).toBeLessThan(names.length)
    const within = ofLevel(country, 'NEIGHBOURHOOD').map(
      ({ name, parents }) => `${name} ${String(parents.municipality)}`,
    )
    expect(new Set(within).size).toBe(within.length)
  })

  const published = cbsFile('gemeenten-2019/Gemeenten alfabetisch 2019.csv')
  itWith(published, 'bear no name of a municipality that exists', () => {
    const real = new Set(
      readFileSync(published.path, 'utf8')
        .split(/\r?\n/)
        .map((line) => line.split(',')[2]),
    )
    const invented = ofLevel(makeCountry({ neighbourhoods: 20_000 }), 'MUNICIPALITY').map(({ name }) => name)
    expect(new Set(invented).size).toBe(invented.length)
    expect(invented.filter((name) => real.has(name))).toEqual([])
  })
})

describe('its people', () => {
  it('of a larger area are those of its neighbourhoods together', () => {
    for (const area of country.areas.filter(({ level }) => level !== 'NEIGHBOURHOOD')) {
      const parts = ofLevel(country, 'NEIGHBOURHOOD').filter(
        ({ parents }) => area.level === 'COUNTRY' || Object.values(parents).includes(area.code),
      )
      for (const period of country.periods) {
        const total = parts.reduce((sum, part) => sum + peopleOf(part, period).inhabitants, 0)
        expect(peopleOf(area, period).inhabitants).toBe(total)
      }
    }
  })

  it('are counted by age without losing one', () => {
    for (const area of country.areas) {
      for (const period of country.periods) {
        const { inhabitants, ages } = peopleOf(area, period)
        expect(ages.to15 + ages.to25 + ages.to45 + ages.to65 + ages.older).toBe(inhabitants)
      }
    }
  })

  it('are none in open land and a handful in a business park', () => {
    const sizes = ofLevel(country, 'NEIGHBOURHOOD').map((area) => peopleOf(area, 2024).inhabitants)
    expect(sizes).toContain(0)
    expect(sizes.some((size) => size > 0 && size < 50)).toBe(true)
    expect(sizes.filter((size) => size < 50).length).toBeLessThan(8)
  })

  it('cope in the second municipality and do not in the third', () => {
    const [, second, third] = ofLevel(country, 'MUNICIPALITY').map((area) => area.characteristics.affluence)
    expect(second).toBeGreaterThan(0.65)
    expect(third).toBeLessThan(0.35)
  })
})
