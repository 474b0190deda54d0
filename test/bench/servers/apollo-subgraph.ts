/**
 * One subgraph behind Apollo Server as it comes: the same schema, resolvers, loaders and database as ours, and Apollo's own
 * pipeline and server around them. Word: the subgraph's name.
 */
import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'
import { readSlices } from '@samenhang/schema/slices'
import { readProfiles } from '@samenhang/subgraph-kit/indicator'
import { profileLoaders } from '@samenhang/subgraph-kit/loader'
import { createProfileStore } from '@samenhang/subgraph-kit/profile-store'
import { openKeys } from '@samenhang/subgraph-kit/access/keys'
import type { Database } from '@samenhang/subgraph-kit/database'
import { createPseudonyms, type Pseudonyms } from '@samenhang/subgraph-kit/subject/pseudonym'
import type { Subgraph } from '@samenhang/subgraph-kit/subgraph'
import pino from 'pino'
import { caseworkerAccess } from '../caseworker.ts'

/** What the files of a subgraph export that makes what its resolvers are given. */
interface Parts {
  readonly createAreaStore: (database: Database) => object
  readonly createAreaLoaders: (store: object) => object
  readonly createPersonStore: (database: Database, pseudonyms: Pseudonyms) => object
  readonly persons: { readonly loaders: (database: Database, pseudonyms: Pseudonyms) => () => object }
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
const pseudonyms = createPseudonyms(openKeys(process.env).secret, name)
const ownLoaders = name === 'base-registry' ? await placeLoaders() : await recordLoaders()
const access = caseworkerAccess()

await startStandaloneServer(new ApolloServer({ schema }), {
  listen: { host: '127.0.0.1', port: Number(process.env['PORT']) },
  context: () =>
    Promise.resolve({
      ...ownLoaders(),
      caller: { traceId: '', access },
      alarm: () => undefined,
      profiles: profileLoaders(stores, name)(),
    }),
})

async function placeLoaders(): Promise<() => object> {
  const { createAreaStore } = await part('store')
  const { createAreaLoaders } = await part('loaders')
  const { createPersonStore } = await part('person-store')
  const store = createAreaStore(database)
  const personStore = createPersonStore(database, pseudonyms)
  return () => ({ ...createAreaLoaders(store), store, personStore })
}

async function recordLoaders(): Promise<() => object> {
  const { persons } = await part('persons').catch((): Partial<Parts> => ({}))
  return persons?.loaders(database, pseudonyms) ?? (() => ({}))
}

async function part(file: string): Promise<Parts> {
  return (await import(`${source}/${file}.ts`)) as Parts
}
