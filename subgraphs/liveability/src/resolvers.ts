/** The resolvers of this slice. Each is one call; a rule belongs to the store, the loaders or the kit. */
import { newestFirst } from '@samenhang/subgraph-kit/datasets'
import { areaResolvers, profileResolvers } from '@samenhang/subgraph-kit/profile-resolvers'
import type { SubgraphContext } from '@samenhang/subgraph-kit/subgraph'

export const resolvers = {
  Query: { datasets: () => ({}) },
  Datasets: {
    liveability: (_: unknown, __: unknown, { profiles }: SubgraphContext) =>
      newestFirst(profiles['liveability']?.store.datasets()),
  },
  Area: areaResolvers('liveability'),
  LiveabilityProfile: profileResolvers('liveability'),
}
