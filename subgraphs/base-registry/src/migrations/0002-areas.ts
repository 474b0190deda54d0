import type { Migration } from '@samenhang/subgraph-kit/migrations'

/**
 * Areas by code and year, and which province a municipality lies in. `latest` marks the newest year of each code.
 * The country itself is a fact that needs no file: it stands under year 0, which no answer shows.
 */
export const areas: Migration = {
  name: '0002-areas',
  async up(knex) {
    await knex.schema.createTable('area', (table) => {
      table.string('code').notNullable()
      table.integer('period').notNullable()
      // Null where the source has none: the code stands in for it.
      table.text('name')
      table.text('search_name').notNullable()
      table.string('level').notNullable()
      table.string('country_code')
      table.string('province_code')
      table.string('municipality_code')
      table.string('district_code')
      // 1 where no file had the area and its code was read from those of the areas within it.
      table.integer('derived').notNullable()
      table.integer('synthetic').notNullable()
      table.integer('latest').notNullable()
      table.primary(['code', 'period'])
      table.index(['latest', 'code'])
      table.index(['country_code', 'level', 'period', 'code'])
      table.index(['province_code', 'level', 'period', 'code'])
      table.index(['municipality_code', 'level', 'period', 'code'])
      table.index(['district_code', 'level', 'period', 'code'])
    })
    await knex.schema.createTable('municipality_province', (table) => {
      table.string('code').notNullable()
      table.integer('period').notNullable()
      table.string('province_code').notNullable()
      table.primary(['code', 'period'])
    })
    await knex('area').insert({
      code: 'NL00',
      period: 0,
      name: 'Nederland',
      search_name: 'nederland',
      level: 'COUNTRY',
      derived: 0,
      synthetic: 0,
      latest: 1,
    })
  },
}
