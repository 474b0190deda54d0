/**
 * Every cell of the real files of other sources than the key figures, through the running graph: each file is read here by plain means, apart
 * from the importer, and each of its cells is compared with what the graph answers, times the scale, or null with a reason.
 */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { importTable } from '@samenhang/subgraph-kit/import'
import { openFile } from '@samenhang/subgraph-kit/statline/open-file'
import { cbsFile, describeWith } from '@samenhang/subgraph-kit/requirements'
import { openHub, type TestHub } from './hub.ts'
import { readRows, sourcesOf, type Row } from './plain-rows.ts'

interface Indicator {
  readonly id: string
  readonly source: string
  readonly columns: readonly string[]
  readonly scale: number
}

interface Expected {
  readonly path: string
  readonly source: string
  readonly table?: string
  readonly period?: number
  readonly delimiter: string
  readonly code: string
  /** The year of a row. */
  readonly year: (row: Row) => number
  /** Columns that are no figures. */
  readonly attributes: RegExp
}

const files: readonly Expected[] = [
  {
    path: 'ses-woa-2019-amsterdam/SES_WOA_scores_per_wijk_en_buurt_25042023_160857.csv',
    source: 'SES-WOA',
    delimiter: ';',
    code: 'Regiocode (gemeente, wijk, buurt) (code)',
    year: (row) => Number(row['Perioden']),
    attributes: /^(Perioden|Wijken en buurten|Regiocode.*)$/,
  },
  {
    path: 'rivm-gezondheid-2020-18plus/RIVM_gezondheid2020_18+_cut.csv',
    source: 'HEALTH',
    table: '50120NED',
    delimiter: ';',
    code: 'Codering_3',
    year: () => 2020,
    attributes: /^(ID|Leeftijd|Marges|WijkenEnBuurten|Perioden|Gemeentenaam_1|SoortRegio_2|Codering_3)$/,
  },
  {
    path: 'nabijheid-2019-utrecht/Nabijheid_voorzieningen__buurt_2019_28092021_140430.csv',
    source: 'PROXIMITY',
    delimiter: ';',
    code: 'Regioaanduiding/Codering (code)',
    year: () => 2019,
    attributes: /^(Wijken en buurten|Regioaanduiding\/.*)$/,
  },
  {
    path: 'leefbaarometer-amstelveen-wijken/AmstelveenDataWithDimensions.csv',
    source: 'LEEFBAAROMETER',
    delimiter: ',',
    code: 'wk_code',
    year: (row) => Number(row['jaar']),
    attributes: /^(1|wk_code|wk_naam|jaar)$/,
  },
]

/** A header by which an indicator may know it: as it stands, without unit, without ordinal. */
const namesOf = (header: string) => [
  header,
  header
    .replace(/\s*\([^()]*\)$/, '')
    .replace(/\s+/g, ' ')
    .trim(),
  header.replace(/_\d+$/, ''),
]

function figureOf(cell: string | undefined, scale: number): number | null {
  if (cell === undefined || cell === '' || cell === '.') return null
  return Number(cell.replace(',', '.')) * scale
}

for (const expected of files) {
  const file = cbsFile(expected.path)
  describeWith(file, expected.path, () => {
    let hub: TestHub
    beforeAll(async () => {
      hub = await openHub({ country: null })
      const { table, period } = expected
      await importTable(
        hub.subgraphs,
        await openFile(file.path, { sources: sourcesOf(hub.subgraphs), table, period }),
      )
    })
    afterAll(async () => {
      await hub.close()
    })

    it('every cell is in the graph, times the scale, or null with a reason; no column is left out', async () => {
      const { headers, rows } = readRows(file.path, expected.delimiter)
      const { data } = await hub.ask('{ indicators { id source columns scale } }')
      const all = (data as unknown as { indicators: Indicator[] }).indicators
      const indicators = all.filter(({ source }) => source === expected.source)
      const headerOf = new Map(
        indicators.map((indicator) => [
          indicator.id,
          headers.find((header) => namesOf(header).some((name) => indicator.columns.includes(name))),
        ]),
      )
      expect([...headerOf].filter(([, header]) => header === undefined)).toEqual([])
      const taken = new Set(headerOf.values())
      expect(taken.size).toBe(indicators.length)
      expect(headers.filter((header) => !taken.has(header) && !expected.attributes.test(header))).toEqual([])

      const profiles = [...new Set(indicators.map(({ id }) => id.split('.')[0] ?? ''))]
      const fieldsOf = (profile: string) =>
        indicators.filter(({ id }) => id.startsWith(`${profile}.`)).map(({ id }) => id.split('.')[1] ?? '')
      let compared = 0
      const wrong: string[] = []
      for (const year of new Set(rows.map(expected.year))) {
        const ofYear = rows.filter((row) => expected.year(row) === year)
        const selection = profiles
          .map(
            (profile) =>
              `${profile}(period: ${String(year)}) { ${fieldsOf(profile).join(' ')} missing { field reason } }`,
          )
          .join(' ')
        for (let start = 0; start < ofYear.length; start += 500) {
          const page = ofYear.slice(start, start + 500)
          const codes = page.map((row) => (row[expected.code] ?? '').replace('NL01', 'NL00'))
          const answer = await hub.ask(
            `query ($codes: [ID!]!) { areas(codes: $codes) { code ${selection} } }`,
            { codes },
          )
          expect(answer.errors).toEqual([])
          const { areas } = answer.data as unknown as { areas: Record<string, Record<string, unknown>>[] }
          for (const [at, row] of page.entries()) {
            for (const { id, scale } of indicators) {
              const [profile = '', field = ''] = id.split('.')
              const found = areas[at]?.[profile]
              const want = figureOf(row[headerOf.get(id) ?? ''], scale)
              const reason = (found?.['missing'] as { field: string; reason: string }[] | undefined)?.find(
                (one) => one.field === field,
              )?.reason
              compared += 1
              if (found?.[field] !== want || reason !== (want === null ? 'NOT_AVAILABLE' : undefined))
                wrong.push(
                  `${String(codes[at])} ${String(year)} ${id}: ${String(found?.[field])} ${String(reason)}, expected ${String(want)}`,
                )
            }
          }
        }
      }
      expect(wrong.slice(0, 10)).toEqual([])
      expect(compared).toBe(rows.length * indicators.length)
    })
  })
}
