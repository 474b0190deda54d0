/**
 * Invented students who seek a room: most where many study and rooms are scarce.
 */
import { groupQuantities, type GroupCountsSeed } from '@samenhang/subgraph-kit/group-counts-seed'
import type { OwnGroup } from './focus-groups.ts'
import type { Accommodation } from './generated/resolver-types.ts'

export const seedFocusGroups: GroupCountsSeed<OwnGroup, Accommodation> = (place) => {
  const { ages, yearsOn } = place
  const { affluence, urbanity, students } = place.is
  const scarcity = (1 - affluence) * (0.6 + 0.8 * urbanity) * (1 + 0.05 * yearsOn)
  const studying = place.some('studying', ages.to25, 0.2 + 0.5 * students)
  return {
    STUDENTS: groupQuantities(
      place,
      {
        persons: studying,
        households: place.some('seeking a room', studying, 0.012 + 0.045 * urbanity * (0.4 + scarcity), 0.4),
      },
      'households',
      (6 + 16 * scarcity) * place.vary('student wait', 0.25),
      { HOLIDAY_PARK: 5, STAYING_WITH_ACQUAINTANCES: 50, STUDENT_ROOM: 33, OTHER: 12 },
    ),
  }
}
