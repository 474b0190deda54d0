/**
 * One subgraph's database: a SQLite file in the data folder, or a schema in PostgreSQL where a URL is set.
 * Promises the same SQL on both (see `among`), reads through prepared statements on SQLite, one error code for every fault of
 * the database itself, and a count of statements. Which statements there are belongs to the stores.
 */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import knexLibrary, { type Knex } from 'knex'
import { ConfigError } from '../errors/config-error.ts'
import { codeOf } from '../errors/error-code.ts'
import { markVersion, readVersion, sharedRead } from './data-version.ts'
import { translateFault } from './database-faults.ts'
import { lostIfGone, SqliteHealth, type DatabaseLost } from './database-loss.ts'
import { knownMark, rememberStore } from './known-stores.ts'
import { makeFolder } from '../files/make-folder.ts'
import { closeToOthers } from '../files/private-files.ts'
import { andThen, type PromiseOrValue } from '../async/promise-or-value.ts'
import {
  knexSettings,
  openReader,
  sqliteLibrary,
  sqliteSql,
  type SqliteLibrary,
  type SqliteReader,
} from './sqlite.ts'

export type Dialect = 'sqlite' | 'postgres'

/** `period` is the only year whose figures the transaction changes, where whoever began it said so. */
type LastAct = (transaction: Knex.Transaction, period?: number) => Promise<void>

/** An open database of one subgraph. */
export interface Database {
  readonly dialect: Dialect
  /** For migrations and writes; reads of entities go through `all`. */
  readonly knex: Knex
  /** How many statements `all` has run since the start. */
  readonly statements: number
  /** How many statements are kept ready for the next time; bounded, for each set of columns makes one of its own. */
  readonly prepared: number
  /** Runs one query with `?` for parameters. Throws HubError DATABASE_UNAVAILABLE for a fault of the database. */
  all<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>
  /** As `all`, each row as its values in the order selected: for reads of many rows. On SQLite the rows are there at once. */
  values(sql: string, parameters?: readonly unknown[]): PromiseOrValue<unknown[][]>
  /**
   * Changes with the data, whichever process writes them: on SQLite with every commit, told at once; on PostgreSQL with every transaction of
   * `begin` and `transact`, by a statement that all who ask at one moment share. Undefined where the database does not say.
   */
  version(): PromiseOrValue<string | undefined>
  /** SQL that holds where `column` is one of the keys; its one parameter is `keys(…)`, whatever their number. */
  among(column: string): string
  keys(values: readonly (string | number)[]): unknown
  /** SQL for a text that is compared and sorted by its bytes, whatever the collation of the server. */
  bytewise(text: string): string
  /**
   * Opens a transaction that the caller must commit or roll back; faults of the database come out as HubError. Who changes figures of one
   * year only says which, so that what is done before the commit leaves other years unread.
   */
  begin(period?: number): Promise<Knex.Transaction>
  /** Runs `act` in a transaction: all of it is stored, or where it throws nothing. */
  transact<T>(act: (transaction: Knex.Transaction) => Promise<T>): Promise<T>
  /** From now on every transaction of `begin` and `transact` does this before it is committed. */
  beforeCommit(act: LastAct): void
  /** The file of a SQLite database. */
  readonly file: string | null
  /** Why nothing can be had from it any more: its file is gone or damaged, and every read and write says so. */
  readonly lost: DatabaseLost | undefined
  /** Notes that it is damaged, where that was found beside its own reads; `onLost` tells of it. */
  lose(problem: string): void
  /** Calls back once when it is lost, at once where it is already. */
  onLost(listener: (lost: DatabaseLost) => void): void
  /** The HubError for a fault of this database, or the error itself where it is none. */
  translate(error: unknown): unknown
  close(): Promise<void>
}

/** knex writes faults to the console, addresses included; they come out as HubError instead. */
const nothing = () => undefined
const silent: Knex.Logger = { warn: nothing, error: nothing, deprecate: nothing, debug: nothing }

const repositoryRoot = fileURLToPath(new URL('../../..', import.meta.url))

/** The folder for data: HUB_DATA_DIR, relative to where the command was given, else `.hub` in the repository. */
export function dataDirectory(environment: NodeJS.ProcessEnv): string {
  const chosen = environment['HUB_DATA_DIR']
  return chosen ? resolve(environment['INIT_CWD'] ?? process.cwd(), chosen) : join(repositoryRoot, '.hub')
}

/** Opens the database of the subgraph `name`; makes the data folder or the PostgreSQL schema where missing. */
export async function openDatabase(name: string, environment: NodeJS.ProcessEnv): Promise<Database> {
  const schema = name.replaceAll('-', '_')
  const url = environment[`DATABASE_URL_${schema.toUpperCase()}`] ?? environment['DATABASE_URL']
  return url
    ? openPostgres(name, schema, { url, seconds: statementSeconds(environment) })
    : openSqlite(name, dataDirectory(environment), sqliteLibrary(environment))
}

/** How long one statement may read in PostgreSQL: HUB_STATEMENT_SECONDS. Throws ConfigError. */
function statementSeconds(environment: NodeJS.ProcessEnv): number {
  const given = environment['HUB_STATEMENT_SECONDS'] || '10'
  if (/^[1-9]\d{0,3}$/.test(given)) return Number(given)
  throw new ConfigError(
    `HUB_STATEMENT_SECONDS is "${given}"; set it to a whole number of seconds from 1 to 9999.`,
  )
}

