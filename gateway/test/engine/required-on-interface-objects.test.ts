/** Fields that an interface object gives by @requires, reached from a subgraph that does not know the types behind the interface. */
import { describe, expect, it } from 'vitest'
import { federate } from './federate.ts'

interface Area {
  readonly __typename: string
  readonly code: string
  readonly name?: string
}

const areas: readonly Area[] = [
  { __typename: 'Ward', code: 'W1', name: 'ward' },
  { __typename: 'Town', code: 'T1', name: 'town' },
]
const areaOf = ({ code }: { readonly code: string }): Area | undefined =>
  areas.find((one) => one.code === code)

const parts = {
  base: {
    sdl: `interface Area @key(fields: "code") { code: ID! name: String }
      type Ward implements Area @key(fields: "code") { code: ID! name: String }
      type Town implements Area @key(fields: "code") { code: ID! name: String }
      type Query { known: [Area] }`,
    resolvers: {
      Query: { known: () => areas },
      Area: { __resolveReference: areaOf },
      Ward: { __resolveReference: areaOf },
      Town: { __resolveReference: areaOf },
    },
  },
  care: {
    sdl: `type Area @interfaceObject @key(fields: "code") { code: ID! name: String @external load: Int
      mark(of: String): String @requires(fields: "name") record: Record @requires(fields: "name") }
      type Record { a: String b: String }`,
    resolvers: {
      Area: {
        load: () => 3,
        mark: ({ name }: Area, { of = 'mark' }: { of?: string }) => `${of} of ${String(name)}`,
        record: ({ name }: Area) => ({ a: `a of ${String(name)}`, b: `b of ${String(name)}` }),
      },
    },
  },
  plan: {
    sdl: `type Query { areas: [Area] } type Area @interfaceObject @key(fields: "code") { code: ID! next: Area }`,
    resolvers: {
      Query: { areas: () => areas.map(({ code }) => ({ code })) },
      Area: { next: ({ code }: Area) => ({ code: code === 'W1' ? 'T1' : 'W1' }) },
    },
  },
}

describe('fields of an interface object that require others', () => {
  const graph = federate(parts)
  it.each([
    ['{ areas { ... on Ward { mark } } }', { areas: [{ mark: 'mark of ward' }, {}] }],
    ['{ areas { mark } }', { areas: [{ mark: 'mark of ward' }, { mark: 'mark of town' }] }],
    [
      '{ areas { ... on Ward { name mark } ... on Town { load } } }',
      { areas: [{ name: 'ward', mark: 'mark of ward' }, { load: 3 }] },
    ],
    [
      '{ areas { ... on Ward { v: mark(of: "a") } ... on Town { v: mark(of: "b") } } }',
      { areas: [{ v: 'a of ward' }, { v: 'b of town' }] },
    ],
    [
      '{ areas { ... on Ward { record { a } } ... on Town { record { a: b } } } }',
      { areas: [{ record: { a: 'a of ward' } }, { record: { a: 'b of town' } }] },
    ],
    ['{ known { ... on Ward { mark } } }', { known: [{ mark: 'mark of ward' }, {}] }],
    [
      '{ areas { next { ... on Town { next { code } } } } }',
      { areas: [{ next: { next: { code: 'W1' } } }, { next: {} }] },
    ],
    [
      '{ areas { next { ... on Town { mark next { ... on Ward { mark next { mark } } } } } } }',
      {
        areas: [
          { next: { mark: 'mark of town', next: { mark: 'mark of ward', next: { mark: 'mark of town' } } } },
          { next: {} },
        ],
      },
    ],
    [
      '{ known { ... on Ward { next { ... on Town { next { next { load } } } } } } }',
      { known: [{ next: { next: { next: { load: 3 } } } }, {}] },
    ],
  ])('are answered for the types that ask them: %s', async (query, data) => {
    expect(await graph.ask(query)).toEqual({ data, paths: [] })
  })
})

describe('fields that an interface object computes from those of another interface object', () => {
  const typeOf = { a: 'Ward', b: 'Town' }
  type Code = keyof typeof typeOf
  const named = ({ code }: { readonly code: Code }): object => ({ code, __typename: typeOf[code] })
  const graph = federate({
    base: {
      sdl: `interface Area @key(fields: "code") { code: ID! } type Ward implements Area @key(fields: "code") { code: ID! }
        type Town implements Area @key(fields: "code") { code: ID! }`,
      resolvers: { Area: { __resolveReference: named } },
    },
    plan: {
      sdl: `type Area @interfaceObject @key(fields: "code") { code: ID! homes: Int } type Query { areas: [Area] }`,
      resolvers: {
        Query: { areas: () => [{ code: 'a' }, { code: 'b' }] },
        Area: { homes: ({ code }: Area) => (code === 'a' ? 7 : 8) },
      },
    },
    care: {
      sdl: `type Area @interfaceObject @key(fields: "code") {
        code: ID! homes: Int @external need(of: Int): String @requires(fields: "homes") next: Area }`,
      resolvers: {
        Area: {
          need: ({ homes }: { homes?: number }, { of = 0 }: { of?: number }) =>
            `${String(of)} of ${String(homes)}`,
          next: () => ({ code: 'a' }),
        },
      },
    },
  })
  it.each([
    ['{ areas { ... on Ward { need } } }', [{ need: '0 of 7' }, {}]],
    [
      '{ areas { ... on Ward { n: need(of: 1) } ... on Town { n: need(of: 2) } } }',
      [{ n: '1 of 7' }, { n: '2 of 8' }],
    ],
    [
      '{ areas { next { need } ... on Town { need homes } } }',
      [{ next: { need: '0 of 7' } }, { next: { need: '0 of 7' }, need: '0 of 8', homes: 8 }],
    ],
  ])('are asked of the types that ask them, once their types are known: %s', async (query, areas) => {
    expect(await graph.ask(query)).toEqual({ data: { areas }, paths: [] })
  })
})

