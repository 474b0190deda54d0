/**
 * What the measures leave out and say beside their numbers: figures that are missing, areas of one year only, weights of nothing, and what
 * the catalogue shows of two indicators.
 */
import { describe, expect, it } from 'vitest'
import { distribution } from '../src/distribution.ts'
import { relation } from '../src/relation.ts'
import { similarAreas } from '../src/similar-areas.ts'
import { makeFigures, type MadeIndicator } from './made-figures.ts'

const share = (columns: MadeIndicator['columns'], entry: Partial<MadeIndicator> = {}): MadeIndicator => ({
  ...entry,
  columns,
})
const count = { kind: 'COUNT', unit: 'DWELLINGS' } as const

const figures = makeFigures(6, {
  'energy.gasShare': share(
    { 2024: [10, 20, 'SUPPRESSED', 40, 'NOT_AVAILABLE', 60], 2023: [1, 2, 3, 4, 5] },
    { weight: 'energy.dwellings' },
  ),
  'energy.heatShare': share({ 2024: [90, 80, 70, 60, 50, 40] }, { weight: 'energy.dwellings' }),
  'energy.solarShare': share({ 2023: [5, 4, 3, 2, 'NOT_AVAILABLE'] }),
  'energy.sameShare': share({ 2024: [7, 7, 7, 7, 7, 7] }),
  'energy.noShare': share({ 2024: Array(6).fill('NOT_PUBLISHED') as 'NOT_PUBLISHED'[] }),
  'energy.dwellings': share({ 2024: [1, 3, 5, 0, 8, 'NOT_AVAILABLE'], 2023: [1, 1, 1, 1, 1] }, count),
  'energy.boilers': share({ 2024: [1, 2, 3, 4, 5, 6] }, count),
  'energy.label': share({ 2024: [1, 2, 3, 4, 5, 6] }, { kind: 'CODE', unit: 'CODE' }),
})
const level = 'NEIGHBOURHOOD'

describe('a distribution', () => {
  it('leaves out areas without a figure and counts them by reason', async () => {
    expect(await distribution(figures, { indicator: 'energy.gasShare', level })).toMatchObject({
      column: { indicator: 'energy.gasShare', period: 2024, synthetic: true },
      within: 'NL99',
      areas: 6,
      n: 4,
      missing: [
        { indicator: 'energy.gasShare', reason: 'NOT_AVAILABLE', areas: 1 },
        { indicator: 'energy.gasShare', reason: 'SUPPRESSED', areas: 1 },
      ],
      mean: 32.5,
      minimum: 10,
      maximum: 60,
      quartiles: { lower: 17.5, median: 30, upper: 45 },
      weightedBy: null,
      totalWeight: null,
    })
  })

  it('leaves out areas whose weight is 0 or missing, and counts them', async () => {
    expect(
      await distribution(figures, { indicator: 'energy.gasShare', level, weightedBy: 'energy.dwellings' }),
    ).toMatchObject({
      weightedBy: { indicator: 'energy.dwellings', period: 2024 },
      areas: 6,
      n: 2,
      withoutWeight: 2,
      totalWeight: 4,
      mean: 17.5,
      maximum: 20,
      quartiles: { lower: 17.5, median: 20, upper: 20 },
    })
  })

  it('of a year has the areas and the weights of that year', async () => {
    expect(
      await distribution(figures, {
        indicator: 'energy.gasShare',
        level,
        period: 2023,
        weightedBy: 'energy.dwellings',
      }),
    ).toMatchObject({ areas: 5, n: 5, mean: 3, totalWeight: 5, weightedBy: { period: 2023 } })
    await expect(
      distribution(figures, { indicator: 'energy.solarShare', level, weightedBy: 'energy.boilers' }),
    ).rejects.toMatchObject({ extensions: { code: 'PERIOD_NOT_PUBLISHED' } })
  })

  it('of figures that nobody published is null, not 0', async () => {
    expect(await distribution(figures, { indicator: 'energy.noShare', level })).toMatchObject({
      areas: 6,
      n: 0,
      missing: [{ reason: 'NOT_PUBLISHED', areas: 6 }],
      mean: null,
      standardDeviation: null,
      minimum: null,
      quartiles: null,
      deciles: null,
      maximum: null,
      histogram: [],
    })
  })

  it('of a code is refused, for its numbers are names', async () => {
    await expect(distribution(figures, { indicator: 'energy.label', level })).rejects.toThrow(
      /energy\.label is a code or class/,
    )
  })
})

