/**
 * One subgraph behind Apollo Server as it comes: the same schema, resolvers, loaders and database as ours, and Apollo's own
 * pipeline and server around them. Word: the subgraph's name.
 */
import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'
import { readSlices } from '@samenhang/schema/slices'
import { readProfiles } from '@samenhang/subgraph-kit/indicator'
import { createProfileLoader } from '@samenhang/subgraph-kit/loader'
import { createProfileStore } from '@samenhang/subgraph-kit/profile-store'
import { publicAccess } from '@samenhang/subgraph-kit/caller'
import type { Database } from '@samenhang/subgraph-kit/database'
import type { Subgraph } from '@samenhang/subgraph-kit/subgraph'
import pino from 'pino'

interface BaseRegistry {
  readonly createAreaStore: (database: Database) => object
  readonly createAreaLoaders: (store: object) => object
}

const name = process.argv[2] ?? ''
const source = `../../../subgraphs/${name}/src`
const { subgraph } = (await import(`${source}/index.ts`)) as { subgraph: Subgraph }
const { schema, database } = await subgraph.open({
  environment: process.env,
  logger: pino({ level: 'silent' }),
})
const slice = readSlices().find((candidate) => candidate.name === name)
const stores = (slice ? readProfiles(slice.typeDefs) : []).map((profile) =>
  createProfileStore(database, profile),
)
const ownLoaders = name === 'base-registry' ? await areaLoaders() : () => ({})

await startStandaloneServer(new ApolloServer({ schema }), {
  listen: { host: '127.0.0.1', port: Number(process.env['PORT']) },
  context: () =>
    Promise.resolve({
      ...ownLoaders(),
      caller: { traceId: '', access: publicAccess },
      profiles: Object.fromEntries(
        stores.map((store) => [store.profile.areaField, createProfileLoader(store, name)]),
      ),
    }),
})

async function areaLoaders(): Promise<() => object> {
  const { createAreaStore } = (await import(`${source}/store.ts`)) as Pick<BaseRegistry, 'createAreaStore'>
  const { createAreaLoaders } = (await import(`${source}/loaders.ts`)) as Pick<
    BaseRegistry,
    'createAreaLoaders'
  >
  const store = createAreaStore(database)
  return () => ({ ...createAreaLoaders(store), store })
}
