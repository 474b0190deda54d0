/**
 * Every cell of the real files of key figures, through the running graph: the file is read here by plain means, apart from the importer, and each of
 * its cells is compared with what the graph answers for the indicator that the catalogue names.
 */
import { readFileSync } from 'node:fs'
import { parse as parseCsv } from 'csv-parse/sync'
import readSheets from 'read-excel-file/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { importTable } from '@samenhang/subgraph-kit/import'
import { openFile } from '@samenhang/subgraph-kit/statline/open-file'
import { cbsFile, describeWith } from '@samenhang/subgraph-kit/requirements'
import { openHub, type TestHub } from './hub.ts'

type Value = string | number | null | undefined
interface PlainTable {
  readonly headers: readonly string[]
  readonly rows: readonly (readonly Value[])[]
}
interface Indicator {
  readonly id: string
  readonly source: string
  readonly columns: readonly string[]
  readonly occurrence: number
  readonly scale: number
}

const files = [
  {
    path: 'kwb-2019-84583NED-amsterdam/marginal_distributions_84583NED.csv',
    period: 2019,
    code: 'Codering_3',
  },
  {
    path: 'kwb-2020-84799NED-denhaag/marginal_distributions_TheHague_2019_84583NED.csv',
    period: 2020,
    code: 'Codering_3',
  },
  {
    path: 'odata-json-rotterdam/85318NED_TypedDataSet_BU05990110_2022.json',
    period: 2022,
    code: 'Codering_3',
  },
  { path: 'kwb-2023-85618NED-utrecht/CBS-Utrecht-kwb-2023.xlsx', period: 2023, code: 'gwb_code_10' },
  {
    path: 'odata-json-rotterdam/85618NED_TypedDataSet_BU05990110_2023.json',
    period: 2023,
    code: 'Codering_3',
  },
  {
    path: 'kwb-2024-85984NED-nederland/Kerncijfers_wijken_en_buurten_2024_geslachten.csv',
    period: 2024,
    code: 'Regioaanduiding/Codering (code)',
  },
]

/** Columns that describe the area itself and are no figures. */
const attributes =
  /^(ID|WijkenEnBuurten|Wijken en buurten|Gemeentenaam_1|SoortRegio_2|Codering_3|gwb_code.*|regio|gm_naam|recs|ind_wbi?z?|Regioaanduiding\/(Gemeentenaam|Soort regio|Codering).*)$/

async function readPlain(path: string): Promise<PlainTable> {
  if (path.endsWith('.xlsx')) {
    const [headers = [], ...rows] = (await readSheets(path))[0]?.data as Value[][]
    return { headers: headers.map((header) => String(header).trim()), rows }
  }
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  if (path.endsWith('.json')) {
    const { value } = JSON.parse(text) as { value: Record<string, Value>[] }
    const headers = Object.keys(value[0] ?? {})
    return { headers, rows: value.map((record) => headers.map((header) => record[header])) }
  }
  const [headers = [], ...rows] = parseCsv(text, { delimiter: ';' })
  return { headers, rows }
}

function columnOf(indicator: Indicator, headers: readonly string[], all: readonly Indicator[]): number {
  const counts = new Map<string, number>()
  for (const [index, header] of headers.entries()) {
    const name = header
      .replace(/_\d+$/, '')
      .replace(/\s*\([^()]*\)$/, '')
      .replace(/\s+/g, ' ')
      .trim()
    for (const candidate of new Set([header, name])) {
      if (!indicator.columns.includes(candidate)) continue
      const seen = (counts.get(candidate) ?? 0) + 1
      counts.set(candidate, seen)
      const sharers = all.filter(({ columns }) => columns.includes(candidate)).length
      if (sharers === 1 || seen === indicator.occurrence) return index
    }
  }
  return -1
}

function expected(cell: Value, scale: number, isText: boolean): Value {
  const text = String(cell ?? '').trim()
  if (['', '.', 'NA', '-99995', '-99997'].includes(text)) return null
  return isText ? text : Math.round(Number(text.replace(',', '.')) * scale * 1e6) / 1e6
}

for (const { path, period, code: codeHeader } of files) {
  const file = cbsFile(path)
  describeWith(file, path, () => {
    let hub: TestHub
    beforeAll(async () => {
      hub = await openHub({ country: null })
      await importTable(hub.subgraphs, await openFile(file.path, { period }))
    })
    afterAll(async () => {
      await hub.close()
    })

    it('every cell is in the graph, times the scale, or null with a reason', async () => {
      const { headers, rows } = await readPlain(file.path)
      const { data } = await hub.ask('{ indicators { id source columns occurrence scale } }')
      const { indicators: all } = data as unknown as { indicators: Indicator[] }
      const indicators = all.filter(({ source }) => source === 'KWB')
      const columns = new Map(
        indicators.map((indicator) => [indicator.id, columnOf(indicator, headers, indicators)]),
      )
      const taken = [...columns.values()].filter((index) => index >= 0)
      expect(new Set(taken).size).toBe(taken.length)
      const left = headers.filter((header, index) => !taken.includes(index) && !attributes.test(header))
      expect(left).toEqual([])

      const profiles = [...new Set(indicators.map(({ id }) => id.split('.')[0] ?? ''))].filter((profile) =>
        [...columns].some(([id, index]) => id.startsWith(`${profile}.`) && index >= 0),
      )
      const selection = profiles
        .map((profile) => {
          const fields = indicators
            .filter(({ id }) => id.startsWith(`${profile}.`))
            .map(({ id }) => id.split('.')[1])
          return `${profile}(period: ${String(period)}) { ${fields.join(' ')} missing { field reason } }`
        })
        .join(' ')
      const query = `query ($codes: [ID!]!) { areas(codes: $codes) { code ${selection} } }`
      const codeAt = headers.indexOf(codeHeader)
      let compared = 0
      const wrong: string[] = []
      for (let start = 0; start < rows.length; start += 1_000) {
        const page = rows.slice(start, start + 1_000)
        const answer = await hub.ask(query, { codes: page.map((row) => String(row[codeAt]).trim()) })
        expect(answer.errors).toEqual([])
        const { areas } = answer.data as unknown as { areas: Record<string, Record<string, unknown>>[] }
        for (const [at, row] of page.entries()) {
          const area = areas[at] ?? {}
          for (const { id, scale } of indicators) {
            const [profile = '', field = ''] = id.split('.')
            const found = area[profile]
            if (!found) continue
            const index = columns.get(id) ?? -1
            const want = index < 0 ? null : expected(row[index], scale, field === 'mostCommonPostcode')
            const reason = (found['missing'] as { field: string; reason: string }[]).find(
              (one) => one.field === field,
            )?.reason
            const absent = ['NOT_PUBLISHED', 'NOT_IMPORTED']
            const wantReason = want !== null ? undefined : index < 0 ? absent : ['NOT_AVAILABLE']
            compared += 1
            if (found[field] !== want || (wantReason ? !wantReason.includes(reason ?? '') : reason)) {
              wrong.push(
                `${String(row[codeAt])} ${id}: ${String(found[field])} ${String(reason)}, expected ${String(want)} ${String(wantReason)}`,
              )
            }
          }
        }
      }
      expect(wrong.slice(0, 10)).toEqual([])
      expect(compared).toBeGreaterThanOrEqual(rows.length * taken.length)
    })
  })
}
