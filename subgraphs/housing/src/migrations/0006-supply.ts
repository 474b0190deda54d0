import type { Migration } from '@samenhang/subgraph-kit/migrations'

const renamed = { urgent_home_seekers: 'home_seekers_in_a_hurry', caravan_dwellers: 'travellers' }

/**
 * Groups by the names of today, people with urgency apart; what a year's allocations do not tell; objections by kind; municipalities that
 * say they have no projects; households counted once over all groups.
 */
export const supplyWords: Migration = {
  name: '0006-supply',

  async up(knex) {
    for (const [former, now] of Object.entries(renamed))
      await knex.schema.alterTable('allocation', (table) => table.renameColumn(former, now))
    await knex.schema.alterTable('allocation', (table) => {
      table.integer('urgent')
      // Columns of recipients that the file did not tell apart, by spaces; other nulls are withheld.
      table.text('absent')
    })
    await knex('allocation').update({ absent: 'urgent' })
    await knex.schema.alterTable('housing_project', (table) => {
      for (const kind of ['views', 'formal_objections', 'appeals']) table.integer(kind)
    })
    await knex.schema.createTable('no_housing_project', (table) => {
      table.string('code').primary()
      table.integer('source_id').notNullable().references('id').inTable('source').onDelete('CASCADE').index()
    })
    await knex.schema.createTable('focus_group_overlap', (table) => {
      table.string('code').notNullable()
      table.integer('period').notNullable()
      table.integer('source_id').notNullable().references('id').inTable('source').onDelete('CASCADE').index()
      // The province that a municipality lies in, which its code does not tell.
      table.string('part_of')
      // Rounded; null where withheld.
      table.integer('households')
      table.primary(['code', 'period'])
    })
  },
}
