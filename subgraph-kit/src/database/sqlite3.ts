/** The package sqlite3, which is there only where a user installed it: its callbacks as promises. */
import { ConfigError } from '../errors/config-error.ts'

type NamedRow = Record<string, unknown>
type Done = (error: Error | null) => void

/** A connection as the package, and knex, have it. */
export interface Sqlite3Connection {
  configure(option: 'busyTimeout', milliseconds: number): void
  exec(sql: string, done: Done): void
  all(
    sql: string,
    parameters: readonly unknown[],
    done: (error: Error | null, rows: NamedRow[]) => void,
  ): void
  prepare(sql: string): Sqlite3Statement
  close(done: Done): void
}

interface Sqlite3Statement {
  run(parameters: readonly unknown[], done: Done): void
  finalize(done: Done): void
}

interface Sqlite3 {
  readonly Database: new (file: string, done: Done) => Sqlite3Connection
}

export interface Sqlite3Database {
  run(sql: string): Promise<void>
  all(sql: string, parameters: readonly unknown[]): Promise<NamedRow[]>
  close(): Promise<void>
}

/** Throws ConfigError where it is not installed or was built for another Node. */
export async function loadSqlite3(): Promise<Sqlite3> {
  // Not written out, for its types are there no more often than it is.
  const name = 'sqlite3'
  try {
    return ((await import(name)) as { default: Sqlite3 }).default
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error)
    throw new ConfigError(
      `HUB_SQLITE is sqlite3, and that package does not load (${why ?? ''}). Run npm install --no-save sqlite3, or leave HUB_SQLITE out.`,
      { cause: error },
    )
  }
}

export async function openSqlite3(file: string, busyTimeout: number): Promise<Sqlite3Database> {
  const { Database } = await loadSqlite3()
  const connection = await new Promise<Sqlite3Connection>((resolve, reject) => {
    const database: Sqlite3Connection = new Database(file, (error) =>
      error ? reject(error) : resolve(database),
    )
  })
  connection.configure('busyTimeout', busyTimeout)
  return {
    run: (sql) => promiseOf((done) => connection.exec(sql, done)),
    all: (sql, parameters) =>
      new Promise((resolve, reject) => {
        connection.all(sql, parameters, (error, rows) => (error ? reject(error) : resolve(rows)))
      }),
    close: () => promiseOf((done) => connection.close(done)),
  }
}

/** Runs one statement for each row, in their order; rejects with the first fault. */
export async function runForRows(
  connection: Sqlite3Connection,
  sql: string,
  rows: readonly (readonly unknown[])[],
): Promise<void> {
  const statement = connection.prepare(sql)
  try {
    await Promise.all(rows.map((row) => promiseOf((done) => statement.run(row, done))))
  } finally {
    await promiseOf((done) => statement.finalize(done))
  }
}

function promiseOf(act: (done: Done) => void): Promise<void> {
  return new Promise((resolve, reject) => act((error) => (error ? reject(error) : resolve())))
}
