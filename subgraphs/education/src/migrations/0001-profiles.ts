import type { Migration } from '@samenhang/subgraph-kit/migrations'
import { createProfileTable, createSourceTable } from '@samenhang/subgraph-kit/migrations'

/**
 * The table of the education figures.
 * One row an area and year, one column an indicator, in the order of schema.graphql; every row names its source.
 */
export const profiles: Migration = {
  name: '0001-profiles',

  async up(knex) {
    await createSourceTable(knex)
    await createProfileTable(knex, 'education_profile', {
      pupils_primary_education: 'integer',
      pupils_secondary_education: 'integer',
      students_secondary_vocational_education: 'integer',
      students_higher_professional_education: 'integer',
      students_university: 'integer',
      education_low: 'integer',
      education_intermediate: 'integer',
      education_high: 'integer',
      distance_to_primary_school: 'real',
      primary_schools_within_3_kilometres: 'real',
    })
  },
}
