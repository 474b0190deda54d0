/**
 * SQLite by the library of this process: better-sqlite3, or sqlite3 where HUB_SQLITE says so. Never both, for two copies of SQLite in one process
 * drop each other's locks (docs/decisions/0001). What reads entities and what locks the data folder is here; knex has its own connection.
 */
import BetterSqlite3 from 'better-sqlite3'
import type { Knex } from 'knex'
import { ConfigError } from '../errors/config-error.ts'
import { codeOf } from '../errors/error-code.ts'
import { sharedRead } from './data-version.ts'
import { Lru } from '../async/lru.ts'
import type { PromiseOrValue } from '../async/promise-or-value.ts'
import { openSqlite3, type Sqlite3Connection } from './sqlite3.ts'

export type SqliteLibrary = 'better-sqlite3' | 'sqlite3'

/** Throws ConfigError for a library that is none of the two. */
export function sqliteLibrary(environment: NodeJS.ProcessEnv): SqliteLibrary {
  const chosen = environment['HUB_SQLITE'] || 'better-sqlite3'
  if (chosen === 'better-sqlite3' || chosen === 'sqlite3') return chosen
  throw new ConfigError(`HUB_SQLITE is «${chosen}»; set it to better-sqlite3 or sqlite3, or leave it out.`)
}

/** How SQL is written for SQLite, as `Database` says. */
export const sqliteSql = {
  dialect: 'sqlite',
  among: (column: string) => `${column} in (select value from json_each(?))`,
  keys: (values: readonly (string | number)[]) => JSON.stringify(values),
  bytewise: (text: string) => text,
} as const

/** Reads on a connection of their own. */
export interface SqliteReader {
  /** How many statements are kept ready. */
  readonly prepared: number
  all(sql: string, parameters: readonly unknown[]): PromiseOrValue<unknown[]>
  /** Each row as its values. */
  values(sql: string, parameters: readonly unknown[]): PromiseOrValue<unknown[][]>
  /** Changes with every commit of another connection. */
  dataVersion(): PromiseOrValue<unknown>
  close(): Promise<void>
}

/** Measured: one of thirty columns takes 20 kB, outside of what the garbage collector weighs. */
const mostStatements = 150

export async function openReader(library: SqliteLibrary, file: string): Promise<SqliteReader> {
  return library === 'sqlite3' ? openSqlite3Reader(file) : openBetterReader(file)
}

/** What knex needs to know of the library. */
export function knexSettings(library: SqliteLibrary): Pick<Knex.Config, 'client' | 'pool'> {
  // In kB: an import writes in all subgraphs at once, and the usual 16 MB for each would be most of what it holds.
  const pragmas = 'pragma busy_timeout = 30000; pragma cache_size = -4000'
  return {
    client: library,
    pool: {
      min: 1,
      max: 1,
      afterCreate(
        connection: BetterSqlite3.Database | Sqlite3Connection,
        done: (error: Error | null, connection: unknown) => void,
      ) {
        if (library === 'sqlite3') {
          ;(connection as Sqlite3Connection).exec(pragmas, (error) => done(error, connection))
          return
        }
        ;(connection as BetterSqlite3.Database).exec(pragmas)
        done(null, connection)
      },
    },
  }
}

export interface DataLock {
  /** False where another holds it. */
  take(): Promise<boolean>
  release(): Promise<void>
}

/** The lock on a file, let go of by the operating system when this process ends, however it ends. */
export async function openDataLock(library: SqliteLibrary, file: string): Promise<DataLock> {
  const begin = 'begin exclusive'
  if (library === 'sqlite3') {
    const connection = await openSqlite3(file, 0)
    return { take: () => taken(() => connection.run(begin)), release: () => connection.close() }
  }
  const connection = new BetterSqlite3(file, { timeout: 0 })
  return {
    take: () => taken(async () => void connection.exec(begin)),
    release: async () => void connection.close(),
  }
}

async function taken(begin: () => Promise<void>): Promise<boolean> {
  try {
    await begin()
    return true
  } catch (error) {
    if (codeOf(error).startsWith('SQLITE_BUSY')) return false
    throw error
  }
}

function openBetterReader(file: string): SqliteReader {
  const reader = new BetterSqlite3(file, { timeout: 5_000 })
  reader.pragma('journal_mode = WAL')
  // better-sqlite3 finalises a statement when nothing holds it any more.
  const prepared = new Lru<string, BetterSqlite3.Statement>(mostStatements, mostStatements)
  const preparedRaw = new Lru<string, BetterSqlite3.Statement>(mostStatements, mostStatements)
  const statementIn = (cache: Lru<string, BetterSqlite3.Statement>, sql: string, isRaw: boolean) => {
    let statement = cache.get(sql)
    if (!statement) {
      statement = isRaw ? reader.prepare(sql).raw(true) : reader.prepare(sql)
      cache.set(sql, statement, 1)
    }
    return statement
  }
  const dataVersion = reader.prepare('pragma data_version').pluck(true)
  return {
    get prepared() {
      return prepared.size + preparedRaw.size
    },
    all: (sql, parameters) => statementIn(prepared, sql, false).all(...parameters),
    values: (sql, parameters) => statementIn(preparedRaw, sql, true).all(...parameters) as unknown[][],
    dataVersion: () => dataVersion.get(),
    close: async () => void reader.close(),
  }
}

/** Rows of this library have names; columns of one name in one read would be one, and no read has such. */
async function openSqlite3Reader(file: string): Promise<SqliteReader> {
  const reader = await openSqlite3(file, 5_000)
  await reader.run('pragma journal_mode = WAL')
  return {
    prepared: 0,
    all: (sql, parameters) => reader.all(sql, parameters),
    values: async (sql, parameters) => (await reader.all(sql, parameters)).map((row) => Object.values(row)),
    dataVersion: sharedRead(async () => (await reader.all('pragma data_version', []))[0]?.['data_version']),
    close: () => reader.close(),
  }
}
