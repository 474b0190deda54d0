/**
 * Invented figures add up: larger areas are the sum, or the weighted average, of their neighbourhoods,
 * rounded once.
 */
import { describe, expect, it } from 'vitest'
import type { Figure } from '@samenhang/subgraph-kit/figure'
import { makeCountry, peopleOf } from '@samenhang/subgraph-kit/synthetic/country'
import { average, count, derived, perThousand, share } from '@samenhang/subgraph-kit/synthetic/formulas'
import type { Place } from '@samenhang/subgraph-kit/synthetic/place'
import { profileRows } from '@samenhang/subgraph-kit/synthetic/profile'

interface WindProfile {
  readonly mills: Figure
  readonly turningShare: Figure
  readonly turningPer1000: Figure
  readonly averageHeight: Figure
  readonly newMills: Figure
  readonly oldMills: Figure
  readonly letter: Figure
}

const country = makeCountry()
let placesMade = 0

const rows = () =>
  profileRows<WindProfile, 'mills' | 'turning' | 'metres'>(country, {
    quantities(place: Place) {
      placesMade += 1
      const mills = place.some('mills', place.inhabitants, 0.1)
      return {
        mills,
        turning: place.some('turning', mills, 0.4),
        metres: 30 * mills * place.own('metres', 0.2),
      }
    },
    indicators: {
      mills: count('mills'),
      turningShare: share('turning', 'mills', { atLeast: ['mills', 20] }),
      turningPer1000: perThousand('turning', 'mills', { gaps: 0.1 }),
      averageHeight: average('metres', 'mills', { nearest: 0.1 }),
      newMills: count('mills', { from: 2023, nearest: 1 }),
      oldMills: count('mills', { until: 2022, nearest: 1 }),
      letter: derived((_, { level }) => (level === 'NEIGHBOURHOOD' ? 'a' : null)),
    },
  })

const all = [...rows()]
const exactMills = (code: string, period: number): number =>
  Number(
    all.find((row) => row.code === code && row.period === period)?.figures[
      period > 2022 ? 'newMills' : 'oldMills'
    ],
  )

describe('the rows of a profile', () => {
  it('come a year at a time, the first year first, one for each area', () => {
    expect(all.map(({ period }) => period)).toEqual(
      country.periods.flatMap((period) => country.areas.map(() => period)),
    )
    for (const period of country.periods) {
      const codes = all.filter((row) => row.period === period).map(({ code }) => code)
      expect(codes.toSorted()).toEqual(country.areas.map(({ code }) => code).toSorted())
    }
  })

  it('are made as they are read, and anew at each reading', () => {
    placesMade = 0
    const iterator = rows()[Symbol.iterator]()
    iterator.next()
    expect(placesMade).toBe(1)
    const again = rows()
    expect([...again]).toEqual(all)
    expect([...again]).toEqual(all)
  })

  it('count in larger areas what is in their neighbourhoods, exactly, then round once', () => {
    for (const area of country.areas.filter(({ level }) => level !== 'NEIGHBOURHOOD')) {
      const parts = country.areas.filter(
        ({ level, parents }) => level === 'NEIGHBOURHOOD' && Object.values(parents).includes(area.code),
      )
      const total = parts.reduce((sum, { code }) => sum + exactMills(code, 2024), 0)
      expect(exactMills(area.code, 2024)).toBe(total)
      const { figures } = all.find((row) => row.code === area.code && row.period === 2024)!
      expect(figures['mills']).toBe(Math.round(total / 5) * 5)
    }
  })

  it('weigh a share and an average by what they are of', () => {
    const district = country.areas.find(({ level }) => level === 'DISTRICT')!
    const parts = country.areas.filter(({ parents }) => parents.district === district.code)
    const height = (code: string) =>
      Number(all.find((row) => row.code === code && row.period === 2024)?.figures['averageHeight'])
    const metres = parts.reduce((sum, { code }) => sum + height(code) * exactMills(code, 2024), 0)
    expect(height(district.code)).toBeCloseTo(metres / exactMills(district.code, 2024), 0)
  })

  it('lack the field of a figure in years it was not published', () => {
    for (const { period, figures } of all) {
      expect('newMills' in figures).toBe(period >= 2023)
      expect('oldMills' in figures).toBe(period <= 2022)
    }
  })

  it('have null for a neighbourhood with too few, with nothing to divide by, or by chance; never for a larger area', () => {
    let gaps = 0
    for (const { code, period, figures } of all) {
      const area = country.areas.find((candidate) => candidate.code === code)!
      const mills = exactMills(code, period)
      const isSmall = area.level === 'NEIGHBOURHOOD' && mills < 20
      expect(figures['turningShare'] === null).toBe(isSmall)
      expect(figures['averageHeight'] === null).toBe(mills === 0)
      if (mills > 0 && figures['turningPer1000'] === null) {
        expect(area.level).toBe('NEIGHBOURHOOD')
        gaps += 1
      }
      expect(peopleOf(area, period).inhabitants === 0 ? figures['mills'] : 0).toBe(0)
    }
    expect(gaps).toBeGreaterThan(30)
    expect(gaps).toBeLessThan(90)
  })
})
