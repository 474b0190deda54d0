/** Every format, read back by another reader, is what the graph answers as JSON: cell by cell, however the selection is ordered. */
import { tableFromIPC } from 'apache-arrow'
import { parse } from 'csv-parse/sync'
import { sample, shuffledSubarray, constantFrom, tuple } from 'fast-check'
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
const figures = ['amount', 'share', 'isFinal', 'remark']

interface Table {
  readonly text: string
  readonly path: readonly (readonly string[])[]
  readonly columns: readonly {
    readonly level: number
    readonly path: readonly string[]
    readonly name: string
  }[]
}

const joinedName = (above: readonly string[], path: readonly string[]): string =>
  path[0] === 'renamed' ? 'renamed' : [...above, ...path].join('_')

/** Regions alone, or their parts. Fields of figures that follow each other merge where the first stands. */
function tableOf(regionFields: readonly Selected[], partFields: readonly Selected[], edges: boolean): Table {
  const page = (inner: string): string => (edges ? `edges { node { ${inner} } }` : `nodes { ${inner} }`)
  const list = edges ? ['edges'] : ['nodes']
  const inElement = edges ? ['node'] : []
  const withParts = partFields.length > 0
  const above = withParts ? ['regions'] : []
  const merged = mergedFigures(regionFields)
  const own = merged.flatMap(({ columns }) =>
    columns.map((path) => ({ level: 1, path: [...inElement, ...path], name: joinedName(above, path) })),
  )
  const parts = partFields.flatMap(({ columns }) =>
    columns.map((path) => ({ level: 2, path: [...inElement, ...path], name: joinedName([], path) })),
  )
  const text = [
    ...regionFields.map((field) => field.text),
    ...(withParts ? [`parts(first: 1) { ${page(partFields.map((field) => field.text).join(' '))} }`] : []),
  ].join(' ')
  return {
    text: `{ regions(first: 3) { ${page(text)} } }`,
    path: [['regions', ...list], ...(withParts ? [[...inElement, 'parts', ...list]] : [])],
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

const tables = sample(
  tuple(
    shuffledSubarray([...ofRegion], { minLength: 1 }),
    constantFrom(true, false).chain((some) =>
      shuffledSubarray([...ofPart], some ? { minLength: 1 } : { maxLength: 0 }),
    ),
    constantFrom(true, false),
  ),
  { numRuns: 40, seed: 13 },
).map(([regionFields, partFields, edges]) => tableOf(regionFields, partFields, edges))

let hub: RegionsHub
beforeAll(async () => {
  hub = await openRegions(new Map(tables.map(({ text }, index) => [`t${String(index)}`, text])))
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
      .replace(/figures \{/, 'figures { missing { field reason }'),
  })
  const { data } = JSON.parse(answer.text) as { data: Data }
  const elements = (parent: readonly Data[], level: number): readonly (readonly Data[])[] => {
    const step = path[level]
    if (!step) return [parent]
    const list = at(parent.at(-1) ?? null, step) as readonly Data[]
    return list.flatMap((element) => elements([...parent, element], level + 1))
  }
  const header = columns.flatMap(({ name, path: own }) =>
    own.includes('figures') && figures.includes(own.at(-1) ?? '') ? [name, `${name}_status`] : [name],
  )
  const rows = elements([data], 0).map((row) =>
    columns.flatMap(({ level, path: own }): Value[] => {
      const value = at(row[level] ?? null, own) as Value
      const name = own.at(-1) ?? ''
      if (!own.includes('figures') || !figures.includes(name)) return [value]
      const missing = at(row[level] ?? null, [...own.slice(0, -1), 'missing']) as readonly Data[] | null
      const reason = missing?.find((entry) => at(entry, ['field']) === name)
      return [value, value === null ? (reason ? (at(reason, ['reason']) as Value) : 'UNAVAILABLE') : 'VALUE']
    }),
  )
  return { header, rows }
}

const bodyOf = async (index: number, suffix: string): Promise<Buffer> => {
  const response = await hub.table(`t${String(index)}.${suffix}`)
  const body = Buffer.from(await response.arrayBuffer())
  expect([response.status, response.status === 200 ? '' : body.toString()]).toEqual([200, ''])
  return body
}
/** A sheet has no empty text, and none that begins as a formula does. */
const inSheet = (value: Value): Value =>
  value === '' ? null : typeof value === 'string' && /^[=+\-@]/.test(value) ? `'${value}` : value
const asText = (value: Value): string => (value === null ? '' : String(value))

describe.each(tables.map(({ text }, index) => ({ text, index })))('$text', ({ index }) => {
  it('reads the same back in each format', async () => {
    const table = tables[index]
    if (!table) throw new Error('There is no such table')
    const { header, rows } = await expected(table)
    const texts = [header, ...rows.map((row) => row.map(asText))]
    expect(parse(await bodyOf(index, 'csv'))).toEqual(texts)
    expect(parse(await bodyOf(index, 'tsv'), { delimiter: '\t' })).toEqual(texts)
    const objects = rows.map((row) => Object.fromEntries(row.map((value, column) => [header[column], value])))
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
})
