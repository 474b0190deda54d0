/** The formats of tables: how a client names each, and what writes it. */
import type { Column } from './columns.ts'
import { separated } from './separated.ts'
import { jsonArray, jsonLines } from './json-rows.ts'
import type { TableWriter } from './writer.ts'

export interface Format {
  readonly suffix: string
  /** The first is what is sent; a client may accept the others too. */
  readonly mediaTypes: readonly [string, ...string[]]
  readonly contentType: string
  /** Rows that fit: of the format itself, or of what this process may hold of it. */
  readonly mostRows: number
  readonly writer: (columns: readonly Column[]) => TableWriter
}

/** Rows of one table: more than every neighbourhood in every year. */
export const mostRows = 1_000_000

const all: readonly Format[] = [
  {
    suffix: 'csv',
    mediaTypes: ['text/csv'],
    contentType: 'text/csv; charset=utf-8; header=present',
    mostRows,
    writer: (columns) => separated(columns, ','),
  },
  {
    suffix: 'tsv',
    mediaTypes: ['text/tab-separated-values'],
    contentType: 'text/tab-separated-values; charset=utf-8',
    mostRows,
    writer: (columns) => separated(columns, '\t'),
  },
  {
    suffix: 'ndjson',
    mediaTypes: ['application/x-ndjson', 'application/ndjson'],
    contentType: 'application/x-ndjson; charset=utf-8',
    mostRows,
    writer: jsonLines,
  },
  {
    suffix: 'json',
    mediaTypes: ['application/json'],
    contentType: 'application/json; charset=utf-8',
    mostRows,
    writer: jsonArray,
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
