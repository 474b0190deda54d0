/** `@oneOf` inputs: composed from the slices, told in introspection, and enforced before any subgraph is asked. */
import { buildSubgraphSchema } from '@apollo/subgraph'
import { createGateway, type Gateway } from '@samenhang/gateway/gateway'
import { composeSlices } from '@samenhang/schema/compose'
import { withOneOfDefined } from '@samenhang/subgraph-kit/one-of'
import { silent } from '@samenhang/subgraph-kit/testing'
import { execute, parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planHere } from '@samenhang/gateway/plan-here'

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@shareable"])'
const fields = '"Its code." code: ID "Its year." year: Int'
const input = `"What to find it by." input By @oneOf { ${fields} }`
const find = '"Finds it." find("By what." by: By!): String @shareable'
const slice = (name: string, sdl: string) => {
  const text = `${link} ${sdl}`
  return { name, url: `http://${name}`, sdl: text, typeDefs: parse(text) }
}
const first = slice('first', `type Query { ${find} } ${input}`)
const composedOf = (...sdls: string[]) => composeSlices(sdls.map((sdl, index) => slice(`s${index}`, sdl)))

describe.each(['engine', 'apollo'] as const)('with the executor %s', (executor) => {
  let gateway: Gateway
  let fetches = 0
  beforeAll(async () => {
    const composed = composeSlices([first])
    if ('errors' in composed) throw new Error(composed.errors.join('\n'))
    expect(composed.apiSdl).toContain('input By @oneOf {')
    const resolvers = { Query: { find: (_: unknown, { by }: { by: object }) => JSON.stringify(by) } }
    const schema = buildSubgraphSchema([
      { typeDefs: withOneOfDefined(first.typeDefs), resolvers: resolvers as never },
    ])
    const running = {
      name: 'first',
      schema,
      database: { version: () => undefined },
      execute: async ({ query, variables }: { query: string; variables?: Record<string, unknown> }) => {
        fetches += 1
        const { data, errors } = await execute({ schema, document: parse(query), variableValues: variables })
        return { data, ...(errors && { errors: errors.map((error) => error.toJSON()) }) }
      },
      ready: () => Promise.resolve(),
      close: () => Promise.resolve(),
    }
    gateway = await createGateway({
      startPlanning: planHere,
      // As other tools write it: without a definition.
      supergraphSdl: composed.supergraphSdl.replace(/\ndirective @oneOf on INPUT_OBJECT\n/, '\n'),
      subgraphs: [running as never],
      logger: silent,
      executor,
    })
  })
  afterAll(() => gateway.close())

  const ask = async (query: string, variables?: Record<string, unknown>) => {
    const { status, text } = await gateway.execute({ query, variables })
    return {
      status,
      body: JSON.parse(text) as { data?: unknown; errors?: { extensions: { code: string } }[] },
    }
  }
  const byVariable = 'query ($by: By!) { find(by: $by) }'

  it('introspection tells it', async () => {
    const { body } = await ask('{ __type(name: "By") { isOneOf } }')
    expect(body).toEqual({ data: { __type: { isOneOf: true } } })
  })

  it('exactly one key passes, written out or in a variable', async () => {
    const found = { status: 200, body: { data: { find: '{"code":"a"}' } } }
    expect(await ask('{ find(by: { code: "a" }) }')).toEqual(found)
    expect(await ask(byVariable, { by: { code: 'a' } })).toEqual(found)
    expect(await ask('query ($code: ID!) { find(by: { code: $code }) }', { code: 'a' })).toEqual(found)
  })

  it.each<[string, Record<string, unknown> | undefined]>([
    ['{ find(by: {}) }', undefined],
    ['{ find(by: { code: null }) }', undefined],
    ['{ find(by: { code: "a", year: 1 }) }', undefined],
    ['query ($code: ID) { find(by: { code: $code }) }', { code: 'a' }],
    [byVariable, { by: {} }],
    [byVariable, { by: { code: null } }],
    [byVariable, { by: { code: 'a', year: 1 } }],
    [byVariable, { by: { code: 'a', year: null } }],
  ])('%s with %j is refused, and no subgraph asked', async (query, variables) => {
    fetches = 0
    const { status, body } = await ask(query, variables)
    expect({ status, fetches, data: body.data }).toEqual({ status: 400, fetches: 0, data: undefined })
    expect(body.errors?.[0]?.extensions.code).toMatch(/^(?:GRAPHQL_VALIDATION_FAILED|BAD_USER_INPUT)$/)
  })
})

it('what is marked in one slice only, or has fields that must be there, is not composed', () => {
  const query = `type Query { ${find} }`
  expect(composedOf(`${query} ${input}`, `${query} "What to find it by." input By { ${fields} }`)).toEqual({
    errors: expect.arrayContaining([
      '[s1] The input type By is @oneOf in s0 and not here: mark it in every subgraph.',
    ]) as unknown,
  })
  expect(
    composedOf(
      `${query} "What to find it by." input By @oneOf { "Its code." code: ID! "Its year." year: Int = 1 }`,
    ),
  ).toEqual({
    errors: ['code', 'year'].map(
      (field) => `[s0] By.${field} must be nullable, without a default: By is @oneOf.`,
    ),
  })
  expect(composedOf(`${query} ${input}`, `${query} ${input}`)).toMatchObject({
    supergraphSdl: expect.stringContaining('@oneOf') as unknown,
  })
})
