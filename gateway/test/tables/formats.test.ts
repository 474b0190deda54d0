/** Every format, read back by another reader, is what the graph answers as JSON: cell by cell, however the selection is ordered. */
import { tableFromIPC } from 'apache-arrow'
import { parse } from 'csv-parse/sync'
import { constant, constantFrom, record, sample, shuffledSubarray, tuple } from 'fast-check'
import { parquetReadObjects } from 'hyparquet'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openRegions, type RegionsHub } from './regions.ts'

type Value = string | number | boolean | null
type Data = { readonly [key: string]: Data } | readonly Data[] | Value

/** A field as it is selected, its columns, and whether each can be missing. */
interface Selected {
  readonly text: string
  /** Paths from the element. */
  readonly columns: readonly (readonly string[])[]
}

const figure = (name: string): Selected => ({ text: name, columns: [[name]] })
const ofRegion: readonly Selected[] = [
  ...['code', 'name', 'note', 'kind'].map(figure),
  { text: 'renamed: name', columns: [['renamed']] },
  {
    text: 'position { y x }',
    columns: [
      ['position', 'y'],
      ['position', 'x'],
    ],
  },
  ...['amount', 'share', 'isFinal', 'remark', 'period'].map((name) => ({
    text: `figures { ${name} }`,
    columns: [['figures', name]],
  })),
]
const ofPart: readonly Selected[] = ['code', 'size'].map(figure)
const ofYear: readonly Selected[] = ['period', 'amount', 'share', 'isFinal', 'remark'].map(figure)
const figures = ['amount', 'share', 'isFinal', 'remark']

/** The lists within a region, if any: a connection of parts, or a list of years that is null for some. */
type Inner = 'none' | 'parts' | 'series'

interface Table {
  readonly text: string
  readonly search: string
  readonly path: readonly (readonly string[])[]
  readonly columns: readonly {
    readonly level: number
    readonly path: readonly string[]
    readonly name: string
    /** Where its reasons are, from the element; null where it can have none. */
    readonly missing: readonly string[] | null
  }[]
}

const joinedName = (above: readonly string[], path: readonly string[]): string =>
  path[0] === 'renamed' ? 'renamed' : [...above, ...path].join('_')

/** Regions alone, or with what lies within them. Fields of figures that follow each other merge where the first stands. */
function tableOf(
  regionFields: readonly Selected[],
  innerFields: readonly Selected[],
  inner: Inner,
  { edges, hasStatuses }: { readonly edges: boolean; readonly hasStatuses: boolean },
): Table {
  const page = (inner: string): string => (edges ? `edges { node { ${inner} } }` : `nodes { ${inner} }`)
  const list = edges ? ['edges'] : ['nodes']
  const inElement = edges ? ['node'] : []
  const above = inner === 'none' ? [] : ['regions']
  const missingOf = (path: readonly string[], within: readonly string[]): readonly string[] | null =>
    hasStatuses && figures.includes(path.at(-1) ?? '') ? [...within, 'missing'] : null
  const merged = mergedFigures(regionFields)
  const own = merged.flatMap(({ columns }) =>
    columns.map((path) => ({
      ...{ level: 1, path: [...inElement, ...path], name: joinedName(above, path) },
      missing: path[0] === 'figures' ? missingOf(path, [...inElement, 'figures']) : null,
    })),
  )
  const inPart = inner === 'parts' ? inElement : []
  const parts = innerFields.flatMap(({ columns }) =>
    columns.map((path) => ({
      ...{ level: 2, path: [...inPart, ...path], name: joinedName([], path) },
      missing: inner === 'series' ? missingOf(path, []) : null,
    })),
  )
  const innerText = innerFields.map((field) => field.text).join(' ')
  const text = [
    ...regionFields.map((field) => field.text),
    ...(inner === 'parts' ? [`parts(first: 1) { ${page(innerText)} }`] : []),
    ...(inner === 'series' ? [`series { ${innerText} }`] : []),
  ].join(' ')
  return {
    text: `{ regions(first: 3) { ${page(text)} } }`,
    search: hasStatuses ? '' : '?status=off',
    path: [
      ['regions', ...list],
      ...(inner === 'parts' ? [[...inElement, 'parts', ...list]] : []),
      ...(inner === 'series' ? [[...inElement, 'series']] : []),
    ],
    columns: [...own, ...parts],
  }
}

