/**
 * Invented students who seek a room: most where many study and rooms are scarce.
 */
import { groupQuantities, type GroupCountsSeed } from '@samenhang/subgraph-kit/group-counts-seed'
import { scarcityOf, seekersIn, withInflow } from '@samenhang/subgraph-kit/synthetic/seekers'
import type { OwnGroup } from './focus-groups.ts'
import type { Accommodation } from './generated/resolver-types.ts'

export const seedFocusGroups: GroupCountsSeed<OwnGroup, Accommodation> = (place) => {
  const scarcity = scarcityOf(place)
  const seekers = seekersIn(place)
  return {
    STUDENTS: groupQuantities(
      place,
      withInflow(place, seekers.STUDENTS, 0.8, 'student inflow'),
      'households',
      (6 + 16 * scarcity) * place.vary('student wait', 0.25),
      { HOLIDAY_PARK: 5, STAYING_WITH_ACQUAINTANCES: 50, STUDENT_ROOM: 33, SUITABLE_HOME: 7, OTHER: 5 },
    ),
  }
}
