/**
 * Invented labour migrants who seek a home: some in every place, many where people from elsewhere live and where there are farms and
 * holiday parks.
 */
import { groupQuantities, type GroupCountsSeed } from '@samenhang/subgraph-kit/group-counts-seed'
import { scarcityOf, seekersIn, withInflow } from '@samenhang/subgraph-kit/synthetic/seekers'
import type { OwnGroup } from './focus-groups.ts'
import type { Accommodation } from './generated/resolver-types.ts'

export const seedFocusGroups: GroupCountsSeed<OwnGroup, Accommodation> = (place) => {
  const scarcity = scarcityOf(place)
  const seekers = seekersIn(place)
  return {
    LABOUR_MIGRANTS: groupQuantities(
      place,
      withInflow(place, seekers.LABOUR_MIGRANTS, 0.8, 'migrant inflow'),
      'households',
      (5 + 13 * scarcity) * place.vary('migrant wait', 0.25),
      {
        STREET: 3,
        HOMELESS_SHELTER: 4,
        HOLIDAY_PARK: 41,
        STAYING_WITH_ACQUAINTANCES: 24,
        OWN_DWELLING_UNSUITABLE: 10,
        SUITABLE_HOME: 9,
        OTHER: 9,
      },
    ),
  }
}
