import type { Migration } from '@samenhang/subgraph-kit/migrations'

/** Since when objections to a project are open; unknown for those that are stored. */
export const objectionsSince: Migration = {
  name: '0008-objections-since',

  async up(knex) {
    await knex.schema.alterTable('housing_project', (table) => table.string('objections_since'))
  },
}
