/**
 * Invented labour migrants who seek a home: some in every place, many where people from elsewhere live and where there are farms and
 * holiday parks.
 */
import { groupQuantities, type GroupCountsSeed } from '@samenhang/subgraph-kit/group-counts-seed'
import type { OwnGroup } from './focus-groups.ts'
import type { Accommodation } from './generated/resolver-types.ts'

export const seedFocusGroups: GroupCountsSeed<OwnGroup, Accommodation> = (place) => {
  const { inhabitants, yearsOn } = place
  const { affluence, urbanity, diversity } = place.is
  const scarcity = (1 - affluence) * (0.6 + 0.8 * urbanity) * (1 + 0.05 * yearsOn)
  const rate = 0.004 + 0.022 * diversity + 0.004 * (1 - urbanity)
  const migrants = place.some('labour migrants', inhabitants, rate, 0.5)
  return {
    LABOUR_MIGRANTS: groupQuantities(
      place,
      { persons: migrants, households: place.some('seeking a home', migrants, 0.04 + 0.13 * scarcity, 0.4) },
      'households',
      (5 + 13 * scarcity) * place.vary('migrant wait', 0.25),
      {
        STREET: 3,
        HOMELESS_SHELTER: 4,
        HOLIDAY_PARK: 41,
        STAYING_WITH_ACQUAINTANCES: 24,
        OWN_DWELLING_UNSUITABLE: 10,
        OTHER: 18,
      },
    ),
  }
}
