/**
 * Relay connections by keyset: a cursor is the key of a row, so paging is stable while rows come and go.
 * Which rows, in which order, belongs to the stores.
 */
import { HubError } from '../errors/errors.ts'

/** The largest page. */
export const maxPageSize = 1_000

/** The page that was asked for, checked: `after` is the decoded key or null. */
export interface PageRequest {
  readonly first: number
  readonly after: string | null
}

/** What a store found: one row more than asked where there is a next page, and how many rows there are in all. */
export interface Page<Row> {
  readonly rows: readonly Row[]
  readonly total: number
}

export interface Connection<Row> {
  readonly edges: readonly { readonly cursor: string; readonly node: Row }[]
  readonly nodes: readonly Row[]
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
  readonly totalCount: number
}

/** How the key of a row is written as a cursor, and read back. */
export interface Cursors {
  encode(key: string): string
  /** Null for a text that this did not write. */
  decode(cursor: string): string | null
}

/** Checks `first` (1 to 1,000) and `after`. Throws HubError BAD_ARGUMENT or PAGE_TOO_LARGE. */
export function readPageRequest(
  { first, after }: { first: number; after?: string | null | undefined },
  cursors: Cursors = openCursors,
): PageRequest {
  if (first > maxPageSize)
    throw new HubError('PAGE_TOO_LARGE', `first is ${String(first)}; at most ${String(maxPageSize)}.`)
  if (first < 1) throw new HubError('BAD_ARGUMENT', `first is ${String(first)}; at least 1.`)
  return { first, after: after ? readCursor(after, cursors) : null }
}

/** The connection of what was found. `keyOf` gives the key a cursor stands for. */
export function toConnection<Row>(
  { first, after }: PageRequest,
  { rows, total }: Page<Row>,
  keyOf: (row: Row) => string,
  cursors: Cursors = openCursors,
): Connection<Row> {
  const nodes = rows.slice(0, first)
  const edges = nodes.map((node) => ({ cursor: cursors.encode(keyOf(node)), node }))
  return {
    edges,
    nodes,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: after !== null && nodes.length > 0,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: total,
  }
}

/** For keys that anyone may know, such as the codes of areas. */
const openCursors: Cursors = {
  encode: (key) => Buffer.from(key).toString('base64url'),
  decode(cursor) {
    const key = Buffer.from(cursor, 'base64url').toString('utf8')
    // No key holds a NUL, and PostgreSQL takes none.
    return openCursors.encode(key) === cursor && !key.includes('\0') ? key : null
  },
}

function readCursor(cursor: string, cursors: Cursors): string {
  const key = cursors.decode(cursor)
  if (key === null) throw badCursor()
  return key
}

export function badCursor(): HubError {
  return new HubError(
    'BAD_ARGUMENT',
    'after is not a cursor of this graph; take endCursor or the cursor of an edge.',
  )
}
