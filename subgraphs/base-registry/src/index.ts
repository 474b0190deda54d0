/** The base registry of places: areas at five levels, their hierarchy and names, their population and surroundings. */
import { fileURLToPath } from 'node:url'
import { createSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { areaIntake } from './import.ts'
import { createAreaLoaders } from './loaders.ts'
import { areas } from './migrations/0002-areas.ts'
import { profiles } from './migrations/0001-profiles.ts'
import { municipalityList } from './municipality-list.ts'
import { resolvers } from './resolvers.ts'
import { seed } from './seed.ts'
import { seedAreas } from './seed-areas.ts'
import { createAreaStore, createPlaceStore } from './store.ts'

export const subgraph = createSubgraph({
  name: 'base-registry',
  folder: fileURLToPath(new URL('..', import.meta.url)),
  migrations: [profiles, areas],
  resolvers,
  seed,
  assemble(database) {
    const store = createAreaStore(database)
    return {
      loaders: () => ({ ...createAreaLoaders(store), store }),
      things: createPlaceStore(database),
      formats: [municipalityList(database)],
      intake: ({ period }) => areaIntake(database, period),
      seed: (country) => seedAreas(database, country),
    }
  },
})