function mergedFigures(fields: readonly Selected[]): readonly Selected[] {
  const all = fields.filter(({ text }) => text.startsWith('figures'))
  const first = fields.findIndex(({ text }) => text.startsWith('figures'))
  return fields.flatMap((field, index) =>
    !field.text.startsWith('figures')
      ? [field]
      : index === first
        ? [{ text: '', columns: all.flatMap(({ columns }) => columns) }]
        : [],
  )
}

const within: Readonly<Record<Inner, readonly Selected[]>> = { none: [], parts: ofPart, series: ofYear }

const tables = sample(
  tuple(
    shuffledSubarray([...ofRegion], { minLength: 1 }),
    constantFrom<Inner>('none', 'parts', 'series').chain((inner) =>
      tuple(constant(inner), shuffledSubarray([...within[inner]], { minLength: inner === 'none' ? 0 : 1 })),
    ),
    record({ edges: constantFrom(true, false), hasStatuses: constantFrom(true, true, false) }),
  ),
  { numRuns: 60, seed: 13 },
).map(([regionFields, [inner, innerFields], more]) => tableOf(regionFields, innerFields, inner, more))

let hub: RegionsHub
beforeAll(async () => {
  hub = await openRegions(
    new Map([
      ...tables.map(({ text }, index) => [`t${String(index)}`, text] as const),
      ['numbers', `{ regions { nodes { code name figures { share amount } } } }`],
      ['texts', `{ regions { nodes { name figures { remark amount } code } } }`],
    ]),
  )
  hub.state.regions = 29
})
afterAll(() => hub.close())

function at(value: Data, path: readonly string[]): Data {
  return path.reduce<Data>((found, key) => (found as Record<string, Data> | null)?.[key] ?? null, value)
}

