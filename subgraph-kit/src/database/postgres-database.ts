/** A database in a schema of PostgreSQL. */
import knexLibrary, { type Knex } from 'knex'
import { codeOf } from '../errors/error-code.ts'
import type { Database, LastAct } from './contract.ts'
import { writeVersion, readVersion, sharedRead } from './data-version.ts'
import { translateFault, type PlaceSettings } from './database-faults.ts'
import { begin, ending, silent, transact } from './transactions.ts'

export interface PostgresOptions {
  /** Whose database it is, as errors name it. */
  readonly name: string
  readonly schema: string
  readonly url: string
  /** Seconds that a statement may take outside of transactions, which write as long as they need. */
  readonly seconds: number
  /** The settings that say where it is; those of subgraphs by default. */
  readonly settings?: PlaceSettings
}

/** Opens the schema, made where there is none. Throws HubError DATABASE_UNAVAILABLE. */
export async function openPostgresDatabase({
  name,
  schema,
  url,
  seconds,
  settings,
}: PostgresOptions): Promise<Database> {
  const translate = (error: unknown) => translateFault(name, `schema ${schema}`, error, settings)
  const knex = knexLibrary({
    client: 'pg',
    connection: { connectionString: url, connectionTimeoutMillis: 5_000, statement_timeout: seconds * 1_000 },
    searchPath: [schema],
    log: silent,
    pool: { min: 0, max: 8 },
    acquireConnectionTimeout: 10_000,
  })
  let statements = 0
  const lastActs: LastAct[] = [writeVersion]
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

function isDuplicate(error: unknown): boolean {
  return ['42P06', '23505'].includes(codeOf(error))
}
