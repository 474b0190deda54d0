import type { Migration } from '@samenhang/subgraph-kit/migrations'
import type { Knex } from 'knex'

const parents = ['country', 'province', 'municipality', 'district']
const loadTables = ['social_load', 'social_load_with_origin']

/**
 * Social load takes the place of pressure, one table a variant; what is placed stands beside it. A reference is no result: it stays over
 * refreshes. Results are computed anew after this, since those of the old index are not converted.
 */
export const socialLoad: Migration = {
  name: '0003-social-load',

  async up(knex) {
    await knex.schema.dropTable('pressure')
    for (const name of loadTables) {
      await createResultTable(knex, name, (table) => {
        table.integer('inhabitants')
        table.double('score')
        table.double('percentile')
        table.double('score_over_time')
        table.text('rank_range').notNullable()
        table.text('compared_with').notNullable()
        table.text('components').notNullable()
        table.text('basis').notNullable()
      })
      for (const parent of parents)
        await knex.raw(
          `create index ${name}_by_${parent} on ${name} (${parent}, level, score desc, code) where score is not null`,
        )
    }
    await createResultTable(knex, 'placement', (table) => {
      table.integer('homes')
      table.integer('homes_period')
      table.text('placed').notNullable()
    })
    await knex.schema.createTable('social_load_reference', (table) => {
      // Country and level, as in 'NL00 NEIGHBOURHOOD'.
      table.string('kind').notNullable()
      table.string('indicator').notNullable()
      table.integer('period').notNullable()
      table.integer('areas').notNullable()
      table.integer('municipalities').notNullable()
      table.double('mean').notNullable()
      table.double('standard_deviation').notNullable()
      table.primary(['kind', 'indicator'])
    })
    await knex('run').update({ versions: null })
  },
}

async function createResultTable(
  knex: Knex,
  name: string,
  columns: (table: Knex.CreateTableBuilder) => void,
): Promise<void> {
  await knex.schema.createTable(name, (table) => {
    table.string('code').primary()
    table.string('level').notNullable()
    for (const parent of parents) table.string(parent)
    columns(table)
    table.text('unavailable').notNullable()
  })
}
