/**
 * Invented focus groups of care: older people where many are old, people who leave institutions in cities, and all of them waiting
 * longer where homes are scarce.
 */
import { groupQuantities, type GroupCountsSeed } from '@samenhang/subgraph-kit/group-counts-seed'
import type { OwnGroup } from './focus-groups.ts'
import type { Accommodation } from './generated/resolver-types.ts'

export const seedFocusGroups: GroupCountsSeed<OwnGroup, Accommodation> = (place) => {
  const { inhabitants, ages, yearsOn } = place
  const { affluence, urbanity } = place.is
  const scarcity = (1 - affluence) * (0.6 + 0.8 * urbanity) * (1 + 0.05 * yearsOn)
  const leaving = place.some('leaving', inhabitants, 0.0003 + 0.0015 * scarcity, 0.6)
  const older = place.some('older', ages.older, 0.05 + 0.05 * scarcity)
  const disabled = place.some('disabled', inhabitants, 0.025 + 0.03 * (1 - affluence))
  return {
    LEAVING_INSTITUTIONS: groupQuantities(
      place,
      { persons: leaving, households: place.some('leaving households', leaving, 0.9, 0.1) },
      'households',
      (4 + 14 * scarcity) * place.vary('leaving wait', 0.25),
      { STREET: 4, HOMELESS_SHELTER: 14, STAYING_WITH_ACQUAINTANCES: 8, INSTITUTION: 68, OTHER: 6 },
    ),
    OLDER_PEOPLE: groupQuantities(
      place,
      { persons: older, households: place.some('older households', older, 0.1 + 0.16 * scarcity, 0.3) },
      'households',
      (14 + 30 * scarcity) * place.vary('older wait', 0.25),
      {
        HOLIDAY_PARK: 5,
        STAYING_WITH_ACQUAINTANCES: 6,
        INSTITUTION: 11,
        OWN_DWELLING_UNSUITABLE: 66,
        OTHER: 12,
      },
    ),
    PEOPLE_WITH_DISABILITIES: groupQuantities(
      place,
      {
        persons: disabled,
        households: place.some('disabled households', disabled, 0.012 + 0.03 * scarcity, 0.4),
      },
      'households',
      (16 + 28 * scarcity) * place.vary('disabled wait', 0.25),
      { STAYING_WITH_ACQUAINTANCES: 17, INSTITUTION: 28, OWN_DWELLING_UNSUITABLE: 45, OTHER: 10 },
    ),
  }
}
