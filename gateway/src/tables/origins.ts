/** Of which period and from which published table figures are: read beside them, for the first rows of a table. */
import type { Column } from './columns.ts'
import { firstsOf } from './page-sizes.ts'
import type { TablePlan } from './plan.ts'
import type { ReadPage } from './read-table.ts'
import type { Json } from './rows.ts'

export interface FigureOrigin {
  readonly period: Json
  /** What the graph tells of the source: its table, title, publisher and licence. */
  readonly source: Json
}

/** Elements of each list that are looked at. */
const firstElements = 25

/** Reads the origins of each figure of a plan that asks for them. */
export async function readOrigins(
  plan: TablePlan,
  readPage: ReadPage,
): Promise<(column: Pick<Column, 'level' | 'status'>) => readonly FigureOrigin[]> {
  const sizes = plan.levels.map(() => firstElements)
  const variables = { ...plan.variables, ...firstsOf(plan.levels, sizes) }
  const data = await readPage({ variables, objects: plan.objects(variables), isFirst: false })
  return ({ level, status }) => {
    if (!status) return []
    const path = [...plan.levels.slice(0, level).flatMap(({ list }) => list), ...status.path]
    const found = new Map<string, FigureOrigin>()
    for (const object of objectsAt(data, path)) {
      const origin = { period: object[plan.keys.period] ?? null, source: object[plan.keys.source] ?? null }
      if (origin.source !== null) found.set(JSON.stringify(origin), origin)
    }
    return [...found.values()]
  }
}

function objectsAt(value: Json, path: readonly string[]): readonly { readonly [key: string]: Json }[] {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap((item) => objectsAt(item, path))
  if (typeof value !== 'object' || value === null) return []
  const object = value as { readonly [key: string]: Json }
  const [key, ...rest] = path
  if (key === undefined) return [object]
  return Object.hasOwn(object, key) ? objectsAt(object[key] ?? null, rest) : []
}
