/** Graphs that grew: types extended as in Federation 1, parts that disagree on null, enums and inputs, roots by id, mutations. */
import { describe, expect, it } from 'vitest'
import { federate, type Federation } from './federate.ts'

const self = (thing: object): object => thing

async function ask(graph: Federation, query: string, variables = {}): Promise<unknown> {
  const { data, paths } = await graph.ask(query, variables)
  return { data, paths, asked: graph.fetches.map(({ subgraph }) => subgraph) }
}

describe('types extended as in Federation 1', () => {
  const extended = (declaration: string) =>
    federate({
      accounts: {
        sdl: 'type Query { me: User } type User @key(fields: "id") { id: ID! name: String @shareable email: String }',
        resolvers: {
          Query: { me: () => ({ id: '1' }) },
          User: { __resolveReference: self, name: () => 'Ada', email: ({ id }: { id: string }) => `${id}@a` },
        },
      },
      reviews: {
        sdl: `type Query { reviews: [Review!]! } type Review { by: User @provides(fields: "name") }
          ${declaration} { id: ID! @external name: String @external email: String @external reviews: Int greeting: String @requires(fields: "email") }`,
        resolvers: {
          Query: { reviews: () => [{ by: { id: '1', name: 'Ada' } }, { by: { id: '1', name: 'Ada' } }] },
          User: {
            __resolveReference: self,
            reviews: () => 2,
            greeting: ({ email }: { email: string }) => `to ${email}`,
          },
        },
      },
    })
  it.each(['extend type User @key(fields: "id")', 'type User @extends @key(fields: "id")'])(
    '`%s` adds its fields, requires and provides as any other',
    async (declaration) => {
      const graph = extended(declaration)
      expect(await ask(graph, '{ me { name reviews greeting } }')).toEqual({
        data: { me: { name: 'Ada', reviews: 2, greeting: 'to 1@a' } },
        paths: [],
        asked: expect.arrayContaining(['accounts', 'reviews']) as unknown,
      })
      expect(graph.fetches).toHaveLength(2)
      expect(await ask(graph, '{ reviews { by { id name } } }')).toEqual({
        data: { reviews: [{ by: { id: '1', name: 'Ada' } }, { by: { id: '1', name: 'Ada' } }] },
        paths: [],
        asked: ['reviews'],
      })
      expect(await ask(graph, '{ reviews { by { greeting } } }')).toEqual({
        data: { reviews: [{ by: { greeting: 'to 1@a' } }, { by: { greeting: 'to 1@a' } }] },
        paths: [],
        asked: ['reviews', 'accounts', 'reviews'],
      })
      expect(graph.fetches[1]?.variables['representations']).toHaveLength(1)
    },
  )
})

describe('a field that one subgraph never leaves null and another may', () => {
  const mismatched = (given: string | null) =>
    federate({
      a: {
        sdl: 'union Found = Home | Ship type Query { found: [Found]! home: Home @shareable } type Home @key(fields: "id") { id: ID! title: String! @shareable } type Ship { title: String }',
        resolvers: {
          Query: {
            found: () => [
              { __typename: 'Ship', title: null },
              { __typename: 'Home', id: '1', title: given },
            ],
            home: () => ({ id: '1', title: given }),
          },
        },
      },
      b: {
        sdl: 'type Query { kept: [Home] } type Home @key(fields: "id") { id: ID! title: String @shareable }',
        resolvers: { Query: { kept: () => [{ id: '1', title: null }, null] } },
      },
    })
  it('may be null for clients', async () => {
    const graph = mismatched('Kade 1')
    expect(await ask(graph, '{ kept { title } home { title } }')).toEqual({
      data: { kept: [{ title: null }, null], home: { title: 'Kade 1' } },
      paths: [],
      asked: expect.arrayContaining(['a', 'b']) as unknown,
    })
  })
  it('asked under one name of members of a union gives each its own', async () => {
    expect(
      await ask(mismatched('Kade 1'), '{ found { ... on Home { title } ... on Ship { title } } }'),
    ).toEqual({ data: { found: [{ title: null }, { title: 'Kade 1' }] }, paths: [], asked: ['a'] })
  })
  it('a null of the one that promised none costs what that subgraph says it costs', async () => {
    expect(await ask(mismatched(null), '{ found { ... on Home { title } } home { title } }')).toEqual({
      data: { found: [{}, null], home: null },
      paths: [
        ['found', 1, 'title'],
        ['home', 'title'],
      ],
      asked: ['a'],
    })
  })
})

