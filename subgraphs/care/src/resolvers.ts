/** The resolvers of this slice. Each is one call; a rule belongs to the store, the loaders or the kit. */
import { newestFirst } from '@samenhang/subgraph-kit/datasets'
import type { GroupCountsContext } from '@samenhang/subgraph-kit/group-counts'
import { areaResolvers, limitResolvers, profileResolvers } from '@samenhang/subgraph-kit/profile-resolvers'
import type { SubgraphContext } from '@samenhang/subgraph-kit/subgraph'
import { focusGroups } from './focus-groups.ts'
import type { FocusGroupFigures } from './generated/resolver-types.ts'
import { personResolvers } from './persons.ts'

type Context = SubgraphContext & GroupCountsContext<FocusGroupFigures>

export const resolvers = {
  Query: { datasets: () => ({}) },
  Datasets: {
    care: (_: unknown, __: unknown, { profiles, groupCounts }: Context) =>
      newestFirst(
        profiles['care']?.store.datasets(),
        profiles['health']?.store.datasets(),
        profiles['careProximity']?.store.datasets(),
        groupCounts.datasets(),
      ),
  },
  Area: {
    ...areaResolvers('care'),
    ...areaResolvers('health'),
    ...areaResolvers('careProximity'),
    ...focusGroups.areaResolvers,
  },
  CareProfile: profileResolvers('care'),
  HealthProfile: { ...profileResolvers('health'), ...limitResolvers('health') },
  CareProximityProfile: profileResolvers('careProximity'),
  ...personResolvers,
}
