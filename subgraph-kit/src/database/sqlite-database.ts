/** A database in a SQLite file: reads through prepared statements on a connection of their own, writes through knex. */
import { existsSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import knexLibrary from 'knex'
import { makeFolder } from '../files/make-folder.ts'
import { closeToOthers } from '../files/private-files.ts'
import type { Database, LastAct } from './contract.ts'
import { translateFault, type PlaceSettings } from './database-faults.ts'
import { lostIfGone, SqliteHealth } from './database-loss.ts'
import { writeVersion } from './data-version.ts'
import { markerFileOf, rememberStore } from './known-stores.ts'
import { knexSettings, openReader, sqliteSql, type SqliteLibrary, type SqliteReader } from './sqlite.ts'
import { sqliteVersion } from './sqlite-version.ts'
import { begin, ending, silent, transact } from './transactions.ts'

export interface SqliteOptions {
  /** Whose database it is, as errors name it. */
  readonly name: string
  readonly file: string
  readonly library: SqliteLibrary
  /** The settings that say where it is; those of subgraphs by default. */
  readonly settings?: PlaceSettings
}

/** Opens the file, made where there is none; it and what stands beside it is its owner's alone. Throws HubError DATABASE_UNAVAILABLE. */
export async function openSqliteDatabase({
  name,
  file,
  library,
  settings,
}: SqliteOptions): Promise<Database> {
  const directory = dirname(file)
  const markerFile = markerFileOf(directory, name)
  const health = new SqliteHealth(name, file)
  const translate = (error: unknown) => health.note(translateFault(name, basename(file), error, settings))
  let reader: SqliteReader
  lostIfGone(name, file, markerFile)
  try {
    makeFolder(directory)
    if (existsSync(file)) rememberStore(markerFile)
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
  const lastActs: LastAct[] = [writeVersion, () => Promise.resolve(rememberStore(markerFile))]
  const version = sqliteVersion(reader)
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
      health.assertNotLost()
      try {
        return (await reader.all(sql, parameters)) as Row[]
      } catch (error) {
        throw translate(error)
      }
    },
    values(sql, parameters = []) {
      statements += 1
      health.assertNotLost()
      try {
        const rows = reader.values(sql, parameters)
        return rows instanceof Promise ? rows.catch(failed) : rows
      } catch (error) {
        throw translate(error)
      }
    },
    version: () => (health.lost ? undefined : version()),
    async begin(period) {
      health.assertNotLost()
      return ending(await begin(knex, translate), lastActs, period)
    },
    async transact(act) {
      health.assertNotLost()
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
