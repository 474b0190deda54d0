/** The resolvers of this slice. Each is one call; a rule belongs to the store, the loaders or the kit. */
import { newestFirst } from '@samenhang/subgraph-kit/datasets'
import type { GroupCountsContext } from '@samenhang/subgraph-kit/group-counts'
import { areaResolvers, profileDatasets, profileResolvers } from '@samenhang/subgraph-kit/profile-resolvers'
import type { SubgraphContext } from '@samenhang/subgraph-kit/subgraph'
import { focusGroups } from './focus-groups.ts'
import type { FocusGroupFigures } from './generated/resolver-types.ts'
import { personResolvers } from './persons.ts'

type Context = SubgraphContext & GroupCountsContext<FocusGroupFigures>

export const resolvers = {
  Query: { datasets: () => ({}) },
  Datasets: {
    labourMarket: (_: unknown, __: unknown, context: Context) =>
      newestFirst(profileDatasets(context), context.groupCounts.datasets()),
  },
  Area: {
    ...areaResolvers('labourMarket'),
    ...areaResolvers('socioEconomicStatus'),
    ...focusGroups.areaResolvers,
  },
  LabourMarketProfile: profileResolvers('labourMarket'),
  SocioEconomicStatusProfile: profileResolvers('socioEconomicStatus'),
  ...personResolvers,
}
