/** The rows in one answer, and where it has only the first of more pages. */
import { HubError } from '@samenhang/subgraph-kit/errors'
import { compileCells, listAt, objectAt, reasonAt, valueAt, type Cell, type Json, type Row } from './cells.ts'
import type { Level, TablePlan } from './plan.ts'
import { unavailableStatus } from './statuses.ts'

export type { Cell, Json, Row }

/** Which element of a list is meant: by the cursor before it, in a connection; by its index, in any other list. */
export type Pin = { readonly after: string | null } | { readonly index: number }

/** The rest of a connection that is read with another answer. */
export interface Rest {
  readonly level: number
  /** For each level above, the element that it lies in. */
  readonly pins: readonly Pin[]
  readonly cells: Row
  readonly after: string
  /** Elements of it that were read. */
  readonly read: number
}

export interface RowReader {
  /** The rows of a whole answer; and in the place of rows that it lacks, where they are. */
  first(data: Json): Generator<Row | Rest, Rest | undefined>
  /** Those of an answer that goes on where another ended. */
  further(data: Json, rest: Rest): Generator<Row | Rest, Rest | undefined>
}

export function rowReader(plan: TablePlan): RowReader {
  const { columns, levels, keys } = plan
  const fills = [...levels, undefined].map((_, level) => compileCells(columns, level, keys.missing))
  const filled = (cells: Row, element: Json, level: number): Row => {
    const fill = fills[level]
    if (!fill) return cells
    const row = [...cells]
    fill(element, row)
    return row
  }

  function* walk(
    parent: Json,
    level: number,
    cells: Row,
    pins: readonly Pin[],
    { after: start, read }: Pick<Rest, 'read'> & { readonly after: string | null },
  ): Generator<Row | Rest, Rest | undefined> {
    const step = levels[level]
    if (!step) {
      yield cells
      return undefined
    }
    const list = listAt(parent, step.list)
    if (!list && start !== null) throw new Error('A connection that has more pages is gone')
    if (!list && keepsRow(plan, level)) yield withoutList(plan, level, parent, cells)
    const connection = step.connection && objectAt(parent, step.connection)
    let before = start
    for (const [index, element] of (list ?? []).entries()) {
      const own = filled(cells, element, level + 1)
      if (level + 1 === levels.length) yield own
      else {
        const pin = step.connection ? { after: before } : { index }
        const rest = yield* walk(element, level + 1, own, [...pins, pin], atStart)
        if (rest) yield rest
        if (connection) before = cursorAt(connection, index, keys.edges)
      }
    }
    const after = connection ? restAfter(connection, keys.pageInfo) : null
    const all = read + (list?.length ?? 0)
    if (after !== null) return { level, pins, cells, after, read: all }
    const total = totalOf(parent, step, plan)
    if (total !== undefined && total !== all) throw notWhole(step, all, total)
    return undefined
  }

  return {
    first: (data) => walk(data, 0, filled(new Array<Cell>(columns.length).fill(null), data, 0), [], atStart),
    further(data, { level, pins, cells, after, read }) {
      let parent = data
      for (const [index, pin] of pins.entries())
        parent = listAt(parent, levels[index]?.list ?? [])?.['index' in pin ? pin.index : 0] ?? null
      return walk(parent, level, cells, pins, { after, read })
    },
  }
}

const atStart = { after: null, read: 0 } as const

function notWhole({ connection, list }: Level, read: number, total: number): HubError {
  const path = (connection ?? list).join('.')
  return new HubError(
    'TABLE_INCOMPLETE',
    `The table is not whole: the list at \`${path}\` has ${String(total)} elements by its own count, and gave ${String(read)}. Try again.`,
    { subgraphs: [] },
  )
}

/** Whether an element whose list is null, which is not to be empty, has a row of its own: where the row tells of more than that list. */
function keepsRow({ columns }: TablePlan, level: number): boolean {
  return columns.some((column) => column.level <= level)
}

/** The row of an element whose list is null: what would be of the list is null, for the reason that is told of the list. */
function withoutList({ columns, levels, keys }: TablePlan, level: number, parent: Json, cells: Row): Row {
  const { list, connection, field } = levels[level] ?? { list: [], connection: undefined, field: '' }
  const reason = reasonAt(parent, { path: (connection ?? list).slice(0, -1), field }, keys.missing)
  return cells.map((cell, index) => {
    const column = columns[index]
    if (!column || column.level <= level || column.isStatusOf === undefined) return cell
    return column.statuses.includes(reason) ? reason : unavailableStatus
  })
}

/** How many rows there are on all pages together, told from one answer; and what of them it has. */
export function rowsIn(plan: TablePlan, data: Json): { readonly all: number; readonly here: number } {
  const count = (parent: Json, level: number): { all: number; here: number } => {
    const step: Level | undefined = plan.levels[level]
    if (!step) return { all: 1, here: 1 }
    const items = listAt(parent, step.list)
    if (!items) return keepsRow(plan, level) ? { all: 1, here: 1 } : { all: 0, here: 0 }
    let [all, here] = [0, 0]
    for (const item of items) {
      const below = count(item, level + 1)
      all += below.all
      here += below.here
    }
    const total = totalOf(parent, step, plan)
    if (total !== undefined && items.length > 0 && total > items.length)
      all = Math.ceil((all / items.length) * total)
    return { all, here }
  }
  return count(data, 0)
}

/** What a connection tells of its number of elements. */
export function totalOf(parent: Json, { connection }: Level, { keys }: TablePlan): number | undefined {
  const total = connection && valueAt(parent, [...connection, keys.totalCount])
  return typeof total === 'number' ? total : undefined
}

function cursorAt(connection: Json, index: number, edgesKey: string): string | null {
  const cursor = valueAt(listAt(connection, [edgesKey])?.[index] ?? null, ['cursor'])
  return typeof cursor === 'string' ? cursor : null
}

/** Null where the page is the last. */
function restAfter(connection: Json, pageInfoKey: string): string | null {
  if (valueAt(connection, [pageInfoKey, 'hasNextPage']) !== true) return null
  const after = valueAt(connection, [pageInfoKey, 'endCursor'])
  if (typeof after === 'string') return after
  throw new Error('A connection has more pages and no cursor to go on from')
}
