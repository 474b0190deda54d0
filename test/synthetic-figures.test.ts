/** What the invented figures of each domain promise: every indicator has some, and parts add up to wholes. */
import type { SyntheticArea } from '@samenhang/subgraph-kit/synthetic/country'
import { readSlices } from '@samenhang/schema/slices'
import { readProfiles } from '@samenhang/subgraph-kit/indicator'
import { describe, expect, it } from 'vitest'
import { country, figure, figuresOf, larger, neighbourhoods, number, seeded } from './synthetic-figures.ts'

it('the invented country has the key figures and the scores; of other sources it has none, and says so by a null profile', () => {
  const given = new Set(seeded.map(({ profile }) => profile.areaField))
  const all = readSlices().flatMap(({ typeDefs }) => readProfiles(typeDefs))
  expect(all.map(({ areaField }) => areaField).filter((field) => !given.has(field))).toEqual([
    ...[
      'surroundingsProximity',
      'health',
      'careProximity',
      'socialSupport',
      'youthCare',
      'socialDomainUse',
      'schools',
      'educationProximity',
    ],
    'homelessness',
  ])
})

describe.each(seeded)('the invented figures of $profile.type', ({ profile, rows }) => {
  const { areaField, indicators } = profile

  it('are there for every area in every year, a year at a time', () => {
    const order = [...rows].map(({ period }) => period)
    expect(order).toEqual(country.periods.flatMap((period) => country.areas.map(() => period)))
  })

  it('are there for every indicator in some year, each of the type that the slice declares', () => {
    for (const { field, type } of indicators) {
      const given = country.areas.flatMap(({ code }) =>
        country.periods.map((period) => figure(`${areaField}.${field}`, code, period)),
      )
      const some = given.filter((value) => value !== null && value !== undefined)
      expect(some.length, field).toBeGreaterThan(0)
      for (const value of some) {
        if (type === 'String') expect(typeof value, field).toBe('string')
        else expect(type === 'Int' ? Number.isSafeInteger(value) : Number.isFinite(value), field).toBe(true)
      }
    }
  })

  it('are there for no field that the slice does not declare, and for the same fields in every area of a year', () => {
    const known = indicators.map(({ field }) => field)
    for (const period of country.periods) {
      const fields = new Set(
        country.areas.map(({ code }) => Object.keys(figuresOf(areaField, code, period)).join()),
      )
      expect(fields.size).toBe(1)
      expect(known).toEqual(expect.arrayContaining([...fields][0]!.split(',')))
    }
  })

  it('lack nothing for larger areas, and a little for neighbourhoods as in life', () => {
    const notForThem = /^(surroundings\.(mostCommonPostcode|postcodeCoverage)|surroundings\.boundaryChange)$/
    for (const period of country.periods) {
      for (const { field } of indicators) {
        const id = `${areaField}.${field}`
        if (notForThem.test(id)) continue
        for (const { code } of larger) expect(figure(id, code, period), `${id} ${code}`).not.toBeNull()
        const missing = neighbourhoods.filter(({ code }) => figure(id, code, period) === null).length
        expect(missing, id).toBeLessThan(field.includes('Detached') ? 40 : 15)
      }
    }
    const all = neighbourhoods.flatMap(({ code }) => Object.values(figuresOf(areaField, code, 2024)))
    expect(all.some((value) => value === null)).toBe(true)
  })

  it('add up from part to whole but for rounding', () => {
    const counted = /^(PERSONS|HOUSEHOLDS|DWELLINGS|ESTABLISHMENTS|VEHICLES|COUNT|HECTARE)$/
    for (const { field } of indicators.filter(({ type, unit }) => type === 'Int' && counted.test(unit))) {
      const id = `${areaField}.${field}`
      const step = stepOf(id)
      let compared = 0
      for (const area of larger) {
        const parts = partsOf(area)
        for (const period of country.periods) {
          const known = parts
            .map(({ code }) => figure(id, code, period))
            .filter((value) => value !== undefined)
          if (known.length === 0 || known.includes(null)) continue
          const sum = known.reduce<number>((total, value) => total + Number(value), 0)
          expect(Math.abs(sum - number(id, area.code, period)), `${id} ${area.code}`).toBeLessThanOrEqual(
            (step / 2) * (parts.length + 1),
          )
          compared += 1
        }
      }
      expect(compared, id).toBeGreaterThan(0)
    }
  })
})

function partsOf(area: SyntheticArea): readonly SyntheticArea[] {
  const order = ['COUNTRY', 'PROVINCE', 'MUNICIPALITY', 'DISTRICT', 'NEIGHBOURHOOD']
  const below = order[order.indexOf(area.level) + 1]
  return country.areas.filter(
    ({ level, parents }) => level === below && Object.values(parents).includes(area.code),
  )
}

/** What all figures of an indicator are a multiple of. */
function stepOf(id: string): number {
  const divisor = (one: number, other: number): number => (other === 0 ? one : divisor(other, one % other))
  return country.areas
    .flatMap(({ code }) => country.periods.map((period) => figure(id, code, period)))
    .reduce<number>((step, value) => divisor(step, Number(value ?? 0)), 0)
}
