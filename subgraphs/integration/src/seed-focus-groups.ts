/**
 * Invented status holders: municipalities house them in proportion to their size, so the numbers follow inhabitants, the wait scarcity.
 */
import { groupQuantities, type GroupCountsSeed } from '@samenhang/subgraph-kit/group-counts-seed'
import { scarcityOf, seekersIn, withInflow } from '@samenhang/subgraph-kit/synthetic/seekers'
import type { OwnGroup } from './focus-groups.ts'
import type { Accommodation } from './generated/resolver-types.ts'

export const seedFocusGroups: GroupCountsSeed<OwnGroup, Accommodation> = (place) => {
  const scarcity = scarcityOf(place)
  const seekers = seekersIn(place)
  return {
    STATUS_HOLDERS: groupQuantities(
      place,
      withInflow(place, seekers.STATUS_HOLDERS, 0.75, 'status inflow'),
      'households',
      (6 + 12 * scarcity) * place.vary('status wait', 0.25),
      { ASYLUM_CENTRE: 64, HOMELESS_SHELTER: 5, HOLIDAY_PARK: 8, STAYING_WITH_ACQUAINTANCES: 17, OTHER: 6 },
    ),
  }
}