describe('a root by id over subgraphs', () => {
  const types: Readonly<Record<string, string>> = { p: 'Product', c: 'Category' }
  const graph = federate({
    nodes: {
      sdl: `type Query { node(id: ID!): Node } interface Node { id: ID! } type Product implements Node @key(fields: "id") { id: ID! price: Int } type Category implements Node @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: {
          node: (_: unknown, { id }: { id: string }) =>
            types[id.charAt(0)] ? { __typename: types[id.charAt(0)], id, price: 3 } : null,
        },
      },
    },
    names: {
      sdl: `interface Node { id: ID! } type Product implements Node @key(fields: "id") { id: ID! name: String }
        type Category implements Node @key(fields: "id") { id: ID! name: String }`,
      resolvers: {
        Product: { __resolveReference: self, name: ({ id }: { id: string }) => `product ${id}` },
        Category: { __resolveReference: self, name: ({ id }: { id: string }) => `category ${id}` },
      },
    },
    chats: {
      sdl: 'type Query { chat: Node } interface Node { id: ID! } type Chat implements Node @key(fields: "id") { id: ID! text: String }',
      resolvers: { Query: { chat: () => ({ __typename: 'Chat', id: 'x1', text: 'hi' }) } },
    },
  })
  const query = `query ($id: ID!) { node(id: $id) {
    __typename id ... on Product { name price } ... on Category { name } ... on Chat { text }
  } }`
  it('gives things of each type with their fields of the others', async () => {
    expect(await ask(graph, query, { id: 'p1' })).toEqual({
      data: { node: { __typename: 'Product', id: 'p1', name: 'product p1', price: 3 } },
      paths: [],
      asked: ['nodes', 'names'],
    })
    expect(await ask(graph, query, { id: 'c1' })).toEqual({
      data: { node: { __typename: 'Category', id: 'c1', name: 'category c1' } },
      paths: [],
      asked: ['nodes', 'names'],
    })
  })
  it('asks nobody more of what it does not find', async () => {
    expect(await ask(graph, query, { id: 'x1' })).toEqual({
      data: { node: null },
      paths: [],
      asked: ['nodes'],
    })
  })
  it('of a type that its subgraph does not have, nothing is asked of it; who has it gives it', async () => {
    expect(await ask(graph, '{ node(id: "p1") { id ... on Chat { text } } }')).toEqual({
      data: { node: { id: 'p1' } },
      paths: [],
      asked: ['nodes'],
    })
    expect(graph.fetches[0]?.query).not.toContain('Chat')
    expect(
      await ask(graph, '{ chat { __typename id ... on Product { name } ... on Chat { text } } }'),
    ).toEqual({
      data: { chat: { __typename: 'Chat', id: 'x1', text: 'hi' } },
      paths: [],
      asked: ['chats'],
    })
  })
})

it('a mutation gives a thing whose other fields come from elsewhere, and is done once', async () => {
  let made = 0
  const graph = federate({
    orders: {
      sdl: 'type Query { orders: Int } type Mutation { order(ware: ID!): Order } type Order { ware: Ware } type Ware @key(fields: "id") { id: ID! }',
      resolvers: {
        Mutation: {
          order: (_: unknown, { ware }: { ware: string }) => ((made += 1), { ware: { id: ware } }),
        },
      },
    },
    wares: {
      sdl: 'type Query { ware: Ware } type Mutation { price(ware: ID!): Ware } type Ware @key(fields: "id") { id: ID! name: String }',
      resolvers: {
        Mutation: { price: (_: unknown, { ware }: { ware: string }) => ({ id: ware }) },
        Ware: { __resolveReference: self, name: ({ id }: { id: string }) => `ware ${id}` },
      },
    },
  })
  expect(
    await ask(
      graph,
      'mutation { order(ware: "1") { ware { name } } price(ware: "2") { name } last: order(ware: "3") { ware { id name } } }',
    ),
  ).toEqual({
    data: {
      order: { ware: { name: 'ware 1' } },
      price: { name: 'ware 2' },
      last: { ware: { id: '3', name: 'ware 3' } },
    },
    paths: [],
    asked: ['orders', 'wares', 'wares', 'orders', 'wares'],
  })
  expect(made).toBe(2)
})

describe('enums and inputs of which each subgraph has another part', () => {
  const graph = federate({
    a: {
      sdl: 'type Query { byA(level: Level, filter: Filter): String } enum Level { LOW MIDDLE } input Filter { first: Int! onlyA: Int }',
      resolvers: { Query: { byA: (_: unknown, given: object) => JSON.stringify(given) } },
    },
    b: {
      sdl: 'type Query { byB(level: Level, filter: Filter): String } enum Level { LOW HIGH } input Filter { first: Int onlyB: Int }',
      resolvers: { Query: { byB: (_: unknown, given: object) => JSON.stringify(given) } },
    },
  })
  it('what all have reaches each, written out or in variables', async () => {
    const given = '{"level":"LOW","filter":{"first":1}}'
    expect(
      await ask(
        graph,
        'query ($level: Level, $filter: Filter) { byA(level: LOW, filter: { first: 1 }) byB(level: $level, filter: $filter) }',
        { level: 'LOW', filter: { first: 1 } },
      ),
    ).toMatchObject({ data: { byA: given, byB: given }, paths: [] })
  })
  it('what one alone has is no part of the graph', async () => {
    await expect(graph.ask('{ byA(level: MIDDLE) }')).rejects.toThrow(/MIDDLE/)
    await expect(graph.ask('{ byA(filter: { first: 1, onlyA: 1 }) }')).rejects.toThrow(/onlyA/)
    await expect(graph.ask('{ byB(filter: {}) }')).rejects.toThrow(/first/)
  })
})
