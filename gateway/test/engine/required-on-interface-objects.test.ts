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
