/** Of which period and from which published table figures are: read beside them, for the first elements of each list, and told to be of these. */
import type { Column } from './columns.ts'
import { firstsOf } from './page-sizes.ts'
import type { TablePlan } from './plan.ts'
import type { ReadPage } from './read-table.ts'
import { rowsIn, type Json } from './rows.ts'

export interface FigureOrigin {
  readonly period: Json
  /** What the graph tells of the source: its table, title, publisher and licence. */
  readonly source: Json
}

export interface FigureOrigins {
  /** Which elements of each list were looked at. */
  readonly elements: string
  readonly of: (column: Pick<Column, 'level' | 'status'>) => readonly FigureOrigin[]
}

/** Elements of each list that are looked at; fewer where lists lie in lists. */
const firstElements = { one: 25, nested: 8 }

/** Reads the origins of each figure of a plan that asks for them. */
export async function readOrigins(plan: TablePlan, readPage: ReadPage): Promise<FigureOrigins> {
  const first = plan.levels.length > 1 ? firstElements.nested : firstElements.one
  const sizes = plan.levels.map(() => first)
  const variables = { ...plan.variables, ...firstsOf(plan.levels, sizes) }
  const data = await readPage({ variables, objects: plan.objects(variables), isFirst: false })
  const { all, here } = rowsIn(plan, data)
  const elements = all === here ? 'all' : `the first ${String(first)} of each list`
  const of: FigureOrigins['of'] = ({ level, status }) => {
    if (!status) return []
    const path = [...plan.levels.slice(0, level).flatMap(({ list }) => list), ...status.path]
    const found = new Map<string, FigureOrigin>()
    for (const object of objectsAt(data, path)) {
      const origin = { period: object[plan.keys.period] ?? null, source: object[plan.keys.source] ?? null }
      if (origin.source !== null) found.set(JSON.stringify(origin), origin)
    }
    return [...found.values()]
  }
  return { elements, of }
}

function objectsAt(value: Json, path: readonly string[]): readonly { readonly [key: string]: Json }[] {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap((item) => objectsAt(item, path))
  if (typeof value !== 'object' || value === null) return []
  const object = value as { readonly [key: string]: Json }
  const [key, ...rest] = path
  if (key === undefined) return [object]
  return Object.hasOwn(object, key) ? objectsAt(object[key] ?? null, rest) : []
}
