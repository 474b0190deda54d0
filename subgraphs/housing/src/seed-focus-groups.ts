/**
 * Invented focus groups of housing. They grow, and wait longer, where homes are scarce: little affluence, much city, later years.
 */
import { groupQuantities, type GroupCountsSeed } from '@samenhang/subgraph-kit/group-counts-seed'
import type { OwnGroup } from './focus-groups.ts'
import type { Accommodation } from './generated/resolver-types.ts'

export const seedFocusGroups: GroupCountsSeed<OwnGroup, Accommodation> = (place) => {
  const { inhabitants, households, yearsOn } = place
  const { affluence, urbanity } = place.is
  const scarcity = (1 - affluence) * (0.6 + 0.8 * urbanity) * (1 + 0.05 * yearsOn)
  const homeless = place.some('homeless', inhabitants, 0.003 * scarcity, 0.6)
  const urgent = place.some('urgent', households, 0.008 * scarcity, 0.5)
  // A caravan site stands in one neighbourhood of six or so.
  const site = place.own('caravan site', 1) > 1.3 && urbanity < 0.75
  const caravans = site ? place.some('caravans', inhabitants, 0.025, 0.6) : 0
  return {
    HOMELESS: groupQuantities(
      place,
      { persons: homeless, households: place.some('homeless households', homeless, 0.85, 0.1) },
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
    URGENT_HOME_SEEKERS: groupQuantities(
      place,
      { persons: Math.round(urgent * 1.9), households: urgent },
      'households',
      (5 + 18 * scarcity) * place.vary('urgent wait', 0.25),
      {
        HOMELESS_SHELTER: 5,
        HOLIDAY_PARK: 12,
        STAYING_WITH_ACQUAINTANCES: 38,
        OWN_DWELLING_UNSUITABLE: 33,
        OTHER: 12,
      },
    ),
    CARAVAN_DWELLERS: groupQuantities(
      place,
      { persons: caravans, households: place.some('caravan households', caravans, 0.22, 0.3) },
      'households',
      (40 + 50 * scarcity) * place.vary('caravan wait', 0.25),
      { HOLIDAY_PARK: 14, STAYING_WITH_ACQUAINTANCES: 46, OWN_DWELLING_UNSUITABLE: 28, OTHER: 12 },
    ),
  }
}
