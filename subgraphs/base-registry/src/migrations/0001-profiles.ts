import type { Migration } from '@samenhang/subgraph-kit/migrations'
import { createProfileTable, createSourceTable } from '@samenhang/subgraph-kit/migrations'

/**
 * The tables of the figures about inhabitants and surroundings.
 * One row an area and year, one column an indicator, in the order of schema.graphql; every row names its source.
 */
export const profiles: Migration = {
  name: '0001-profiles',

  async up(knex) {
    await createSourceTable(knex)
    await createProfileTable(knex, 'population_profile', {
      inhabitants: 'integer',
      men: 'integer',
      women: 'integer',
      aged_0_to_15: 'integer',
      aged_15_to_25: 'integer',
      aged_25_to_45: 'integer',
      aged_45_to_65: 'integer',
      aged_65_or_older: 'integer',
      never_married: 'integer',
      married: 'integer',
      divorced: 'integer',
      widowed: 'integer',
      births: 'integer',
      births_per_1000: 'real',
      deaths: 'integer',
      deaths_per_1000: 'real',
      households: 'integer',
      one_person_households: 'integer',
      households_without_children: 'integer',
      households_with_children: 'integer',
      average_household_size: 'real',
      density: 'real',
    })
    await createProfileTable(knex, 'surroundings_profile', {
      boundary_change: 'integer',
      surface_area: 'integer',
      land_area: 'integer',
      water_area: 'integer',
      degree_of_urbanisation: 'integer',
      address_density: 'real',
      most_common_postcode: 'text',
      postcode_coverage: 'integer',
      passenger_cars: 'integer',
      passenger_cars_petrol: 'integer',
      passenger_cars_other_fuel: 'integer',
      passenger_cars_per_household: 'real',
      passenger_cars_per_square_kilometre: 'real',
      motorcycles: 'integer',
      distance_to_large_supermarket: 'real',
      distance_to_day_nursery: 'real',
    })
  },
}
