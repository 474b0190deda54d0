/**
 * Areas by conditions on their figures, in the order of others: a page, with the figures that it rests on. Missing figures come last in
 * either direction; areas that are alike come by code. A cursor is the figures and the code of an area, so it holds while others come and go.
 */
import type { AreaLevel } from '@samenhang/subgraph-kit/area-code'
import { badCursor, readPageRequest, toConnection, type Connection } from '@samenhang/subgraph-kit/connection'
import { HubError } from '@samenhang/subgraph-kit/errors'
import type { AreaTable } from './area-table.ts'
import { figureAt, type Column } from './column.ts'
import { checkCondition, testOf, type Condition } from './conditions.ts'
import type { Gap } from './gaps.ts'
import { present } from './gaps.ts'
import { digestOf } from './inventory.ts'
import { describeColumn, type ColumnDescription } from './description.ts'
import { columnFor, indicatorNamed, scopeOf, type Scope, type UsedColumn } from './scope.ts'
import type { Figures } from './store.ts'

export interface Order {
  readonly indicator: string
  readonly direction: 'ASCENDING' | 'DESCENDING'
}

export interface AreasWhereArguments {
  readonly level: AreaLevel
  readonly within?: string | null
  readonly period?: number | null
  readonly where?: readonly Condition[] | null
  readonly orderBy?: readonly Order[] | null
  readonly first: number
  readonly after?: string | null
}

/** A figure of an area in a column that was filtered or sorted on. */
export interface AreaFigure {
  readonly indicator: string
  readonly period: number
  readonly value: number | null
  readonly missing: Gap | null
  readonly unit: string
}

export interface AreasWhere extends Connection<{ readonly code: string }> {
  readonly edges: readonly {
    readonly cursor: string
    readonly node: { readonly code: string }
    readonly values: readonly AreaFigure[]
  }[]
  /** The year whose areas these are. */
  readonly period: number
  /** The columns that were filtered and sorted on. */
  readonly columns: readonly ColumnDescription[]
  readonly computedAt: string
  readonly stale: boolean
}

const mostConditions = 20

/** Throws HubError for arguments that cannot be meant, PERIOD_NOT_PUBLISHED for a year that nobody loaded. */
export async function areasWhere(figures: Figures, given: AreasWhereArguments): Promise<AreasWhere> {
  const request = readPageRequest(given)
  const where = given.where ?? []
  const orderBy = given.orderBy ?? []
  for (const [name, list] of Object.entries({ where, orderBy }))
    if (list.length > mostConditions)
      throw new HubError('BAD_ARGUMENT', `${name} has ${list.length} entries; at most ${mostConditions}.`)
  where.forEach(checkCondition)
  const { areas } = figures
  const scope = scopeOf(figures, given)
  const used = await usedColumns(figures, scope, given)
  const column = (id: string) => used.get(id)?.column ?? raise(id)
  const period = periodOf(areas, scope, given.period ?? null, [...used.values()])
  const tests = where.map((condition) => testOf(condition, column(condition.indicator)))
  const found = areas
    .members(scope.level, scope.container, period)
    .filter((position) => tests.every((test) => test(position)))
  const keys = orderBy.map(({ indicator, direction }) => ({
    column: column(indicator),
    isDescending: direction === 'DESCENDING',
  }))
  const sorted = keys.length === 0 ? found : sortedBy(found, keys)
  const question = digestOf([
    ...[scope.level, scope.within, period, where, orderBy],
    [...used.values()].map((one) => one.period),
  ]).slice(0, 16)
  const start = request.after === null ? 0 : startAfter(request.after, question, { areas, sorted, keys })
  const rows = [...sorted.subarray(start, start + request.first + 1)]
  const keyOf = (position: number) =>
    JSON.stringify([
      question,
      ...keys.map(({ column: { values } }) => {
        const value = values[position] ?? Number.NaN
        return Number.isNaN(value) ? null : value
      }),
      areas.codes[position],
    ])
  const connection = toConnection(request, { rows, total: sorted.length }, keyOf)
  const node = (position: number) => ({ code: areas.codes[position] ?? '' })
  return {
    ...connection,
    edges: connection.edges.map(({ cursor, node: position }) => ({
      cursor,
      node: node(position),
      values: [...used.values()].map((one) => figureOf(one, position)),
    })),
    nodes: connection.nodes.map(node),
    period,
    columns: [...used.values()].map((one) => describeColumn(figures, one, scope.within)),
    computedAt: figures.computedAt,
    stale: figures.stale,
  }
}

