/** The peers of an area and what figures are beside theirs: against numbers worked out by hand, and where something is missing. */
import { describe, expect, it } from 'vitest'
import { likeUs, peerIndicators, peers } from '../src/peers.ts'
import { makeFigures } from './made-figures.ts'

const tenure = { 2024: [50, 50, 50, 50, 50] }
/** Inhabitants and incomes tell these apart: density and tenure are the same everywhere, and count for nothing. */
const made = {
  'population.inhabitants': { columns: { 2024: [99, 999, 9_999, 99, 'NOT_AVAILABLE'] as const } },
  'surroundings.addressDensity': { columns: { 2024: [0, 0, 0, 0, 0] } },
  'housing.ownerOccupiedShare': { columns: tenure },
  'housing.housingCorporationShare': { columns: tenure },
  'labourMarket.averageIncomePerInhabitant': {
    columns: { 2024: [20_000, 20_000, 20_000, 30_000, 20_000], 2023: [1, 1, 1, 1] },
  },
  'energy.gasShare': { columns: { 2024: [7, 10, 'SUPPRESSED', 40, 90] as const } },
  'energy.label': { kind: 'CODE', columns: { 2024: [1, 2, 3, 4, 5] } },
} as const
const figures = makeFigures(5, made)
const [first, , , , last] = [0, 1, 2, 3, 4].map((at) => `BU9001000${String(at)}`)

describe('the peers of an area', () => {
  it('are nearest by the logarithm of inhabitants and by incomes, as worked out by hand', async () => {
    const found = await peers(figures, first!, { first: 10 })
    // ln(1 + x) is 2, 3, 4 and 2 times ln 10: on that scale the mean is 2.75 and the variance 0.6875.
    // Incomes are four times 20,000 and once 30,000: the variance is 16,000,000.
    const [tenfold, richer] = [1 / Math.sqrt(0.6875), 10_000 / 4_000]
    expect(found.similar.map(({ area, distance }) => [area.code, distance])).toEqual([
      ['BU90010001', expect.closeTo(tenfold, 12)],
      ['BU90010002', expect.closeTo(2 * tenfold, 12)],
      ['BU90010003', expect.closeTo(richer, 12)],
    ])
    expect(found.by.map(({ scale }) => scale)).toEqual(peerIndicators.map(([, scale]) => scale))
    expect(found.by[0]).toMatchObject({
      value: 99,
      n: 4,
      mean: expect.closeTo(2.75 * Math.log(10), 12) as number,
    })
    expect(found.similar[0]!.differences[0]).toMatchObject({ ofArea: 99, ofSimilar: 999 })
  })

  it('have all figures; who lacks one is left out and counted, and has no peers itself', async () => {
    const missing = { indicator: 'population.inhabitants', reason: 'NOT_AVAILABLE', areas: 1 }
    expect(await peers(figures, first!, { first: 1 })).toMatchObject({
      compared: 3,
      leftOut: 1,
      missing: [missing],
    })
    const found = await peers(figures, last!, { first: 10 })
    expect(found).toMatchObject({
      by: [{ value: null, missing: 'NOT_AVAILABLE' }, {}, {}, {}, {}],
      similar: [],
    })
  })

  it('of many areas are found with one reading of each column', async () => {
    const read: string[] = []
    const counted = makeFigures(5, made)
    const counting = {
      ...counted,
      column(indicator: string, period: number) {
        read.push(indicator)
        return counted.column(indicator, period)
      },
    }
    await Promise.all([0, 1, 2, 3, 4].map((at) => peers(counting, `BU9001000${String(at)}`, { first: 3 })))
    expect(read).toEqual(peerIndicators.map(([id]) => id))
  })

  it('of an area that the last refresh did not know are an error that says so', async () => {
    await expect(peers(figures, 'BU90019999', { first: 10 })).rejects.toMatchObject({
      message: 'The figures of BU90019999 have not been gathered yet. For operators: run hub refresh.',
      extensions: { code: 'NOT_REFRESHED' },
    })
  })
})

describe('figures beside those of peers', () => {
  it('are the median and range of the peers that have one, with how many have not', async () => {
    const found = await likeUs(figures, first!, { indicators: ['energy.gasShare'], peers: 3 })
    expect(found.peers.similar).toHaveLength(3)
    expect(found.figures).toMatchObject([
      {
        column: { indicator: 'energy.gasShare', period: 2024 },
        value: 7,
        missing: null,
        n: 2,
        without: [{ indicator: 'energy.gasShare', reason: 'SUPPRESSED', areas: 1 }],
        minimum: 10,
        median: 25,
        maximum: 40,
      },
    ])
  })

  it('of an area without peers are null, not 0', async () => {
    const found = await likeUs(figures, last!, { indicators: ['energy.gasShare'], peers: 3 })
    expect(found.figures).toMatchObject([
      { value: 90, n: 0, without: [], minimum: null, median: null, maximum: null },
    ])
  })

  it.each([
    ['no indicators', [], 3, 'indicators has 0 ids; it must have 1 to 100.'],
    ['no peers', ['energy.gasShare'], 0, 'peers is 0; it must be from 1 to 1000.'],
    ['too many peers', ['energy.gasShare'], 1_001, 'peers is 1001; it must be from 1 to 1000.'],
    ['an unknown indicator', ['energy.gasShares'], 3, /the nearest are energy\.gasShare,/],
    ['a code', ['energy.label'], 3, /energy\.label is a code or class/],
  ] as const)('with %s are refused in one sentence', async (_, indicators, most, message) => {
    const asked = likeUs(figures, first!, { indicators, peers: most })
    await expect(asked).rejects.toThrow(message)
    await expect(asked).rejects.toMatchObject({ extensions: { code: 'BAD_ARGUMENT' } })
  })
})
