/** The base registry of places: areas at five levels, their hierarchy and names, their population and surroundings. */
import { fileURLToPath } from 'node:url'
import { createSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { areaImport } from './import.ts'
import { caseloadFormat, seedCaseload } from './caseload.ts'
import { citizenFormat, consentFormat } from './consent.ts'
import { createAreaLoaders } from './loaders.ts'
import { areas } from './migrations/0002-areas.ts'
import { profiles } from './migrations/0001-profiles.ts'
import { persons as personsTable } from './migrations/0003-persons.ts'
import { areaNames } from './migrations/0004-area-names.ts'
import { consent } from './migrations/0005-consent.ts'
import { regions } from './migrations/0006-regions.ts'
import { proximity } from './migrations/0007-proximity.ts'
import { municipalityList } from './municipality-list.ts'
import { createPersonReader, createPersonStore } from './person-store.ts'
import { persons } from './persons.ts'
import { regionLoaders } from './region-loaders.ts'
import { countedRegions } from './region-store.ts'
import { regionTables } from './region-tables.ts'
import { regionsFormat } from './regions-format.ts'
import { resolvers } from './resolvers.ts'
import { seed } from './seed.ts'
import { seedAreas } from './seed-areas.ts'
import { personSeed } from './seed-persons.ts'
import { seedRegions } from './seed-regions.ts'
import { createAreaStore, createAreaEntityStore } from './store.ts'

export const subgraph = createSubgraph({
  name: 'base-registry',
  folder: fileURLToPath(new URL('..', import.meta.url)),
  migrations: [profiles, areas, personsTable, areaNames, consent, regions, proximity],
  resolvers,
  seed,
  assemble(database, pseudonyms) {
    const store = createAreaStore(database)
    const personStore = createPersonStore(database, pseudonyms)
    const loadersOfRegions = regionLoaders(database)
    return {
      loaders: () => ({ ...createAreaLoaders(store), ...loadersOfRegions(), store, personStore }),
      counted: countedRegions,
      entities: createAreaEntityStore(database),
      subjects: createPersonReader(database, pseudonyms),
      formats: [
        municipalityList(database),
        regionTables(database),
        regionsFormat(database),
        persons.format(database, pseudonyms),
        caseloadFormat(database, pseudonyms),
        consentFormat(database, pseudonyms),
        citizenFormat(database, pseudonyms),
      ],
      extendImport: ({ period, source }) =>
        areaImport(database, source.boundaryYear ?? period, source.retrievedAt),
      async seed(country) {
        await seedAreas(database, country)
        await seedRegions(database, country)
        await persons.seed(database, pseudonyms, country, personSeed(country))
        await seedCaseload(database, pseudonyms, country)
      },
      hasSyntheticSubjects: () => persons.hasSynthetic(database),
    }
  },
})
