import { groupCountsChange } from '@samenhang/subgraph-kit/group-counts'

/** Households that joined in the year, and those in a suitable home apart from those elsewhere. */
export const newCounts = groupCountsChange('0004-focus-groups', 'focus_group', {
  added: ['inflow', 'suitable_home'],
})
