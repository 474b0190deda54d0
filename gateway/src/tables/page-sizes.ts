/**
 * How many of each connection are asked at once: so many that one answer holds up nobody. What the pages of inner connections really hold is told by the
 * connections that were seen: most are far smaller than a page may be, and so more of the elements around them fit into one answer.
 */
import { limits } from '../limits/limits.ts'
import { listAt, type Json } from './cells.ts'
import type { TablePlan } from './plan.ts'
import { totalOf } from './rows.ts'

/** Objects of one answer: below what is answered by the heavy process. */
export const objectsAtOnce = 15_000
/** How much more than expected one answer may hold, where its inner connections are larger than those that were seen. */
const mostTimesExpected = 4

/** The sizes of the connections of one level, as an answer tells them; undefined where it does not, or the level is none of connections. */
type LevelCounts = { readonly mean: number; readonly most: number } | undefined

export type Counts = readonly LevelCounts[]

/** For each level; the innermost is as large as may be. Without counts, by the most that each page can hold with all that the lane asks for itself. */
export function pageSizes(
  { levels, objects, ownObjects, variables }: TablePlan,
  counts?: Counts,
): readonly number[] {
  const measure = counts ? ownObjects : objects
  const objectsOf = (sizes: readonly number[]): number =>
    measure({ ...variables, ...firstsOf(levels, sizes) })
  const sizes = levels.map(() => 1)
  const expected = levels.map(() => 1)
  const outermost = levels.findIndex(({ page }) => page)
  for (let level = levels.length - 1; level >= 0; level -= 1) {
    if (!levels[level]?.page) continue
    const one = objectsOf(expected)
    const each = Math.max(1, objectsOf(expected.with(level, 2)) - one)
    const size = Math.max(1, Math.min(limits.page, 1 + Math.floor((objectsAtOnce - one) / each)))
    const told = level === outermost ? undefined : counts?.[level]
    sizes[level] = told ? Math.min(size, Math.max(1, Math.ceil(told.most * 1.5))) : size
    expected[level] = told ? Math.min(sizes[level] ?? 1, Math.max(1, told.mean)) : size
  }
  const most = mostTimesExpected * objectsAtOnce
  while ((sizes[outermost] ?? 1) > 1 && objectsOf(sizes) > most)
    sizes[outermost] = Math.max(1, Math.floor(((sizes[outermost] ?? 1) * most) / objectsOf(sizes)))
  return sizes
}

/** Sizes for an answer that tells how large inner connections are; undefined where one lies in no other. */
export function countingSizes({ levels, objects, variables }: TablePlan): readonly number[] | undefined {
  const outermost = levels.findIndex(({ page }) => page)
  if (levels.filter(({ page }) => page).length < 2) return undefined
  const sizes = levels.map(() => 1)
  const objectsOf = (size: number): number =>
    objects({ ...variables, ...firstsOf(levels, sizes.with(outermost, size)) })
  const each = Math.max(1, objectsOf(2) - objectsOf(1))
  return sizes.with(outermost, Math.max(1, Math.min(limits.page, Math.floor(objectsAtOnce / each))))
}

/** What an answer tells of the connections of each level. */
export function countsIn(plan: TablePlan, data: Json): Counts {
  let parents: readonly Json[] = [data]
  return plan.levels.map((level) => {
    const totals = parents.map((parent) => totalOf(parent, level, plan))
    parents = parents.flatMap((parent) => listAt(parent, level.list) ?? [])
    const told = totals.filter((total) => total !== undefined)
    if (told.length === 0) return undefined
    return { mean: told.reduce((sum, total) => sum + total, 0) / told.length, most: Math.max(...told) }
  })
}

/** Objects of the whole, at most, by what connections tell; undefined where one does not. */
export function objectsOfWhole(
  { levels, objects, variables }: TablePlan,
  counts: Counts,
): number | undefined {
  const sizes = levels.map(({ page }, level) => (page ? counts[level]?.mean : 1))
  if (sizes.includes(undefined)) return undefined
  return Math.ceil(
    objects({
      ...variables,
      ...firstsOf(
        levels,
        sizes.map((size) => size ?? 1),
      ),
    }),
  )
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
