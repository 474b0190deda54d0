/** The social load on real figures: Amsterdam in 2019, beside the socio-economic score that the CBS published for the same neighbourhoods. */
import { readFileSync } from 'node:fs'
import { importTable } from '@samenhang/subgraph-kit/import'
import { openFile } from '@samenhang/subgraph-kit/statline/open-file'
import { cbsFile, describeWith } from '@samenhang/subgraph-kit/requirements'
import { parse as parseCsv } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { clientOf, computedOf } from './computed-hub.ts'
import { openHub, type TestHub } from './hub.ts'

const figures = cbsFile('kwb-2019-84583NED-amsterdam/marginal_distributions_84583NED.csv')
const official = cbsFile('ses-woa-2019-amsterdam/SES_WOA_scores_per_wijk_en_buurt_25042023_160857.csv')

interface Load {
  readonly score: number
  readonly percentile: number | null
  readonly rankRange: { readonly from: number; readonly to: number; readonly of: number }
  readonly comparedWith: object
  readonly basis: readonly { readonly indicator: string; readonly deviation: number | null }[]
  readonly area: { readonly code: string }
}

const ranking = `{ socialLoadRanking(level: NEIGHBOURHOOD, first: 1000) { nodes { score percentile rankRange { from to of }
  comparedWith { areas loaded of isWholeCountry } basis { indicator deviation } area { code } } } }`

describeWith([figures, official], 'the social load of Amsterdam in 2019', () => {
  let hub: TestHub
  let loads: readonly Load[]

  beforeAll(async () => {
    hub = await openHub({ country: null })
    await importTable(hub.subgraphs, await openFile(figures.path, { period: 2019 }))
    await computedOf(hub).refresh(clientOf(hub))
    const { data, errors } = await hub.ask(ranking)
    expect(errors).toEqual([])
    loads = (data as unknown as { socialLoadRanking: { nodes: readonly Load[] } }).socialLoadRanking.nodes
  })
  afterAll(() => hub.close())

  it('is close to deprivation as the CBS measures it, which is why it is no measure of what is placed', () => {
    const scores = new Map(readScores())
    const pairs = loads.flatMap(({ score, area: { code } }) => {
      const other = scores.get(code)
      return other === undefined ? [] : [[score, other] as const]
    })
    expect(pairs.length).toBeGreaterThan(350)
    expect(rankCorrelation(pairs)).toBeCloseTo(-0.861, 3)
  })

  it('is compared with Amsterdam, never with the country', () => {
    for (const { comparedWith, percentile } of loads) {
      expect(comparedWith).toEqual({ areas: loads.length, loaded: 1, of: 355, isWholeCountry: false })
      expect(percentile).not.toBeNull()
    }
  })

  it('lets no figure count for more than 3 standard deviations', () => {
    const deviations = loads.flatMap(({ basis }) => basis.flatMap(({ deviation }) => deviation ?? []))
    expect(Math.max(...deviations.map(Math.abs))).toBe(3)
    expect(
      loads.every(({ basis }) => !basis.some(({ indicator }) => indicator.startsWith('integration'))),
    ).toBe(true)
  })

  it('has each rank within its range', () => {
    const scores = loads.map(({ score }) => score)
    for (const { score, rankRange } of loads) {
      const rank = 1 + scores.filter((other) => other > score).length
      expect(rankRange.of).toBe(loads.length)
      expect(rankRange.from).toBeLessThanOrEqual(rank + 1)
      expect(rankRange.to).toBeGreaterThanOrEqual(rank)
    }
  })
})

function* readScores(): Iterable<readonly [code: string, score: number]> {
  const table: string[][] = parseCsv(readFileSync(official.path, 'utf8').replace(/^\uFEFF/, ''), {
    delimiter: ';',
  })
  const [header = [], ...rows] = table
  const [code, score] = ['Regiocode', 'SES-WOA/Totaalscore'].map((name) =>
    header.findIndex((column) => column.startsWith(name)),
  ) as [number, number]
  for (const row of rows) {
    const value = Number(row[score])
    if (Number.isFinite(value)) yield [String(row[code]).trim(), value]
  }
}

/** Spearman's, with the mean rank for equals. */
function rankCorrelation(pairs: readonly (readonly [number, number])[]): number {
  const ranks = [0, 1].map((at) => {
    const values = pairs.map((pair) => pair[at] ?? 0)
    const sorted = [...values].sort((one, other) => one - other)
    return values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2)
  })
  const mean = (pairs.length - 1) / 2
  const product = (one: number, other: number) =>
    pairs.reduce(
      (sum, _, at) => sum + ((ranks[one]?.[at] ?? 0) - mean) * ((ranks[other]?.[at] ?? 0) - mean),
      0,
    )
  return product(0, 1) / Math.sqrt(product(0, 0) * product(1, 1))
}
