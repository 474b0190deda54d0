/** One subgraph that is asked, of some types, for what requires another field, and of others for what requires none. */
import { expect, it } from 'vitest'
import { federate } from './federate.ts'

const people = { w: 20, t: 50 }
const named = ({ id, code = id }: { id?: string; code?: string }): object => ({
  __typename: code === 't' ? 'Town' : 'Ward',
  id: code,
  code,
  people: people[code as keyof typeof people],
})
const keys = '@key(fields: "id") @key(fields: "code")'
const fields = '{ id: ID! code: ID! people: Int }'
const ref = { __resolveReference: named }

const graph = federate({
  base: {
    sdl: `type Query { hits: [Hit] } union Hit = Ward | Town interface Area ${keys} ${fields}
      type Town implements Area ${keys} ${fields} type Ward implements Area ${keys} ${fields}`,
    resolvers: {
      Query: { hits: () => ['w', 't'].map((id) => named({ id })) },
      Area: ref,
      Town: ref,
      Ward: ref,
    },
  },
  care: {
    sdl: `type Area @interfaceObject @key(fields: "code") {
      code: ID! people: Int @external beds: Int clients: Int @requires(fields: "people") }`,
    resolvers: {
      Area: { beds: () => 3, clients: ({ people: count }: { people: number }) => count / 10 },
    },
  },
  purse: {
    sdl: `type Area @interfaceObject @key(fields: "id") {
      id: ID! beds: Int @external clients: Int @external costs: Int @requires(fields: "clients beds") }`,
    resolvers: {
      Area: { costs: ({ clients, beds }: { clients: number; beds: number }) => clients * beds },
    },
  },
})

it.each([
  ['{ hits { ... on Ward { beds } ... on Town { costs } } }', [{ beds: 3 }, { costs: 15 }]],
  ['{ hits { ... on Ward { beds } ... on Town { beds costs } } }', [{ beds: 3 }, { beds: 3, costs: 15 }]],
  ['{ hits { ... on Ward { beds } ... on Town { clients } } }', [{ beds: 3 }, { clients: 5 }]],
  ['{ hits { ... on Ward { costs beds } ... on Town { costs } } }', [{ costs: 6, beds: 3 }, { costs: 15 }]],
])('each type has what it asks: %s', async (query, hits) => {
  expect(await graph.ask(query)).toEqual({ data: { hits }, paths: [] })
})
