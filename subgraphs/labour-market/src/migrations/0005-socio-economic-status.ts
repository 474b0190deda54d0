import { createProfileTable, type Migration } from '@samenhang/subgraph-kit/migrations'

/** Scores of socio-economic status: one row an area and year, one column a figure. */
export const socioEconomicStatus: Migration = {
  name: '0005-socio-economic-status',

  async up(knex) {
    await createProfileTable(knex, 'socio_economic_status_profile', {
      private_households: 'integer',
      education_low_share: 'real',
      education_intermediate_share: 'real',
      education_high_share: 'real',
      score: 'real',
      score_spread: 'real',
    })
  },
}
