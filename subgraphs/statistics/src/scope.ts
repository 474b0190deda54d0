/** Which indicators, areas and years a question is about, checked: what is wrong is told in one sentence, and nothing is computed. */
import { parseAreaCode, type AreaLevel } from '@samenhang/subgraph-kit/area-code'
import { HubError } from '@samenhang/subgraph-kit/errors'
import { distance } from 'fastest-levenshtein'
import type { AreaTable } from './area-table.ts'
import type { Column } from './column.ts'
import type { IndicatorEntry } from './inventory.ts'
import type { Figures } from './store.ts'

const levelOrder: readonly AreaLevel[] = ['COUNTRY', 'PROVINCE', 'MUNICIPALITY', 'DISTRICT', 'NEIGHBOURHOOD']
const namesInErrors = 3

/** The indicator of this id. Throws HubError BAD_ARGUMENT with the ids that are nearest to it. */
export function indicatorNamed(figures: Figures, id: string): IndicatorEntry {
  const indicator = figures.indicators.get(id)
  if (indicator) return indicator
  const near = nearest(id, [...figures.indicators.keys()])
  throw new HubError(
    'BAD_ARGUMENT',
    near.length === 0
      ? `«${shortened(id)}» is no indicator: this graph has none.`
      : `«${shortened(id)}» is no indicator of numbers in this graph; the nearest are ${near.join(', ')}. All are in \`indicators\`.`,
    { indicator: id, nearest: near },
  )
}

/** By the whole id, or by the field alone: who leaves the profile out is near too. */
function nearest(id: string, ids: readonly string[]): readonly string[] {
  const wanted = id.slice(0, 100).toLowerCase()
  const far = (known: string) => {
    const whole = known.toLowerCase()
    return Math.min(distance(wanted, whole), distance(wanted, whole.slice(whole.indexOf('.') + 1)))
  }
  return ids
    .map((known) => ({ known, far: far(known) }))
    .sort((one, other) => one.far - other.far || (one.known < other.known ? -1 : 1))
    .slice(0, namesInErrors)
    .map(({ known }) => known)
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

/** Areas of one level within one area. */
export interface Scope {
  readonly level: AreaLevel
  /** The position of the area that they lie in. */
  readonly container: number
  readonly within: string
}

/**
 * The scope of `level` and `within`; without `within` the country that has figures, the real one before an invented one. Throws HubError
 * BAD_AREA_CODE for a malformed code, BAD_ARGUMENT for one that is not loaded or too small for the level.
 */
export function scopeOf(
  { areas }: Figures,
  { level, within }: { readonly level: AreaLevel; readonly within?: string | null | undefined },
): Scope {
  const container = within ? positionOf(areas, parseAreaCode(within)) : areas.country
  if (container === undefined)
    throw new HubError('BAD_ARGUMENT', 'No area is loaded: import or seed figures first.')
  const containing = areas.level(container)
  if (levelOrder.indexOf(level) < levelOrder.indexOf(containing))
    throw new HubError(
      'BAD_ARGUMENT',
      `within is ${areas.codes[container] ?? ''}, a ${containing.toLowerCase()}: no area of level ${level} lies in one.`,
    )
  return { level, container, within: areas.codes[container] ?? '' }
}

/** Throws HubError BAD_ARGUMENT for a code that no year has. */
export function positionOf(areas: AreaTable, code: string): number {
  const position = areas.position(code)
  if (position !== undefined) return position
  throw new HubError('BAD_ARGUMENT', `No area ${code} is loaded.`, { area: code })
}

/** The figures of an indicator in the one year that a question is about. */
export interface UsedColumn {
  readonly indicator: IndicatorEntry
  readonly period: number
  readonly column: Column
}

/**
 * The column of the year that was asked, or else of the newest year that has a figure for any of these areas. Throws HubError
 * PERIOD_NOT_PUBLISHED for a year that nobody loaded.
 */
export async function columnFor(
  figures: Figures,
  indicator: IndicatorEntry,
  period: number | null,
  has: (column: Column, period: number) => boolean,
): Promise<UsedColumn> {
  const years = figures.periods(indicator.id)
  const wanted = period === null ? years : years.filter((year) => year === period)
  for (const year of wanted) {
    const column = await figures.column(indicator.id, year)
    if (column && (period !== null || has(column, year))) return { indicator, period: year, column }
  }
  // No year has a figure for any of them: the newest tells why.
  const [newest] = wanted
  const column = newest === undefined ? undefined : await figures.column(indicator.id, newest)
  if (newest !== undefined && column) return { indicator, period: newest, column }
  const latest = years[0] ?? null
  const rest = latest === null ? 'nothing is loaded yet' : `the latest are of ${String(latest)}`
  throw new HubError(
    'PERIOD_NOT_PUBLISHED',
    period === null
      ? `No figures of ${indicator.id} are loaded.`
      : `No figures of ${indicator.id} for ${String(period)}; ${rest}.`,
    { indicator: indicator.id, period, latest },
  )
}