describe('a relation', () => {
  const cautionsOf = async (x: string, y: string) =>
    (await relation(figures, { x, y, level })).cautions.map(({ kind }) => kind)

  it('of figures of two years says so, and counts areas that are of one of them', async () => {
    const found = await relation(figures, { x: 'energy.heatShare', y: 'energy.solarShare', level })
    expect(found).toMatchObject({
      x: { period: 2024 },
      y: { period: 2023 },
      areas: 6,
      n: 4,
      leftOut: 2,
      missing: [
        { indicator: 'energy.solarShare', reason: 'NOT_AVAILABLE', areas: 1 },
        { indicator: 'energy.solarShare', reason: 'NO_SUCH_AREA', areas: 1 },
      ],
      pearson: { value: 1 },
    })
    expect(found.cautions.map(({ kind }) => kind)).toEqual([
      'NO_CAUSE',
      'AREAS_ARE_NOT_PEOPLE',
      'DIFFERENT_PERIODS',
    ])
  })

  it('says where both are counts, have one denominator, or the one divides the other', async () => {
    expect(await cautionsOf('energy.boilers', 'energy.dwellings')).toContain('BOTH_COUNT')
    expect(await cautionsOf('energy.gasShare', 'energy.heatShare')).toContain('SAME_DENOMINATOR')
    expect(await cautionsOf('energy.gasShare', 'energy.dwellings')).toContain('ONE_DIVIDES_THE_OTHER')
    expect(await cautionsOf('energy.dwellings', 'energy.gasShare')).toContain('ONE_DIVIDES_THE_OTHER')
    expect(await cautionsOf('energy.sameShare', 'energy.heatShare')).toEqual([
      'NO_CAUSE',
      'AREAS_ARE_NOT_PEOPLE',
    ])
  })

  it('that cannot be measured is null, with a reason for each null', async () => {
    expect(await relation(figures, { x: 'energy.sameShare', y: 'energy.heatShare', level })).toMatchObject({
      n: 6,
      pearson: null,
      slope: null,
      unavailable: ['pearson', 'spearman', 'slope', 'intercept'].map((field) => ({
        field,
        reason: 'CONSTANT',
      })),
    })
    expect(await relation(figures, { x: 'energy.noShare', y: 'energy.heatShare', level })).toMatchObject({
      n: 0,
      leftOut: 6,
      spearman: null,
      unavailable: ['pearson', 'spearman', 'slope', 'intercept'].map((field) => ({
        field,
        reason: 'TOO_FEW_PAIRS',
        explanation: '0 areas have both figures; it takes 4.',
      })),
    })
  })
})

describe('similar areas', () => {
  it('have all figures; those that lack one are left out and counted', async () => {
    const found = await similarAreas(figures, {
      code: 'BU90010000',
      by: ['energy.gasShare', 'energy.heatShare'],
      first: 10,
    })
    expect(found).toMatchObject({
      area: { code: 'BU90010000' },
      level,
      within: 'NL99',
      compared: 3,
      leftOut: 2,
      missing: [
        { indicator: 'energy.gasShare', reason: 'NOT_AVAILABLE', areas: 1 },
        { indicator: 'energy.gasShare', reason: 'SUPPRESSED', areas: 1 },
      ],
      by: [
        { value: 10, missing: null, n: 4, mean: 32.5 },
        { value: 90, n: 6, mean: 65 },
      ],
    })
    expect(found.similar.map(({ area }) => area.code)).toEqual(['BU90010001', 'BU90010003', 'BU90010005'])
    expect(found.similar[0]!.differences[1]).toMatchObject({
      indicator: 'energy.heatShare',
      ofArea: 90,
      ofSimilar: 80,
      standardised: expect.closeTo(-10 / Math.sqrt(1750 / 6), 12) as number,
    })
  })

  it('of an area that lacks a figure are none, and why', async () => {
    expect(
      await similarAreas(figures, { code: 'BU90010002', by: ['energy.gasShare'], first: 10 }),
    ).toMatchObject({ by: [{ value: null, missing: 'SUPPRESSED', n: 4 }], compared: 0, similar: [] })
  })

  it('by a figure that is the same everywhere are all, at distance 0 and by code', async () => {
    const found = await similarAreas(figures, { code: 'BU90010005', by: ['energy.sameShare'], first: 2 })
    expect(found.similar.map(({ area, distance }) => [area.code, distance])).toEqual([
      ['BU90010000', 0],
      ['BU90010001', 0],
    ])
  })

  it('of a real area are never sought among invented ones', async () => {
    await expect(
      similarAreas(figures, { code: 'BU03630000', by: ['energy.gasShare'], first: 10 }),
    ).rejects.toMatchObject({ extensions: { code: 'BAD_ARGUMENT' } })
  })
})
