/**
 * Relay connections by keyset: a cursor is the key of a row, so paging is stable while rows come and go.
 * Which rows, in which order, belongs to the stores.
 */
import { HubError } from './errors.ts'

/** The largest page. */
export const maxPageSize = 1_000

/** The page that was asked for, checked: `after` is the decoded key or null. */
export interface PageRequest {
  readonly first: number
  readonly after: string | null
}

/** What a store found: one row more than asked where there is a next page, and how many rows there are in all. */
export interface PageFound<Row> {
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

/** Checks `first` (1 to 1,000) and `after`. Throws HubError BAD_ARGUMENT or PAGE_TOO_LARGE. */
export function readPageRequest({
  first,
  after,
}: {
  first: number
  after?: string | null | undefined
}): PageRequest {
  if (first > maxPageSize)
    throw new HubError('PAGE_TOO_LARGE', `first is ${String(first)}; at most ${String(maxPageSize)}.`)
  if (first < 1) throw new HubError('BAD_ARGUMENT', `first is ${String(first)}; at least 1.`)
  return { first, after: after ? decodeCursor(after) : null }
}

/** The connection of what was found. `keyOf` gives the key a cursor stands for. */
export function toConnection<Row>(
  { first, after }: PageRequest,
  { rows, total }: PageFound<Row>,
  keyOf: (row: Row) => string,
): Connection<Row> {
  const nodes = rows.slice(0, first)
  const edges = nodes.map((node) => ({ cursor: encodeCursor(keyOf(node)), node }))
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

function encodeCursor(key: string): string {
  return Buffer.from(key).toString('base64url')
}

function decodeCursor(cursor: string): string {
  const key = Buffer.from(cursor, 'base64url').toString('utf8')
  if (cursor !== '' && encodeCursor(key) === cursor) return key
  throw new HubError(
    'BAD_ARGUMENT',
    'after is not a cursor of this graph; take endCursor or the cursor of an edge.',
  )
}
