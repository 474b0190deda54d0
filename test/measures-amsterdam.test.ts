/**
 * Distribution, relation and similar areas on real figures: Amsterdam in 2019, as imported from the CBS's file. Expected are numbers that
 * NumPy 2.4 and SciPy 1.17 gave for the file itself, and a second computation here, straight from its rows, that shares nothing with the hub.
 */
import { readFileSync } from 'node:fs'
import { importTable } from '@samenhang/subgraph-kit/import'
import { openFile } from '@samenhang/subgraph-kit/statline/open-file'
import { cbsFile, describeWith } from '@samenhang/subgraph-kit/requirements'
import { parse as parseCsv } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { refreshAll } from './computed-hub.ts'
import { openHub, type TestHub } from './hub.ts'

const file = cbsFile('kwb-2019-84583NED-amsterdam/marginal_distributions_84583NED.csv')
const woz = 'housing.averageWozValue'
const lowIncome = 'labourMarket.lowIncomeHouseholdShare'

type Answer = ReturnType<typeof JSON.parse>

describeWith(file, 'neighbourhoods of Amsterdam in 2019', () => {
  let hub: TestHub
  let rows: readonly Record<string, string>[]

  beforeAll(async () => {
    hub = await openHub({ country: null })
    await importTable(hub.subgraphs, await openFile(file.path, { period: 2019 }))
    await refreshAll(hub)
    const all: Record<string, string>[] = parseCsv(readFileSync(file.path, 'utf8').replace(/^\uFEFF/, ''), {
      delimiter: ';',
      columns: true,
    })
    rows = all.filter((row) => row['WijkenEnBuurten']?.startsWith('BU'))
  })
  afterAll(() => hub.close())

  const ask = async (query: string): Promise<Answer> => {
    const { data, errors } = await hub.ask(query)
    expect(errors).toEqual([])
    return data
  }
  const cell = (row: Record<string, string>, name: string): number | null => {
    const text = row[name]?.trim() ?? ''
    return text === '' || text === '.' ? null : Number(text)
  }
  const wozIn = (row: Record<string, string>) => {
    const thousands = cell(row, 'GemiddeldeWoningwaarde_35')
    return thousands === null ? null : thousands * 1_000
  }
  const lowIncomeIn = (row: Record<string, string>) => cell(row, 'HuishoudensMetEenLaagInkomen_78')

  const spread = `areas n missing { indicator reason areas } withoutWeight totalWeight mean standardDeviation minimum
    quartiles { lower median upper } deciles maximum histogram { lower upper areas weight }
    column { indicator unit kind period synthetic sources { table } }`

  it('WOZ values are spread as NumPy says, with the areas without one counted', async () => {
    const { distribution } = await ask(
      `{ distribution(indicator: "${woz}", level: NEIGHBOURHOOD, within: "GM0363") { ${spread} level within weightedBy { indicator } stale } }`,
    )
    expect(distribution).toMatchObject({
      column: {
        indicator: woz,
        unit: 'EURO',
        kind: 'AVERAGE',
        period: 2019,
        synthetic: false,
        sources: [{ table: '84583NED' }],
      },
      level: 'NEIGHBOURHOOD',
      within: 'GM0363',
      stale: false,
      areas: 479,
      n: 385,
      missing: [{ indicator: woz, reason: 'NOT_AVAILABLE', areas: 94 }],
      withoutWeight: 0,
      totalWeight: null,
      weightedBy: null,
      minimum: 56_000,
      quartiles: { lower: 283_000, median: 368_000, upper: 478_000 },
      maximum: 1_985_000,
    })
    expect(distribution.mean).toBeCloseTo(413_750.6493506493, 8)
    expect(distribution.standardDeviation).toBeCloseTo(214_329.79844057697, 7)
    const deciles = [224_400, 264_000, 307_000, 338_600, 368_000, 406_800, 454_800, 517_400, 601_600]
    for (const [at, decile] of deciles.entries()) expect(distribution.deciles[at]).toBeCloseTo(decile, 8)
    const values = rows.flatMap((row) => wozIn(row) ?? [])
    for (const { lower, upper, areas } of distribution.histogram as Answer[])
      expect(areas).toBe(
        values.filter((value) => value >= lower && (value < upper || (value === upper && upper >= 1_985_000)))
          .length,
      )
  })

  it('weighted by inhabitants they are those of the list of all inhabitants', async () => {
    const { distribution } = await ask(
      `{ distribution(indicator: "${woz}", level: NEIGHBOURHOOD, weightedBy: "population.inhabitants") { ${spread} weightedBy { indicator period } } }`,
    )
    expect(distribution).toMatchObject({
      n: 385,
      withoutWeight: 0,
      totalWeight: 851_670,
      weightedBy: { indicator: 'population.inhabitants', period: 2019 },
      quartiles: { lower: 264_000, median: 347_000, upper: 434_000 },
    })
    expect(distribution.mean).toBeCloseTo(378_931.97482593026, 8)
    expect(distribution.standardDeviation).toBeCloseTo(179_860.83710779937, 7)
    const everyone = rows
      .flatMap((row) => {
        const value = wozIn(row)
        return value === null ? [] : Array<number>(cell(row, 'AantalInwoners_5')!).fill(value)
      })
      .sort((one, other) => one - other)
    expect(everyone.length).toBe(851_670)
    const [low, high] = [everyone[85_166]!, everyone[85_167]!]
    expect(distribution.deciles[0]).toBeCloseTo(low + 0.9 * (high - low), 8)
    expect(
      distribution.histogram.reduce((sum: number, { weight }: { weight: number }) => sum + weight, 0),
    ).toBe(851_670)
  })

  it('weighted by dwellings too', async () => {
    const { distribution } = await ask(
      `{ distribution(indicator: "${woz}", level: NEIGHBOURHOOD, weightedBy: "housing.dwellings") { ${spread} } }`,
    )
    expect(distribution).toMatchObject({
      totalWeight: 438_076,
      quartiles: { lower: 271_000, median: 361_000, upper: 441_000 },
    })
    expect(distribution.mean).toBeCloseTo(382_484.2789835554, 8)
  })

  it('WOZ values and low incomes go together as SciPy says, and what that does not say is with it', async () => {
    const { relation } = await ask(
      `{ relation(x: "${woz}", y: "${lowIncome}", level: NEIGHBOURHOOD) { areas n leftOut missing { indicator reason areas }
        pearson { value lower upper } spearman { value lower upper } slope { value lower upper } intercept { value lower upper }
        unavailable { field } cautions { kind explanation } x { indicator unit period } y { indicator unit period } } }`,
    )
    expect(relation).toMatchObject({
      areas: 479,
      n: 379,
      leftOut: 100,
      missing: [
        { indicator: woz, reason: 'NOT_AVAILABLE', areas: 94 },
        { indicator: lowIncome, reason: 'NOT_AVAILABLE', areas: 92 },
      ],
      unavailable: [],
      x: { indicator: woz, unit: 'EURO', period: 2019 },
      y: { indicator: lowIncome, unit: 'PERCENT', period: 2019 },
    })
    const expected = {
      pearson: [-0.48059447388273746, -0.5544850709656804, -0.399185434244085],
      spearman: [-0.5864317922531552, -0.6536431, -0.51004235],
      slope: [-1.3774810526081548e-5, -1.6320187405274004e-5, -1.1229433646889094e-5],
      intercept: [17.76762855293749, 16.583291726606106, 18.951965379268877],
    }
    for (const [name, numbers] of Object.entries(expected)) {
      const { value, lower, upper } = relation[name]
      for (const [at, number] of [value, lower, upper].entries())
        expect(Math.abs(number / numbers[at]! - 1), name).toBeLessThan(1e-7)
    }
    expect(relation.cautions.map(({ kind }: Answer) => kind)).toEqual(['NO_CAUSE', 'AREAS_ARE_NOT_PEOPLE'])
  })

  it('the neighbourhoods most like one are those at the least distance, found by hand', async () => {
    const { similarAreas } = await ask(
      `{ similarAreas(code: "BU03630000", by: ["${woz}", "${lowIncome}"], first: 5) { area { code name } level within compared leftOut
        by { column { indicator period unit } value missing n mean standardDeviation }
        similar { area { code } distance differences { indicator ofArea ofSimilar standardised } } } }`,
    )
    const deviationOf = (values: readonly number[]) => {
      const mean = values.reduce((sum, value) => sum + value / values.length, 0)
      return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2 / values.length, 0))
    }
    const [wozApart, incomeApart] = [wozIn, lowIncomeIn].map((read) =>
      deviationOf(rows.flatMap((row) => read(row) ?? [])),
    )
    const own = rows.find((row) => row['WijkenEnBuurten']!.trim() === 'BU03630000')!
    const distances = rows
      .flatMap((row) => {
        const [value, share] = [wozIn(row), lowIncomeIn(row)]
        if (row === own || value === null || share === null) return []
        const distance = Math.hypot(
          (value - wozIn(own)!) / wozApart!,
          (share - lowIncomeIn(own)!) / incomeApart!,
        )
        return [{ code: row['WijkenEnBuurten']!.trim(), distance }]
      })
      .sort((one, other) => one.distance - other.distance || (one.code < other.code ? -1 : 1))
    expect(similarAreas).toMatchObject({
      area: { code: 'BU03630000' },
      level: 'NEIGHBOURHOOD',
      within: 'NL00',
      compared: 378,
      leftOut: 100,
      by: [
        { value: wozIn(own), missing: null, n: 385 },
        { value: lowIncomeIn(own), n: 387 },
      ],
    })
    expect(similarAreas.similar.map(({ area }: Answer) => area.code)).toEqual(
      distances.slice(0, 5).map(({ code }) => code),
    )
    for (const [at, { distance, differences }] of similarAreas.similar.entries()) {
      expect(distance).toBeCloseTo(distances[at]!.distance, 10)
      expect(differences[0].standardised).toBeCloseTo(
        (differences[0].ofSimilar - differences[0].ofArea) / wozApart!,
        10,
      )
    }
  })
})
