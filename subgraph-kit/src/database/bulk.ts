/**
 * Many rows at once: on PostgreSQL in one statement, whose one parameter is the rows as JSON, on SQLite by one prepared statement.
 * Rows whose key is there already are replaced whole; where the key is all there is, they stand.
 */
import { setImmediate } from 'node:timers/promises'
import type BetterSqlite3 from 'better-sqlite3'
import type { Knex } from 'knex'
import type { Dialect } from './database.ts'
import type { SqliteLibrary } from './sqlite.ts'
import { runForRows, type Sqlite3Connection } from './sqlite3.ts'

const rowsPerStatement = 500

/** A value as a cell of a table holds it. */
export type StoredValue = number | string | null

/** Rows of one table, with their columns named once. */
export interface Bulk {
  readonly table: string
  readonly columns: readonly string[]
  readonly key: readonly string[]
  /** What happens to a row that is there already. */
  readonly conflict: 'replace' | 'keep'
  /** Columns that a replaced row keeps as they are. */
  readonly keeps?: readonly string[]
  /** Which rows are replaced, in SQL over `excluded` and the table; all of them, without. */
  readonly replaces?: string
  readonly rows: readonly (readonly StoredValue[])[]
}

/** Writes the rows inside the transaction. */
export async function writeBulk(transaction: Knex.Transaction, dialect: Dialect, bulk: Bulk): Promise<void> {
  const { table, columns, key, conflict, keeps = [], replaces, rows } = bulk
  if (rows.length === 0) return
  const names = columns.join(', ')
  const replaced = columns.filter((column) => !key.includes(column) && !keeps.includes(column))
  const action =
    conflict === 'keep' || replaced.length === 0
      ? 'do nothing'
      : `do update set ${replaced
          .map((column) => `${column} = excluded.${column}`)
          .join(', ')}${replaces === undefined ? '' : ` where ${replaces}`}`
  const statement = (picked: string) =>
    `insert into ${table} (${names}) ${picked} on conflict (${key.join(', ')}) ${action}`
  if (dialect === 'sqlite') {
    const placeholders = columns.map(() => '?').join(', ')
    await writeRows(transaction, statement(`values (${placeholders})`), rows)
    return
  }
  const sql = statement(`select ${names} from json_populate_recordset(null::${table}, ?::json)`)
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    const json = rows
      .slice(start, start + rowsPerStatement)
      .map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null])))
    await transaction.raw(sql, [JSON.stringify(json)])
  }
}

interface Client {
  readonly config: { readonly client: SqliteLibrary }
  acquireConnection(): Promise<BetterSqlite3.Database | Sqlite3Connection>
}

/** One prepared statement for all of them: measured, a fifth of the time that reading them out of JSON takes. */
async function writeRows(
  transaction: Knex.Transaction,
  sql: string,
  rows: readonly (readonly StoredValue[])[],
): Promise<void> {
  const { client } = transaction as { client: Client }
  const connection = await client.acquireConnection()
  if (client.config.client === 'sqlite3') return runForRows(connection as Sqlite3Connection, sql, rows)
  const statement = (connection as BetterSqlite3.Database).prepare(sql)
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    if (start > 0) await setImmediate()
    for (const row of rows.slice(start, start + rowsPerStatement)) statement.run(row)
  }
}
