/** The integrated approach: what focus groups need, what they get, and what areas carry, computed from the graph itself. */
import { fileURLToPath } from 'node:url'
import { createSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { createFairShareStore } from './fair-share-store.ts'
import { createResultLoaders } from './loaders.ts'
import { results } from './migrations/0001-results.ts'
import { need } from './migrations/0002-need.ts'
import { socialLoad } from './migrations/0003-social-load.ts'
import { fairShare } from './migrations/0004-fair-share.ts'
import { series } from './migrations/0005-series.ts'
import { createComputed } from './refresh.ts'
import { resolvers } from './resolvers.ts'
import { createSeriesLoaders } from './series-store.ts'
import { createSignalStore } from './signal-store.ts'
import { createResultStore } from './store.ts'

export const subgraph = createSubgraph({
  name: 'integrated-approach',
  folder: fileURLToPath(new URL('..', import.meta.url)),
  migrations: [results, need, socialLoad, fairShare, series],
  resolvers,
  assemble(database) {
    const store = createResultStore(database)
    const fairShares = createFairShareStore(database)
    const signals = createSignalStore(database)
    return {
      loaders: () => ({
        ...createResultLoaders(store),
        ...createSeriesLoaders(database),
        fairShares,
        signals,
      }),
      computed: createComputed(database),
    }
  },
})
