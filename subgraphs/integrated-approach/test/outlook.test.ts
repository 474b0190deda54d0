/** The outlook by numbers of hand, what holds of it whatever the counts, and where it is not given. */
import { describe, expect, it } from 'vitest'
import { outlook, type OutlookYear } from '../src/outlook.ts'
import type { GroupCompetition } from '../src/results.ts'

const figures: Omit<GroupCompetition, 'group' | 'queue' | 'inflow'> = {
  ...{ housed: null, chance: { value: null, lower: null, upper: null }, medianMonthsWaiting: null },
  ...{ crowdedOut: null, shareOfNeed: null, shareOfLettings: null, shareOfLettingsToFocusGroups: null },
  missing: [],
}

const yearsOf = (queues: readonly (number | null)[], inflow: number | null = 60): readonly OutlookYear[] =>
  queues.map((queue, at) => ({
    period: 2025 - queues.length + at,
    need: { competition: [{ ...figures, group: 'HOMELESS', queue, inflow }] },
  }))

const homeless = (years: readonly OutlookYear[], until = 2030) => outlook(years, until)[0]!

/** Numbers as if drawn, the same each time. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (state * 48_271) % 2_147_483_647
    yield state / 2_147_483_647
  }
}

describe('the outlook of a group', () => {
  it('carries on the least, the mean and the most that a year changed, as worked out by hand', () => {
    // Changes of +10, -5, +20 and +5: the mean is 7.5.
    expect(homeless(yearsOf([100, 110, 105, 125, 130]))).toEqual({
      group: 'HOMELESS',
      from: 2024,
      households: 130,
      years: 5,
      flows: [
        { period: 2021, inflow: 60, change: 10, outflow: { lower: 44, upper: 56 } },
        { period: 2022, inflow: 60, change: -5, outflow: { lower: 59, upper: 71 } },
        { period: 2023, inflow: 60, change: 20, outflow: { lower: 34, upper: 46 } },
        { period: 2024, inflow: 60, change: 5, outflow: { lower: 49, upper: 61 } },
      ],
      path: [
        { period: 2025, lower: 125, middle: 138, upper: 150 },
        { period: 2026, lower: 120, middle: 145, upper: 170 },
        { period: 2027, lower: 115, middle: 153, upper: 190 },
        { period: 2028, lower: 110, middle: 160, upper: 210 },
        { period: 2029, lower: 105, middle: 168, upper: 230 },
        { period: 2030, lower: 100, middle: 175, upper: 250 },
      ],
      missing: null,
    })
  })

  it('is never under 0, and one number where every year changed alike', () => {
    expect(homeless(yearsOf([90, 70, 50, 30, 10])).path.at(-1)).toMatchObject({
      lower: 0,
      middle: 0,
      upper: 0,
    })
    expect(homeless(yearsOf([50, 60, 70, 80, 90])).path.at(-1)).toMatchObject({
      lower: 150,
      middle: 150,
      upper: 150,
    })
  })

  it('is wider the farther ahead, has its middle within, and takes up where the figures end', () => {
    const draw = numbers(7)
    const next = (below: number) => 10 + 5 * Math.floor(draw.next().value! * below)
    for (let turn = 0; turn < 200; turn += 1) {
      const queues = Array.from({ length: 5 + (turn % 3) }, () => next(60))
      const { path, households, flows } = homeless(yearsOf(queues), 2034)
      let width = 0
      expect(households).toBe(queues.at(-1))
      expect(flows.reduce((sum, { change }) => sum + change, queues[0]!)).toBe(households)
      for (const { lower, middle, upper } of path) {
        expect(middle).toBeGreaterThanOrEqual(lower)
        expect(middle).toBeLessThanOrEqual(upper)
        if (lower > 0) expect(upper - lower).toBeGreaterThanOrEqual(width)
        width = upper - lower
      }
    }
  })

  it('holds the true outflow between its bounds, whatever the true counts that are published so', () => {
    const draw = numbers(11)
    const next = (below: number) => 12 + Math.floor(draw.next().value! * below)
    const published = (count: number) => 5 * Math.round(count / 5)
    for (let turn = 0; turn < 200; turn += 1) {
      const queues = Array.from({ length: 5 }, () => next(90))
      const joined = next(300)
      const { flows } = homeless(yearsOf(queues.map(published), published(joined)))
      for (const [at, { outflow }] of flows.entries()) {
        const left = joined - (queues[at + 1]! - queues[at]!)
        expect(Math.max(0, left)).toBeGreaterThanOrEqual(outflow.lower)
        expect(Math.max(0, left)).toBeLessThanOrEqual(outflow.upper)
      }
    }
  })

  it('is not given under five years that follow each other up to the newest, and says how many there are', () => {
    const few = (count: number) => ({
      ...{ from: null, households: null, years: count, flows: [], path: [] },
      missing: {
        reason: 'TOO_FEW_YEARS',
        explanation: `${count} years with households and inflow follow each other up to 2024; it takes 5.`,
      },
    })
    expect(homeless(yearsOf([10, 20, 30, 40]))).toMatchObject(few(4))
    expect(homeless(yearsOf([10, 20, 30, null, 50, 60]))).toMatchObject(few(2))
    expect(homeless(yearsOf([10, 20, 30, 40, 50, null]))).toMatchObject(few(0))
    expect(homeless(yearsOf([10, 20, 30, 40, 50], null))).toMatchObject(few(0))
    const gap = yearsOf([10, 20, 30, 40, 50, 60]).filter(({ period }) => period !== 2022)
    expect(homeless(gap)).toMatchObject(few(2))
    expect(outlook(yearsOf([10, 20, 30, 40, 50]), 2030)[1]).toMatchObject({ group: 'URGENT', ...few(0) })
  })
})
