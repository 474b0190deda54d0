/** The resolvers of this slice. Each is one call; a rule belongs to the store, the loaders or the kit. */
import { newestFirst } from '@samenhang/subgraph-kit/datasets'
import type { GroupCountsContext } from '@samenhang/subgraph-kit/group-counts'
import { areaResolvers, profileDatasets, profileResolvers } from '@samenhang/subgraph-kit/profile-resolvers'
import { focusGroups } from './focus-groups.ts'
import type { FocusGroupFigures } from './generated/resolver-types.ts'
import { personResolvers } from './persons.ts'
import {
  areaTaskResolvers,
  queryTaskResolvers,
  taskResolvers,
  type TaskContext,
} from './status-holder-task-resolvers.ts'
import {
  areaSupplyResolvers,
  querySupplyResolvers,
  supplyResolvers,
  type SupplyContext,
} from './supply-resolvers.ts'

type Context = SupplyContext & TaskContext & GroupCountsContext<FocusGroupFigures>

export const resolvers = {
  Query: { datasets: () => ({}), ...querySupplyResolvers, ...queryTaskResolvers },
  Datasets: {
    housing: (_: unknown, __: unknown, context: Context) =>
      newestFirst(profileDatasets(context), context.groupCounts.datasets(), context.supplyDatasets()),
  },
  Area: {
    ...areaResolvers('housing'),
    ...areaResolvers('homelessness'),
    ...focusGroups.areaResolvers,
    ...areaSupplyResolvers,
    ...areaTaskResolvers,
  },
  HousingProfile: profileResolvers('housing'),
  HomelessnessProfile: profileResolvers('homelessness'),
  ...supplyResolvers,
  ...taskResolvers,
  ...personResolvers,
}
