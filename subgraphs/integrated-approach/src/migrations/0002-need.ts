import type { Migration } from '@samenhang/subgraph-kit/migrations'

const parents = ['country', 'province', 'municipality', 'district']
const numbers = [
  'total_households',
  'distinct_least',
  'distinct_most',
  'homes_let_period',
  'homes_let',
  'homes_let_to_focus_groups',
  'planned_deliveries',
  'planned_deliveries_for_focus_groups',
  'homes_available_per_year',
  'homes_for_focus_groups_per_year',
  'queue_left',
]

/** Needs that compare focus groups with the homes that went to them. What is computed is computed anew: a refresh is due. */
export const need: Migration = {
  name: '0002-need',

  async up(knex) {
    await knex.schema.dropTable('housing_need')
    await knex.schema.createTable('housing_need', (table) => {
      table.string('code').primary()
      table.string('level').notNullable()
      for (const parent of parents) table.string(parent)
      table.integer('period').notNullable()
      for (const column of numbers) table.integer(column)
      table.double('years_to_clear')
      table.text('groups').notNullable()
      table.text('competition').notNullable()
      table.text('unavailable').notNullable()
    })
    for (const parent of parents) {
      await knex.raw(
        `create index housing_need_by_${parent} on housing_need (${parent}, level, queue_left desc, code) where queue_left is not null`,
      )
    }
    await knex('run').update({ versions: null })
  },
}
