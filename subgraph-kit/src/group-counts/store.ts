/**
 * Every query to a table of counts by group, and what a row says in the graph: its counts, and why one is null. One statement
 * each, whatever the number of areas. Batching belongs to the loader in group-counts.ts; protection happened at import.
 */
import type { Database } from '../database/database.ts'
import { readDatasets, type CountedTable, type Dataset } from '../figures/datasets.ts'
import { countColumns, noColumn, type GroupCountsShape } from './shape.ts'
import { sqlName } from '../figures/indicator.ts'
import { sourceStoreOf, type Source } from '../figures/source.ts'

/** A row as it is stored: counts by their columns. */
export type GroupCountsRow = Readonly<Record<string, number | null>> & {
  readonly code: string
  readonly period: number
  readonly groupName: string
  readonly sourceId: number
  /** Columns that the file had no number for, and with `-` before them those it did not have, apart by spaces; other nulls are withheld. */
  readonly absent: string | null
}

export interface GroupCountsStore {
  /** The newest year of each group and area. By primary key. */
  latest(codes: readonly string[]): Promise<GroupCountsRow[]>
  /** The years `from` to `to`, the oldest first. By primary key. */
  series(codes: readonly string[], from: number, to: number): Promise<GroupCountsRow[]>
  sources(ids: Iterable<number>): Promise<ReadonlyMap<number, Source>>
  /** What is loaded: an entry a year and source, the newest first. */
  datasets(): Promise<Dataset[]>
}

/** By index (source_id, period, code). */
export function countedGroups({ table }: GroupCountsShape): CountedTable {
  return {
    table,
    kind: 'GROUP_COUNTS',
    counts: `select source_id, period, count(distinct code) as areas from ${table} group by source_id, period`,
  }
}

export function createGroupCountsStore(database: Database, shape: GroupCountsShape): GroupCountsStore {
  const { table, typical } = shape
  const sources = sourceStoreOf(database)
  const columns = [...countColumns(shape), sqlName(typical)].map((column) => `c.${column}`).join(', ')
  const select = `select c.code, c.period, c.group_name as "groupName", c.source_id as "sourceId", c.absent, ${columns}
    from ${table} c where ${database.among('c.code')}`
  return {
    latest: (codes) =>
      database.all(
        `${select} and c.period = (select max(n.period) from ${table} n where n.code = c.code and n.group_name = c.group_name)`,
        [database.keys(codes)],
      ),
    series: (codes, from, to) =>
      database.all(`${select} and c.period between ? and ? order by c.period`, [
        database.keys(codes),
        from,
        to,
      ]),
    sources: (ids) => sources.byIds(ids),
    datasets: () => readDatasets(database, sources, [countedGroups(shape)]),
  }
}

/** A row in the shape of the graph, without its source. */
export function toFigures(shape: GroupCountsShape, row: GroupCountsRow) {
  const absent = new Set(row.absent?.split(' '))
  const missing: { field: string; reason: 'SUPPRESSED' | 'NOT_AVAILABLE' | 'NOT_PUBLISHED' }[] = []
  const reasonOf = (column: string) => {
    if (absent.has(noColumn(column))) return 'NOT_PUBLISHED'
    return absent.has(column) ? 'NOT_AVAILABLE' : 'SUPPRESSED'
  }
  const read = (column: string, field: string): number | null => {
    const value = row[column] ?? null
    if (value === null) missing.push({ field, reason: reasonOf(column) })
    return value
  }
  return {
    group: row.groupName,
    period: row.period,
    ...Object.fromEntries(
      [...shape.counts, shape.typical].map((field) => [field, read(sqlName(field), field)]),
    ),
    [shape.split]: shape.kinds.map((kind) => ({
      kind,
      [shape.total]: read(kind.toLowerCase(), `${shape.split}.${kind}`),
    })),
    missing,
  }
}
