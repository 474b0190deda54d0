/** What an open database gives its stores, on SQLite and on PostgreSQL alike. */
import type { Knex } from 'knex'
import type { PromiseOrValue } from '../async/promise-or-value.ts'
import type { DatabaseLost } from './database-loss.ts'

export type Dialect = 'sqlite' | 'postgres'

/** `period` is the only year whose figures the transaction changes, where whoever began it said so. */
export type LastAct = (transaction: Knex.Transaction, period?: number) => Promise<void>

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
