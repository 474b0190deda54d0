import { groupCountsChange } from '@samenhang/subgraph-kit/group-counts'

/** Households that joined in the year, and those in a suitable home apart from those elsewhere; groups by the names of today. */
export const newCounts = groupCountsChange('0005-focus-groups', 'focus_group', {
  added: ['inflow', 'suitable_home'],
  renamed: { URGENT_HOME_SEEKERS: 'HOME_SEEKERS_IN_A_HURRY', CARAVAN_DWELLERS: 'TRAVELLERS' },
})
