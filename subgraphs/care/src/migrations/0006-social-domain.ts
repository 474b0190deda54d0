import { createProfileTable, type Migration } from '@samenhang/subgraph-kit/migrations'

/** Clients of the Social Support Act by type, young people with youth care, and stacked use of the social domain: one row an area and year. */
export const socialDomain: Migration = {
  name: '0006-social-domain',

  async up(knex) {
    await createProfileTable(knex, 'social_support_profile', {
      clients: 'integer',
      clients_per_1000: 'real',
      clients_without_stay_or_shelter: 'integer',
      clients_without_stay_or_shelter_per_1000: 'real',
      home_support_clients: 'integer',
      home_support_clients_per_1000: 'real',
      domestic_help_clients: 'integer',
      domestic_help_clients_per_1000: 'real',
      stay_or_shelter_clients: 'integer',
      stay_or_shelter_clients_per_1000: 'real',
      aids_and_services_clients: 'integer',
      aids_and_services_clients_per_1000: 'real',
      other_clients: 'integer',
      other_clients_per_1000: 'real',
    })
    await createProfileTable(knex, 'youth_care_profile', {
      young_people: 'integer',
      aged_0_to_4: 'integer',
      aged_4_to_12: 'integer',
      aged_12_to_18: 'integer',
      aged_18_to_23: 'integer',
      in_single_parent_household: 'integer',
      in_couple_household: 'integer',
      in_other_household: 'integer',
      youth_help: 'integer',
      youth_help_without_stay: 'integer',
      youth_help_with_stay: 'integer',
      youth_protection: 'integer',
      youth_probation: 'integer',
      trajectories: 'integer',
      referred_by_municipality: 'integer',
      referred_by_general_practitioner: 'integer',
      referred_by_youth_doctor: 'integer',
      referred_by_certified_institution: 'integer',
      referred_by_medical_specialist: 'integer',
      referred_by_judge: 'integer',
      without_referrer: 'integer',
      referrer_unknown: 'integer',
    })
    await createProfileTable(knex, 'social_domain_use_profile', {
      clients: 'integer',
      clients_youth_only: 'integer',
      clients_participation_only: 'integer',
      clients_social_support_only: 'integer',
      clients_youth_and_participation: 'integer',
      clients_youth_and_social_support: 'integer',
      clients_participation_and_social_support: 'integer',
      clients_all_three: 'integer',
      households: 'integer',
      households_youth_only: 'integer',
      households_participation_only: 'integer',
      households_social_support_only: 'integer',
      households_youth_and_participation: 'integer',
      households_youth_and_social_support: 'integer',
      households_participation_and_social_support: 'integer',
      households_all_three: 'integer',
    })
  },
}
