/** The resolvers of this slice. Each is one call; a rule belongs to the store, the loaders or the kit. */
import { areaResolvers, profileDatasets, profileResolvers } from '@samenhang/subgraph-kit/profile-resolvers'
import type { SubgraphContext } from '@samenhang/subgraph-kit/subgraph'

export const resolvers = {
  Query: { datasets: () => ({}) },
  Datasets: {
    liveability: (_: unknown, __: unknown, context: SubgraphContext) => profileDatasets(context),
  },
  Area: areaResolvers('liveability'),
  LiveabilityProfile: profileResolvers('liveability'),
}
