/** Questions over real figures, redone by hand from the file that the CBS published: Amsterdam in 2019. */
import { readFileSync } from 'node:fs'
import { importTable } from '@samenhang/subgraph-kit/import'
import { openFile } from '@samenhang/subgraph-kit/statline/open-file'
import { cbsFile, describeWith } from '@samenhang/subgraph-kit/requirements'
import { parse as parseCsv } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { clientOf, computedOf } from './computed-hub.ts'
import { openHub, type TestHub } from './hub.ts'

type Row = ReturnType<typeof JSON.parse>

const file = cbsFile('kwb-2019-84583NED-amsterdam/marginal_distributions_84583NED.csv')

describeWith(file, 'areas by their figures in Amsterdam in 2019', () => {
  let hub: TestHub
  let rows: readonly Readonly<Record<string, string>>[]

  beforeAll(async () => {
    hub = await openHub({ country: null })
    await importTable(hub.subgraphs, await openFile(file.path, { period: 2019 }))
    await computedOf(hub, 'statistics').refresh(clientOf(hub))
    rows = parseCsv(readFileSync(file.path, 'utf8'), { columns: true, delimiter: ';', bom: true })
  })
  afterAll(() => hub.close())

  const codeOf = (row: Readonly<Record<string, string>>) => (row['WijkenEnBuurten'] ?? '').trim()
  const cell = (row: Readonly<Record<string, string>>, column: string) => {
    const text = (row[column] ?? '').trim().replace(',', '.')
    return text === '' || text === '.' ? null : Number(text)
  }

  it('neighbourhoods where the WOZ value is over 400,000 and corporations own over 40 %, by youth care, highest first', async () => {
    const { data, errors } = await hub.ask(`{
      areasWhere(level: NEIGHBOURHOOD, within: "GM0363", first: 1000
        where: [{ indicator: "housing.averageWozValue", gt: 400000 }, { indicator: "housing.housingCorporationShare", gt: 40 }]
        orderBy: [{ indicator: "care.youthCareShare", direction: DESCENDING }]
      ) { totalCount columns { period synthetic } edges { node { code } values { value missing } } } }`)
    expect(errors).toEqual([])
    const { edges, totalCount, columns } = (data as Row)['areasWhere']
    const byHand = rows
      .filter((row) => codeOf(row).startsWith('BU'))
      .map((row) => ({
        code: codeOf(row),
        woz: cell(row, 'GemiddeldeWoningwaarde_35'),
        owned: cell(row, 'InBezitWoningcorporatie_42'),
        care: cell(row, youthCareColumn()),
      }))
      .filter(({ woz, owned }) => woz !== null && woz * 1_000 > 400_000 && owned !== null && owned > 40)
      .sort((one, other) =>
        one.care === other.care
          ? one.code < other.code
            ? -1
            : 1
          : one.care === null
            ? 1
            : other.care === null
              ? -1
              : other.care - one.care,
      )
    expect(byHand.length).toBeGreaterThan(5)
    expect(totalCount).toBe(byHand.length)
    expect(edges.map(({ node }: Row) => node.code)).toEqual(byHand.map(({ code }) => code))
    expect(edges.map(({ values }: Row) => values.map(({ value }: Row) => value as number | null))).toEqual(
      byHand.map(({ woz, owned, care }) => [(woz ?? 0) * 1_000, owned, care]),
    )
    for (const { period, synthetic } of columns) expect([period, synthetic]).toEqual([2019, false])
  })

  const youthCareColumn = () =>
    Object.keys(rows[0] ?? {}).find((name) => name.startsWith('PercentageJongerenMetJeugdzorg')) ?? ''

  it('the districts of Amsterdam add up to what is published of the whole, but for rounding and what is missing', async () => {
    const indicators = [
      'population.inhabitants',
      'population.households',
      'care.distanceToGeneralPractice',
      'population.averageHouseholdSize',
    ]
    const { data, errors } = await hub.ask(
      `query Whole($indicators: [ID!]!) { aggregate(level: DISTRICT, within: "GM0363", indicators: $indicators) {
        value lower memberCount included lacking { code missing } } }`,
      { indicators },
    )
    expect(errors).toEqual([])
    const [inhabitants, households, distance, size] = (data as Row)['aggregate']
    const whole = rows.find((row) => codeOf(row) === 'GM0363') ?? {}
    const districts = rows.filter((row) => codeOf(row).startsWith('WK'))
    const sum = (column: string) => districts.reduce((total, row) => total + (cell(row, column) ?? 0), 0)
    expect(inhabitants).toMatchObject({ value: sum('AantalInwoners_5'), memberCount: districts.length })
    expect(Math.abs(inhabitants.value - (cell(whole, 'AantalInwoners_5') ?? 0))).toBeLessThan(500)
    expect(households.value).toBe(sum('HuishoudensTotaal_28'))
    // One district, of water and docks, has neither inhabitants nor a figure: it weighs nothing or makes the result unknown, never 0.
    for (const { value, included, memberCount, lacking } of [distance, size] as readonly Row[]) {
      expect(memberCount - included).toBe(lacking.length)
      if (lacking.length > 0) expect(value).toBeNull()
    }
  })
})
