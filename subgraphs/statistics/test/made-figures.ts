/** Figures as the store gives them, from a few lines: neighbourhoods of one invented municipality over two years, without a database. */
import type { AreaTable } from '../src/area-table.ts'
import { emptyColumn, setFigure } from '../src/column.ts'
import type { Gap } from '../src/gaps.ts'
import type { IndicatorEntry } from '../src/inventory.ts'
import type { Figures } from '../src/store.ts'

const levels = ['COUNTRY', 'PROVINCE', 'MUNICIPALITY', 'DISTRICT', 'NEIGHBOURHOOD'] as const
const country = 'NL99'
const newest = 2024

/** The figures of an indicator in one year, in the order of the neighbourhoods. */
export type MadeColumn = readonly (number | Gap)[]

export interface MadeIndicator extends Partial<IndicatorEntry> {
  readonly columns: Readonly<Record<number, MadeColumn>>
}

/** Neighbourhoods BU90010000 and on; the last one exists in 2024 only. */
export function makeFigures(neighbourhoods: number, made: Readonly<Record<string, MadeIndicator>>): Figures {
  const codes = [country, ...Array.from({ length: neighbourhoods }, (_, at) => `BU9001000${String(at)}`)]
  const size = codes.length
  const exists = (position: number, period: number) => position < size - 1 || period === newest
  const members: AreaTable['members'] = (level, _, period) =>
    Int32Array.from(codes.keys()).filter(
      (position) => (position === 0 ? levels[0] : levels[4]) === level && exists(position, period),
    )
  const ids = Object.keys(made)
  return {
    computedAt: '2026-11-30T12:00:00.000Z',
    stale: false,
    indicators: new Map(ids.map((id) => [id, entryOf(id, made[id]!)])),
    areas: {
      size,
      codes,
      position: (code) => (codes.includes(code) ? codes.indexOf(code) : undefined),
      level: (position) => levels[position === 0 ? 0 : 4],
      exists,
      liesIn: (_, container) => container === 0,
      containers: (position) => [position, 0],
      members,
      country: 0,
      newestOf: () => newest,
    },
    periods: (indicator) =>
      Object.keys(made[indicator]?.columns ?? {})
        .map(Number)
        .sort((one, other) => other - one),
    sources: () => [],
    prepare: () => undefined,
    async column(indicator, period) {
      const figures = made[indicator]?.columns[period]
      if (!figures) return undefined
      const column = emptyColumn(size)
      for (const [at, figure] of figures.entries()) setFigure(column, at + 1, figure)
      return column
    },
  }
}

function entryOf(id: string, made: MadeIndicator): IndicatorEntry {
  const [, field = ''] = id.split('.')
  return {
    id,
    domain: 'ENERGY',
    field,
    label: { nl: field, en: field },
    unit: 'PERCENT',
    kind: 'SHARE',
    weight: null,
    minimum: 0,
    maximum: null,
    ...made,
  }
}
