/**
 * The table of a domain's records: how it is made, read and written. A row is found by pseudonym only, and neither its place nor a date
 * tells when it came: rows stand in the order of their pseudonyms, which is another order in every database.
 */
import type { Knex } from 'knex'
import { writeBulk } from '../database/bulk.ts'
import type { Database } from '../database/database.ts'
import type { Figure } from '../figures/figure.ts'
import type { Migration } from '../database/migrations.ts'
import { fieldOf, sortedEntries, type AnyRecord, type RecordShape } from './record-shape.ts'

/** A record and who it is about. */
export interface StoredRecord {
  readonly pseudonym: string
  readonly record: AnyRecord
}

/** The migration that makes the table; `columns` are those of the shape and its lists. */
export function recordMigration(
  name: string,
  table: string,
  columns: Readonly<Record<string, 'text' | 'integer'>>,
): Migration {
  const own = Object.entries(columns).map(([column, type]) => `${column} ${type}, `)
  return {
    name,
    async up(knex: Knex) {
      await knex.raw(
        `create table ${table} (subject text not null, synthetic integer not null, ${own.join('')}primary key (subject))${inKeyOrder(knex)}`,
      )
      await knex.raw(
        'create table if not exists record_delivery (format text not null primary key, digest text not null, retrieved_on text not null)',
      )
    },
  }
}

/** For the end of a `create table`: a row of SQLite then stands where its key puts it, and has no number that tells when it came. */
export function inKeyOrder(knex: Knex): string {
  const { client } = (knex.client as { config: { client: unknown } }).config
  return client === 'pg' ? '' : ' without rowid'
}

/** More to select of each row, under its own name. */
export interface Selected {
  readonly sql: string
  readonly parameters: readonly unknown[]
}

/** The records of these pseudonyms, in one statement by primary key; absent where there is none. */
export async function readRecords(
  database: Database,
  shape: RecordShape,
  pseudonyms: readonly string[],
  also?: Selected,
): Promise<ReadonlyMap<string, AnyRecord>> {
  const columns = columnsOf(shape)
  const selected = ['subject', ...columns.map(([column]) => column), ...(also ? [also.sql] : [])]
  const rows = await database.all<Record<string, unknown>>(
    `select ${selected.join(', ')} from ${shape.table} where ${database.among('subject')}`,
    [...(also?.parameters ?? []), database.keys(pseudonyms)],
  )
  return new Map(rows.map(({ subject, ...row }) => [String(subject), { ...row, ...toRecord(columns, row) }]))
}

/** Whether any record is of a synthetic person. */
export async function hasSynthetic(database: Database, { table }: RecordShape): Promise<boolean> {
  const rows = await database.all(`select 1 as one from ${table} where synthetic = 1 limit 1`)
  return rows.length > 0
}

type StoredColumn = readonly [column: string, kept: 'boolean' | 'list' | undefined]

function columnsOf({ columns, lists }: RecordShape): readonly StoredColumn[] {
  return [
    ...Object.entries(columns).map(([column, { storedAs }]) => [column, storedAs] as const),
    ...Object.keys(lists).map((list) => [list, 'list'] as const),
  ]
}

function toRecord(columns: readonly StoredColumn[], row: Readonly<Record<string, unknown>>): AnyRecord {
  return Object.fromEntries(
    columns.map(([column, storedAs]) => {
      const value = row[column] ?? null
      if (value === null || storedAs === undefined) return [fieldOf(column), value]
      return [fieldOf(column), storedAs === 'boolean' ? value === 1 : (JSON.parse(String(value)) as unknown)]
    }),
  )
}

/** Writes records inside the transaction. Give all there are, or chunks in the order of their pseudonyms. */
export async function writeRecords(
  transaction: Knex.Transaction,
  database: Database,
  shape: RecordShape,
  records: readonly StoredRecord[],
  { synthetic, conflict }: { readonly synthetic: boolean; readonly conflict: 'replace' | 'keep' },
): Promise<void> {
  const columns = columnsOf(shape)
  await writeBulk(transaction, database.dialect, {
    table: shape.table,
    columns: ['subject', 'synthetic', ...columns.map(([column]) => column)],
    key: ['subject'],
    conflict,
    rows: [...records]
      .sort((a, b) => (a.pseudonym < b.pseudonym ? -1 : 1))
      .map(({ pseudonym, record }) => [
        pseudonym,
        synthetic ? 1 : 0,
        ...columns.map(([column, storedAs]) =>
          toCell(shape, column, storedAs, record[fieldOf(column)] ?? null),
        ),
      ]),
  })
}

function toCell(shape: RecordShape, column: string, storedAs: StoredColumn[1], value: unknown): Figure {
  if (value === null) return null
  if (storedAs === 'boolean') return value === true ? 1 : 0
  if (storedAs !== 'list') return value as Figure
  const list = shape.lists[column]
  return JSON.stringify(list ? sortedEntries(list, value as readonly AnyRecord[]) : value)
}

/** At the end of a write: PostgreSQL remembers when a row came and where; here all rows come anew, in the order of their pseudonyms. */
export async function rewriteInKeyOrder(
  transaction: Knex.Transaction,
  database: Database,
  table: string,
): Promise<void> {
  if (database.dialect !== 'postgres') return
  await transaction.raw(`create temporary table settling on commit drop as select * from ${table}`)
  await transaction.raw(`delete from ${table}`)
  await transaction.raw(`insert into ${table} select * from settling order by subject collate "C"`)
  await transaction.raw('drop table settling')
}
