/**
 * JSON as a grid: an OData v3 answer (`{"value":[…]}`, TypedDataSet or UntypedDataSet), the bare list of its records, or a
 * record a line. A key is a column, a record a row. Every record must have the same keys. What is none of these, or only one
 * page of an answer, is refused.
 */
import type { Claim, Grid } from './grid.ts'
import { yearOfTable } from './known-tables.ts'
import { ImportRefused, type Cell } from './table.ts'

export type OdataRecord = Readonly<Record<string, unknown>>

export function readJson(origin: string, text: Buffer): Grid {
  const answer = parseAnswer(origin, text)
  const next = ['odata.nextLink', '@odata.nextLink'].find((name) => name in answer)
  if (next !== undefined) {
    const problem = `it is one page of several (it has an ${next})`
    throw new ImportRefused(origin, problem, 'Import the table itself: cbs:85984NED for 2024.')
  }
  const grid = gridOfRecords(origin, recordsOf(origin, answer), claimsOf(answer))
  const { table } = metadataOf(answer)
  return table === undefined ? grid : { ...grid, table }
}

/** Records that have the same keys as a grid; the first gives the header. */
export function gridOfRecords(
  origin: string,
  records: readonly OdataRecord[],
  claims: readonly Claim[],
): Grid {
  const header = Object.keys(records[0] ?? {})
  const keys = new Set(header)
  return {
    header,
    claims,
    rowCount: records.length,
    async *records() {
      for (const [index, record] of records.entries()) {
        const line = index + 1
        checkKeys(origin, keys, record, line)
        yield { line, cells: header.map((name) => cellOf(origin, record[name], line, name)) }
      }
    },
  }
}

function checkKeys(origin: string, keys: ReadonlySet<string>, record: OdataRecord, line: number): void {
  const own = Object.keys(record)
  const stray = own.find((key) => !keys.has(key))
  const missing = own.length < keys.size ? [...keys].find((key) => !(key in record)) : undefined
  const column = stray ?? missing
  if (column === undefined) return
  const problem =
    stray === undefined ? 'the record lacks a column' : 'the record has a column the first has not'
  throw new ImportRefused(origin, problem, 'Ask the CBS for the table again.', { line, column })
}

function cellOf(origin: string, value: unknown, line: number, column: string): Cell {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value
  const problem = `a ${typeof value} stands where a number or text belongs`
  throw new ImportRefused(origin, problem, 'Ask the CBS for the table again.', { line, column })
}

function parseAnswer(origin: string, text: Buffer): OdataRecord {
  const parsed = parse(text.toString('utf8'))
  if (parsed === undefined) {
    throw new ImportRefused(origin, 'it is no whole JSON', 'It was cut off or edited: download it again.')
  }
  if (Array.isArray(parsed)) return { value: parsed }
  if (typeof parsed === 'object' && parsed !== null) return parsed as OdataRecord
  throw new ImportRefused(origin, 'it is JSON but no OData answer ({"value":[…]})', remedy)
}

/** The value of a text, the list of its values where each line is one, or undefined where it is no JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
    if (lines.length < 2) return undefined
    try {
      return lines.map((line) => JSON.parse(line) as unknown)
    } catch {
      return undefined
    }
  }
}

const remedy = 'Save the answer of TypedDataSet or UntypedDataSet.'

function recordsOf(origin: string, answer: OdataRecord): readonly OdataRecord[] {
  const { value } = answer
  if (answer['type'] === 'FeatureCollection') {
    throw new ImportRefused(origin, 'it holds boundaries (GeoJSON), no table of figures', remedy)
  }
  if (!Array.isArray(value)) {
    throw new ImportRefused(origin, 'it is JSON but no OData answer ({"value":[…]})', remedy)
  }
  const stray = value.findIndex((record) => typeof record !== 'object' || record === null)
  if (stray >= 0) throw new ImportRefused(origin, 'a record is no object', remedy, { line: stray + 1 })
  if (value.length > 0) return value as readonly OdataRecord[]
  throw new ImportRefused(origin, 'the answer has no records', 'Check the filter it was asked with.')
}

function claimsOf(answer: OdataRecord): readonly Claim[] {
  const { name, table } = metadataOf(answer)
  const year = table === undefined ? undefined : yearOfTable(table)
  return year === undefined ? [] : [{ year, words: `its ${name} (${String(table)}) says ${year}` }]
}

/** The table that an answer says it is of, and under which name. */
function metadataOf(answer: OdataRecord): { readonly name: string; readonly table: string | undefined } {
  const name = ['odata.metadata', '@odata.context'].find((key) => key in answer) ?? ''
  const metadata = answer[name]
  const table = typeof metadata === 'string' ? /\/(\d{5}[A-Z]{3})\//i.exec(metadata)?.[1] : undefined
  return { name, table: table?.toUpperCase() }
}
