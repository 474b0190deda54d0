import type { Migration } from '@samenhang/subgraph-kit/migrations'
import { createProfileTable, createSourceTable } from '@samenhang/subgraph-kit/migrations'

/**
 * The table of the housing figures.
 * One row an area and year, one column an indicator, in the order of schema.graphql; every row names its source.
 */
export const profiles: Migration = {
  name: '0001-profiles',

  async up(knex) {
    await createSourceTable(knex)
    await createProfileTable(knex, 'housing_profile', {
      dwellings: 'integer',
      new_dwellings: 'integer',
      non_residential_properties: 'integer',
      new_non_residential_properties: 'integer',
      average_woz_value: 'integer',
      single_family_share: 'real',
      terraced_share: 'real',
      corner_share: 'real',
      semi_detached_share: 'real',
      detached_share: 'real',
      multi_family_share: 'real',
      occupied_share: 'real',
      unoccupied_share: 'real',
      owner_occupied_share: 'real',
      rental_share: 'real',
      housing_corporation_share: 'real',
      other_landlord_share: 'real',
      ownership_unknown_share: 'real',
      built_before_2000_share: 'real',
      built_from_2000_share: 'real',
      built_over_ten_years_ago_share: 'real',
      built_in_past_ten_years_share: 'real',
      average_electricity_delivery: 'integer',
      average_electricity_delivery_apartments: 'integer',
      average_electricity_delivery_terraced_dwellings: 'integer',
      average_electricity_delivery_corner_dwellings: 'integer',
      average_electricity_delivery_semi_detached_dwellings: 'integer',
      average_electricity_delivery_detached_dwellings: 'integer',
      average_electricity_delivery_rental_dwellings: 'integer',
      average_electricity_delivery_owner_occupied_dwellings: 'integer',
      average_electricity_return: 'integer',
      average_gas_consumption: 'integer',
      average_gas_consumption_apartments: 'integer',
      average_gas_consumption_terraced_dwellings: 'integer',
      average_gas_consumption_corner_dwellings: 'integer',
      average_gas_consumption_semi_detached_dwellings: 'integer',
      average_gas_consumption_detached_dwellings: 'integer',
      average_gas_consumption_rental_dwellings: 'integer',
      average_gas_consumption_owner_occupied_dwellings: 'integer',
      district_heating_share: 'real',
      natural_gas_free_share: 'real',
      natural_gas_share: 'real',
      solar_power_share: 'real',
      electrically_heated_share: 'real',
      public_charging_points: 'integer',
    })
  },
}
