/** Connections in cells are asked for one page: a cell that would have only a part of its list refuses the table. */
import { HubError } from '@samenhang/subgraph-kit/errors'
import { limits } from '../limits/limits.ts'
import type { TablePlan } from './plan.ts'
import type { Json } from './rows.ts'

/** Throws HubError TABLE_TOO_LARGE. */
export function refuseLongCells({ hasCellLists, columns, keys, levels }: TablePlan, data: Json): void {
  if (!hasCellLists) return
  const followed = new Set(levels.flatMap(({ connection }) => connection?.at(-1) ?? []))
  const inCells = new Set(columns.flatMap((column) => (column.separator === undefined ? [] : column.keys)))
  const visit = (value: Json, key: string): void => {
    if (Array.isArray(value)) return (value as readonly Json[]).forEach((item) => visit(item, key))
    if (typeof value !== 'object' || value === null) return
    for (const [name, inner] of Object.entries(value)) {
      if (name === keys.pageInfo && inCells.has(key) && !followed.has(key) && isMore(inner))
        throw new HubError(
          'TABLE_TOO_LARGE',
          `A list at \`${key}\` has over ${String(limits.page)} items, which is too many for a cell. Let it make the rows with @row.`,
          { limit: limits.page },
        )
      visit(inner, name)
    }
  }
  visit(data, '')
}

function isMore(pageInfo: Json): boolean {
  return (
    typeof pageInfo === 'object' &&
    pageInfo !== null &&
    'hasNextPage' in pageInfo &&
    pageInfo.hasNextPage === true
  )
}
