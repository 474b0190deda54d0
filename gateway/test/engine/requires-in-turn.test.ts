/** Fields that require fields that require others: each is computed from what it requires, whichever subgraph the plan comes by anyway. */
import { OperationTypeNode } from 'graphql'
import { describe, expect, it } from 'vitest'
import type { FetchNode } from '@apollo/query-planner'
import { checkGiven } from '../../src/engine/given-fields.ts'
import { graphsByName } from '../../src/engine/join-directives.ts'
import { supergraphSchema } from '../../src/supergraph.ts'
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
