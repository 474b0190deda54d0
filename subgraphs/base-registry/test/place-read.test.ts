/** What is read of places at once is what the resolvers would have answered, by one statement for the places and one a profile. */
import { fileURLToPath } from 'node:url'
import { publicAccess } from '@samenhang/subgraph-kit/caller'
import { createExecutor } from '@samenhang/subgraph-kit/execute'
import { compileFigureRead } from '@samenhang/subgraph-kit/figure-read'
import { readProfiles } from '@samenhang/subgraph-kit/indicator'
import { profileLoaders } from '@samenhang/subgraph-kit/loader'
import { createProfileStore } from '@samenhang/subgraph-kit/profile-store'
import { seedAll } from '@samenhang/subgraph-kit/seed-all'
import { readSlice } from '@samenhang/subgraph-kit/slice'
import type { RunningSubgraph, SubgraphAnswer, SubgraphRequest } from '@samenhang/subgraph-kit/subgraph'
import {
  askSubgraph,
  makeTestData,
  signForTests,
  silent,
  type TestData,
} from '@samenhang/subgraph-kit/testing'
import { parse } from 'graphql'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeOnDatabases } from '@samenhang/subgraph-kit/requirements'
import { subgraph } from '../src/index.ts'
import { createAreaLoaders } from '../src/loaders.ts'
import { regionLoaders } from '../src/region-loaders.ts'
import { createAreaStore, createAreaEntityStore } from '../src/store.ts'

const typeDefs = readSlice(fileURLToPath(new URL('..', import.meta.url)))

const entities = (body: string) =>
  `query Q($representations: [_Any!]!) { _entities(representations: $representations) { ${body} } }`
const named = (__typename: string, ...codes: string[]) => ({
  representations: codes.map((code) => ({ __typename, code })),
})

/** What is asked, and by how many statements it is read. */
const read: readonly (readonly [query: string, statements: number, variables?: Record<string, unknown>])[] = [
  ['{ neighbourhood(code: "BU90010101") { code name level __typename } }', 1],
  ['query ($c: ID!) { neighbourhood(code: $c) { b: name a: code } }', 1, { c: ' BU90010101 ' }],
  ['query ($c: ID! = "GM9001") { municipality(code: $c) { name } }', 1],
  ['{ neighbourhood(code: "BU00000000") { code } }', 1],
  ['{ country(code: "NL99") { __typename } }', 1],
  ['{ area(code: "GM9001") { __typename level } }', 1],
  ['{ a: area(code: "GM9001") { name } b: province(code: "PV99") { name } }', 2],
  [
    'query ($codes: [ID!]!) { areas(codes: $codes) { __typename name code } }',
    1,
    { codes: ['BU90010102', 'GM9001', 'BU00000000', 'BU90010102', 'WK900101', 'NL99'] },
  ],
  ['{ areas(codes: []) { code } }', 1],
  ['{ neighbourhood(code: "BU90010101") { population { inhabitants } name } }', 2],
  ['{ neighbourhood(code: "BU90010101") { population { source { title } } } }', 3],
  [
    '{ areas(codes: ["GM9001", "BU00000000"]) { population { inhabitants period } surroundings(period: 2024) { __typename } code } }',
    2,
  ],
  [entities('... on Neighbourhood { name population { men } }'), 2, named('Neighbourhood', 'BU90010101')],
  [
    entities('... on Area { __typename code name }'),
    1,
    named('Area', 'GM9001', 'BU90010101', 'BU00000000', 'GM9001'),
  ],
]

/** What has an error or a resolver of its own. */
const left: readonly (readonly [query: string, variables?: Record<string, unknown>])[] = [
  ['{ neighbourhood(code: "nonsense") { code } }'],
  ['{ neighbourhood(code: "GM9001") { code } }'],
  ['{ areas(codes: ["GM9001", "nonsense"]) { code } }'],
  ['query ($c: ID!) { area(code: $c) { code } }', { c: 12 }],
  ['query ($codes: [ID!]!) { areas(codes: $codes) { code } }', { codes: 'GM9001' }],
  ['query ($codes: [ID!]!) { areas(codes: $codes) { code } }', { codes: Array(1_001).fill('GM9001') }],
  ['{ country { code } }'],
  ['{ neighbourhood(code: "BU90010101") { derived } }'],
  ['{ neighbourhood(code: "BU90010101") { municipality { name } } }'],
  ['{ neighbourhood(code: "BU90010101") { population(period: 1812) { men } } }'],
  ['{ areas(codes: ["GM9001"]) { code ... on Municipality { name } } }'],
  ['{ datasets { baseRegistry { period } } neighbourhood(code: "BU90010101") { code } }'],
  [entities('... on Neighbourhood { name }'), named('Neighbourhood', 'BU90010101', 'nonsense')],
  [entities('... on Neighbourhood { name }'), named('Area', 'BU90010101')],
]

describeOnDatabases('places read in batches are those of the resolvers', (kind) => {
  let data: TestData
  let registry: RunningSubgraph
  let byResolvers: (request: SubgraphRequest) => Promise<SubgraphAnswer>

  beforeAll(async () => {
    data = await makeTestData(kind)
    registry = await subgraph.open({ environment: data.environment, logger: silent })
    await seedAll([registry], { seed: 2, neighbourhoods: 40 })
    const stores = readProfiles(typeDefs).map((profile) => createProfileStore(registry.database, profile))
    const store = createAreaStore(registry.database)
    const execute = createExecutor(registry.schema, new Map(), () => ({
      errorId: 'fault',
      subgraph: registry.name,
    }))
    const loadersOfRegions = regionLoaders(registry.database)
    byResolvers = async (request) =>
      execute(request, publicAccess, () => ({
        ...createAreaLoaders(store),
        ...loadersOfRegions(),
        store,
        profiles: profileLoaders(stores, registry.name)(),
      }))
  })
  afterAll(async () => {
    await registry.close()
    await data.remove()
  })

  it.each(read.map(([query, count, variables = {}]) => ({ query, count, variables })))(
    '$query is read by $count',
    async ({ query, count, variables }) => {
      const before = registry.database.statements
      const answer = await askSubgraph(registry, { query, variables })
      expect(registry.database.statements - before).toBe(count)
      expect(answer.errors).toBeUndefined()
      expect(JSON.stringify(answer)).toBe(JSON.stringify(await byResolvers({ query, variables })))
    },
  )

  it.each(left.map(([query, variables = {}]) => ({ query, variables })))(
    '$query is left to the resolvers',
    async ({ query, variables }) => {
      const stores = readProfiles(typeDefs).map((profile) => createProfileStore(registry.database, profile))
      const compiled = compileFigureRead(
        parse(query),
        registry.schema,
        stores,
        createAreaEntityStore(registry.database),
      )
      const found = await new Promise((resolve) => {
        resolve(compiled?.(variables, { actor: null, alarm: () => undefined }) ?? null)
      }).catch(() => null)
      expect(found).toBeNull()
      const answer = await askSubgraph(registry, { query, variables })
      expect(JSON.stringify(answer)).toBe(JSON.stringify(await byResolvers({ query, variables })))
    },
  )

  it('on SQLite the answer is there without waiting', async () => {
    const token = await signForTests(registry.name, publicAccess)
    const ask = () =>
      registry.execute({ query: '{ area(code: "GM9001") { name } }' }, { traceId: 'test', token })
    expect(await ask()).toEqual({ data: { area: { name: expect.any(String) as string } } })
    expect(ask() instanceof Promise).toBe(kind === 'PostgreSQL')
  })
})
