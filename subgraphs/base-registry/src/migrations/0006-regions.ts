import type { Migration } from '@samenhang/subgraph-kit/migrations'

/** Regions by code and year, and the municipalities in each; rows go with their source. */
export const regions: Migration = {
  name: '0006-regions',
  async up(knex) {
    await knex.schema.createTable('region', (table) => {
      table.string('code').notNullable()
      table.integer('period').notNullable()
      table.string('kind').notNullable()
      table.text('name').notNullable()
      // The country of its municipalities: a region lies in one.
      table.string('country_code').notNullable()
      table.integer('source_id').notNullable().references('id').inTable('source').onDelete('CASCADE').index()
      table.primary(['code', 'period'])
      table.index(['kind', 'country_code', 'period'])
    })
    await knex.schema.createTable('region_municipality', (table) => {
      table.string('code').notNullable()
      table.integer('period').notNullable()
      table.string('municipality').notNullable()
      table.string('kind').notNullable()
      table.integer('source_id').notNullable().references('id').inTable('source').onDelete('CASCADE').index()
      table.primary(['code', 'period', 'municipality'])
      // A municipality lies in one region of a kind at most.
      table.unique(['municipality', 'kind', 'period'])
    })
  },
}
