/**
 * What is loaded: of how many areas each source has figures, by table and year. Counting reads every row, so it is done where rows change, as
 * the last act of every transaction, and kept in a table; who asks reads a row a source and year. Which tables there are is the subgraph's to say.
 */
import { createHash } from 'node:crypto'
import type { Knex } from 'knex'
import type { Database, Dialect } from '../database/database.ts'
import type { Migration } from '../database/migrations.ts'
import type { Source, SourceStore } from './source.ts'

/** What kind of data a table holds; each slice declares these words as DatasetKind. */
export type DatasetKind =
  | 'PROFILE_FIGURES'
  | 'GROUP_COUNTS'
  | 'GROUP_OVERLAP'
  | 'LETTINGS'
  | 'GRANTS'
  | 'PROJECTS'
  | 'REGIONS'
  | 'STATUS_HOLDER_TASKS'

/** What is loaded of one year from one source. */
export interface Dataset {
  readonly kind: DatasetKind
  readonly period: number
  readonly areas: number
  readonly source: Source
  /** Changes where the table is imported anew, also with the same name and date. */
  readonly version: string
}

/** A table whose rows name their source. */
export interface CountedTable {
  readonly table: string
  readonly kind: DatasetKind
  /** Selects source_id, period and areas, a row a source and year; a null period stands for the year of the source. */
  readonly counts: string
  /** The same of sources of one year, its one parameter; absent where an import of a year's table never changes these rows. */
  readonly countsOfYear?: string
}

/** Counts what is there already. Its name says of what, so that it runs again where a table is added. */
export function countsMigration(tables: readonly CountedTable[], dialect: Dialect): Migration {
  return {
    name: `counts of ${tables.map(({ table }) => table).join(' ')}`,
    async up(knex) {
      if (!(await knex.schema.hasTable('loaded'))) {
        await knex.schema.createTable('loaded', (made) => {
          made.string('table_name').notNullable()
          made.integer('source_id').notNullable().references('id').inTable('source').onDelete('CASCADE')
          made.integer('period').notNullable()
          made.integer('areas').notNullable()
          made.primary(['table_name', 'source_id', 'period'])
        })
      }
      await countAgain(knex, tables, dialect)
    },
  }
}

/** Counts anew at the end of every transaction: of one year, where it changed no other. */
export function keepCounts(database: Database, tables: readonly CountedTable[]): void {
  const { dialect } = database
  database.beforeCommit((transaction, period) =>
    period === undefined
      ? countAgain(transaction, tables, dialect)
      : countYear(transaction, tables, dialect, period),
  )
}

async function countYear(
  knex: Knex,
  tables: readonly CountedTable[],
  dialect: Dialect,
  period: number,
): Promise<void> {
  await takeTurn(knex, dialect)
  for (const { table, countsOfYear } of tables) {
    if (countsOfYear === undefined) continue
    await knex('loaded')
      .where('table_name', table)
      .whereIn('source_id', knex('source').where('period', period).select('id'))
      .delete()
    await insertCounts(knex, table, countsOfYear, [period])
  }
}

async function countAgain(knex: Knex, tables: readonly CountedTable[], dialect: Dialect): Promise<void> {
  await takeTurn(knex, dialect)
  await knex('loaded').delete()
  for (const { table, counts } of tables) await insertCounts(knex, table, counts, [])
}

/** SQLite has one writer at a time; on PostgreSQL whoever comes second must count what the first has written. */
async function takeTurn(knex: Knex, dialect: Dialect): Promise<void> {
  if (dialect === 'postgres') await knex.raw('lock table loaded in exclusive mode')
}

async function insertCounts(
  knex: Knex,
  table: string,
  counts: string,
  parameters: readonly number[],
): Promise<void> {
  await knex.raw(
    `insert into loaded (table_name, source_id, period, areas)
     select cast(? as varchar(255)), c.source_id, coalesce(cast(c.period as integer), s.period), c.areas
     from (${counts}) c join source s on s.id = c.source_id`,
    [table, ...parameters],
  )
}

/**
 * What is loaded of these tables, the newest year first; within a year in their order. An area whose figures came in several files counts
 * for each. One statement, and those for sources not read yet.
 */
export async function readDatasets(
  database: Database,
  sources: SourceStore,
  tables: readonly CountedTable[],
): Promise<Dataset[]> {
  const rows = await database.all<{ table: string; period: number; areas: number; sourceId: number }>(
    `select table_name as "table", period, areas, source_id as "sourceId" from loaded
     where ${database.among('table_name')} order by period desc, source_id desc`,
    [database.keys(tables.map(({ table }) => table))],
  )
  const sourcesById = await sources.byIds(rows.map(({ sourceId }) => sourceId))
  const datasets = ({ table, kind }: CountedTable): Dataset[] => {
    const datasetsByKey = new Map<string, Dataset>()
    for (const { table: of, period, areas, sourceId } of rows) {
      if (of !== table) continue
      for (const { id } of sourcesById.get(sourceId)?.parts ?? []) {
        const source = sourcesById.get(id)
        const key = `${String(period)} ${String(id)}`
        if (source)
          datasetsByKey.set(key, {
            kind,
            period,
            areas: areas + (datasetsByKey.get(key)?.areas ?? 0),
            source,
            version: versionOf(source),
          })
      }
    }
    return [...datasetsByKey.values()].sort((a, b) => b.source.id - a.source.id)
  }
  return sortNewestFirst(tables.flatMap(datasets))
}

/** An import that replaces another has an id of its own; a database that is restored may give an id again, to other bytes. */
function versionOf({ id, digest }: Source): string {
  const hash = createHash('sha256').update(digest).digest('hex')
  return `${String(id)}-${hash.slice(0, 12)}`
}

/** One list of several, the newest year first; within a year in the order given. */
export async function newestFirst(
  ...lists: readonly (Promise<readonly Dataset[]> | undefined)[]
): Promise<Dataset[]> {
  const resolved = await Promise.all(lists.map(async (list) => (await list) ?? []))
  return sortNewestFirst(resolved.flat())
}

function sortNewestFirst(datasets: Dataset[]): Dataset[] {
  return datasets.sort((a, b) => b.period - a.period)
}
