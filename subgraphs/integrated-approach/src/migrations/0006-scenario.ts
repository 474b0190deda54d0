import type { Migration } from '@samenhang/subgraph-kit/migrations'

/** What scenarios start from, by municipality. A refresh is due. */
export const scenario: Migration = {
  name: '0006-scenario',

  async up(knex) {
    await knex.schema.createTable('scenario_input', (table) => {
      table.string('code').primary()
      table.string('country').index()
      table.string('province').index()
      // As JSON, in the shape of ScenarioInput.
      table.text('input').notNullable()
    })
    await knex('run').update({ versions: null })
  },
}
