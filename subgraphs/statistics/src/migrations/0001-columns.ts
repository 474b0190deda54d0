import type { Migration } from '@samenhang/subgraph-kit/migrations'

/**
 * The published figures of all domains by column: a row an indicator and year, its values and the reasons of its gaps in the order of
 * `area.position`. An area keeps its position while any year has it, so that columns of other years stand when areas come and go; a position
 * that is free was of no area in any column that is kept.
 */
export const columns: Migration = {
  name: '0001-columns',

  async up(knex) {
    await knex.schema.createTable('run', (table) => {
      table.integer('id').primary()
      // Names the last refresh; null before the first.
      table.string('revision').nullable()
      table.string('computed_at').nullable()
      // Digests of what is kept, and of the newest that is known: they differ where figures were imported since.
      table.string('versions').nullable()
      table.string('known_versions').notNullable()
      // The catalogue of indicators, as JSON.
      table.text('indicators').notNullable()
    })
    await knex.schema.createTable('area', (table) => {
      table.integer('position').primary()
      table.string('code').notNullable().unique()
      table.string('level').notNullable()
      for (const parent of ['country', 'province', 'municipality', 'district']) table.string(parent)
      // The years in which the code is known, as JSON.
      table.text('periods').notNullable()
    })
    // The figures of one profile and year: which revision of them is kept, and what they are from.
    await knex.schema.createTable('part', (table) => {
      table.string('profile').notNullable()
      table.integer('period').notNullable()
      table.string('digest').notNullable()
      table.string('written').notNullable()
      table.text('sources').notNullable()
      table.primary(['profile', 'period'])
    })
    await knex.schema.createTable('figures', (table) => {
      table.string('indicator').notNullable()
      table.integer('period').notNullable()
      // The revision of the part that it is of; others are of a refresh that has not ended, or never will.
      table.string('written').notNullable()
      table.string('profile').notNullable()
      // Doubles and bytes, little-endian, deflated.
      table.binary('figure_values').notNullable()
      table.binary('figure_reasons').notNullable()
      table.primary(['indicator', 'period', 'written'])
    })
  },
}
