/**
 * Fair shares on made data, worked out by hand; and against counts drawn at random within what is published, whose true shares must lie
 * within the bounds.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countRanges } from '../src/count-ranges.ts'
import { fairShare, type FairShare, type FairShareFigure } from '../src/fair-share.ts'
import { fairShareInputs } from '../src/fair-share-inputs.ts'
import type { AreaInput, ProjectInput, YearFigures } from '../src/inputs.ts'
import { area, group, supply } from './made-inputs.ts'

const suppressed = (field: string) => [{ field, reason: 'SUPPRESSED' as const }]

interface Made {
  readonly inhabitants: number
  readonly dwellings: number
  readonly share: number
  /** Null where withheld. */
  readonly households: number | null
  readonly lettings: number | null
}

const figuresOf = ({ inhabitants, dwellings, share }: Made): ReadonlyMap<number, YearFigures> =>
  new Map([
    [
      2024,
      {
        population: { inhabitants },
        housing: { dwellings, averageWozValue: 300_000, housingCorporationShare: share },
      },
    ],
  ])

function municipality(code: string, made: Made, more: Partial<AreaInput> = {}): AreaInput {
  const { households, lettings } = made
  return area(code, {
    level: 'MUNICIPALITY',
    municipality: code,
    district: null,
    figures: figuresOf(made),
    groups: [group({ households, missing: households === null ? suppressed('households') : [] })],
    supply: supply({
      homesLet: null,
      homesLetToFocusGroups: null,
      plannedDeliveries: 0,
      allocations: [{ group: 'HOMELESS', homes: lettings }],
      missing: lettings === null ? suppressed('allocations.HOMELESS') : [],
    }),
    ...more,
  })
}

const country = area('NL99', {
  level: 'COUNTRY',
  province: null,
  municipality: null,
  district: null,
  groups: [group({ households: 180 })],
  supply: supply({ homesLet: null, allocations: [{ group: 'HOMELESS', homes: 60 }] }),
})

const project = (code: string, homes: number, more: Partial<ProjectInput> = {}): ProjectInput => ({
  kind: 'SOCIAL_RENT',
  phase: 'PLANNED',
  homes,
  forGroups: ['HOMELESS'],
  plannedDelivery: null,
  delivered: null,
  area: { code },
  source: { synthetic: true },
  ...more,
})

const projects = [
  project('BU90010101', 10),
  project('GM9002', 30),
  project('GM9002', 99, { phase: 'STOPPED' }),
  project('GM9003', 7, { forGroups: ['STUDENTS'] }),
]

/** Households and lettings of the third are withheld; the country has 180 and 60. */
const three = [
  municipality('GM9001', {
    inhabitants: 60_000,
    dwellings: 30_000,
    share: 30,
    households: 100,
    lettings: 40,
  }),
  municipality('GM9002', { inhabitants: 30_000, dwellings: 15_000, share: 20, households: 60, lettings: 10 }),
  municipality('GM9003', {
    inhabitants: 10_000,
    dwellings: 5_000,
    share: 20,
    households: null,
    lettings: null,
  }),
]

function divide(areas: readonly AreaInput[], absent: readonly string[] = []): FairShare {
  return fairShare(fairShareInputs(areas, projects, countRanges(areas)), 'HOMELESS', absent)
}

const partOf = (shares: FairShare, code: string) => shares.municipalities.find((one) => one.code === code)
const differenceOf = (shares: FairShare, code: string, key: string, homes: string) =>
  partOf(shares, code)?.differences.find((one) => one.key === key && one.homes === homes)?.difference
const wholeOf = (shares: FairShare, figure: FairShareFigure) =>
  shares.wholes.find((whole) => whole.figure === figure)

