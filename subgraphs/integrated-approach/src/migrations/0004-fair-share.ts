import type { Migration } from '@samenhang/subgraph-kit/migrations'

/** What fair shares are computed from, by municipality, and which municipalities a region has. A refresh is due. */
export const fairShare: Migration = {
  name: '0004-fair-share',

  async up(knex) {
    await knex.schema.createTable('fair_share_input', (table) => {
      table.string('code').primary()
      table.string('country').index()
      table.string('province').index()
      // As JSON, in the shape of FairShareInput.
      table.text('input').notNullable()
    })
    await knex.schema.createTable('region_municipality', (table) => {
      table.string('region').notNullable()
      table.string('municipality').notNullable()
      table.primary(['region', 'municipality'])
    })
    await knex('run').update({ versions: null })
  },
}
