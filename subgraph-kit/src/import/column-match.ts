/**
 * Which columns of a table hold which indicators of a subgraph, and what follows from that before a row is read: the indicators that are lacking,
 * the publisher's statuses, and a digest of what would be imported.
 */
import { createHash } from 'node:crypto'
import { isPublishedFor, type Indicator, type Profile } from '../figures/indicator.ts'
import { ImportRefused, type PublishedTable, type SourceStatus, type TableColumn } from '../statline/table.ts'

type Matches = readonly { readonly indicator: Indicator; readonly column: TableColumn }[]

export interface Plan {
  readonly profile: Profile
  readonly matches: Matches
}

/** The fields that the source publishes for the table's year and that have no column in it. */
export function lackingOf(
  profiles: readonly Profile[],
  plans: readonly Plan[],
  { period }: PublishedTable,
): readonly string[] {
  const arrived = new Set(plans.flatMap(({ matches }) => matches.map(({ indicator }) => indicator)))
  return profiles
    .flatMap(({ indicators }) => indicators)
    .filter((indicator) => !arrived.has(indicator) && isPublishedFor(indicator, period))
    .map(({ field }) => field)
}

/** The column of each indicator. A name that several indicators share is told apart by its occurrence. */
export function matchColumns(profile: Profile, table: PublishedTable): Matches {
  const sharers = new Map<string, number>()
  for (const { columns } of profile.indicators) {
    for (const column of columns) sharers.set(column, (sharers.get(column) ?? 0) + 1)
  }
  return profile.indicators.flatMap((indicator) => {
    const candidates = table.columns.filter(
      (column) =>
        indicator.columns.includes(column.name) &&
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
    .update(JSON.stringify([table.digest, table.period, reading]))
    .digest('hex')
}