describe('a fair share', () => {
  const shares = divide([country, ...three])

  it('shares of inhabitants are as published', () => {
    const of = shares.municipalities.map((one) => one.shares.INHABITANTS)
    expect(of).toEqual([60, 30, 10].map((value) => ({ value, lower: value, upper: value })))
  })

  it('dwellings of corporations are known to half a point of the dwellings', () => {
    // 9,000, 3,000 and 1,000 of 13,000; of the first 8,850 to 9,150, of the others 2,925 to 3,075 and 975 to 1,025.
    expect(partOf(shares, 'GM9001')?.shares.CORPORATION_STOCK).toEqual({
      value: 69.2,
      lower: 68.3,
      upper: 70.2,
    })
    expect(wholeOf(shares, 'CORPORATION_STOCK')?.total).toEqual({
      value: 13_000,
      lower: 12_750,
      upper: 13_250,
    })
  })

  it('a withheld count is bounded by what the country leaves, and nobody has a value beside it', () => {
    // The third is at most 182 - (98 + 58) = 26 households and 62 - (38 + 10) = 14 lettings.
    expect(partOf(shares, 'GM9001')?.shares.HOUSEHOLDS).toEqual({ value: null, lower: 52.6, upper: 63.8 })
    expect(partOf(shares, 'GM9003')?.shares.HOUSEHOLDS).toEqual({ value: null, lower: 0, upper: 14.3 })
    expect(partOf(shares, 'GM9001')?.shares.LETTINGS).toEqual({ value: null, lower: 59.3, upper: 80.8 })
    expect(wholeOf(shares, 'LETTINGS')).toEqual({
      figure: 'LETTINGS',
      period: 2024,
      total: { value: null, lower: 48, upper: 68 },
      known: 3,
      missing: [],
    })
  })

  it('planned homes are those of projects under way that name the group; who has none for it has 0', () => {
    const of = shares.municipalities.map((one) => one.shares.PLANNED_HOMES.value)
    expect(of).toEqual([25, 75, 0])
  })

  it('the difference from a key is in homes: exact where all is published, between bounds where not', () => {
    // 10 of 40, where 60 % of them is 24.
    expect(differenceOf(shares, 'GM9001', 'INHABITANTS', 'PLANNED_HOMES')).toEqual({
      value: -14,
      lower: -14,
      upper: -14,
    })
    // 38 × 0.4 - 0.6 × (12 + 14) at the least, 42 × 0.4 - 0.6 × 10 at the most.
    expect(differenceOf(shares, 'GM9001', 'INHABITANTS', 'LETTINGS')).toEqual({
      value: null,
      lower: -0.4,
      upper: 10.8,
    })
    expect(differenceOf(shares, 'GM9003', 'INHABITANTS', 'LETTINGS')).toEqual({
      value: null,
      lower: -5.4,
      upper: 7.8,
    })
    // 10 - 40 × 9/13, and with 9,150 of 13,050 and 8,850 of 12,950.
    expect(differenceOf(shares, 'GM9001', 'CORPORATION_STOCK', 'PLANNED_HOMES')).toEqual({
      value: -17.7,
      lower: -18.1,
      upper: -17.3,
    })
  })

  it('what nobody counts is no zero: a municipality without the figure is named, and the others are divided', () => {
    const lacking = municipality(
      'GM9004',
      { inhabitants: 50_000, dwellings: 1, share: 1, households: null, lettings: null },
      { groups: [], supply: null, figures: new Map() },
    )
    const others = divide([country, ...three, lacking], ['GM9005'])
    expect(partOf(others, 'GM9004')?.shares.LETTINGS).toEqual({ value: null, lower: null, upper: null })
    expect(partOf(others, 'GM9001')?.shares).toEqual(partOf(shares, 'GM9001')?.shares)
    for (const { known, missing } of others.wholes)
      expect({ known, missing }).toEqual({ known: 3, missing: ['GM9004', 'GM9005'] })
    for (const { difference } of partOf(others, 'GM9004')?.differences ?? [])
      expect(difference).toEqual({ value: null, lower: null, upper: null })
  })

  it('figures of another year than most are not compared', () => {
    const [first, second, third] = three
    const earlier = { ...first!, groups: [group({ period: 2023, households: 500 })] }
    const others = divide([country, earlier, second!, third!])
    expect(wholeOf(others, 'HOUSEHOLDS')).toMatchObject({ period: 2024, known: 2, missing: ['GM9001'] })
  })

  it('without a bound there is no bound: nothing is guessed', () => {
    const alone = divide(three)
    expect(wholeOf(alone, 'LETTINGS')?.total).toEqual({ value: null, lower: 48, upper: null })
    expect(partOf(alone, 'GM9001')?.shares.LETTINGS).toEqual({ value: null, lower: 0, upper: 80.8 })
    expect(partOf(alone, 'GM9003')?.shares.LETTINGS).toEqual({ value: null, lower: 0, upper: 100 })
    expect(differenceOf(alone, 'GM9003', 'INHABITANTS', 'LETTINGS')).toEqual({
      value: null,
      lower: -5.4,
      upper: null,
    })
  })
})

describe('bounds', () => {
  const count = fc.integer({ min: 0, max: 400 })
  const made = fc.record({
    inhabitants: fc.integer({ min: 100, max: 100_000 }),
    dwellings: fc.integer({ min: 100, max: 50_000 }),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
    households: count,
    lettings: count,
    withheld: fc.boolean(),
  })
  const published = (exact: number) => (exact < 10 ? null : Math.max(10, 5 * Math.round(exact / 5)))

  it('true shares and differences lie within them, whatever the true counts', () => {
    fc.assert(
      fc.property(fc.array(made, { minLength: 2, maxLength: 6 }), (truths) => {
        const areas = truths.map(({ inhabitants, dwellings, part, households, lettings, withheld }, at) =>
          municipality(`GM900${String(at + 1)}`, {
            inhabitants,
            dwellings,
            share: Math.round(100 * part),
            households: withheld ? null : published(households),
            lettings: withheld ? null : published(lettings),
          }),
        )
        const all = (of: (truth: (typeof truths)[number]) => number) =>
          truths.reduce((sum, truth) => sum + of(truth), 0)
        const keys = {
          INHABITANTS: (truth: (typeof truths)[number]) => truth.inhabitants,
          CORPORATION_STOCK: (truth: (typeof truths)[number]) => truth.dwellings * truth.part,
          HOUSEHOLDS: (truth: (typeof truths)[number]) => truth.households,
        }
        const shares = divide(areas)
        for (const [at, truth] of truths.entries()) {
          const { differences, shares: parts } = shares.municipalities[at]!
          const within = (range: { lower: number | null; upper: number | null }, exact: number) => {
            expect(exact).toBeGreaterThanOrEqual((range.lower ?? -Infinity) - 1e-6)
            expect(exact).toBeLessThanOrEqual((range.upper ?? Infinity) + 1e-6)
          }
          for (const [key, of] of Object.entries(keys)) {
            if (all(of) === 0) continue
            const share = of(truth) / all(of)
            within(parts[key as keyof typeof keys], 100 * share)
            const found = differences.find((one) => one.key === key && one.homes === 'LETTINGS')
            within(found!.difference, truth.lettings - share * all(({ lettings }) => lettings))
          }
        }
      }),
      { numRuns: 300, seed: 14 },
    )
  })
})
