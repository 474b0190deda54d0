/**
 * The bounds of every count of households and homes of all areas: of a withheld one what the smallest larger area with that count leaves
 * beside the other areas in it, and of homes also what all homes of the area leave beside those of other groups. Only counts of one year
 * are compared.
 */
import type { AreaInput, MissingReasons } from './inputs.ts'
import { atMost, ofPublished, withheld, type Range } from './ranges.ts'
import { focusGroups, type AreaLevel, type FocusGroup } from './vocabulary.ts'

/** The bounds of one area; null where nobody has the count. */
export interface CountRanges {
  queue(group: FocusGroup): Range | null
  inflow(group: FocusGroup): Range | null
  /** Homes let; without a group those of home seekers of no focus group. */
  housed(group: FocusGroup | null): Range | null
  /** All homes let, to anybody. */
  homesLet(): Range | null
}

interface Cell {
  readonly period: number
  range: Range
  readonly isWithheld: boolean
}

type Cells = Map<string, Cell>

const levels: readonly AreaLevel[] = ['COUNTRY', 'PROVINCE', 'MUNICIPALITY', 'DISTRICT', 'NEIGHBOURHOOD']

export function countRanges(areas: readonly AreaInput[]): (code: string) => CountRanges {
  const cells = new Map(areas.map((area) => [area.code, cellsOf(area)]))
  const byLevel = new Map(levels.map((level) => [level, areas.filter((area) => area.level === level)]))
  for (const level of levels) {
    const ofLevel = byLevel.get(level) ?? []
    fromLargerAreas(ofLevel, cells)
    for (const { code } of ofLevel) fromTotal(cells.get(code) ?? new Map<string, Cell>())
  }
  return (code) => {
    const own = cells.get(code)
    const rangeOf = (column: string) => own?.get(column)?.range ?? null
    return {
      queue: (group) => rangeOf(`queue ${group}`),
      inflow: (group) => rangeOf(`inflow ${group}`),
      housed: (group) => rangeOf(`homes ${group ?? 'NONE'}`),
      homesLet: () => rangeOf('homes'),
    }
  }
}

function cellsOf({ groups, supply }: AreaInput): Cells {
  const cells: Cells = new Map()
  const add = (
    column: string,
    period: number,
    count: number | null,
    { missing }: MissingReasons,
    field: string,
  ) => {
    const isWithheld = missing.some((entry) => entry.field === field && entry.reason === 'SUPPRESSED')
    if (count === null && !isWithheld) return
    cells.set(column, { period, range: count === null ? withheld : ofPublished(count), isWithheld })
  }
  for (const figures of groups) {
    add(`queue ${figures.group}`, figures.period, figures.households, figures, 'households')
    add(`inflow ${figures.group}`, figures.period, figures.inflow, figures, 'inflow')
  }
  if (!supply) return cells
  add('homes', supply.period, supply.homesLet, supply, 'homesLet')
  for (const { group, homes } of supply.allocations) {
    const recipient = group ?? 'NONE'
    add(`homes ${recipient}`, supply.period, homes, supply, `allocations.${recipient}`)
  }
  return cells
}

/** Areas of one level; those they lie in are done. */
function fromLargerAreas(areas: readonly AreaInput[], cells: ReadonlyMap<string, Cells>): void {
  const within = new Map<Cell, Cell[]>()
  for (const area of areas) {
    for (const [column, cell] of cells.get(area.code) ?? []) {
      const around = [area.district, area.municipality, area.province, area.country]
      const larger = around
        .flatMap((code) => (code === null || code === area.code ? [] : (cells.get(code)?.get(column) ?? [])))
        .find(({ period }) => period === cell.period)
      if (!larger) continue
      const parts = within.get(larger)
      if (parts) parts.push(cell)
      else within.set(larger, [cell])
    }
  }
  for (const [{ range }, parts] of within) leave(range.upper, parts)
}

function fromTotal(cells: Cells): void {
  const total = cells.get('homes')
  if (!total) return
  leave(
    total.range.upper,
    [...focusGroups, 'NONE'].flatMap((recipient) => cells.get(`homes ${recipient}`) ?? []),
  )
}

/** Each withheld part is at most what the others, at their least, leave of the whole. */
function leave(total: number, parts: readonly Cell[]): void {
  const least = parts.reduce((all, { range }) => all + range.lower, 0)
  for (const part of parts)
    if (part.isWithheld) part.range = atMost(part.range, total - (least - part.range.lower))
}