async function openSqlite(name: string, directory: string, library: SqliteLibrary): Promise<Database> {
  const file = join(directory, `${name}.sqlite`)
  const mark = knownMark(directory, name)
  const health = new SqliteHealth(name, file)
  const translate = (error: unknown) => health.note(translateFault(name, basename(file), error))
  let reader: SqliteReader
  lostIfGone(name, file, mark)
  try {
    makeFolder(directory)
    if (existsSync(file)) rememberStore(mark)
    if (directory === join(repositoryRoot, '.hub')) closeToOthers(directory)
    reader = await openReader(library, file)
    for (const part of ['', '-wal', '-shm']) closeToOthers(`${file}${part}`)
    health.watch()
  } catch (error) {
    throw translate(error)
  }
  const knex = knexLibrary({
    ...knexSettings(library),
    connection: { filename: file },
    useNullAsDefault: true,
    log: silent,
  })
  let statements = 0
  const lastActs: LastAct[] = [() => Promise.resolve(rememberStore(mark))]
  // SQLite counts the commits of others as this connection sees them, from where it was opened.
  const opened = randomBytes(8).toString('hex')
  const failed = (error: unknown): never => {
    throw translate(error)
  }
  return {
    ...sqliteSql,
    knex,
    get statements() {
      return statements
    },
    get prepared() {
      return reader.prepared
    },
    async all<Row>(sql: string, parameters: readonly unknown[] = []) {
      statements += 1
      health.assertWhole()
      try {
        return (await reader.all(sql, parameters)) as Row[]
      } catch (error) {
        throw translate(error)
      }
    },
    values(sql, parameters = []) {
      statements += 1
      health.assertWhole()
      try {
        const rows = reader.values(sql, parameters)
        return rows instanceof Promise ? rows.catch(failed) : rows
      } catch (error) {
        throw translate(error)
      }
    },
    version: () =>
      health.lost ? undefined : andThen(reader.dataVersion(), (version) => `${opened}.${String(version)}`),
    async begin(period) {
      health.assertWhole()
      return ending(await begin(knex, translate), lastActs, period)
    },
    async transact(act) {
      health.assertWhole()
      return transact(knex, translate, lastActs, act)
    },
    beforeCommit: (act) => void lastActs.push(act),
    file,
    get lost() {
      return health.lost
    },
    lose: (problem) => health.lose(problem),
    onLost: (listener) => health.onLost(listener),
    translate,
    async close() {
      health.unwatch()
      await reader.close()
      await knex.destroy()
    },
  }
}

interface PostgresOptions {
  readonly url: string
  /** Seconds that a statement may take outside of transactions, which write as long as they need. */
  readonly seconds: number
}

async function openPostgres(
  name: string,
  schema: string,
  { url, seconds }: PostgresOptions,
): Promise<Database> {
  const translate = (error: unknown) => translateFault(name, `schema ${schema}`, error)
  const knex = knexLibrary({
    client: 'pg',
    connection: { connectionString: url, connectionTimeoutMillis: 5_000, statement_timeout: seconds * 1_000 },
    searchPath: [schema],
    log: silent,
    pool: { min: 0, max: 8 },
    acquireConnectionTimeout: 10_000,
  })
  let statements = 0
  const lastActs: LastAct[] = [markVersion]
  const asLongAsNeeded = (transaction: Knex.Transaction) => transaction.raw('set local statement_timeout = 0')
  try {
    await knex.raw('create schema if not exists ??', [schema])
  } catch (error) {
    // Two processes that create one schema at the same moment: the second may fail on the catalogue's unique index.
    if (!isDuplicate(error)) {
      await knex.destroy()
      throw translate(error)
    }
  }
  const all = async <Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> => {
    statements += 1
    try {
      const answer: { rows: Row[] } = await knex.raw(sql, parameters as Knex.RawBinding[])
      return answer.rows
    } catch (error) {
      throw translate(error)
    }
  }
  return {
    dialect: 'postgres',
    knex,
    get statements() {
      return statements
    },
    prepared: 0,
    all,
    values: async (sql, parameters) =>
      (await all<Record<string, unknown>>(sql, parameters)).map((row) => Object.values(row)),
    version: sharedRead(async () => {
      const rows = await all<{ mark: string }>(readVersion).catch(() => [])
      return rows[0]?.mark
    }),
    among: (column) => `${column} = any(?)`,
    keys: (values) => values,
    bytewise: (text) => `${text} collate "C"`,
    async begin(period) {
      const transaction = await begin(knex, translate)
      await asLongAsNeeded(transaction)
      return ending(transaction, lastActs, period)
    },
    transact: (act) =>
      transact(knex, translate, lastActs, async (transaction) => {
        await asLongAsNeeded(transaction)
        return act(transaction)
      }),
    // The mark stays the last of all.
    beforeCommit: (act) => void lastActs.unshift(act),
    file: null,
    lost: undefined,
    lose: () => undefined,
    onLost: () => undefined,
    translate,
    close: () => knex.destroy(),
  }
}

function ending(
  transaction: Knex.Transaction,
  lastActs: readonly LastAct[],
  period: number | undefined,
): Knex.Transaction {
  const commit = transaction.commit.bind(transaction)
  return Object.assign(transaction, {
    commit: async () => {
      for (const act of lastActs) await act(transaction, period)
      await commit()
    },
  })
}

async function begin(knex: Knex, translate: (error: unknown) => unknown): Promise<Knex.Transaction> {
  try {
    return await knex.transaction()
  } catch (error) {
    throw translate(error)
  }
}

async function transact<T>(
  knex: Knex,
  translate: (error: unknown) => unknown,
  lastActs: readonly LastAct[],
  act: (transaction: Knex.Transaction) => Promise<T>,
): Promise<T> {
  try {
    return await knex.transaction(async (transaction) => {
      const done = await act(transaction)
      for (const last of lastActs) await last(transaction)
      return done
    })
  } catch (error) {
    throw translate(error)
  }
}

function isDuplicate(error: unknown): boolean {
  return ['42P06', '23505'].includes(codeOf(error))
}
