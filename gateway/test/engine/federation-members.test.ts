/** Unions and interfaces of which subgraphs know other members, and types and directives of which clients know other than subgraphs. */
import { describe, expect, it } from 'vitest'
import { federate, type Part } from './federate.ts'

const atlas = { __typename: 'Atlas', title: 'Wereld' }
const globe = { __typename: 'Globe', size: 30, maker: { name: 'Blaeu', kind: 'GUILD' } }
const compass = { __typename: 'Compass', points: 32 }

/** A shelf that two subgraphs fill, each with what it knows; only `own` of a shelf is had of one of them. */
const shelf = (name: string, things: readonly object[], sdl: string): Part => ({
  sdl: `type Query { ${name}: Shelf! } type Shelf @key(fields: "id") { id: ID! box: Box @shareable ${name}Box: Box }
    type Box @shareable { things: [Thing!]! } ${sdl}`,
  resolvers: {
    Query: { [name]: () => ({ id: '1' }) },
    Shelf: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      box: () => ({ things }),
      [`${name}Box`]: () => ({ things }),
    },
    ...(sdl.includes('interface') && {
      Thing: { __resolveType: (one: { __typename: string }) => one.__typename },
    }),
  },
})

const kinds = {
  union: federate({
    left: shelf(
      'left',
      [atlas, globe],
      `union Thing = Atlas | Globe type Atlas @shareable { title: String }
        type Globe { size(unit: Unit = CM): Int maker: Maker } type Maker { name: String kind: Kind } enum Kind { GUILD PERSON } enum Unit { CM INCH }`,
    ),
    right: shelf(
      'right',
      [atlas, compass],
      'union Thing = Atlas | Compass type Atlas @shareable { title: String } type Compass { points: Int }',
    ),
  }),
  interface: federate({
    left: shelf(
      'left',
      [atlas, globe],
      `interface Thing { label: String } type Atlas implements Thing @shareable { label: String title: String } type Compass @shareable { points: Int }
        type Globe implements Thing { label: String size(unit: Unit = CM): Int maker: Maker } type Maker { name: String kind: Kind } enum Kind { GUILD PERSON } enum Unit { CM INCH }`,
    ),
    right: shelf(
      'right',
      [atlas, compass],
      `interface Thing { label: String } type Atlas implements Thing @shareable { label: String title: String }
        type Compass implements Thing { label: String points: Int @shareable }`,
    ),
  }),
}

const all =
  '{ things { __typename ... on Atlas { title } ... on Globe { size(unit: $unit) maker { name kind } } ... on Compass { points } } }'

describe.each(['union', 'interface'] as const)(
  'an abstract type of which subgraphs know other members: %s',
  (kind) => {
    const graph = kinds[kind]
    it.each([
      ['left', '{ rightBox', [atlas, compass], ['left', 'right']],
      ['right', '{ leftBox', [atlas, globe], ['right', 'left']],
    ] as const)(
      '%s %s: a field of one subgraph has the members of that subgraph',
      async (root, box, things, asked) => {
        const answer = await graph.ask(`query ($unit: Unit = CM) { ${root} ${box} ${all} } }`)
        expect(answer).toEqual({ data: { [root]: { [box.slice(2)]: { things } } }, paths: [] })
        expect(graph.fetches.map(({ subgraph }) => subgraph)).toEqual(asked)
      },
    )
    it.each(['left', 'right'])(
      '%s { box: what several could give has the fields of the members that all of them know; of others, null',
      async (root) => {
        const { data, paths } = await graph.ask(`query ($unit: Unit = CM) { ${root} { box ${all} } }`)
        const other =
          root === 'left'
            ? { __typename: 'Globe', size: null, maker: null }
            : { __typename: 'Compass', points: null }
        expect({ data, paths }).toEqual({ data: { [root]: { box: { things: [atlas, other] } } }, paths: [] })
        expect(graph.fetches.map(({ query, variables }) => [query.includes('Globe'), variables])).toEqual([
          [false, {}],
        ])
      },
    )
  },
)

