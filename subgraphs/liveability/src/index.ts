/** Liveability in an area. */
import { fileURLToPath } from 'node:url'
import { createSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { profiles } from './migrations/0001-profiles.ts'
import { resolvers } from './resolvers.ts'
import { seed } from './seed.ts'

export const subgraph = createSubgraph({
  name: 'liveability',
  folder: fileURLToPath(new URL('..', import.meta.url)),
  migrations: [profiles],
  resolvers,
  seed,
})
