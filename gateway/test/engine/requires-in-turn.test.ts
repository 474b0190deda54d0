/** Fields that require fields that require others: each is computed from what it requires, whichever subgraph the plan comes by anyway. */
import { OperationTypeNode } from 'graphql'
import { describe, expect, it } from 'vitest'
import type { FetchNode } from '@apollo/query-planner'
import { checkGiven } from '../../src/engine/compile/given-fields.ts'
import { graphsByName } from '../../src/engine/supergraph/join-directives.ts'
import { supergraphSchema } from '../../src/engine/supergraph/supergraph.ts'
import { federate } from './federate.ts'

interface Home {
  readonly rent?: number
  readonly price?: number
  readonly tax?: number
}
const fromRent = { price: ({ rent }: Home) => `price of ${String(rent)}` }

describe('a required field that requires another itself', () => {
  const two = {
    one: {
      sdl: `type Query { home: Home } type Home @key(fields: "id") {
        id: ID! rent: Int @external price: String @requires(fields: "rent") rooms: Int }`,
      resolvers: { Query: { home: () => ({ id: '1' }) }, Home: { ...fromRent, rooms: () => 4 } },
    },
    two: {
      sdl: `type Home @key(fields: "id") {
        id: ID! rent: Int price: String @external tax: String @requires(fields: "price") }`,
      resolvers: { Home: { rent: () => 900, tax: ({ price }: Home) => `tax of ${String(price)}` } },
    },
  }
  it.each([
    ['{ home { tax } }', { tax: 'tax of price of 900' }],
    ['{ home { tax price } }', { tax: 'tax of price of 900', price: 'price of 900' }],
    [
      '{ home { rooms tax rent price } }',
      { rooms: 4, tax: 'tax of price of 900', rent: 900, price: 'price of 900' },
    ],
  ])('is had from the subgraph that the plan begins with, once that can be told: %s', async (query, home) => {
    const graph = federate(two)
    expect(await graph.ask(query)).toEqual({ data: { home }, paths: [] })
    expect(graph.fetches.map(({ subgraph }) => subgraph)).toEqual(['one', 'two', 'one', 'two'])
  })

  it('is waited for where a third subgraph has what it requires', async () => {
    const graph = federate({
      one: two.one,
      two: {
        sdl: `type Home @key(fields: "id") {
          id: ID! rent: Int @external price: String @external tax: String @requires(fields: "price rent") }`,
        resolvers: {
          Home: { tax: ({ price, rent }: Home) => `tax of ${String(price)} and ${String(rent)}` },
        },
      },
      three: {
        sdl: 'type Home @key(fields: "id") { id: ID! rent: Int }',
        resolvers: { Home: { rent: () => 900 } },
      },
    })
    expect(await graph.ask('{ home { tax } }')).toEqual({
      data: { home: { tax: 'tax of price of 900 and 900' } },
      paths: [],
    })
    expect(graph.fetches.map(({ subgraph }) => subgraph)).toEqual(['one', 'three', 'one', 'two'])
  })

  it('takes the arguments of its own requirement along, and leaves the client’s beside them', async () => {
    const graph = federate({
      one: {
        sdl: `type Query { home: Home } type Home @key(fields: "id") {
          id: ID! rent(year: Int = 1): Int @external price(in: String): String @requires(fields: "rent(year: 9)") }`,
        resolvers: { Query: { home: () => ({ id: '1' }) }, Home: fromRent },
      },
      two: {
        sdl: `type Home @key(fields: "id") {
          id: ID! rent(year: Int = 1): Int price(in: String): String @external
          tax: String @requires(fields: "price(in: \\"EUR\\")") }`,
        resolvers: {
          Home: {
            rent: (_: Home, { year }: { year: number }) => 100 * year,
            tax: ({ price }: Home) => `tax of ${String(price)}`,
          },
        },
      },
    })
    expect(await graph.ask('{ home { rent tax price } }')).toEqual({
      data: { home: { rent: 100, tax: 'tax of price of 900', price: 'price of 900' } },
      paths: [],
    })
  })

  it.each([
    ['{ street { homes { bill } } }', { homes: [{ bill: 'bill of tax of price of 9 and owner' }] }],
    [
      '{ street { next { homes { rooms(of: 2) bill nr } } } }',
      { next: { homes: [{ rooms: 2, bill: 'bill of tax of price of 9 and owner', nr: 1 }] } },
    ],
  ])(
    'may require one that requires one that requires one, of things that subgraphs know by different keys: %s',
    async (query, street) => {
      const own = { __resolveReference: (given: object) => ({ id: 'h1', nr: 1, ...given }) }
      const streets = {
        ...own,
        next: () => ({ id: 's', nr: 1 }),
        homes: () => [{ id: 'h1', nr: 1 }],
        tax: () => 9,
        size: ({ tax }: Home) => tax,
      }
      const graph = federate({
        one: {
          sdl: `type Query { street: Street }
            type Street @key(fields: "id nr") { id: ID! nr: Int! tax: Int next: Street! @shareable size: Int @external }
            type Shop @key(fields: "id") { id: ID! size: Int @shareable } union Site = Street | Shop
            type Home @key(fields: "id") @key(fields: "nr") { id: ID! nr: Int! rooms(of: Int!): Int owner: String @external
              site: Site @external price: String
              @requires(fields: "site { ... on Street { size } ... on Shop { size } } owner") }`,
          resolvers: {
            Query: { street: streets.next },
            Street: streets,
            Home: {
              ...own,
              rooms: (_: Home, { of }: { of: number }) => of,
              price: ({ site, owner }: { site?: { size?: number }; owner?: string }) =>
                `price of ${String(site?.size)} and ${String(owner)}`,
            },
          },
        },
        two: {
          sdl: `type Street @key(fields: "id nr") { id: ID! nr: Int! homes: [Home!]! @shareable }
            type Home @key(fields: "nr") { nr: Int! owner: String rooms(of: Int!): Int @external price: String @external
              tax: String @requires(fields: "rooms(of: 5) price") }`,
          resolvers: {
            Street: streets,
            Home: { ...own, owner: () => 'owner', tax: ({ price }: Home) => `tax of ${String(price)}` },
          },
        },
        three: {
          sdl: `type Street @key(fields: "id nr") { id: ID! nr: Int! homes: [Home!]! @shareable next: Street! @shareable
              tax: Int @external size: Int @requires(fields: "tax") }
            type Shop @key(fields: "id") { id: ID! size: Int @shareable } union Site = Street | Shop
            type Home @key(fields: "id") { id: ID! site: Site rooms(of: Int!): Int @external tax: String @external
              bill: String @requires(fields: "rooms(of: 5) tax") }`,
          resolvers: {
            Street: streets,
            Home: {
              ...own,
              site: () => ({ __typename: 'Street', id: 's', nr: 1 }),
              bill: ({ tax }: Home) => `bill of ${String(tax)}`,
            },
          },
        },
      })
      expect(await graph.ask(query)).toEqual({ data: { street }, paths: [] })
    },
  )
})

