/** Care in an area: youth care, social support (Wmo) and how far the doctor is. */
import { fileURLToPath } from 'node:url'
import { domainAssembly } from '@samenhang/subgraph-kit/domain-assembly'
import { createSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { focusGroups } from './focus-groups.ts'
import { profiles } from './migrations/0001-profiles.ts'
import { focusGroups as focusGroupsTable } from './migrations/0002-focus-groups.ts'
import { newCounts } from './migrations/0004-focus-groups.ts'
import { persons as personsTable } from './migrations/0003-persons.ts'
import { healthAndProximity } from './migrations/0005-health-and-proximity.ts'
import { socialDomain } from './migrations/0006-social-domain.ts'
import { persons } from './persons.ts'
import { resolvers } from './resolvers.ts'
import { seed } from './seed.ts'
import { seedFocusGroups } from './seed-focus-groups.ts'
import { seedPersons } from './seed-persons.ts'

export const subgraph = createSubgraph({
  name: 'care',
  folder: fileURLToPath(new URL('..', import.meta.url)),
  migrations: [profiles, focusGroupsTable, personsTable, newCounts, healthAndProximity, socialDomain],
  resolvers,
  seed,
  assemble: domainAssembly([focusGroups, seedFocusGroups], [persons, seedPersons]),
})
