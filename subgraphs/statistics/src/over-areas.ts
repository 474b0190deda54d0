/** The figures of one column over some areas, as the measures read them: which column, its figures, and why areas have none. */
import { HubError } from '@samenhang/subgraph-kit/errors'
import type { Column } from './column.ts'
import { gapOf, gaps, present, type Gap } from './gaps.ts'
import type { Values } from './measures/moments.ts'
import { columnFor, indicatorNamed, type Scope, type UsedColumn } from './scope.ts'
import type { Figures } from './store.ts'

/** How many areas have no figure of an indicator, for one reason. */
export interface MissingAreas {
  readonly indicator: string
  readonly reason: Gap
  readonly areas: number
}

/**
 * The column of an indicator that can be measured, in the year asked or else the newest with a figure in this scope. Throws HubError
 * BAD_ARGUMENT for a code or class, which has no mean and no distance, and for an unknown id; PERIOD_NOT_PUBLISHED.
 */
export async function measuredColumn(
  figures: Figures,
  id: string,
  { level, container }: Scope,
  period: number | null,
): Promise<UsedColumn> {
  const indicator = indicatorNamed(figures, id)
  if (indicator.kind === 'CODE')
    throw new HubError(
      'BAD_ARGUMENT',
      `${id} is a code or class (kind CODE): its numbers only name it, and are neither averaged nor compared.`,
      { indicator: id },
    )
  const { areas } = figures
  return columnFor(figures, indicator, period, (column, year) =>
    areas.members(level, container, year).some((position) => hasFigure({ column }, position)),
  )
}

/** The areas of the scope that exist in one of the years, by code. */
export function areasIn(
  { areas }: Figures,
  { level, container }: Scope,
  periods: readonly number[],
): Int32Array {
  const years = [...new Set(periods)].map((period) => areas.members(level, container, period))
  const [only = new Int32Array(), ...others] = years
  if (others.length === 0) return only
  const code = (position: number) => areas.codes[position] ?? ''
  const positions = new Set(years.flatMap((members) => [...members]))
  return Int32Array.from([...positions].sort((one, other) => (code(one) < code(other) ? -1 : 1)))
}

/** The figures at these positions, NaN where there is none. */
export function valuesAt({ column }: UsedColumn, positions: Int32Array): Values {
  return Float64Array.from(positions, (position) => column.values[position] ?? NaN)
}

export function hasFigure({ column }: { readonly column: Column }, position: number): boolean {
  return column.reasons[position] === present
}

/** How many of the areas have no figure, by reason; no entry where none lacks it for that reason. */
export function missingAreas(
  { indicator, column }: UsedColumn,
  positions: Int32Array,
): readonly MissingAreas[] {
  const counts = new Map<Gap | null, number>()
  for (const position of positions) {
    const reason = gapOf(column.reasons[position])
    counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  return gaps.flatMap((reason) => {
    const areas = counts.get(reason)
    return areas === undefined ? [] : [{ indicator: indicator.id, reason, areas }]
  })
}
