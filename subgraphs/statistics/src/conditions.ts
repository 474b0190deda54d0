/** What a question asks of a figure, as one test over a column. A figure that is missing meets no comparison. */
import { HubError } from '@samenhang/subgraph-kit/errors'
import type { Column } from './column.ts'
import { present } from './gaps.ts'

const comparisons = {
  gte: (value: number, bound: number) => value >= bound,
  lte: (value: number, bound: number) => value <= bound,
  gt: (value: number, bound: number) => value > bound,
  lt: (value: number, bound: number) => value < bound,
  eq: (value: number, bound: number) => value === bound,
} as const

type Comparison = keyof typeof comparisons

const names = Object.keys(comparisons) as readonly Comparison[]

export type Condition = { readonly [Name in Comparison]?: number | null | undefined } & {
  readonly indicator: string
  readonly isMissing?: boolean | null | undefined
}

/** Throws HubError BAD_ARGUMENT for a condition that asks nothing, or a figure and none at once. */
export function checkCondition(condition: Condition): void {
  const { indicator, isMissing = null } = condition
  const compares = names.some((name) => typeof condition[name] === 'number')
  if (!compares && isMissing === null)
    throw new HubError(
      'BAD_ARGUMENT',
      `The condition on ${indicator} asks nothing: give it one of ${names.join(', ')} or isMissing.`,
    )
  if (compares && isMissing === true)
    throw new HubError(
      'BAD_ARGUMENT',
      `The condition on ${indicator} asks that it is missing and compares it: nothing is both.`,
    )
}

/** Whether the figure at a position meets the condition. */
export function testOf(condition: Condition, { values, reasons }: Column): (position: number) => boolean {
  const bounds = names.flatMap((name) => {
    const bound = condition[name]
    return typeof bound === 'number' ? [{ holds: comparisons[name], bound }] : []
  })
  const { isMissing = null } = condition
  return (position) => {
    const isThere = reasons[position] === present
    if (isMissing !== null && isThere === isMissing) return false
    if (bounds.length === 0) return true
    if (!isThere) return false
    const value = values[position] ?? Number.NaN
    for (const { holds, bound } of bounds) if (!holds(value, bound)) return false
    return true
  }
}
