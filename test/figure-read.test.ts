/** What is read for a whole batch at once is what the resolvers would have answered, whatever is asked and of whichever area. */
import { readSlices } from '@samenhang/schema/slices'
import { publicAccess } from '@samenhang/subgraph-kit/caller'
import { createExecutor } from '@samenhang/subgraph-kit/execute'
import { compileFigureRead } from '@samenhang/subgraph-kit/figure-read'
import { readProfiles } from '@samenhang/subgraph-kit/indicator'
import { profileLoaders } from '@samenhang/subgraph-kit/loader'
import { createProfileStore } from '@samenhang/subgraph-kit/profile-store'
import type { RunningSubgraph, SubgraphAnswer } from '@samenhang/subgraph-kit/subgraph'
import { askSubgraph } from '@samenhang/subgraph-kit/testing'
import { parse } from 'graphql'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeOnDatabases } from '@samenhang/subgraph-kit/requirements'
import { openHub, type TestHub } from './hub.ts'

const domains = ['care', 'education', 'housing', 'integration', 'labour-market']
const codes = ['NL00', 'GM9001', 'BU90010101', 'BU90010102', 'BU00000000', 'nonsense', 'GM9001']
const representations = codes.map((code) => ({ __typename: 'Area', code }))

const ask = (body: string, definitions = '') =>
  `query Q($representations: [_Any!]!${definitions}) { _entities(representations: $representations) { ${body} } }`

describeOnDatabases('figures read in batches are those of the resolvers', (kind) => {
  let hub: TestHub
  beforeAll(async () => {
    hub = await openHub({ kind, country: { seed: 2, neighbourhoods: 40 } })
  })
  afterAll(async () => {
    await hub.close()
  })

  it.each(domains)('%s', async (name) => {
    const subgraph = hub.subgraphs.find((one) => one.name === name)!
    const { stores, byResolvers } = resolversOf(subgraph)
    const { areaField, indicators } = stores[0]!.profile
    const all = indicators.map(({ field }) => field).join(' ')
    const [first] = indicators
    const asked: readonly [string, Record<string, unknown>][] = [
      [ask(`... on Area { ${areaField} { ${all} period } }`), {}],
      [ask(`... on Area { ${areaField} { __typename a: period b: ${first!.field} kind: __typename } }`), {}],
      [
        ask(
          `... on Area { ${areaField}(period: 2024) { ${first!.field} } old: ${areaField}(period: 2023) { ${all} } }`,
        ),
        {},
      ],
      [ask(`... on Area { ${areaField} { missing { field reason } } }`), {}],
      [
        ask(
          `... on Area { ${areaField} { ${first!.field} why: missing { __typename r: reason field } source { title table publisher licence synthetic } period } }`,
        ),
        {},
      ],
      [ask(`... on Area { ${areaField}(period: 2023) { missing { field reason } source { table } } }`), {}],
      [ask(`... on Area { ${areaField}(period: 1812) { ${first!.field} } }`), {}],
      [ask(`... on Area { ${areaField}(period: null) { period } }`), {}],
      [ask(`... on Area { ${areaField}(period: $p) { period } }`, ', $p: Int'), { p: 2023 }],
      [ask(`... on Area { ${areaField}(period: $p) { period } }`, ', $p: Int'), {}],
      [ask(`... on Area { ${areaField}(period: $p) { period } }`, ', $p: Int = 2023'), {}],
      [ask(`... on Area { ${areaField}(period: $p) { period } }`, ', $p: Int = 2023'), { p: 'x' }],
    ]
    for (const [query, variables] of asked) {
      const request = { query, variables: { representations, ...variables } }
      expect(compileFigureRead(parse(query), subgraph.schema, stores), query).not.toBeNull()
      const before = subgraph.database.statements
      const answer = await askSubgraph(subgraph, request)
      const statements = subgraph.database.statements - before
      const expected = await byResolvers(request)
      expect(textOf(answer), query).toBe(textOf(expected))
      // The records of imports are read once and kept.
      const most = query.includes('missing') ? 2 : 1
      if (!answer.errors && !query.includes('old:')) expect(statements).toBeLessThanOrEqual(most)
    }
  })

  it.each(domains)(
    'several profiles of %s by one statement, and one for what says where they come from',
    async (name) => {
      const subgraph = hub.subgraphs.find((one) => one.name === name)!
      const { stores, byResolvers } = resolversOf(subgraph)
      const details = ['missing { field reason } source { table }', 'statuses { field status }']
      for (const detail of ['', ...details])
        for (const of of [codes, codes.slice(2, 3)]) {
          const profiles = stores.flatMap(({ profile: { areaField, indicators } }, index) => [
            `${areaField} { ${indicators.map(({ field }) => field).join(' ')} period ${detail} }`,
            `old${String(index)}: ${areaField}(period: 2023) { period ${detail} }`,
          ])
          const query = ask(`... on Area { ${profiles.join(' ')} }`)
          const request = {
            query,
            variables: { representations: of.map((code) => ({ __typename: 'Area', code })) },
          }
          const isBatch = compileFigureRead(parse(query), subgraph.schema, stores) !== null
          expect(isBatch, query).toBe(detail !== details[1])
          const before = subgraph.database.statements
          const answer = await askSubgraph(subgraph, request)
          const statements = subgraph.database.statements - before
          expect(textOf(answer), query).toBe(textOf(await byResolvers(request)))
          expect(statements, query).toBeLessThanOrEqual(answer.errors || !isBatch ? 2 + stores.length : 2)
        }
    },
  )

  it('what is not figures only is left to the resolvers', () => {
    const subgraph = hub.subgraphs.find(({ name }) => name === 'housing')!
    const { stores } = resolversOf(subgraph)
    for (const body of [
      '... on Area { housing { averageWozValue sources { source { title } } } }',
      '... on Area { housing { averageWozValue breaks { period } } }',
      '... on Area { housing { averageWozValue missing { field reason @include(if: true) } } }',
      '... on Area { housingSeries { averageWozValue } }',
      '... on Area { __typename housing { averageWozValue } }',
      '... on Area { housing { averageWozValue } } ... on Area { housing { dwellings } }',
      '... on Area { housing { averageWozValue @include(if: true) } }',
      '... on Area { housing { averageWozValue averageWozValue } }',
    ])
      expect(compileFigureRead(parse(ask(body)), subgraph.schema, stores), body).toBeNull()
  })
})

/** The answer as it is sent, but for the ids of faults. */
function textOf(answer: SubgraphAnswer): string {
  return JSON.stringify(answer).replaceAll(/"errorId":"[^"]*"/g, '')
}

function resolversOf(subgraph: RunningSubgraph) {
  const slice = readSlices().find(({ name }) => name === subgraph.name)!
  const stores = readProfiles(slice.typeDefs).map((profile) => createProfileStore(subgraph.database, profile))
  const execute = createExecutor(subgraph.schema, new Map(), () => ({
    errorId: 'fault',
    subgraph: subgraph.name,
  }))
  const byResolvers = (request: { query: string; variables: Record<string, unknown> }) =>
    execute(request, publicAccess, () => ({
      profiles: profileLoaders(stores, subgraph.name)(),
    }))
  return { stores, byResolvers }
}
