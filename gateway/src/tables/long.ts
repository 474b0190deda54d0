/** A table in its long layout: a row for each figure, with its code, its period, its status and where it is from. */
import { HubError } from '@samenhang/subgraph-kit/errors'
import type { GraphQLSchema } from 'graphql'
import type { Indicator } from '../subgraph-sources/catalogue.ts'
import type { Column, Kind } from './columns.ts'
import { hasYears, sourceFieldsOf } from './origin-fields.ts'
import type { TablePlan } from './plan.ts'
import type { OpenedTable } from './read-table.ts'
import type { Row } from './rows.ts'

export interface LongTable {
  /** The plan with the columns that long rows are made from. */
  readonly plan: TablePlan
  readonly columns: readonly Column[]
  /** The columns of the wide table that its figures are of, by the name of their indicator; none where the table is wide. */
  readonly figures: ReadonlyMap<string, Column>
  /** Rows of the wide table that so many long rows are made from. */
  readonly wideRows: (limit: number | undefined) => number | undefined
  /** The long rows of a table that was opened with the plan. */
  readonly of: (table: OpenedTable, limit: number | undefined) => OpenedTable
}

/** A figure, and where in a wide row it and what belongs to it are. */
interface Figure {
  readonly indicator: string
  readonly unit: string | null
  readonly value: number
  readonly period: number
  readonly source: number
}

/** `plan` asks for statuses and origins. Throws HubError TABLE_AMBIGUOUS where it has no figures, or no code to tell them apart by. */
export function longTable(
  plan: TablePlan,
  { schema, indicators }: { readonly schema: GraphQLSchema; readonly indicators: readonly Indicator[] },
): LongTable {
  const columns = [...plan.columns]
  const periodKind = plan.columns.every(({ status }) => !status || hasYears(status.parent, schema))
    ? 'int'
    : 'text'
  const hidden = (column: Column, keys: readonly string[], kind: Kind): number =>
    columns.push({
      ...column,
      keys: [...(column.status?.path ?? []), ...keys],
      status: undefined,
      kind,
    }) - 1
  const figures = plan.columns.flatMap((column, value): Figure | [] => {
    const { status, isStatusOf, separator, parent, field } = column
    if (!status || isStatusOf !== undefined || separator !== undefined) return []
    const found = indicators.find((indicator) => indicator.type === parent && indicator.field === field)
    const [table = ''] = sourceFieldsOf(status.parent, schema) ?? []
    return {
      ...{ indicator: found?.id ?? `${parent}.${field}`, unit: found?.unit ?? null, value },
      period: hidden(column, [plan.keys.period], periodKind),
      source: hidden(column, [plan.keys.source, table], 'text'),
    }
  })
  const code = innermost(plan.columns, 'code')
  const name = beside(plan.columns, code, 'name')
  if (figures.length === 0 || code < 0)
    throw new HubError(
      'TABLE_AMBIGUOUS',
      'The long layout has a row for each figure of a `code`: select a code, and figures that have a status.',
    )
  const kinds = new Set(figures.map(({ value }) => plan.columns[value]?.kind))
  const valueKind = kinds.has('text') || kinds.has('boolean') ? 'text' : kinds.has('float') ? 'float' : 'int'
  const rowsOf = (row: Row): readonly Row[] =>
    figures.map(({ indicator, unit, value, period, source }) => [
      ...[row[code] ?? null, name < 0 ? null : (row[name] ?? null), row[period] ?? null, indicator],
      ...[valueKind === 'text' ? textOf(row[value]) : (row[value] ?? null), row[value + 1] ?? null],
      ...[unit, row[source] ?? null],
    ])
  const statuses = [...new Set(plan.columns.flatMap((column) => column.statuses))]
  return {
    plan: { ...plan, columns },
    columns: [
      ...[longColumn('code', 'text'), longColumn('name', 'text'), longColumn('period', periodKind)],
      ...[longColumn('indicator', 'text'), longColumn('value', valueKind)],
      { ...longColumn('status', 'text'), isStatusOf: 'value', statuses },
      ...[longColumn('unit', 'text'), longColumn('source', 'text')],
    ],
    figures: new Map(
      figures.flatMap(({ indicator, value }) => {
        const column = plan.columns[value]
        return column ? [[indicator, column] as const] : []
      }),
    ),
    wideRows: (limit) => (limit === undefined ? undefined : Math.ceil(limit / figures.length)),
    of: ({ estimate, rows }, limit = Infinity) => ({
      estimate: { ...estimate, rows: Math.min(limit, estimate.rows * figures.length) },
      async *rows() {
        let left = limit
        for await (const batch of rows()) {
          const long = batch.flatMap(rowsOf).slice(0, left)
          left -= long.length
          yield long
        }
      },
    }),
  }
}

/** What the columns of every long table mean. */
const meanings = {
  code: ['code', 'Code', 'The code that tells what the figure is of from all others of its kind.'],
  name: ['naam', 'Name', 'The name that goes with the code; nothing where the operation selects none.'],
  period: ['periode', 'Period', 'The period that the figure is of.'],
  indicator: ['indicator', 'Indicator', 'What the figure counts or measures, by its name in the catalogue.'],
  value: ['waarde', 'Value', 'The figure, in the unit beside it; nothing where the status is not VALUE.'],
  status: ['status', 'Status', 'Whether there is a figure, and why not.'],
  unit: ['eenheid', 'Unit', 'The unit of the value; nothing where the catalogue does not tell it.'],
  source: ['bron', 'Source', 'The published table that the figure is from.'],
} as const

function longColumn(name: keyof typeof meanings, kind: Kind): Column {
  const [nl, en, definition] = meanings[name]
  return {
    meaning: { label: { nl, en }, definition },
    ...{ name, kind, level: 0, keys: [], separator: undefined, parent: '', field: '' },
    ...{ status: undefined, isStatusOf: undefined, statuses: [] },
  }
}

/** The column of this field within the most lists; below 0 where there is none. */
function innermost(columns: readonly Column[], field: string): number {
  const own = columns.filter((column) => column.field === field && column.separator === undefined)
  const level = Math.max(...own.map((column) => column.level))
  return columns.findIndex((column) => own.includes(column) && column.level === level)
}

/** The column of this field of the same object; below 0 where there is none. */
function beside(columns: readonly Column[], index: number, field: string): number {
  const placeOf = ({ level, keys }: Column): string => [level, ...keys.slice(0, -1)].join('.')
  const column = columns[index]
  return columns.findIndex((other) => column && other.field === field && placeOf(other) === placeOf(column))
}

function textOf(value: Row[number] | undefined): string | null {
  return value === null || value === undefined ? null : String(value)
}
