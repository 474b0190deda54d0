/** Interface objects that lead to others: each thing keeps the type that the one subgraph that knows it said, however deep it stands. */
import { describe, expect, it } from 'vitest'
import { federate } from './federate.ts'

interface Area {
  readonly __typename: string
  readonly code: string
}

const areas: readonly Area[] = [
  { __typename: 'Ward', code: 'W1' },
  { __typename: 'Town', code: 'T1' },
  { __typename: 'Town', code: 'T2' },
]
/** W1 leads to T1, T1 to T2, and T2 to W1. */
const nextOf = ({ code }: { readonly code: string }): { readonly code: string } => ({
  code: { W1: 'T1', T1: 'T2', T2: 'W1' }[code] ?? '',
})
const areaOf = ({ code }: { readonly code: string }): Area | undefined =>
  areas.find((one) => one.code === code)

describe('an interface object that leads to its own kind', () => {
  const graph = federate({
    base: {
      sdl: `interface Area @key(fields: "code") { code: ID! name: String }
        type Ward implements Area @key(fields: "code") { code: ID! name: String }
        type Town implements Area @key(fields: "code") { code: ID! name: String mayor: String }`,
      resolvers: {
        Area: { __resolveReference: areaOf },
        Ward: { __resolveReference: areaOf, name: ({ code }: Area) => `ward ${code}` },
        Town: {
          __resolveReference: areaOf,
          name: ({ code }: Area) => `town ${code}`,
          mayor: ({ code }: Area) => `mayor of ${code}`,
        },
      },
    },
    plan: {
      sdl: 'type Query { areas: [Area] } type Area @interfaceObject @key(fields: "code") { code: ID! next: Area }',
      resolvers: { Query: { areas: () => areas.map(({ code }) => ({ code })) }, Area: { next: nextOf } },
    },
  })
  it.each([
    [
      '{ areas { next { next { code } } } }',
      [['T2'], ['W1'], ['T1']].map(([code]) => ({ next: { next: { code } } })),
    ],
    [
      '{ areas { next { ... on Town { next { code } } } } }',
      [{ next: { next: { code: 'T2' } } }, { next: { next: { code: 'W1' } } }, { next: {} }],
    ],
    [
      '{ areas { ... on Town { next { ... on Town { next { code } } } } } }',
      [{}, { next: { next: { code: 'W1' } } }, { next: {} }],
    ],
    [
      '{ areas { next { ... on Town { next { ... on Town { mayor next { code name } } } } } } }',
      [
        { next: { next: { mayor: 'mayor of T2', next: { code: 'W1', name: 'ward W1' } } } },
        { next: { next: {} } },
        { next: {} },
      ],
    ],
    [
      '{ areas { next { ... on Town { next { ... on Town { next { ... on Ward { next { code } } } } } } } } }',
      [{ next: { next: { next: { next: { code: 'T1' } } } } }, { next: { next: {} } }, { next: {} }],
    ],
  ])('is followed through the types that the text names: %s', async (query, expected) => {
    expect(await graph.ask(query)).toEqual({ data: { areas: expected }, paths: [] })
  })
})

it('a thing that comes by two ways at once keeps its type, where one of them knows its interface only', async () => {
  const cat = { __typename: 'Cat', nr: 1 }
  const bee = { __typename: 'Bee', id: '1' }
  const graph = federate({
    a: {
      sdl: `type Cat @key(fields: "nr") { nr: Int! tag: String }
        type Life @interfaceObject @key(fields: "id") { id: ID! seen: Life }`,
      resolvers: { Cat: { tag: () => 'a tag' }, Life: { seen: () => ({ id: '1' }) } },
    },
    b: {
      sdl: `type Cat @key(fields: "nr") { nr: Int! load: Int }
        type Life @interfaceObject @key(fields: "id") { id: ID! mark: [Cat!]! }`,
      resolvers: { Cat: { load: () => 3 }, Life: { mark: () => [cat] } },
    },
    c: {
      sdl: `interface Life @key(fields: "id") { id: ID! } type Bee implements Life @key(fields: "id") { id: ID! }
        type Cat @key(fields: "nr") { nr: Int! tag: String @external load: Int @external code: Int
          past: String! @requires(fields: "load tag") }`,
      resolvers: {
        Life: { __resolveReference: () => bee },
        Cat: {
          code: () => 7,
          past: ({ load, tag }: { load?: number; tag?: string }) => `${String(load)}, ${String(tag)}`,
        },
      },
    },
    d: {
      sdl: `type Query { life: Life } interface Life { id: ID! } type Bee implements Life @key(fields: "id") { id: ID! }
        type Cat @key(fields: "nr") { nr: Int! tag: String @external code: Int @external
          kind: String @requires(fields: "tag code") }`,
      resolvers: {
        Query: { life: () => bee },
        Cat: { kind: ({ tag, code }: { tag?: string; code?: number }) => `${String(tag)}, ${String(code)}` },
      },
    },
  })
  expect(await graph.ask('{ life { seen { mark { kind code past } } } }')).toEqual({
    data: { life: { seen: { mark: [{ kind: 'a tag, 7', code: 7, past: '3, a tag' }] } } },
    paths: [],
  })
})
