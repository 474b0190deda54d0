import type { Migration } from '@samenhang/subgraph-kit/migrations'
import type { Knex } from 'knex'

/** What an area can lie in; each row names itself at its own level. */
const parents = ['country', 'province', 'municipality', 'district']

/**
 * The results of one refresh, and what it was computed from. Lists stand as JSON, in the order of the graph; a ranking within any
 * parent is a run of one partial index.
 */
export const results: Migration = {
  name: '0001-results',

  async up(knex) {
    await knex.schema.createTable('run', (table) => {
      table.integer('id').primary()
      table.string('computed_at').nullable()
      // Digests of what the results were computed from, and of the newest inputs known: they differ where these moved on.
      table.string('versions').nullable()
      table.string('known_versions').notNullable()
      // The country that a ranking is of where nobody says.
      table.string('country').nullable()
      table.text('progress').notNullable()
    })
    await createResultTable(knex, 'pressure', 'score', (table) => {
      table.integer('inhabitants')
      table.double('score')
      table.double('percentile')
      table.text('components').notNullable()
      table.text('basis').notNullable()
    })
    await createResultTable(knex, 'housing_need', 'shortage', (table) => {
      table.integer('period').notNullable()
      table.integer('total_households')
      table.integer('homes_available_per_year')
      table.integer('allocated_homes')
      table.integer('planned_deliveries')
      table.integer('shortage')
      table.double('years_to_clear')
      table.text('groups').notNullable()
      table.text('competition').notNullable()
    })
  },
}

async function createResultTable(
  knex: Knex,
  name: string,
  ranked: string,
  columns: (table: Knex.CreateTableBuilder) => void,
): Promise<void> {
  await knex.schema.createTable(name, (table) => {
    table.string('code').primary()
    table.string('level').notNullable()
    for (const parent of parents) table.string(parent)
    columns(table)
    table.text('unavailable').notNullable()
  })
  for (const parent of parents) {
    await knex.raw(
      `create index ${name}_by_${parent} on ${name} (${parent}, level, ${ranked} desc, code) where ${ranked} is not null`,
    )
  }
}