describe('fields that require one which requires a third, behind an interface object', () => {
  const life = {
    __resolveType: () => 'Home',
    __resolveReference: (given: object) => ({ ...given, __typename: 'Home' }),
  }
  const street = { __resolveReference: (given: object) => given, code: () => 's' }
  const parts = {
    streets: {
      sdl: `type Query { street: Street } type Street @key(fields: "code") { code: ID! first: Place @shareable }
        type Place @interfaceObject @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: { street: () => ({ code: 's' }) },
        Street: { ...street, first: () => ({ id: 'h' }) },
      },
    },
    prices: {
      sdl: `interface Place @key(fields: "id") { id: ID! }
        type Home implements Place @key(fields: "id") {
          id: ID! tax: Int rent: Int @external price: String @requires(fields: "rent") }`,
      resolvers: { Place: life, Home: { ...fromRent, tax: () => 5 } },
    },
    rents: {
      sdl: `interface Place { id: ID! } type Street @key(fields: "code") { code: ID! first: Place @shareable }
        type Home implements Place @key(fields: "id") {
          id: ID! rent: Int tax: Int @external price: String @external
          bill(of: Int!): String! @requires(fields: "price tax") }`,
      resolvers: {
        Place: life,
        Street: { ...street, first: () => ({ __typename: 'Home', id: 'h' }) },
        Home: {
          rent: () => 900,
          bill: ({ price, tax }: Home, { of }: { of: number }) =>
            `${String(of)} of ${String(price)} and ${String(tax)}`,
        },
      },
    },
  }
  it.each([
    ['one: bill(of: 1) two: bill(of: 2)', {}],
    ['one: bill(of: 1) price two: bill(of: 2)', { price: 'price of 900' }],
    [
      'price one: bill(of: 1) tax two: bill(of: 2) rent three: bill(of: 3)',
      { price: 'price of 900', tax: 5, rent: 900, three: '3 of price of 900 and 5' },
    ],
  ])('each have their values, however often and beside what they require: %s', async (asked, more) => {
    const graph = federate(parts)
    expect(await graph.ask(`{ street { first { ... on Home { ${asked} } } } }`)).toEqual({
      data: {
        street: { first: { one: '1 of price of 900 and 5', two: '2 of price of 900 and 5', ...more } },
      },
      paths: [],
    })
    expect(graph.fetches).toHaveLength(6)
  })
})

describe('a fetch that its subgraph cannot answer rightly', () => {
  const { supergraphSdl } = federate({
    one: {
      sdl: `type Query { home: Home given: Home @provides(fields: "rent") } type Home @key(fields: "id") {
        id: ID! rent: Int @external price: Int @requires(fields: "rent") }`,
      resolvers: {},
    },
    two: {
      sdl: 'type Home @key(fields: "id") { id: ID! rent: Int @shareable }',
      resolvers: {},
    },
  })
  const supergraph = supergraphSchema(supergraphSdl)
  const check = (operation: string, requires?: FetchNode['requires']) => () => {
    const node = {
      kind: 'Fetch',
      serviceName: 'one',
      operation,
      operationKind: OperationTypeNode.QUERY,
    } as FetchNode
    checkGiven({ ...node, ...(requires && { requires }) }, { supergraph, graphOf: graphsByName(supergraph) })
  }
  const sending = (...names: string[]): FetchNode['requires'] => [
    {
      kind: 'InlineFragment',
      typeCondition: 'Home',
      selections: names.map((name) => ({ kind: 'Field', name })),
    },
  ]
  const entities = (text: string): string =>
    `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Home { ${text} } } }`

  it('is refused, with the subgraph and the field', () => {
    expect(check('{ home { price } }')).toThrow(
      'The plan asks the subgraph "one" for Home.price without what that requires.',
    )
    expect(check('{ home { rent price } }')).toThrow(
      'The plan asks the subgraph "one" for Home.rent which it does not have.',
    )
    expect(check(entities('price'), sending('__typename', 'id'))).toThrow('Home.price without what')
  })
  it('is none where what it requires is sent along or provided', () => {
    expect(check(entities('price'), sending('__typename', 'id', 'rent'))).not.toThrow()
    expect(check('{ given { rent price } }')).not.toThrow()
  })
})
