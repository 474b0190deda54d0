import { createProfileTable, type Migration } from '@samenhang/subgraph-kit/migrations'

/** Locations of schools by municipality, and distances to schools and childcare: one row an area and year, one column a figure. */
export const schoolsAndProximity: Migration = {
  name: '0005-schools-and-proximity',

  async up(knex) {
    await createProfileTable(knex, 'schools_profile', {
      primary_school_locations: 'integer',
      public_primary_school_locations: 'integer',
      roman_catholic_primary_school_locations: 'integer',
      protestant_christian_primary_school_locations: 'integer',
      general_private_primary_school_locations: 'integer',
      reformed_primary_school_locations: 'integer',
      islamic_primary_school_locations: 'integer',
    })
    await createProfileTable(knex, 'education_proximity_profile', {
      distance_to_day_nursery: 'real',
      day_nurseries_within_1_km: 'real',
      day_nurseries_within_3_km: 'real',
      day_nurseries_within_5_km: 'real',
      distance_to_out_of_school_care: 'real',
      out_of_school_care_within_1_km: 'real',
      out_of_school_care_within_3_km: 'real',
      out_of_school_care_within_5_km: 'real',
      distance_to_primary_school: 'real',
      primary_schools_within_1_km: 'real',
      primary_schools_within_3_km: 'real',
      primary_schools_within_5_km: 'real',
      distance_to_secondary_school: 'real',
      secondary_schools_within_3_km: 'real',
      secondary_schools_within_5_km: 'real',
      secondary_schools_within_10_km: 'real',
      distance_to_vmbo_school: 'real',
      vmbo_schools_within_3_km: 'real',
      vmbo_schools_within_5_km: 'real',
      vmbo_schools_within_10_km: 'real',
      distance_to_havo_or_vwo_school: 'real',
      havo_or_vwo_schools_within_3_km: 'real',
      havo_or_vwo_schools_within_5_km: 'real',
      havo_or_vwo_schools_within_10_km: 'real',
    })
  },
}
