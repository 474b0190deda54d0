import { groupCountsMigration } from '@samenhang/subgraph-kit/group-counts'

/** Focus groups: one row an area, group and year, counts already protected; a column a kind of accommodation. */
export const focusGroups = groupCountsMigration('0002-focus-groups', 'focus_group', {
  persons: 'integer',
  households: 'integer',
  median_months_waiting: 'real',
  street: 'integer',
  asylum_centre: 'integer',
  homeless_shelter: 'integer',
  holiday_park: 'integer',
  staying_with_acquaintances: 'integer',
  institution: 'integer',
  student_room: 'integer',
  own_dwelling_unsuitable: 'integer',
  other: 'integer',
})
