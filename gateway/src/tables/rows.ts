/** The rows in one answer, and where it has only the first of more pages. */
import type { Column } from './columns.ts'
import type { Level, TablePlan } from './plan.ts'
import { unavailableStatus, valueStatus, type StatusSource } from './statuses.ts'

export type Cell = string | number | boolean | null
export type Row = readonly Cell[]

/** Which element of a list is meant: by the cursor before it, in a connection; by its index, in any other list. */
export type Pin = { readonly after: string | null } | { readonly index: number }

/** The rest of a connection that is read with another answer. */
export interface Rest {
  readonly level: number
  /** For each level above, the element that it lies in. */
  readonly pins: readonly Pin[]
  readonly cells: Row
  readonly after: string
}

export type Json = null | string | number | boolean | readonly Json[] | { readonly [key: string]: Json }

export interface RowReader {
  /** The rows of a whole answer; and in the place of rows that it lacks, where they are. */
  first(data: Json): Generator<Row | Rest, Rest | undefined>
  /** Those of an answer that goes on where another ended. */
  further(data: Json, rest: Rest): Generator<Row | Rest, Rest | undefined>
}

export function rowReader({ columns, levels, keys }: TablePlan): RowReader {
  const byLevel = [...levels, undefined].map((_, level) =>
    columns.map((column, index) => ({ column, index })).filter(({ column }) => column.level === level),
  )
  const filled = (cells: Row, element: Json, level: number): Row => {
    const own = byLevel[level] ?? []
    if (own.length === 0) return cells
    const next = [...cells]
    for (const { column, index } of own) next[index] = cellOf(column, element, keys.missing, next[index - 1])
    return next
  }

  function* walk(
    parent: Json,
    level: number,
    cells: Row,
    pins: readonly Pin[],
    start: string | null,
  ): Generator<Row | Rest, Rest | undefined> {
    const step = levels[level]
    if (!step) {
      yield cells
      return undefined
    }
    const connection = step.connection && at(parent, step.connection)
    let before = start
    for (const [index, element] of itemsAt(parent, step.list).entries()) {
      const own = filled(cells, element, level + 1)
      if (level + 1 === levels.length) yield own
      else {
        const pin = step.connection ? { after: before } : { index }
        const rest = yield* walk(element, level + 1, own, [...pins, pin], null)
        if (rest) yield rest
        if (connection) before = cursorAt(connection, index, keys.edges)
      }
    }
    const after = connection === undefined ? null : restAfter(connection, keys.pageInfo)
    return after === null ? undefined : { level, pins, cells, after }
  }

  return {
    first: (data) => walk(data, 0, filled(new Array<Cell>(columns.length).fill(null), data, 0), [], null),
    further(data, { level, pins, cells, after }) {
      let parent = data
      for (const [index, pin] of pins.entries())
        parent = itemsAt(parent, levels[index]?.list ?? [])['index' in pin ? pin.index : 0] ?? null
      return walk(parent, level, cells, pins, after)
    },
  }
}

/** How many rows there are on all pages together, told from one answer; and what of them it has. */
export function rowsIn(plan: TablePlan, data: Json): { readonly all: number; readonly here: number } {
  const count = (parent: Json, level: number): { all: number; here: number } => {
    const step: Level | undefined = plan.levels[level]
    if (!step) return { all: 1, here: 1 }
    const items = itemsAt(parent, step.list)
    let [all, here] = [0, 0]
    for (const item of items) {
      const below = count(item, level + 1)
      all += below.all
      here += below.here
    }
    const total = step.connection && at(parent, [...step.connection, plan.keys.totalCount])
    if (typeof total === 'number' && items.length > 0 && total > items.length)
      all = Math.ceil((all / items.length) * total)
    return { all, here }
  }
  return count(data, 0)
}

function cellOf(column: Column, element: Json, missingKey: string, before: Cell | undefined): Cell {
  const { isStatusOf, status, separator, keys } = column
  if (isStatusOf !== undefined && status)
    return before === null || before === undefined ? reasonOf(status, element, missingKey) : valueStatus
  if (separator === undefined) return plain(at(element, keys))
  const list = allAt(element, keys)
  return list === null ? null : list.map((value) => String(plain(value) ?? '')).join(separator)
}

function reasonOf({ path, field }: StatusSource, element: Json, missingKey: string): Cell {
  for (const missing of itemsAt(element, [...path, missingKey]))
    if (at(missing, ['field']) === field) return plain(at(missing, ['reason'])) ?? unavailableStatus
  return unavailableStatus
}

function at(value: Json, keys: readonly string[]): Json {
  let found = value
  for (const key of keys) {
    if (typeof found !== 'object' || found === null || Array.isArray(found)) return null
    // A key may be the name of something that every object has.
    found = Object.hasOwn(found, key) ? ((found as { readonly [key: string]: Json })[key] ?? null) : null
  }
  return found
}

/** The values at the end of these keys, through every list; null where there is none because a list or what it is in is null. */
function allAt(value: Json, keys: readonly string[]): readonly Json[] | null {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap((item) => allAt(item, keys) ?? [null])
  const [key, ...rest] = keys
  if (key === undefined) return [value]
  const inner = at(value, [key])
  return inner === null && rest.length > 0 ? null : allAt(inner, rest)
}

function itemsAt(value: Json, keys: readonly string[]): readonly Json[] {
  const list = at(value, keys)
  return Array.isArray(list) ? (list as readonly Json[]) : []
}

function plain(value: Json): Cell {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value
}

function cursorAt(connection: Json, index: number, edgesKey: string): string | null {
  const cursor = at(itemsAt(connection, [edgesKey])[index] ?? null, ['cursor'])
  return typeof cursor === 'string' ? cursor : null
}

/** Null where the page is the last. */
function restAfter(connection: Json, pageInfoKey: string): string | null {
  if (at(connection, [pageInfoKey, 'hasNextPage']) !== true) return null
  const after = at(connection, [pageInfoKey, 'endCursor'])
  if (typeof after === 'string') return after
  throw new Error('A connection has more pages and no cursor to go on from')
}
