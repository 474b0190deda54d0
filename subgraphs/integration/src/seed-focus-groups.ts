/**
 * Invented status holders: municipalities house them in proportion to their size, so the numbers follow inhabitants, the wait scarcity.
 */
import { groupQuantities, type GroupCountsSeed } from '@samenhang/subgraph-kit/group-counts-seed'
import type { OwnGroup } from './focus-groups.ts'
import type { Accommodation } from './generated/resolver-types.ts'

export const seedFocusGroups: GroupCountsSeed<OwnGroup, Accommodation> = (place) => {
  const { inhabitants, yearsOn } = place
  const { affluence, urbanity, diversity } = place.is
  const scarcity = (1 - affluence) * (0.6 + 0.8 * urbanity) * (1 + 0.05 * yearsOn)
  const holders = place.some('status holders', inhabitants, 0.003 + 0.009 * diversity, 0.5)
  return {
    STATUS_HOLDERS: groupQuantities(
      place,
      {
        persons: holders,
        households: place.some('status holder households', holders, 0.07 + 0.17 * scarcity, 0.4),
      },
      'households',
      (6 + 12 * scarcity) * place.vary('status wait', 0.25),
      { ASYLUM_CENTRE: 64, HOMELESS_SHELTER: 5, HOLIDAY_PARK: 8, STAYING_WITH_ACQUAINTANCES: 17, OTHER: 6 },
    ),
  }
}
