import { createProfileTable, type Migration } from '@samenhang/subgraph-kit/migrations'

/** Estimates of homeless people: one row an area and year, of the country alone. */
export const homelessness: Migration = {
  name: '0009-homelessness',

  async up(knex) {
    await createProfileTable(knex, 'homelessness_profile', {
      people: 'integer',
      men: 'integer',
      men_share: 'real',
      women: 'integer',
      women_share: 'real',
      aged_18_to_27: 'integer',
      aged_18_to_27_share: 'real',
      aged_27_to_50: 'integer',
      aged_27_to_50_share: 'real',
      aged_50_to_65: 'integer',
      aged_50_to_65_share: 'real',
      registered_in_four_largest_cities: 'integer',
      registered_in_four_largest_cities_share: 'real',
      registered_elsewhere: 'integer',
      registered_elsewhere_share: 'real',
    })
  },
}
