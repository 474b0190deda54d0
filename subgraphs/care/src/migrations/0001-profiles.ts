import type { Migration } from '@samenhang/subgraph-kit/migrations'
import { createProfileTable, createSourceTable } from '@samenhang/subgraph-kit/migrations'

/**
 * The table of the care figures.
 * One row an area and year, one column an indicator, in the order of schema.graphql; every row names its source.
 */
export const profiles: Migration = {
  name: '0001-profiles',

  async up(knex) {
    await createSourceTable(knex)
    await createProfileTable(knex, 'care_profile', {
      youth_care_clients: 'integer',
      youth_care_share: 'real',
      social_support_clients: 'integer',
      social_support_clients_per_1000: 'real',
      distance_to_general_practice: 'real',
    })
  },
}
