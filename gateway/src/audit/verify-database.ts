/**
 * Whether the database of the logs has the form that the hub gives it: its tables, indexes and triggers are
 * compared with those of a new one, and its pages are checked by SQLite. The rows are checked in verify.ts.
 */
import BetterSqlite3 from 'better-sqlite3'
import { tablesSql } from './logs.ts'

interface Part {
  readonly type: string
  readonly name: string
  readonly table: string
  readonly sql: string
}

/** What lacks, differs or was added, a sentence each. */
export function faultsOfSchema(database: BetterSqlite3.Database): readonly string[] {
  const model = new BetterSqlite3(':memory:')
  try {
    model.exec(tablesSql())
    const expected = partsOf(model)
    const parts = new Map(partsOf(database).map((part) => [keyOf(part), part]))
    const faults = expected.flatMap((part) => {
      const there = parts.get(keyOf(part))
      parts.delete(keyOf(part))
      if (!there) return `${part.table}: the ${part.type} ${part.name} was removed.`
      return there.sql === part.sql && there.table === part.table
        ? []
        : `${part.table}: the ${part.type} ${part.name} is not as the hub makes it.`
    })
    const added = [...parts.values()].map(
      ({ type, name, table }) => `${table}: the ${type} ${name} is not the hub's.`,
    )
    return [...faults, ...added]
  } finally {
    model.close()
  }
}

/** What SQLite finds wrong with the file: pages that are damaged, indexes that say other than their tables. */
export function faultsOfPages(database: BetterSqlite3.Database): readonly string[] {
  const said = database.prepare('pragma integrity_check(5)').pluck(true).all() as string[]
  const faults = said.flatMap((text) =>
    text.split('\n').filter((line) => line !== 'ok' && !line.startsWith('***')),
  )
  return faults.map((fault) => `The database is damaged: ${fault}.`)
}

function partsOf(database: BetterSqlite3.Database): readonly Part[] {
  const rows = database
    .prepare(
      `select type, name, tbl_name as "table", coalesce(sql, '') as sql from sqlite_schema order by name`,
    )
    .all() as Part[]
  return rows.map((part) => ({ ...part, sql: part.sql.replaceAll(/\s+/g, ' ').trim() }))
}

function keyOf({ type, name }: Part): string {
  return `${type} ${name}`
}
