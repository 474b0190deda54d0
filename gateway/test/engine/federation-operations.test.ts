/** What of an operation is sent: what required fields need, the variables and fragments that are used, and nothing twice; and where errors stand. */
import { parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { federate } from './federate.ts'

type Row = Readonly<Record<string, unknown>>

describe('@requires with fragments that overlap', () => {
  const shape = `interface Shape { size: Size } type Box implements Shape EXT { size: Size } type Ball implements Shape EXT { size: Size }`
  it('sends all that they select of one object', async () => {
    const graph = federate({
      base: {
        sdl: `type Query { home: Home } type Home @key(fields: "id") { id: ID! shape: Shape shapes: [Shape] } ${shape.replaceAll('EXT', '')}
          type Size { w: Int h: Int }`,
        resolvers: {
          Query: {
            home: () => ({
              id: 'H1',
              shape: { kind: 'Box', size: { w: 1, h: 2 } },
              shapes: [{ kind: 'Box', size: { w: 1, h: 2 } }, { kind: 'Ball', size: { w: 3, h: 4 } }, null],
            }),
          },
          Shape: { __resolveType: ({ kind }: Row) => kind },
        },
      },
      fit: {
        sdl: `type Home @key(fields: "id") { id: ID! shape: Shape @external shapes: [Shape] @external
            vol: String @requires(fields: "shape { size { w } ... on Box { size { h } } }")
            all: String @requires(fields: "shapes { size { w } ... on Box { size { h } } ... on Ball { size { h } } }") }
          ${shape.replaceAll('EXT', '@external')} type Size @external { w: Int h: Int }`,
        resolvers: {
          Home: {
            vol: ({ shape: given }: { shape: Row }) => JSON.stringify(given['size']),
            all: ({ shapes }: { shapes: readonly (Row | null)[] }) =>
              JSON.stringify(shapes.map((one) => one?.['size'] ?? null)),
          },
          Shape: { __resolveType: ({ __typename }: Row) => __typename },
        },
      },
    })
    expect(await graph.ask('{ home { vol all } }')).toEqual({
      paths: [],
      data: { home: { vol: '{"w":1,"h":2}', all: '[{"w":1,"h":2},{"w":3,"h":4},null]' } },
    })
  })
})

describe('variables', () => {
  const graph = federate({
    a: {
      sdl: 'type Query { t: T ts: [T] } type T @key(fields: "id") { id: ID! y(v: Int): String }',
      resolvers: {
        Query: { t: () => ({ id: '1' }), ts: () => [{ id: '1' }] },
        T: { y: (_: unknown, { v }: Row) => `y ${String(v)}` },
      },
    },
    b: {
      sdl: 'type T @key(fields: "id") { id: ID! x(v: String): String }',
      resolvers: { T: { x: ({ id }: Row, { v }: Row) => `x of ${String(id)} ${String(v)}` } },
    },
  })
  it('may have the name that plans give to theirs', async () => {
    const query =
      'query ($representations: String, $hub__representations: Int) { t { x(v: $representations) y(v: $hub__representations) } }'
    expect(await graph.ask(query, { representations: 'R', hub__representations: 3 })).toEqual({
      paths: [],
      data: { t: { x: 'x of 1 R', y: 'y 3' } },
    })
  })

  it('that are null decide over nothing: an error', async () => {
    const query = 'query ($x: Boolean = true) { ts { id @include(if: $x) } }'
    const run = (x?: unknown) =>
      graph.engine.run(
        { text: query, document: parse(query), operationName: undefined, filterKey: '' },
        x === undefined ? {} : { x },
        undefined,
      )
    expect(await run(null)).toMatchObject({
      kind: 'refused',
      errors: [{ nodes: [{ kind: 'VariableDefinition' }], message: expect.stringContaining('$x') }],
    })
    expect(await run()).toMatchObject({ kind: 'answered', text: '{"ts":[{"id":"1"}]}' })
    expect(await run(false)).toMatchObject({ kind: 'answered', text: '{"ts":[{}]}' })
  })

  it('and fragments that the operation does not reach are not sent', async () => {
    const query = `query A($v: String) { t { ...F } } query B($w: Int) { t { ...G } }
      fragment F on T { x(v: $v) } fragment G on T { y(v: $w) }`
    const run = (operationName: string) =>
      graph.engine.run(
        { text: query, document: parse(query), operationName, filterKey: '' },
        { v: 'V', w: 2 },
        undefined,
      )
    expect(await run('A')).toMatchObject({ text: '{"t":{"x":"x of 1 V"}}', errors: [] })
    expect(await run('B')).toMatchObject({ text: '{"t":{"y":"y 2"}}', errors: [] })
  })
})

describe('a required field with arguments', () => {
  const graph = federate({
    base: {
      sdl: 'type Query { p: P } type P @key(fields: "id") { id: ID! price(cur: String): Int }',
      resolvers: {
        Query: { p: () => ({ id: 'P1' }) },
        P: { price: (_: unknown, { cur }: Row) => (cur === 'EUR' ? 100 : 50) },
      },
    },
    shop: {
      sdl: `type P @key(fields: "id") { id: ID! price(cur: String): Int @external c(v: String): String x: X y: X
          a: String @requires(fields: "price(cur: \\"EUR\\")") b: String @requires(fields: "price(cur: \\"USD\\")") }
        type X { p: String q(v: String): String }`,
      resolvers: {
        P: {
          a: ({ price }: Row) => `a ${String(price)}`,
          b: ({ price }: Row) => `b ${String(price)}`,
          c: (_: unknown, { v }: Row) => `c ${String(v)}`,
          x: () => ({ p: 'xp' }),
          y: () => ({ p: 'yp' }),
        },
        X: { q: (_: unknown, { v }: Row) => `q ${String(v)}` },
      },
    },
  })
  it('is sent to those that need it, with the variables and fields that each uses', async () => {
    const values = await graph.ask('query ($v: String) { p { a b c(v: $v) price: c(v: "w") } }', { v: 'V' })
    expect(values).toEqual({ data: { p: { a: 'a 100', b: 'b 50', c: 'c V', price: 'c w' } }, paths: [] })
    const nested = await graph.ask('{ p { a b x { ...F } y { ...F } } } fragment F on X { p q }')
    expect(nested).toEqual({
      data: {
        p: { a: 'a 100', b: 'b 50', x: { p: 'xp', q: 'q undefined' }, y: { p: 'yp', q: 'q undefined' } },
      },
      paths: [],
    })
  })
})

describe('errors', () => {
  const graph = federate({
    a: {
      sdl: 'type Query { ts: [T] } type T @key(fields: "id") { id: ID! }',
      resolvers: { Query: { ts: () => [{ id: '1' }, { id: '2' }] } },
    },
    b: {
      sdl: 'type T @key(fields: "id") { id: ID! bad(v: Int): String }',
      resolvers: {
        T: {
          bad: ({ id }: Row) => {
            if (id === '2') throw new Error('bad')
            return 'good'
          },
        },
      },
    },
  })
  it('stand at every place where the client asks for what failed', async () => {
    expect(await graph.ask('{ a: ts { x: bad y: bad(v: 1) z: bad } b: ts { bad } }')).toEqual({
      data: {
        a: [
          { x: 'good', y: 'good', z: 'good' },
          { x: null, y: null, z: null },
        ],
        b: [{ bad: 'good' }, { bad: null }],
      },
      paths: expect.arrayContaining([
        ['a', 1, 'x'],
        ['a', 1, 'y'],
        ['a', 1, 'z'],
        ['b', 1, 'bad'],
      ]),
    })
  })
})

describe('operations that differ in aliases, names and fragments only', () => {
  it('are planned once', async () => {
    const plans: string[] = []
    const graph = federate(
      {
        a: {
          sdl: 'type Query { t(v: Int): T } type T { id: ID! name: String }',
          resolvers: { Query: { t: () => ({ id: '1', name: 'one' }) } },
        },
      },
      (text) => plans.push(text),
    )
    await graph.ask('query A { t(v: 1) { id name } }')
    await graph.ask('query B { x: t(v: 1) { name: id id: name } }')
    await graph.ask('{ t(v: 1) { ...F } } fragment F on T { id name id }')
    expect(plans).toHaveLength(1)
    await graph.ask('{ t(v: 2) { id name } }')
    expect(plans).toHaveLength(2)
  })
})
