import type { Migration } from '@samenhang/subgraph-kit/migrations'
import { createProfileTable, createSourceTable } from '@samenhang/subgraph-kit/migrations'

/**
 * The table of the figures.
 * One row an area and year, one column an indicator, in the order of schema.graphql; every row names its source.
 */
export const profiles: Migration = {
  name: '0001-profiles',

  async up(knex) {
    await createSourceTable(knex)
    await createProfileTable(knex, 'liveability_profile', {
      score: 'real',
      deviation: 'real',
      physical_surroundings: 'real',
      nuisance_and_insecurity: 'real',
      social_cohesion: 'real',
      amenities: 'real',
      housing_stock: 'real',
    })
  },
}
