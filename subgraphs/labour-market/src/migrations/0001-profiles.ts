import type { Migration } from '@samenhang/subgraph-kit/migrations'
import { createProfileTable, createSourceTable } from '@samenhang/subgraph-kit/migrations'

/**
 * The table of the labour market figures.
 * One row an area and year, one column an indicator, in the order of schema.graphql; every row names its source.
 */
export const profiles: Migration = {
  name: '0001-profiles',

  async up(knex) {
    await createSourceTable(knex)
    await createProfileTable(knex, 'labour_market_profile', {
      employed_labour_force: 'integer',
      net_participation_rate: 'real',
      employee_share: 'real',
      permanent_employee_share: 'real',
      flexible_employee_share: 'real',
      self_employed_share: 'real',
      income_recipients: 'integer',
      average_income_per_recipient: 'integer',
      average_income_per_inhabitant: 'integer',
      persons_in_lowest_income_group_share: 'real',
      persons_in_highest_income_group_share: 'real',
      poverty_share: 'real',
      near_poverty_share: 'real',
      average_standardised_household_income: 'integer',
      households_in_lowest_income_group_share: 'real',
      households_in_highest_income_group_share: 'real',
      low_income_household_share: 'real',
      households_around_social_minimum_share: 'real',
      households_up_to_110_percent_of_social_minimum_share: 'real',
      households_up_to_120_percent_of_social_minimum_share: 'real',
      median_household_wealth: 'integer',
      social_assistance_recipients: 'integer',
      disability_benefit_recipients: 'integer',
      unemployment_benefit_recipients: 'integer',
      old_age_pension_recipients: 'integer',
      establishments: 'integer',
      establishments_agriculture_forestry_and_fishing: 'integer',
      establishments_industry_and_energy: 'integer',
      establishments_trade_and_hospitality: 'integer',
      establishments_transport_and_communication: 'integer',
      establishments_finance_and_real_estate: 'integer',
      establishments_business_services: 'integer',
      establishments_government_education_and_care: 'integer',
      establishments_culture_recreation_and_other_services: 'integer',
    })
  },
}