export function figureOf({ indicator, period, column }: UsedColumn, position: number): AreaFigure {
  return { indicator: indicator.id, period, unit: indicator.unit, ...figureAt(column, position) }
}

/** The columns that are filtered or sorted on, each once, in the order they are named. */
async function usedColumns(
  figures: Figures,
  { level, container }: Scope,
  { where, orderBy, period = null }: AreasWhereArguments,
): Promise<ReadonlyMap<string, UsedColumn>> {
  const ids = new Set([...(where ?? []), ...(orderBy ?? [])].map(({ indicator }) => indicator))
  const indicators = [...ids].map((id) => indicatorNamed(figures, id))
  const used = new Map<string, UsedColumn>()
  for (const indicator of indicators) {
    const has = ({ reasons }: Column, year: number) =>
      figures.areas.members(level, container, year).some((position) => reasons[position] === present)
    used.set(indicator.id, await columnFor(figures, indicator, period, has))
  }
  return used
}

/** The year that was asked, else the newest of the columns, else the newest that has such areas. */
function periodOf(
  areas: AreaTable,
  { level, container }: Scope,
  period: number | null,
  used: readonly UsedColumn[],
): number {
  if (used.length > 0) return Math.max(...used.map((one) => one.period))
  const newest = areas.newestOf(level, container)
  if (period === null) return newest ?? 0
  if (areas.members(level, container, period).length > 0) return period
  throw new HubError('PERIOD_NOT_PUBLISHED', `No areas of level ${level} are loaded for ${String(period)}.`, {
    period,
    latest: newest ?? null,
  })
}

interface Key {
  readonly column: Column
  readonly isDescending: boolean
}

/** Positions that come by code are sorted by figures; the sort is stable, so those alike stay by code. */
function sortedBy(positions: Int32Array, keys: readonly Key[]): Int32Array {
  const compare = (one: number, other: number) => {
    for (const { column, isDescending } of keys) {
      const order = orderOf(column.values[one], column.values[other], isDescending)
      if (order !== 0) return order
    }
    return 0
  }
  return Int32Array.from([...positions].sort(compare))
}

/** What is missing (NaN) comes last in either direction. */
function orderOf(one = Number.NaN, other = Number.NaN, isDescending: boolean): number {
  if (Number.isNaN(one)) return Number.isNaN(other) ? 0 : 1
  if (Number.isNaN(other)) return -1
  return isDescending ? other - one : one - other
}

/** The index of the first area after a cursor. Throws HubError BAD_ARGUMENT for a cursor of another question. */
function startAfter(
  after: string,
  question: string,
  {
    areas,
    sorted,
    keys,
  }: { readonly areas: AreaTable; readonly sorted: Int32Array; readonly keys: readonly Key[] },
): number {
  const [asked, ...rest] = partsOf(after)
  const code = rest.pop()
  if (typeof asked !== 'string' || typeof code !== 'string' || rest.length !== keys.length) throw badCursor()
  if (asked !== question)
    throw new HubError(
      'BAD_ARGUMENT',
      'after is a cursor of another question, or of figures that newer ones replaced; begin at the first page.',
    )
  const isAfter = (position: number) => {
    for (const [index, { column, isDescending }] of keys.entries()) {
      const value = rest[index]
      const order = orderOf(
        column.values[position],
        typeof value === 'number' ? value : Number.NaN,
        isDescending,
      )
      if (order !== 0) return order > 0
    }
    return (areas.codes[position] ?? '') > code
  }
  const index = sorted.findIndex(isAfter)
  return index < 0 ? sorted.length : index
}

function partsOf(key: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(key)
    return Array.isArray(parts) ? (parts as unknown[]) : []
  } catch {
    return []
  }
}

function raise(id: string): never {
  throw new Error(`No column of ${id} was read`)
}
