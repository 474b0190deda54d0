/** Education in an area: pupils and students, levels attained and how far the school is. */
import { fileURLToPath } from 'node:url'
import { domainAssembly } from '@samenhang/subgraph-kit/domain-assembly'
import { createSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { focusGroups } from './focus-groups.ts'
import { profiles } from './migrations/0001-profiles.ts'
import { focusGroups as focusGroupsTable } from './migrations/0002-focus-groups.ts'
import { newCounts } from './migrations/0004-focus-groups.ts'
import { persons as personsTable } from './migrations/0003-persons.ts'
import { schoolsAndProximity } from './migrations/0005-schools-and-proximity.ts'
import { persons } from './persons.ts'
import { resolvers } from './resolvers.ts'
import { seed } from './seed.ts'
import { seedFocusGroups } from './seed-focus-groups.ts'
import { seedPersons } from './seed-persons.ts'

export const subgraph = createSubgraph({
  name: 'education',
  folder: fileURLToPath(new URL('..', import.meta.url)),
  migrations: [profiles, focusGroupsTable, personsTable, newCounts, schoolsAndProximity],
  resolvers,
  seed,
  assemble: domainAssembly([focusGroups, seedFocusGroups], [persons, seedPersons]),
})
