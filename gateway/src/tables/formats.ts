/** The formats of tables: how a client names each, and what writes it. */
import type { Column } from './columns.ts'
import { separated } from './separated.ts'
import type { Dictionary } from './dictionary.ts'
import { jsonArray, jsonLines } from './json-rows.ts'
import type { TableWriter } from './writer.ts'

export interface Format {
  readonly suffix: string
  /** The first is what is sent; a client may accept the others too. */
  readonly mediaTypes: readonly [string, ...string[]]
  readonly contentType: string
  /** Rows that fit: of the format itself, or of what this process may hold of it. */
  readonly mostRows: number
  /** Cells that fit, where that is what bounds it. */
  readonly mostCells: number
  /** Whether the file tells what its columns mean. */
  readonly isDescribed: boolean
  /** Whether it is text, which compresses; the others are compressed as they are. */
  readonly isText: boolean
  /** Loaded when it is first used, for some bring packages that a start need not wait for. */
  readonly writer: (columns: readonly Column[], dictionary: Dictionary) => TableWriter | Promise<TableWriter>
}

/** Rows of one table: more than every neighbourhood in every year. */
export const mostRows = 1_000_000

const unbounded = { mostRows, mostCells: Infinity, isDescribed: false, isText: true }

/** Rows of so many columns that fit in this format. */
export function rowsThatFit(
  { mostRows: rows, mostCells }: Pick<Format, 'mostRows' | 'mostCells'>,
  columns: number,
): number {
  return Math.min(rows, Math.floor(mostCells / Math.max(1, columns)))
}

const all: readonly Format[] = [
  {
    suffix: 'csv',
    mediaTypes: ['text/csv'],
    contentType: 'text/csv; charset=utf-8; header=present',
    ...unbounded,
    writer: (columns) => separated(columns, ','),
  },
  {
    suffix: 'tsv',
    mediaTypes: ['text/tab-separated-values'],
    contentType: 'text/tab-separated-values; charset=utf-8',
    ...unbounded,
    writer: (columns) => separated(columns, '\t'),
  },
  {
    suffix: 'ndjson',
    mediaTypes: ['application/x-ndjson', 'application/ndjson'],
    contentType: 'application/x-ndjson; charset=utf-8',
    ...unbounded,
    writer: jsonLines,
  },
  {
    suffix: 'json',
    mediaTypes: ['application/json'],
    contentType: 'application/json; charset=utf-8',
    ...unbounded,
    writer: jsonArray,
  },
  {
    suffix: 'arrow',
    mediaTypes: ['application/vnd.apache.arrow.stream'],
    contentType: 'application/vnd.apache.arrow.stream',
    ...unbounded,
    ...{ isDescribed: true, isText: false },
    writer: async (...args) => (await import('./arrow.ts')).arrowStream(...args),
  },
  {
    suffix: 'parquet',
    mediaTypes: ['application/vnd.apache.parquet'],
    contentType: 'application/vnd.apache.parquet',
    ...unbounded,
    ...{ isDescribed: true, isText: false },
    writer: async (...args) => (await import('./parquet.ts')).parquetFile(...args),
  },
  {
    suffix: 'xlsx',
    mediaTypes: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    // Below the header, as Excel holds; and what is made at once in memory.
    mostRows: 1_048_575,
    mostCells: 1_000_000,
    ...{ isDescribed: false, isText: false },
    writer: async (columns) => (await import('./workbook.ts')).workbook(columns),
  },
]

/** By the ending of an address. */
export const formats: ReadonlyMap<string, Format> = new Map(all.map((format) => [format.suffix, format]))

/** The format that a client likes best of those it accepts; undefined where it accepts none of them by name. */
export function acceptedFormat(accept: string | undefined): Format | undefined {
  const wanted = (accept ?? '').split(',').map((entry, index) => {
    const [type = '', ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase())
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
    return { type, index, weight: weight === undefined ? 1 : Number(weight) || 0 }
  })
  return wanted
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight || one.index - other.index)
    .map(({ type }) => all.find(({ mediaTypes }) => mediaTypes.includes(type)))
    .find((format) => format !== undefined)
}
