/** The housing stock of an area: value, tenure, type, age and energy; and the supply of homes for focus groups. */
import { fileURLToPath } from 'node:url'
import { domainAssembly } from '@samenhang/subgraph-kit/domain-assembly'
import { createSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { allocationsFormat } from './allocations-format.ts'
import { focusGroups } from './focus-groups.ts'
import { grantsFormat } from './grants.ts'
import { supplyLoaders } from './loaders.ts'
import { profiles } from './migrations/0001-profiles.ts'
import { focusGroups as focusGroupsTable } from './migrations/0002-focus-groups.ts'
import { supply } from './migrations/0003-supply.ts'
import { supplyWords } from './migrations/0006-supply.ts'
import { objectionsSince } from './migrations/0008-objections-since.ts'
import { homelessness } from './migrations/0009-homelessness.ts'
import { projectsFormat } from './projects.ts'
import { statusHolderTasks } from './migrations/0007-status-holder-tasks.ts'
import { newCounts } from './migrations/0005-focus-groups.ts'
import { persons as personsTable } from './migrations/0004-persons.ts'
import { persons } from './persons.ts'
import { resolvers } from './resolvers.ts'
import { seed } from './seed.ts'
import { seedFocusGroups } from './seed-focus-groups.ts'
import { seedPersons } from './seed-persons.ts'
import { seedSupply } from './seed-supply.ts'
import { countedTasks, taskLoaders } from './status-holder-task-store.ts'
import { statusHolderTasksFormat } from './status-holder-tasks-format.ts'
import { countedSupply } from './store.ts'

const groupsAndRecords = domainAssembly([focusGroups, seedFocusGroups], [persons, seedPersons])

export const subgraph = createSubgraph({
  name: 'housing',
  folder: fileURLToPath(new URL('..', import.meta.url)),
  migrations: [
    profiles,
    focusGroupsTable,
    supply,
    personsTable,
    newCounts,
    supplyWords,
    statusHolderTasks,
    objectionsSince,
    homelessness,
  ],
  resolvers,
  seed,
  assemble(database, pseudonyms) {
    const assembly = groupsAndRecords(database, pseudonyms)
    const loaders = supplyLoaders(database)
    const tasks = taskLoaders(database)
    return {
      ...assembly,
      loaders: () => ({ ...assembly.loaders(), ...loaders(), ...tasks() }),
      counted: [...assembly.counted, ...countedSupply, countedTasks],
      formats: [
        ...assembly.formats,
        allocationsFormat(database),
        grantsFormat(database),
        projectsFormat(database),
        statusHolderTasksFormat(database),
      ],
      async seed(country) {
        await assembly.seed(country)
        await seedSupply(database, country)
      },
    }
  },
})
