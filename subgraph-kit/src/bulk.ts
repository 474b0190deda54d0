/**
 * Many rows in one statement, the same on both databases: rows travel as one JSON parameter.
 * Rows whose key is there already are replaced whole.
 */
import type { Knex } from 'knex'
import type { Dialect } from './database.ts'
import type { Figure } from './figure.ts'

const rowsPerStatement = 500

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
  readonly rows: readonly (readonly Figure[])[]
}

/** Writes the rows inside the transaction. */
export async function writeBulk(transaction: Knex.Transaction, dialect: Dialect, bulk: Bulk): Promise<void> {
  const { table, columns, key, conflict, keeps = [], replaces, rows } = bulk
  const names = columns.join(', ')
  const action =
    conflict === 'keep'
      ? 'do nothing'
      : `do update set ${columns
          .filter((column) => !key.includes(column) && !keeps.includes(column))
          .map((column) => `${column} = excluded.${column}`)
          .join(', ')}${replaces === undefined ? '' : ` where ${replaces}`}`
  const picked =
    dialect === 'sqlite'
      ? `${columns.map((_, index) => `json_extract(r.value, '$[${String(index)}]')`).join(', ')} from json_each(?) r where true`
      : `${names} from json_populate_recordset(null::${table}, ?::json)`
  const sql = `insert into ${table} (${names}) select ${picked} on conflict (${key.join(', ')}) ${action}`
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    const chunk = rows.slice(start, start + rowsPerStatement)
    const json =
      dialect === 'sqlite'
        ? chunk
        : chunk.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null])))
    await transaction.raw(sql, [JSON.stringify(json)])
  }
}
