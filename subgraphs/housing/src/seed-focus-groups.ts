/**
 * Invented focus groups of housing. They wait longer where homes are scarce; those with a decision of urgency wait least.
 */
import { groupQuantities, type GroupCountsSeed } from '@samenhang/subgraph-kit/group-counts-seed'
import { scarcityOf, seekersIn, withInflow } from '@samenhang/subgraph-kit/synthetic/seekers'
import type { OwnGroup } from './focus-groups.ts'
import type { Accommodation } from './generated/resolver-types.ts'

export const seedFocusGroups: GroupCountsSeed<OwnGroup, Accommodation> = (place) => {
  const scarcity = scarcityOf(place)
  const seekers = seekersIn(place)
  return {
    HOMELESS: groupQuantities(
      place,
      withInflow(place, seekers.HOMELESS, 0.55, 'homeless inflow'),
      'households',
      (9 + 22 * scarcity) * place.vary('homeless wait', 0.25),
      {
        STREET: 16,
        HOMELESS_SHELTER: 34,
        HOLIDAY_PARK: 9,
        STAYING_WITH_ACQUAINTANCES: 29,
        INSTITUTION: 6,
        OTHER: 6,
      },
    ),
    URGENT: groupQuantities(
      place,
      withInflow(place, seekers.URGENT, 0.9, 'urgency inflow'),
      'households',
      (2 + 6 * scarcity) * place.vary('urgency wait', 0.25),
      {
        HOMELESS_SHELTER: 14,
        STAYING_WITH_ACQUAINTANCES: 22,
        OWN_DWELLING_UNSUITABLE: 46,
        SUITABLE_HOME: 12,
        OTHER: 6,
      },
    ),
    HOME_SEEKERS_IN_A_HURRY: groupQuantities(
      place,
      withInflow(place, seekers.HOME_SEEKERS_IN_A_HURRY, 0.75, 'hurried inflow'),
      'households',
      (5 + 18 * scarcity) * place.vary('urgent wait', 0.25),
      {
        HOMELESS_SHELTER: 5,
        HOLIDAY_PARK: 12,
        STAYING_WITH_ACQUAINTANCES: 38,
        OWN_DWELLING_UNSUITABLE: 33,
        SUITABLE_HOME: 8,
        OTHER: 4,
      },
    ),
    TRAVELLERS: groupQuantities(
      place,
      withInflow(place, seekers.TRAVELLERS, 0.2, 'caravan inflow'),
      'households',
      (40 + 50 * scarcity) * place.vary('caravan wait', 0.25),
      {
        HOLIDAY_PARK: 14,
        STAYING_WITH_ACQUAINTANCES: 46,
        OWN_DWELLING_UNSUITABLE: 28,
        SUITABLE_HOME: 5,
        OTHER: 7,
      },
    ),
  }
}
