/**
 * Which columns of a table hold which indicators of a subgraph, and what follows from that before a row is read: the indicators that are lacking,
 * the publisher's statuses, and a digest of what would be imported.
 */
import { createHash } from 'node:crypto'
import { isPublishedFor, storedColumns, type Indicator, type Profile } from '../figures/indicator.ts'
import { ImportRefused, type PublishedTable, type SourceStatus, type TableColumn } from '../statline/table.ts'

type Matches = readonly { readonly indicator: Indicator; readonly column: TableColumn }[]

export interface Plan {
  readonly profile: Profile
  readonly matches: Matches
}

/** The fields that the table's source publishes for its year and that have no column in it. */
export function lackingOf(
  profiles: readonly Profile[],
  plans: readonly Plan[],
  { period, statistics }: PublishedTable,
): readonly string[] {
  const arrived = new Set(plans.flatMap(({ matches }) => matches.map(({ indicator }) => indicator)))
  return profiles
    .filter(({ sourceName }) => sourceName === statistics)
    .flatMap(({ indicators }) => indicators)
    .filter((indicator) => !arrived.has(indicator) && isPublishedFor(indicator, period))
    .map(({ field }) => field)
}

/** The column of each indicator and limit of a profile of the table's source; none of any other's. A name that several indicators share is told apart by its occurrence. */
export function matchColumns(profile: Profile, table: PublishedTable): Matches {
  if (profile.sourceName !== table.statistics) return []
  const sharers = new Map<string, number>()
  for (const { columns } of profile.indicators) {
    for (const column of columns) sharers.set(column, (sharers.get(column) ?? 0) + 1)
  }
  return storedColumns(profile).flatMap((indicator) => {
    const candidates = table.columns.filter(
      (column) =>
        nameIn(column, indicator) !== undefined &&
        (column.cellsOf ?? 'figure') === indicator.cellsOf &&
        column.occurrence === ((sharers.get(column.name) ?? 0) > 1 ? indicator.occurrence : 1),
    )
    const [column, second] = candidates
    if (second) {
      throw new ImportRefused(
        table.origin,
        `columns «${String(column?.header)}» and «${second.header}» both hold ${profile.areaField}.${indicator.field}`,
        'Remove one of them.',
      )
    }
    return column ? [{ indicator, column }] : []
  })
}

function nameIn({ name, otherNames = [] }: TableColumn, { columns }: Indicator): string | undefined {
  return [name, ...otherNames].find((candidate) => columns.includes(candidate))
}

/** What the publisher calls the figures of each indicator: of the column, else of the whole table. */
export function statusesOf(
  plans: readonly Plan[],
  table: PublishedTable,
): Readonly<Record<string, SourceStatus>> {
  const statuses = plans.flatMap(({ matches }) =>
    matches.flatMap(({ indicator, column }) => {
      const status = column.status ?? table.source.status
      return status ? [[indicator.field, status] as const] : []
    }),
  )
  return Object.fromEntries(statuses)
}

/** Of a table that its declaration fixes the boundaries of, for these may be declared otherwise later. */
const tableOf = ({ source: { table, boundaryYear } }: PublishedTable) =>
  boundaryYear === undefined || boundaryYear === null ? [] : [table, boundaryYear]

/** Of the content and of how it is read, so that a newly declared indicator makes the same file worth reading again. */
export function digestOf(table: PublishedTable, plans: readonly Plan[]): string {
  const reading = plans.map(({ profile, matches }) => [
    profile.table,
    ...matches.map(({ indicator, column: { index, status } }) => [
      indicator.column,
      index,
      indicator.scale,
      ...(status ? [status] : []),
    ]),
  ])
  return createHash('sha256')
    .update(JSON.stringify([table.digest, table.period, reading, ...tableOf(table)]))
    .digest('hex')
}
