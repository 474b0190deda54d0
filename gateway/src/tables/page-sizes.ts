/** How many of each connection are asked at once: so many that one answer holds up nobody. */
import { limits } from '../limits/limits.ts'
import type { TablePlan } from './plan.ts'

/** Objects of one answer: below what is answered by the heavy process. */
export const objectsAtOnce = 15_000

/** For each level; the innermost is as large as may be. */
export function pageSizes({
  levels,
  objects,
  variables,
}: Pick<TablePlan, 'levels' | 'objects' | 'variables'>) {
  const sizes = levels.map(() => 1)
  const objectsWith = (): number => objects({ ...variables, ...firstsOf(levels, sizes) })
  for (let level = levels.length - 1; level >= 0; level -= 1) {
    if (!levels[level]?.page) continue
    const one = objectsWith()
    sizes[level] = 2
    const each = Math.max(1, objectsWith() - one)
    sizes[level] = Math.max(1, Math.min(limits.page, 1 + Math.floor((objectsAtOnce - one) / each)))
  }
  return sizes
}

/** The variables of pages of these sizes. */
export function firstsOf(
  levels: TablePlan['levels'],
  sizes: readonly number[],
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    levels.flatMap(({ page }, level) => (page ? [[page.first, sizes[level] ?? 1]] : [])),
  )
}
