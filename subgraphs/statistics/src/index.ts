/** Statistics: the published figures of all domains in columns, to filter, sort and take together over areas. */
import { fileURLToPath } from 'node:url'
import { createSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { columns } from './migrations/0001-columns.ts'
import { createComputed } from './refresh.ts'
import { resolvers } from './resolvers.ts'
import { createStatisticsStore } from './store.ts'

export const subgraph = createSubgraph({
  name: 'statistics',
  folder: fileURLToPath(new URL('..', import.meta.url)),
  migrations: [columns],
  resolvers,
  assemble(database) {
    const statistics = createStatisticsStore(database)
    return { loaders: () => ({ statistics }), computed: createComputed(database) }
  },
})
