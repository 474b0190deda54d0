/**
 * Reads a table to its end: page after page, connections within connections too. The first page tells how large the whole is; what is too large is
 * refused then. Promises that the rows are all there are, of one version of the data, or an error.
 */
import { setImmediate as turn } from 'node:timers/promises'
import { HubError } from '@samenhang/subgraph-kit/errors'
import { countingSizes, countsIn, firstsOf, objectsOfWhole, pageSizes } from './page-sizes.ts'
import type { TablePlan } from './plan.ts'
import { rowReader, rowsIn, type Json, type Rest, type Row } from './rows.ts'
import { refuseLongCells } from './cell-lists.ts'

type Variables = Readonly<Record<string, unknown>>

/** Answers the plan's operation: gives the data, whole, or throws. `objects` are those to be counted for it. */
export type ReadPage = (page: {
  readonly variables: Variables
  readonly objects: number
  readonly isFirst: boolean
}) => Promise<Json>

export interface OpenedTable {
  /** Rows of the whole, and objects that the graph reads for it: exact where one answer has all, else by the numbers that connections tell. */
  readonly estimate: { readonly rows: number; readonly objects: number; readonly isExact: boolean }
  /** The rows, a batch for each answer. Throws where a page cannot be read, or the data changed meanwhile. */
  rows(): AsyncGenerator<readonly Row[]>
}

export interface ReadOptions {
  readonly readPage: ReadPage
  /** What tells one version of the data from another; undefined where nothing does. */
  readonly version: () => Promise<string | undefined>
  /** Rows that the client wants at most; all where undefined. */
  readonly limit: number | undefined
}

/** Reads the first page. Throws what `readPage` throws. */
export async function openTable(plan: TablePlan, options: ReadOptions): Promise<OpenedTable> {
  const { readPage, version, limit = Infinity } = options
  const versionBefore = await version()
  const counting = await readCounts(plan, readPage)
  let sizes = pageSizes(plan, counting?.counts)
  const variables = { ...plan.variables, ...firstsOf(plan.levels, sizes) }
  const objectsOfFirst = Math.min(plan.objects(variables), counting?.objectsOfWhole ?? Infinity)
  const data = await readPage({ variables, objects: objectsOfFirst, isFirst: !counting })
  refuseLongCells(plan, data)
  const { all, here } = rowsIn(plan, data)
  const isExact = here === all || limit <= here
  const rows = Math.min(limit, isExact ? all : (counting?.rows ?? all))
  const counts = counting?.counts ?? countsIn(plan, data)
  const ofWhole = objectsOfWhole(plan, counts) ?? objectsOfFirst * Math.max(1, all / Math.max(1, here))
  const objects = isExact
    ? objectsOfFirst
    : Math.max(objectsOfFirst, Math.ceil(ofWhole * Math.min(1, rows / Math.max(1, counting?.rows ?? all))))
  sizes = pageSizes(plan, counts)
  const reader = rowReader(plan)

  async function* read(): AsyncGenerator<readonly Row[]> {
    let batch: Row[] = []
    let count = 0
    let uncounted = objects - objectsOfFirst
    const open: Generator<Row | Rest, Rest | undefined>[] = [reader.first(data)]
    while (open.length > 0 && count < limit) {
      const { value, done } = open.at(-1)?.next() ?? { value: undefined, done: true }
      if (done) open.pop()
      if (value === undefined) continue
      if (isRow(value)) {
        batch.push(value)
        count += 1
        continue
      }
      yield batch
      batch = []
      await turn()
      const further = await readPage({
        variables: variablesFor(plan, value, sizes),
        objects: uncounted,
        isFirst: false,
      })
      uncounted = 0
      refuseLongCells(plan, further)
      open.push(reader.further(further, value))
    }
    if (versionBefore !== undefined && (await version()) !== versionBefore) throw changed()
    yield batch
  }
  return { estimate: { rows, objects, isExact }, rows: read }
}

/** Asks how large inner connections are; undefined where there are none. */
async function readCounts(plan: TablePlan, readPage: ReadPage) {
  const sizes = countingSizes(plan)
  if (!sizes) return undefined
  const variables = { ...plan.variables, ...firstsOf(plan.levels, sizes) }
  const data = await readPage({ variables, objects: plan.objects(variables), isFirst: true })
  const counts = countsIn(plan, data)
  return { counts, rows: rowsIn(plan, data).all, objectsOfWhole: objectsOfWhole(plan, counts) }
}

function isRow(value: Row | Rest): value is Row {
  return Array.isArray(value)
}

function variablesFor({ variables, levels }: TablePlan, rest: Rest, sizes: readonly number[]): Variables {
  const own: Record<string, unknown> = { ...variables }
  for (const [level, { page }] of levels.entries()) {
    if (!page) continue
    const pin = rest.pins[level]
    own[page.first] = level < rest.level ? 1 : sizes[level]
    own[page.after] = level === rest.level ? rest.after : pin && 'after' in pin ? pin.after : null
  }
  return own
}

/** What refuses a table whose data changed while it was read. */
export function changed(): HubError {
  return new HubError('TABLE_CHANGED', 'The data changed while the table was read. Ask again.', {
    retryAfter: 1,
  })
}