/** The header and the cells, from the graph's own JSON with pages that hold everything. */
async function expected({ text, path, columns }: Table) {
  const answer = await hub.gateway.execute({
    query: text
      .replaceAll(/first: \d/g, 'first: 100')
      .replaceAll(/(figures|series) \{/g, '$1 { missing { field reason }'),
  })
  const { data } = JSON.parse(answer.text) as { data: Data }
  const elements = (parent: readonly Data[], level: number): readonly (readonly Data[])[] => {
    const step = path[level]
    if (!step) return [parent]
    const list = at(parent.at(-1) ?? null, step) as readonly Data[] | null
    // A region without a list of years keeps its row.
    return (list ?? [null]).flatMap((element) => elements([...parent, element], level + 1))
  }
  const header = columns.flatMap(({ name, missing }) => (missing ? [name, `${name}_status`] : [name]))
  const rows = elements([data], 0).map((row) =>
    columns.flatMap(({ level, path: own, missing }): Value[] => {
      const value = at(row[level] ?? null, own) as Value
      if (!missing) return [value]
      const told = at(row[level] ?? null, missing) as readonly Data[] | null
      const reason = told?.find((entry) => at(entry, ['field']) === own.at(-1))
      return [value, value === null ? (reason ? (at(reason, ['reason']) as Value) : 'UNAVAILABLE') : 'VALUE']
    }),
  )
  return { header, rows }
}

const bodyOf = async (index: number, suffix: string): Promise<Buffer> => {
  const response = await hub.table(`t${String(index)}.${suffix}${tables[index]?.search ?? ''}`)
  const body = Buffer.from(await response.arrayBuffer())
  expect([response.status, response.status === 200 ? '' : body.toString()]).toEqual([200, ''])
  return body
}
/** A sheet has no empty text, and none that begins as a formula does. */
const inSheet = (value: Value): Value =>
  value === '' ? null : typeof value === 'string' && /^[=+\-@]/.test(value) ? `'${value}` : value
const asText = (value: Value): string => (value === null ? '' : String(value))

describe.each(tables.map(({ text, search }, index) => ({ text, search, index })))(
  '$text $search',
  ({ index }) => {
    it('reads the same back in each format', async () => {
      const table = tables[index]
      if (!table) throw new Error('There is no such table')
      const { header, rows } = await expected(table)
      const texts = [header, ...rows.map((row) => row.map(asText))]
      expect(parse(await bodyOf(index, 'csv'))).toEqual(texts)
      expect(parse(await bodyOf(index, 'tsv'), { delimiter: '\t' })).toEqual(texts)
      const objects = rows.map((row) =>
        Object.fromEntries(row.map((value, column) => [header[column], value])),
      )
      const json = JSON.parse((await bodyOf(index, 'json')).toString()) as object[]
      expect(json).toEqual(objects)
      expect(json.every((row) => Object.keys(row).join() === header.join())).toBe(true)
      const lines = (await bodyOf(index, 'ndjson')).toString().split('\n').slice(0, -1)
      expect(lines.map((line) => JSON.parse(line) as object)).toEqual(objects)
      const arrow = tableFromIPC(await bodyOf(index, 'arrow'))
      expect(arrow.schema.fields.map(({ name }) => name)).toEqual(header)
      expect(arrow.toArray().map((row) => (row as { toJSON(): object }).toJSON())).toEqual(objects)
      const parquet = await bodyOf(index, 'parquet')
      const file = parquet.buffer.slice(
        parquet.byteOffset,
        parquet.byteOffset + parquet.byteLength,
      ) as ArrayBuffer
      expect(await parquetReadObjects({ file })).toEqual(objects)
      const sheet = await readSheet(await bodyOf(index, 'xlsx'), { trim: false })
      expect(sheet).toEqual([header, ...rows.map((row) => row.map(inSheet))])
    })
  },
)

describe('the long layout reads the same back in each format', () => {
  const fieldsOf = { numbers: ['share', 'amount'], texts: ['remark', 'amount'] } as const
  it.each(['numbers', 'texts'] as const)('%s', async (name) => {
    const { data } = JSON.parse(
      (
        await hub.gateway.execute({
          query:
            '{ regions(first: 100) { nodes { code name figures { period share amount remark source { table } missing { field reason } } } } }',
        })
      ).text,
    ) as { data: Data }
    const rows = (at(data, ['regions', 'nodes']) as readonly Data[]).flatMap((region) =>
      fieldsOf[name].map((field) => {
        const value = at(region, ['figures', field]) as Value
        const told = at(region, ['figures', 'missing']) as readonly Data[] | null
        const reason = told?.find((entry) => at(entry, ['field']) === field)
        return {
          ...{
            code: at(region, ['code']),
            name: at(region, ['name']),
            period: at(region, ['figures', 'period']),
          },
          indicator: `Figures.${field}`,
          value: name === 'texts' && value !== null ? String(value) : value,
          status: value === null ? (reason ? at(reason, ['reason']) : 'UNAVAILABLE') : 'VALUE',
          ...{ unit: null, source: at(region, ['figures', 'source', 'table']) },
        }
      }),
    )
    const bodyIn = async (suffix: string): Promise<Buffer> =>
      Buffer.from(await (await hub.table(`${name}.${suffix}?layout=long`)).arrayBuffer())
    expect(JSON.parse((await bodyIn('json')).toString())).toEqual(rows)
    expect(parse(await bodyIn('csv')).slice(1)).toEqual(
      rows.map((row) => Object.values(row).map((value) => asText(value as Value))),
    )
    const arrow = tableFromIPC(await bodyIn('arrow'))
    expect(arrow.toArray().map((row) => (row as { toJSON(): object }).toJSON())).toEqual(rows)
    const file = Uint8Array.from(await bodyIn('parquet')).buffer
    expect(await parquetReadObjects({ file })).toEqual(rows)
  })
})
