/** `hub gateway` as a federation suite runs it: a supergraph file, subgraphs over HTTP at the addresses in it. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Part } from '../../gateway/test/engine/federate.ts'
import { serveGateway, type ServedGateway } from './served-gateway.ts'

const homes = [
  { id: '1', rent: 500, owner: { id: 'a' } },
  { id: '2', rent: 900, owner: null },
]
const parts: Readonly<Record<string, Part>> = {
  homes: {
    sdl: `extend schema @link(url: "https://shows.example/show/v1.0", import: ["@show"]) @federation__composeDirective(name: "@show")
      directive @show(as: String = "list") on FIELD
      type Query { homes: [Home]!  found: [Found!]! }
      union Found = Home | Street
      type Street { name: String! }
      type Home @key(fields: "id") { id: ID!  rent(in: String!): Int  owner: Owner }
      type Owner @key(fields: "id") { id: ID! }`,
    resolvers: {
      Query: {
        homes: () => [...homes, null],
        found: () => [
          { __typename: 'Street', name: 'Kade' },
          { __typename: 'Home', ...homes[0] },
        ],
      },
      Home: {
        __resolveReference: ({ id }: { id: string }) => homes.find((home) => home.id === id),
        rent: ({ rent }: { rent: number }, given: { in: string }) => (given.in === 'EUR' ? rent : rent * 2),
      },
    },
  },
  allowances: {
    sdl: `type Home @key(fields: "id") { id: ID!  rent(in: String!): Int @external
      inEuro: Int @requires(fields: "rent(in: \\"EUR\\")")
      inGuilders: Int @requires(fields: "rent(in: \\"NLG\\")") }`,
    resolvers: {
      Home: {
        inEuro: ({ rent }: { rent: number }) => rent / 10,
        inGuilders: ({ rent }: { rent: number }) => rent / 10,
      },
    },
  },
  owners: {
    sdl: `type Query { owner: Owner }
      type Owner @key(fields: "id") { id: ID!  name: String!  home: Home }
      type Home @key(fields: "id", resolvable: false) { id: ID! }
      type Mutation { rename(to: String!): Owner! }`,
    resolvers: {
      Owner: {
        __resolveReference: (owner: object) => ({ ...owner, name: 'Ada', home: { id: '2' } }),
      },
      Mutation: { rename: (_: unknown, { to }: { to: string }) => ({ id: 'b', name: to }) },
    },
  },
}

let served: ServedGateway

beforeAll(async () => {
  served = await serveGateway(parts)
})
afterAll(() => served.close())

async function ask(query: string): Promise<{ answer: unknown; asked: readonly string[] }> {
  served.asked.length = 0
  const response = await fetch(served.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  return { answer: await response.json(), asked: [...served.asked].sort() }
}

it('two requirements of one field with other arguments each get their own, and a null in a list stays one', async () => {
  expect(await ask('{ homes { inEuro inGuilders rent(in: "EUR") } }')).toEqual({
    answer: {
      data: {
        homes: [{ inEuro: 50, inGuilders: 100, rent: 500 }, { inEuro: 90, inGuilders: 180, rent: 900 }, null],
      },
    },
    asked: ['allowances', 'allowances', 'homes'],
  })
})

it('things that point at each other are followed over a key that one of them cannot resolve', async () => {
  expect(await ask('{ homes { owner { name home { rent(in: "EUR") } } } }')).toEqual({
    answer: { data: { homes: [{ owner: { name: 'Ada', home: { rent: 900 } } }, { owner: null }, null] } },
    asked: ['homes', 'homes', 'owners'],
  })
})

it('members of a union get their fields of other subgraphs, each its own', async () => {
  expect(await ask('{ found { __typename ... on Street { name } ... on Home { inEuro } } }')).toEqual({
    answer: {
      data: {
        found: [
          { __typename: 'Street', name: 'Kade' },
          { __typename: 'Home', inEuro: 50 },
        ],
      },
    },
    asked: ['allowances', 'homes'],
  })
})

it('mutations run in the order of the client', async () => {
  expect(await ask('mutation { a: rename(to: "Bo") { name } b: rename(to: "Cor") { name } }')).toEqual({
    answer: { data: { a: { name: 'Bo' }, b: { name: 'Cor' } } },
    asked: ['owners'],
  })
})

it('a directive for operations that a subgraph composes may be written by clients', async () => {
  const data = { homes: [{ id: '1' }, { id: '2' }, null] }
  expect(await ask('{ homes @show { id } }')).toEqual({ answer: { data }, asked: ['homes'] })
  expect(await ask('{ __schema { queryType { name } } homes @show(as: "map") { id } }')).toEqual({
    answer: { data: { __schema: { queryType: { name: 'Query' } }, ...data } },
    asked: ['homes'],
  })
  expect(await ask('{ homes @shown { id } }')).toMatchObject({
    answer: { errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] },
  })
})