it('a fragment that is spread at two places is written at each, for the members that are known there', async () => {
  const graph = federate({
    a: {
      sdl: 'type Query { one: U two: U @shareable } union U = X | Y type X @shareable { v: String } type Y { y: String }',
      resolvers: {
        Query: { one: () => ({ __typename: 'Y', y: 'y' }), two: () => ({ __typename: 'X', v: 'v' }) },
      },
    },
    b: {
      sdl: 'type Query { three: U two: U @shareable } union U = X | Z type X @shareable { v: String } type Z { z: String }',
      resolvers: { Query: { two: () => ({ __typename: 'X', v: 'v' }) } },
    },
  })
  const query = '{ one { ...F } two { ...F } } fragment F on U { ... on X { v } ... on Y { y } }'
  expect(await graph.ask(query)).toEqual({ data: { one: { y: 'y' }, two: { v: 'v' } }, paths: [] })
})

describe('a type that clients do not see', () => {
  const graph = federate({
    a: {
      sdl: `type Query { found: Thing some: [Thing] every: [Thing!] } union Thing = Book | Draft type Book { title: String }
        type Draft @inaccessible { title: String }`,
      resolvers: {
        Query: {
          found: () => ({ __typename: 'Draft', title: 'Later' }),
          some: () => [{ __typename: 'Draft' }, { __typename: 'Book', title: 'Eerste' }],
          every: () => [{ __typename: 'Draft' }],
        },
      },
    },
  })
  it('is nothing to them where there may be nothing, and that is no error', async () => {
    expect(await graph.ask('{ found { __typename } some { ... on Book { title } } }')).toEqual({
      data: { found: null, some: [null, { title: 'Eerste' }] },
      paths: [],
    })
  })
  it('is an error where there must be something', async () => {
    expect(await graph.ask('{ every { __typename } }')).toEqual({
      data: { every: null },
      paths: [['every', 0]],
    })
  })
})

it('an operation that no subgraph can be asked for anything of has no data, and an error', async () => {
  const graph = federate({
    a: {
      sdl: 'interface Thing @key(fields: "id") { id: ID! } type Query { thing: Thing here: Int }',
      resolvers: { Query: { thing: () => null, here: () => 1 }, Thing: { __resolveType: () => 'Thing' } },
    },
    b: {
      sdl: 'type Thing @interfaceObject @key(fields: "id", resolvable: false) { id: ID! size: Int } type Query { other: Thing }',
      resolvers: { Query: { other: () => null } },
    },
  })
  expect(await graph.ask('{ thing { size } }')).toEqual({ data: null, paths: [['thing']] })
  expect(graph.fetches).toEqual([])
  expect(await graph.ask('{ here thing { size } }')).toEqual({
    data: { here: 1, thing: null },
    paths: [['thing']],
  })
})

describe('a directive for operations that subgraphs compose, each with other defaults', () => {
  const part = (name: string, given: string): Part => ({
    sdl: `extend schema @link(url: "https://marks.example/mark/v1.0", import: ["@mark"]) @federation__composeDirective(name: "@mark")
      directive @mark(as: Mark!${given}) on FIELD enum Mark { LIGHT DARK } type Query { ${name}: Int }`,
    resolvers: { Query: { [name]: () => 1 } },
  })
  const parts = { a: part('a', ''), b: part('b', ' = LIGHT') }
  it('may be written by clients and reaches no subgraph', async () => {
    const graph = federate(parts)
    expect(await graph.ask('query ($as: Mark = DARK) { a @mark b @mark(as: $as) }')).toEqual({
      data: { a: 1, b: 1 },
      paths: [],
    })
    expect(graph.fetches.filter(({ query }) => query.includes('mark'))).toEqual([])
    await expect(graph.ask('{ a @remark }')).rejects.toThrow('Unknown directive "@remark"')
    await expect(graph.ask('{ a @mark(as: GREEN) }')).rejects.toThrow('GREEN')
  })
})
