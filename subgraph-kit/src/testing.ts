/**
 * What tests of subgraphs share: a data folder or PostgreSQL database of their own that is gone afterwards, and published tables
 * made in memory. What a test needs that a machine may lack is in subgraph-kit/test/requirements.ts.
 */
import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import pg from 'pg'
import pino from 'pino'
import { openKeys } from './access/keys.ts'
import { requestProver, type ProveRequest } from './access/request-proof.ts'
import { subgraphTokenSigner, type SignAndProve } from './access/subgraph-token.ts'
import { publicAccess, type Access } from './access/caller.ts'
import type { Database } from './database/database.ts'
import type { Cell, TableColumn, PublishedTable, TableRow } from './statline/table.ts'
import type { RunningSubgraph, SubgraphAnswer, SubgraphRequest } from './subgraph.ts'

/** The keys that all test data of a run share (TEST_RUN_DIR); else of this process, made when they are first needed, gone when it ends. */
const testKeys = join(
  process.env['TEST_RUN_DIR'] ?? join(tmpdir(), `samenhang-keys-${randomBytes(8).toString('hex')}`),
  'keys',
)
if (process.env['TEST_RUN_DIR'] === undefined)
  process.once('exit', () => rmSync(dirname(testKeys), { recursive: true, force: true }))

/** Signs tokens for subgraphs that were opened on test data, as the gateway does. */
export const signForTests: SignAndProve = Object.assign(
  (subgraph: string, access: Access) =>
    subgraphTokenSigner(openKeys({ HUB_KEYS_DIR: testKeys }).signing('gateway'))(subgraph, access),
  {
    prove: (...args: Parameters<ProveRequest>) =>
      requestProver(openKeys({ HUB_KEYS_DIR: testKeys }))(...args),
  },
)

/** A log that keeps nothing. */
export const silent = pino({ level: 'silent' })

/** An environment that points at data of its own. */
export interface TestData {
  readonly environment: NodeJS.ProcessEnv
  readonly directory: string
  remove(): Promise<void>
}

/** The databases that every store, import and cross-domain test runs on. */
export const databaseKinds = ['SQLite', 'PostgreSQL'] as const

export type DatabaseKind = (typeof databaseKinds)[number]

const postgresUrl = process.env['TEST_POSTGRES_URL']

export interface TestDataOptions {
  /** The name of a database of PostgreSQL to copy, which nobody has open. */
  readonly like?: string
}

export async function makeTestData(
  kind: DatabaseKind = 'SQLite',
  options: TestDataOptions = {},
): Promise<TestData> {
  const directory = await mkdtemp(join(tmpdir(), 'samenhang-'))
  const environment: NodeJS.ProcessEnv = {
    PATH: process.env['PATH'],
    HUB_DATA_DIR: directory,
    HUB_KEYS_DIR: testKeys,
    HUB_SQLITE: process.env['HUB_SQLITE'],
  }
  const removeDirectory = () => rm(directory, { recursive: true, force: true })
  if (kind === 'SQLite') return { environment, directory, remove: removeDirectory }
  const { url, release } = await takeDatabase(options.like)
  return {
    environment: { ...environment, DATABASE_URL: url },
    directory,
    async remove() {
      await release()
      await removeDirectory()
    },
  }
}

/** Databases of this process that a test has left, empty: making one takes longer than emptying it. */
const emptied: string[] = []

/** All databases of a run begin with this, so that the end of the run can remove them. */
const databasePrefix = `samenhang_${basename(process.env['TEST_RUN_DIR'] ?? 'test')
  .replaceAll(/[^a-z0-9]/gi, '')
  .toLowerCase()}_`

/** An empty database, or a copy of one that nobody has open. */
async function takeDatabase(like: string | undefined) {
  const server = new URL(postgresUrl ?? '')
  const ready = like === undefined ? emptied.pop() : undefined
  const name = ready ?? `${databasePrefix}${randomBytes(6).toString('hex')}`
  const template = like === undefined ? '' : ` template ${like}`
  if (ready === undefined) await administer(server, `create database ${name}${template}`)
  const own = new URL(server)
  own.pathname = `/${name}`
  return {
    url: own.href,
    async release() {
      await administer(own, empty)
      emptied.push(name)
    },
  }
}

/** Removes the databases of this run. */
export async function dropDatabases(): Promise<void> {
  if (postgresUrl === undefined) return
  const server = new URL(postgresUrl)
  const ofRun = `select datname as name from pg_database where starts_with(datname, '${databasePrefix}')`
  for (const { name } of await administer(server, ofRun))
    await administer(server, `drop database ${String(name)} with (force)`)
}

/** Ends whatever is still connected, and drops every schema. */
const empty = `
  select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid();
  do $$ declare name text; begin
    for name in select nspname from pg_namespace where nspname !~ '^(pg_|information_schema$)' loop
      execute format('drop schema %I cascade', name);
    end loop;
    create schema public;
  end $$;`

async function administer(url: URL, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

/** Runs `act` and gives how SQLite finds the rows of every statement that it made on this database: its own words, a line a table. */
export async function lookupsOf(database: Database, act: () => Promise<unknown>): Promise<string[]> {
  const executed: { readonly sql: string; readonly bindings: readonly unknown[] }[] = []
  const note = (query: { sql: string; bindings?: readonly unknown[] }) => {
    executed.push({
      sql: query.sql,
      bindings: (query.bindings ?? []).map((value) => (typeof value === 'boolean' ? Number(value) : value)),
    })
  }
  database.knex.on('query', note)
  await act()
  database.knex.off('query', note)
  const lookups: string[] = []
  for (const { sql, bindings } of executed.filter(({ sql: text }) =>
    /^(select|update|insert|delete)/i.test(text),
  )) {
    const plan = await database.all<{ detail: string }>(`explain query plan ${sql}`, bindings)
    lookups.push(...plan.map(({ detail }) => detail))
  }
  return lookups
}

/** Asks a subgraph as the gateway does for a caller with this access, the public by default. */
export async function askSubgraph(
  subgraph: RunningSubgraph,
  request: SubgraphRequest,
  access: Access = publicAccess,
): Promise<SubgraphAnswer> {
  const token = await signForTests(subgraph.name, access)
  return subgraph.execute(request, { traceId: 'test', token })
}

/** A published table made in memory: headers, and a row of cells for each code. */
export function makeTable(options: {
  readonly period: number
  readonly headers: readonly string[]
  readonly rows: Readonly<Record<string, readonly Cell[]>>
  readonly names?: Readonly<Record<string, string>>
  readonly retrievedAt?: string
  readonly digest?: string
}): PublishedTable {
  const columns: TableColumn[] = []
  for (const [index, header] of options.headers.entries()) {
    const name = header.replace(/_\d+$/, '')
    const occurrence = columns.filter((column) => column.name === name).length + 1
    columns.push({ header, name, occurrence, index })
  }
  const rows: TableRow[] = Object.entries(options.rows).map(([code, cells], index) => ({
    line: index + 2,
    code,
    name: options.names?.[code] ?? null,
    municipalityName: null,
    cells,
  }))
  return {
    statistics: 'KWB',
    source: {
      table: 'TEST',
      title: 'A table made by a test',
      publisher: 'Test',
      licence: 'CC0 1.0',
      retrievedAt: options.retrievedAt ?? '2026-01-01T00:00:00.000Z',
      status: null,
    },
    period: options.period,
    origin: 'test.csv',
    digest: options.digest ?? JSON.stringify(options),
    columns,
    rowCount: rows.length,
    async *rows() {
      await Promise.resolve()
      yield* rows
    },
  }
}
