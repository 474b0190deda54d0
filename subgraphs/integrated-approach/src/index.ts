/** The integrated approach: what focus groups need, what they get, and what areas carry, computed from the graph itself. */
import { fileURLToPath } from 'node:url'
import { createSubgraph } from '@samenhang/subgraph-kit/subgraph'
import type { FairShareInput } from './fair-share-inputs.ts'
import { createInputStore } from './input-store.ts'
import { createResultLoaders, createScenarioLoader } from './loaders.ts'
import { results } from './migrations/0001-results.ts'
import { need } from './migrations/0002-need.ts'
import { socialLoad } from './migrations/0003-social-load.ts'
import { fairShare } from './migrations/0004-fair-share.ts'
import { series } from './migrations/0005-series.ts'
import { scenario } from './migrations/0006-scenario.ts'
import { createComputed } from './refresh.ts'
import { resolvers } from './resolvers.ts'
import type { ScenarioInput } from './scenario-inputs.ts'
import { createSeriesLoaders } from './series-store.ts'
import { createSignalStore } from './signal-store.ts'
import { createResultStore } from './store.ts'

export const subgraph = createSubgraph({
  name: 'integrated-approach',
  folder: fileURLToPath(new URL('..', import.meta.url)),
  migrations: [results, need, socialLoad, fairShare, series, scenario],
  resolvers,
  assemble(database) {
    const store = createResultStore(database)
    const fairShares = createInputStore<FairShareInput>(database, 'fair_share_input')
    const scenarios = createInputStore<ScenarioInput>(database, 'scenario_input')
    const signals = createSignalStore(database)
    return {
      loaders: () => ({
        ...createResultLoaders(store),
        ...createSeriesLoaders(database),
        fairShares,
        scenarios,
        scenarioInput: createScenarioLoader(scenarios),
        signals,
      }),
      computed: createComputed(database),
    }
  },
})
