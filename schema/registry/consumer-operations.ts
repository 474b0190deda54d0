/** What consumers of the graph have registered: the operations of each app, by the SHA-256 of their normalised text. */
import { writeBulk } from '@samenhang/subgraph-kit/bulk'
import type { Database } from '@samenhang/subgraph-kit/database'
import type { Knex } from 'knex'
import { numberOf } from './sql-values.ts'

/** One operation that an app says it asks. */
export interface OperationOfConsumer {
  /** SHA-256 of the normalised text, in hexadecimal. */
  readonly id: string
  readonly name: string
  readonly text: string
  /** The file that it was found in. */
  readonly source: string
  /** The ids under which a manifest of the app has it. */
  readonly aliases: readonly string[]
}

export interface RegisteredOperation extends OperationOfConsumer {
  readonly app: string
  /** The team to tell. */
  readonly owner: string
  /** In UTC, as ISO 8601. */
  readonly registeredAt: string
}

export interface Consumer {
  readonly app: string
  readonly owner: string
  readonly registeredAt: string
  readonly operations: number
}

export interface Registration {
  readonly app: string
  readonly owner: string
  readonly operations: readonly OperationOfConsumer[]
  /** Whether operations that the app had before and are not among these go. */
  readonly removesOthers: boolean
}

export interface ConsumerOperations {
  /** Stores all of it or nothing. An operation that is registered already keeps its date. Gives how many came and went. */
  register(registration: Registration): Promise<{ readonly added: number; readonly removed: number }>
  /** Every operation of every app, in the order of apps and names. */
  all(): Promise<readonly RegisteredOperation[]>
  consumers(): Promise<readonly Consumer[]>
  /** Another text after each registration and each removal: cheap to look at often. */
  version(): Promise<string>
  /** Forgets an app and its operations. False where there is none of that name. */
  remove(app: string): Promise<boolean>
}

export function consumerOperations(database: Database): ConsumerOperations {
  return {
    register: ({ app, owner, operations, removesOthers }) =>
      database.transact(async (transaction) => {
        const at = new Date().toISOString()
        await transaction('consumer')
          .insert({ app, owner, registered_at: at, changed_at: at })
          .onConflict('app')
          .merge(['owner', 'changed_at'])
        const had = new Set(await transaction('consumer_operation').where({ app }).pluck<string[]>('id'))
        const given = new Map(operations.map((one) => [one.id, one]))
        const gone = removesOthers ? [...had].filter((id) => !given.has(id)) : []
        if (gone.length > 0)
          await transaction.raw(`delete from consumer_operation where app = ? and ${database.among('id')}`, [
            app,
            database.keys(gone),
          ] as Knex.RawBinding[])
        await writeBulk(transaction, database.dialect, {
          table: 'consumer_operation',
          columns: ['app', 'id', 'name', 'text', 'source', 'aliases', 'registered_at'],
          key: ['app', 'id'],
          conflict: 'replace',
          keeps: ['registered_at'],
          rows: [...given.values()].map(({ id, name, text, source, aliases }) => [
            ...[app, id, name, text, source],
            JSON.stringify(aliases),
            at,
          ]),
        })
        return { added: [...given.keys()].filter((id) => !had.has(id)).length, removed: gone.length }
      }),
    async all() {
      const rows = await database.all<Omit<RegisteredOperation, 'aliases'> & { readonly aliases: string }>(
        `select o.app, c.owner, o.id, o.name, o.text, o.source, o.aliases, o.registered_at as "registeredAt"
         from consumer_operation o join consumer c on c.app = o.app order by o.app, o.name, o.id`,
      )
      return rows.map((row) => ({ ...row, aliases: JSON.parse(row.aliases) as string[] }))
    },
    async consumers() {
      const rows = await database.all<Consumer>(
        `select c.app, c.owner, c.registered_at as "registeredAt", count(o.id) as operations
         from consumer c left join consumer_operation o on o.app = c.app
         group by c.app, c.owner, c.registered_at order by c.app`,
      )
      return rows.map((row) => ({ ...row, operations: numberOf(row.operations) }))
    },
    async version() {
      const rows = await database.all<{ readonly app: string; readonly changedAt: string }>(
        'select app, changed_at as "changedAt" from consumer order by app',
      )
      return JSON.stringify(rows.map(({ app, changedAt }) => [app, changedAt]))
    },
    remove: (app) =>
      database.transact(async (transaction) => {
        await transaction('consumer_operation').where({ app }).delete()
        return (await transaction('consumer').where({ app }).delete()) > 0
      }),
  }
}
