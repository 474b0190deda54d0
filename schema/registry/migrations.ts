/** The tables of the registry. What is released is never changed: triggers refuse it. */
import type { Migration } from '@samenhang/subgraph-kit/migrations'
import type { Knex } from 'knex'
import { latencyBuckets } from './latency.ts'
import { isPostgres } from './sql-values.ts'

export const migrations: readonly Migration[] = [
  {
    name: '0001 releases',
    async up(knex) {
      await knex.schema.createTable('slice', (table) => {
        table.string('digest', 64).primary()
        table.text('sdl').notNullable()
      })
      await knex.schema.createTable('release', (table) => {
        table.integer('number').primary()
        table.string('kind', 20).notNullable()
        table.string('made_at', 30).notNullable()
        table.text('supergraph').notNullable()
        table.text('api').notNullable()
        // A JSON list of lines, and JSON.
        table.text('diff').notNullable()
        table.text('report').notNullable()
        // A signed statement (JWS) of all the rest, with the digests of these texts and of the slices.
        table.text('statement').notNullable()
        table.string('key_id').notNullable()
      })
      for (const table of ['slice', 'release']) await keepAsWritten(knex, table)
    },
  },
  {
    name: '0002 operations of consumers',
    async up(knex) {
      await knex.schema.createTable('consumer', (table) => {
        table.string('app').primary()
        table.string('owner').notNullable()
        table.string('registered_at', 30).notNullable()
      })
      await knex.schema.createTable('consumer_operation', (table) => {
        table.string('app').notNullable().references('app').inTable('consumer').onDelete('cascade')
        table.string('id', 64).notNullable()
        table.string('name').notNullable()
        table.text('text').notNullable()
        table.text('source').notNullable()
        table.string('registered_at', 30).notNullable()
        table.primary(['app', 'id'])
      })
    },
  },
  {
    name: '0003 usage',
    async up(knex) {
      await knex.schema.createTable('used_operation', (table) => {
        table.string('hash', 64).primary()
        table.string('name').notNullable()
        table.text('text').notNullable()
        table.string('first_day', 10).notNullable()
        table.string('last_day', 10).notNullable().index()
      })
      await knex.schema.createTable('used_coordinate', (table) => {
        table.string('coordinate', 500).notNullable()
        table
          .string('operation', 64)
          .notNullable()
          .references('hash')
          .inTable('used_operation')
          .onDelete('cascade')
        table.primary(['coordinate', 'operation'])
        table.index(['operation'])
      })
      await knex.schema.createTable('used_on', (table) => {
        table
          .string('operation', 64)
          .notNullable()
          .references('hash')
          .inTable('used_operation')
          .onDelete('cascade')
        table.string('client').notNullable()
        table.string('client_version').notNullable()
        table.string('day', 10).notNullable().index()
        table.integer('requests').notNullable()
        table.integer('errors').notNullable()
        table.double('latency_ms').notNullable()
        for (const bucket of latencyBuckets) table.integer(bucket.column).notNullable()
        table.primary(['operation', 'client', 'client_version', 'day'])
      })
    },
  },
  {
    name: '0004 ids of manifests',
    async up(knex) {
      await knex.schema.alterTable('consumer_operation', (table) => {
        // A JSON list: the ids under which the consumer's own tools know it.
        table.text('aliases').notNullable().defaultTo('[]')
      })
    },
  },
  {
    name: '0005 when consumers registered last',
    async up(knex) {
      await knex.schema.alterTable('consumer', (table) => {
        table.string('changed_at', 30).notNullable().defaultTo('')
      })
    },
  },
]

async function keepAsWritten(knex: Knex, table: string): Promise<void> {
  const said = `what was released is kept as it was`
  if (!isPostgres(knex)) {
    for (const act of ['update', 'delete'])
      await knex.raw(
        `create trigger ${table}_refuses_${act} before ${act} on ${table} begin select raise(abort, '${said}'); end`,
      )
    return
  }
  await knex.raw(
    `create or replace function keep_as_written() returns trigger language plpgsql as $$ begin raise exception '${said}'; end $$`,
  )
  await knex.raw(
    `create trigger ${table}_keeps before update or delete or truncate on ${table} for each statement execute function keep_as_written()`,
  )
}