describe('fields that an interface object computes from what another computes', () => {
  const people = { a: 40, b: 90 }
  type Code = keyof typeof people
  const named = ({ code }: { readonly code: Code }): object => ({
    __typename: code === 'a' ? 'Ward' : 'Town',
    code,
    people: people[code],
  })
  const graph = federate({
    base: {
      sdl: `interface Area @key(fields: "code") { code: ID! people: Int! } type Query { areas: [Area!]! }
        type Ward implements Area @key(fields: "code") { code: ID! people: Int! streets: Int }
        type Town implements Area @key(fields: "code") { code: ID! people: Int! mayor: String }`,
      resolvers: {
        Query: { areas: () => [{ code: 'a' } as const, { code: 'b' } as const].map(named) },
        Area: { __resolveReference: named },
        Ward: { __resolveReference: named },
        Town: { __resolveReference: named },
      },
    },
    care: {
      sdl: `type Query { busy: [Area!]! } type Area @interfaceObject @key(fields: "code") {
        code: ID! people: Int! @external beds: Int clients: Int @requires(fields: "people") }`,
      resolvers: {
        Query: { busy: () => [{ code: 'b' }] },
        Area: { beds: () => 3, clients: ({ people }: { people: number }) => people / 10 },
      },
    },
    plan: {
      sdl: `type Query { first: Area } type Area @interfaceObject @key(fields: "code") {
        code: ID! beds: Int @external clients: Int @external short: Int @requires(fields: "clients beds") }`,
      resolvers: {
        Query: { first: () => ({ code: 'a' }) },
        Area: { short: ({ clients, beds }: { clients: number; beds: number }) => clients - beds },
      },
    },
    purse: {
      sdl: `type Area @interfaceObject @key(fields: "code") {
        code: ID! short: Int @external people: Int! @external costs: Int @requires(fields: "short people") }`,
      resolvers: {
        Area: { costs: ({ short, people }: { short: number; people: number }) => short * people },
      },
    },
  })
  it.each([
    ['{ first { short } }', { first: { short: 1 } }],
    [
      '{ first { __typename code ... on Ward { short } } }',
      { first: { __typename: 'Ward', code: 'a', short: 1 } },
    ],
    ['{ busy { clients short } }', { busy: [{ clients: 9, short: 6 }] }],
    ['{ busy { short people __typename } }', { busy: [{ short: 6, people: 90, __typename: 'Town' }] }],
    [
      '{ areas { ... on Ward { short } ... on Town { clients } } }',
      { areas: [{ short: 1 }, { clients: 9 }] },
    ],
    ['{ first { costs __typename } }', { first: { costs: 40, __typename: 'Ward' } }],
    [
      '{ areas { ... on Ward { costs } ... on Town { people } } }',
      { areas: [{ costs: 40 }, { people: 90 }] },
    ],
    ['{ busy { ... on Ward { streets } costs } }', { busy: [{ costs: 540 }] }],
  ])('are planned, from whichever subgraph the thing comes: %s', async (query, data) => {
    expect(await graph.ask(query)).toEqual({ data, paths: [] })
  })
})

it('are not asked of members of the interface that do not ask them, beside types that are none', async () => {
  const thing = (id: string): { id: string; __typename: string; name: string } => ({
    id,
    __typename: { a: 'Park', b: 'Ward' }[id] ?? 'Town',
    name: `name ${id}`,
  })
  const types = { __resolveType: ({ id }: { id: string }) => thing(id).__typename }
  const graph = federate({
    base: {
      sdl: `interface Place { name: String } type Park implements Place { id: ID! name: String }
        interface Area implements Place @key(fields: "id") { id: ID! name: String }
        type Town implements Area & Place @key(fields: "id") { id: ID! name: String }
        type Ward implements Area & Place @key(fields: "id") { id: ID! name: String } type Query { places: [[Place]] }`,
      resolvers: {
        Query: { places: () => [['c', 'a'].map(thing), [null, thing('b')]] },
        Place: types,
        Area: types,
      },
    },
    care: {
      sdl: `type Area @interfaceObject @key(fields: "id") {
        id: ID! name: String @external mark: String @requires(fields: "name") }`,
      resolvers: { Area: { mark: ({ name }: { name?: string }) => `mark of ${String(name)}` } },
    },
  })
  expect(await graph.ask('{ places { ... on Ward { mark } name } }')).toEqual({
    data: {
      places: [
        [{ name: 'name c' }, { name: 'name a' }],
        [null, { mark: 'mark of name b', name: 'name b' }],
      ],
    },
    paths: [],
  })
})
