/**
 * Invented focus groups of care: older people, people with disabilities and people who leave institutions, all of them waiting longer
 * where homes are scarce.
 */
import { groupQuantities, type GroupCountsSeed } from '@samenhang/subgraph-kit/group-counts-seed'
import { scarcityOf, seekersIn, withInflow } from '@samenhang/subgraph-kit/synthetic/seekers'
import type { OwnGroup } from './focus-groups.ts'
import type { Accommodation } from './generated/resolver-types.ts'

export const seedFocusGroups: GroupCountsSeed<OwnGroup, Accommodation> = (place) => {
  const scarcity = scarcityOf(place)
  const seekers = seekersIn(place)
  return {
    LEAVING_INSTITUTIONS: groupQuantities(
      place,
      withInflow(place, seekers.LEAVING_INSTITUTIONS, 0.7, 'leaving inflow'),
      'households',
      (4 + 14 * scarcity) * place.vary('leaving wait', 0.25),
      { STREET: 4, HOMELESS_SHELTER: 14, STAYING_WITH_ACQUAINTANCES: 8, INSTITUTION: 68, OTHER: 6 },
    ),
    OLDER_PEOPLE: groupQuantities(
      place,
      withInflow(place, seekers.OLDER_PEOPLE, 0.35, 'older inflow'),
      'households',
      (14 + 30 * scarcity) * place.vary('older wait', 0.25),
      {
        HOLIDAY_PARK: 5,
        STAYING_WITH_ACQUAINTANCES: 6,
        INSTITUTION: 11,
        OWN_DWELLING_UNSUITABLE: 66,
        SUITABLE_HOME: 8,
        OTHER: 4,
      },
    ),
    PEOPLE_WITH_DISABILITIES: groupQuantities(
      place,
      withInflow(place, seekers.PEOPLE_WITH_DISABILITIES, 0.3, 'disabled inflow'),
      'households',
      (16 + 28 * scarcity) * place.vary('disabled wait', 0.25),
      {
        STAYING_WITH_ACQUAINTANCES: 17,
        INSTITUTION: 28,
        OWN_DWELLING_UNSUITABLE: 45,
        SUITABLE_HOME: 7,
        OTHER: 3,
      },
    ),
  }
}
