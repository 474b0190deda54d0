/**
 * The version of a subgraph's data: a mark in a table of one row, written anew by every transaction of begin() and transact() as its last act,
 * so that it changes with the data and not before. Marks are random: a database restored from a backup never comes to a mark that stood for
 * other data.
 */
import { randomBytes } from 'node:crypto'
import type { Knex } from 'knex'

/** Makes the table where there is none. */
export async function createVersionTable(knex: Knex): Promise<void> {
  await knex.raw(
    'create table if not exists data_version (only_row integer primary key check (only_row = 1), mark varchar(32) not null)',
  )
}

export async function writeVersion(transaction: Knex): Promise<void> {
  await transaction.raw(
    'insert into data_version (only_row, mark) values (1, ?) on conflict (only_row) do update set mark = excluded.mark',
    [randomBytes(12).toString('hex')],
  )
}

export const readVersion = 'select mark from data_version'

/**
 * A read that many may ask for: those who ask in one turn of the event loop share one, and nobody is given what was read before he asked.
 */
export function sharedRead<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let next: Promise<Value> | undefined
  return () =>
    (next ??= new Promise((resolve, reject) => {
      setImmediate(() => {
        next = undefined
        read().then(resolve, reject)
      })
    }))
}
