import type { Migration } from '@samenhang/subgraph-kit/migrations'
import { createProfileTable, createSourceTable } from '@samenhang/subgraph-kit/migrations'

/**
 * The table of the integration figures.
 * One row an area and year, one column an indicator, in the order of schema.graphql; every row names its source.
 */
export const profiles: Migration = {
  name: '0001-profiles',

  async up(knex) {
    await createSourceTable(knex)
    await createProfileTable(knex, 'integration_profile', {
      background_western: 'integer',
      background_non_western: 'integer',
      background_morocco: 'integer',
      background_netherlands_antilles_and_aruba: 'integer',
      background_suriname: 'integer',
      background_turkey: 'integer',
      background_other_non_western: 'integer',
      origin_netherlands: 'integer',
      origin_europe: 'integer',
      origin_outside_europe: 'integer',
      born_in_netherlands_origin_netherlands: 'integer',
      born_in_netherlands_origin_europe: 'integer',
      born_in_netherlands_origin_outside_europe: 'integer',
      born_abroad_origin_europe: 'integer',
      born_abroad_origin_outside_europe: 'integer',
    })
  },
}
