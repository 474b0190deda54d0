/** Work and income in an area: participation, income, benefits and establishments. */
import { fileURLToPath } from 'node:url'
import { createSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { focusGroups } from './focus-groups.ts'
import { profiles } from './migrations/0001-profiles.ts'
import { focusGroups as focusGroupsTable } from './migrations/0002-focus-groups.ts'
import { resolvers } from './resolvers.ts'
import { seed } from './seed.ts'
import { seedFocusGroups } from './seed-focus-groups.ts'

export const subgraph = createSubgraph({
  name: 'labour-market',
  folder: fileURLToPath(new URL('..', import.meta.url)),
  migrations: [profiles, focusGroupsTable],
  resolvers,
  seed,
  assemble: (database) => ({
    loaders: focusGroups.loaders(database),
    formats: [focusGroups.format(database)],
    seed: (country) => focusGroups.seed(database, country, seedFocusGroups),
  }),
})
