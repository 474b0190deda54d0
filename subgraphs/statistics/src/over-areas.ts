/** The figures of one column over some areas, as the measures read them: which column, its figures, and why areas have none. */
import { HubError } from '@samenhang/subgraph-kit/errors'
import type { Column } from './column.ts'
import { byteOf, gaps, present, type Gap } from './gaps.ts'
import type { Values } from './measures/moments.ts'
import { columnFor, indicatorNamed, type Scope, type UsedColumn } from './scope.ts'
import type { Figures } from './store.ts'

/** How many areas have no figure of an indicator, for one reason. */
export interface MissingAreas {
  readonly indicator: string
  readonly reason: Gap
  readonly areas: number
}

/** The areas of a scope that exist in a year, by code. Each year is looked up once. */
export type MembersIn = (period: number) => Int32Array

export function membersIn({ areas }: Figures, { level, container }: Scope): MembersIn {
  const years = new Map<number, Int32Array>()
  return (period) => {
    const members = years.get(period) ?? areas.members(level, container, period)
    years.set(period, members)
    return members
  }
}

/** Those that exist in one of the years, by code. */
export function membersInAny({ areas }: Figures, members: MembersIn, periods: readonly number[]): Int32Array {
  const [only = new Int32Array(), ...others] = [...new Set(periods)].map(members)
  if (others.length === 0) return only
  const code = (position: number) => areas.codes[position] ?? ''
  const positions = new Set([only, ...others].flatMap((year) => [...year]))
  return Int32Array.from([...positions].sort((one, other) => (code(one) < code(other) ? -1 : 1)))
}

/**
 * The column of an indicator that can be measured, in the year asked or else the newest with a figure of a member. Throws HubError
 * BAD_ARGUMENT for a code or class, which has no mean and no distance, and for an unknown id; PERIOD_NOT_PUBLISHED.
 */
export async function measuredColumn(
  figures: Figures,
  id: string,
  members: MembersIn,
  period: number | null,
): Promise<UsedColumn> {
  const indicator = indicatorNamed(figures, id)
  if (indicator.kind === 'CODE')
    throw new HubError(
      'BAD_ARGUMENT',
      `${id} is a code or class (kind CODE): its numbers only name it, and are neither averaged nor compared.`,
      { indicator: id },
    )
  return columnFor(figures, indicator, period, (column, year) =>
    members(year).some((position) => hasFigure({ column }, position)),
  )
}

/** The figures at these positions, NaN where there is none. */
export function valuesAt({ column }: UsedColumn, positions: Int32Array): Values {
  const values = new Float64Array(positions.length)
  for (let at = 0; at < positions.length; at += 1) values[at] = column.values[positions[at] ?? -1] ?? NaN
  return values
}

export function hasFigure({ column }: { readonly column: Column }, position: number): boolean {
  return column.reasons[position] === present
}

/** How many of the areas have no figure, by reason; no entry where none lacks it for that reason. */
export function missingAreas(
  { indicator, column }: UsedColumn,
  positions: Int32Array,
): readonly MissingAreas[] {
  const counts = new Uint32Array(gaps.length + 1)
  const beyond = byteOf('NO_SUCH_AREA')
  for (const position of positions) {
    const byte = column.reasons[position] ?? beyond
    counts[byte] = (counts[byte] ?? 0) + 1
  }
  return gaps.flatMap((reason) => {
    const areas = counts[byteOf(reason)] ?? 0
    return areas === 0 ? [] : [{ indicator: indicator.id, reason, areas }]
  })
}
