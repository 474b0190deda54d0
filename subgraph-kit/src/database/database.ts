/**
 * One subgraph's database: a SQLite file in the data folder, or a schema in PostgreSQL where a URL is set.
 * Promises the same SQL on both (see `among`), reads through prepared statements on SQLite, one error code for every fault of
 * the database itself, and a count of statements. Which statements there are belongs to the stores.
 */
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ConfigError } from '../errors/config-error.ts'
import { closeToOthers } from '../files/private-files.ts'
import type { Database } from './contract.ts'
import { openPostgresDatabase } from './postgres-database.ts'
import { sqliteLibrary } from './sqlite.ts'
import { openSqliteDatabase } from './sqlite-database.ts'

export type { Database, Dialect } from './contract.ts'

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
  if (url) return openPostgresDatabase({ name, schema, url, seconds: statementSeconds(environment) })
  const directory = dataDirectory(environment)
  if (directory === join(repositoryRoot, '.hub')) closeToOthers(directory)
  const file = join(directory, `${name}.sqlite`)
  return openSqliteDatabase({ name, file, library: sqliteLibrary(environment) })
}

/** How long one statement may read in PostgreSQL: HUB_STATEMENT_SECONDS. Throws ConfigError. */
export function statementSeconds(environment: NodeJS.ProcessEnv): number {
  const given = environment['HUB_STATEMENT_SECONDS'] || '10'
  if (/^[1-9]\d{0,3}$/.test(given)) return Number(given)
  throw new ConfigError(
    `HUB_STATEMENT_SECONDS is "${given}"; set it to a whole number of seconds from 1 to 9999.`,
  )
}
