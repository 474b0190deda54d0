/** The database of a subgraph that opens without one: whatever is asked of it says why there is none. */
import knexLibrary from 'knex'
import type { Database } from './database.ts'
import type { DatabaseLost } from './database-loss.ts'
import { sqliteSql } from './sqlite.ts'

export function lostDatabase(lost: DatabaseLost): Database {
  const fail = () => Promise.reject(lost)
  return {
    ...sqliteSql,
    // Builds statements and runs none: it has no connection.
    knex: knexLibrary({ client: 'better-sqlite3', useNullAsDefault: true }),
    statements: 0,
    prepared: 0,
    all: fail,
    values: fail,
    version: () => undefined,
    begin: fail,
    transact: fail,
    beforeCommit: () => undefined,
    file: null,
    lost,
    lose: () => undefined,
    onLost: (listener) => listener(lost),
    translate: () => lost,
    close: () => Promise.resolve(),
  }
}
