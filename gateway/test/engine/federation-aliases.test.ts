/**
 * What a client calls a field changes nothing but its name in the answer: aliases that are the names of keys, of required fields or of fields of
 * other types, and arguments that differ between types that exclude each other.
 */
import { parse, visit } from 'graphql'
import { describe, expect, it } from 'vitest'
import { federate, type Federation } from './federate.ts'

type Row = Readonly<Record<string, unknown>>

/** No client's alias stands in what subgraphs are asked. */
async function answerOf(graph: Federation, query: string, variables = {}): Promise<unknown> {
  const { data, paths } = await graph.ask(query, variables)
  expect(paths).toEqual([])
  for (const fetch of graph.fetches)
    visit(parse(fetch.query), {
      Field({ alias }) {
        if (alias) expect(alias.value).toMatch(/^hub__\w+_[0-9a-f]{20}$/)
      },
    })
  return data
}

describe('an alias that is the name of a key', () => {
  const area = { code: 'BU1', legacyCode: 'OLD1', name: 'Kern' }
  const graph = federate({
    base: {
      sdl: `type Query { area: Area } type Area @key(fields: "code") { code: ID! legacyCode: ID name: String }
        type Mutation { add: Area }`,
      resolvers: { Query: { area: () => area }, Mutation: { add: () => area } },
    },
    care: {
      sdl: 'type Area @key(fields: "code") { code: ID! clients: String }',
      resolvers: { Area: { clients: ({ code }: Row) => `clients of ${String(code)}` } },
    },
  })
  it.each([
    ['{ area { code: legacyCode clients } }', { area: { code: 'OLD1', clients: 'clients of BU1' } }],
    ['{ area { clients code: legacyCode } }', { area: { code: 'OLD1', clients: 'clients of BU1' } }],
    [
      '{ area { code: name legacyCode: code name: clients } }',
      { area: { code: 'Kern', legacyCode: 'BU1', name: 'clients of BU1' } },
    ],
    [
      '{ area { ...F clients } } fragment F on Area { code: legacyCode }',
      { area: { code: 'OLD1', clients: 'clients of BU1' } },
    ],
    ['{ a: area { __typename: code clients } }', { a: { __typename: 'BU1', clients: 'clients of BU1' } }],
    ['mutation { add { code: name clients } }', { add: { code: 'Kern', clients: 'clients of BU1' } }],
  ])('%s', async (query, data) => {
    expect(await answerOf(graph, query)).toEqual(data)
  })

  it('also of a key of several fields, below an object', async () => {
    const seats = federate({
      base: {
        sdl: `type Query { seat: Seat } type Seat @key(fields: "hall { nr }") { hall: Hall! other: Hall }
          type Hall { nr: Int! name: String }`,
        resolvers: {
          Query: { seat: () => ({ hall: { nr: 1, name: 'one' }, other: { nr: 2, name: 'two' } }) },
        },
      },
      shop: {
        sdl: 'type Seat @key(fields: "hall { nr }") { hall: Hall! @external price: String } type Hall { nr: Int! @external }',
        resolvers: { Seat: { price: ({ hall }: { hall: Row }) => `price of ${String(hall['nr'])}` } },
      },
    })
    expect(await answerOf(seats, '{ seat { hall: other { name } price } }')).toEqual({
      seat: { hall: { name: 'two' }, price: 'price of 1' },
    })
    expect(await answerOf(seats, '{ seat { hall { nr: name } price } }')).toEqual({
      seat: { hall: { nr: 'one' }, price: 'price of 1' },
    })
  })
})

describe('types that exclude each other', () => {
  const places = [
    { kind: 'Ward', id: 'W1', photo: { id: 'a' } },
    { kind: 'Town', id: 'T1', photo: { id: 'b' } },
  ]
  const graph = federate({
    base: {
      sdl: `type Query { places: [Place!] } interface Place { id: ID! }
        type Ward implements Place { id: ID! photo: Photo } type Town implements Place { id: ID! photo: Photo }
        type Photo @key(fields: "id") { id: ID! url: String }`,
      resolvers: { Query: { places: () => places }, Place: { __resolveType: ({ kind }: Row) => kind } },
    },
    media: {
      sdl: `type Photo @key(fields: "id") { id: ID! thumb(width: Int!): String size(unit: String = "cm"): String a: String b: String o: Obj }
        type Obj @shareable { p: String q: String }`,
      resolvers: {
        Photo: {
          thumb: ({ id }: Row, { width }: Row) => `${String(id)}@${String(width)}`,
          size: ({ id }: Row, { unit }: Row) => `${String(id)} ${String(unit)}`,
          a: ({ id }: Row) => `a${String(id)}`,
          b: ({ id }: Row) => `b${String(id)}`,
          o: ({ id }: Row) => ({ p: `p${String(id)}`, q: `q${String(id)}` }),
        },
      },
    },
  })
  const ask = (ward: string, town: string, head = '', variables = {}) =>
    answerOf(
      graph,
      `${head}{ places { ... on Ward { photo { ${ward} } } ... on Town { photo { ${town} } } } }`,
      variables,
    )
  const photos = (ward: object, town: object) => ({ places: [{ photo: ward }, { photo: town }] })

  it('each have their own arguments', async () => {
    expect(await ask('thumb(width: 1)', 'thumb(width: 2)')).toEqual(
      photos({ thumb: 'a@1' }, { thumb: 'b@2' }),
    )
    expect(await ask('size', 'size(unit: "inch")')).toEqual(photos({ size: 'a cm' }, { size: 'b inch' }))
    expect(await ask('thumb(width: $w)', 'thumb(width: 2)', 'query ($w: Int!) ', { w: 9 })).toEqual(
      photos({ thumb: 'a@9' }, { thumb: 'b@2' }),
    )
  })
  it('each have their own fields under one alias', async () => {
    expect(await ask('v: a', 'v: b')).toEqual(photos({ v: 'aa' }, { v: 'bb' }))
    expect(await ask('a', 'a: b')).toEqual(photos({ a: 'aa' }, { a: 'bb' }))
    expect(await ask('o { v: p }', 'o { v: q }')).toEqual(photos({ o: { v: 'pa' } }, { o: { v: 'qb' } }))
  })
})

describe('an interface object', () => {
  const areas = [
    { kind: 'Ward', code: 'W1', name: 'ward' },
    { kind: 'Town', code: 'T1', name: 'town' },
  ]
  const find = ({ code }: Row) => areas.find((one) => one.code === code) ?? null
  const area = 'implements Area @key(fields: "code") { code: ID! name: String }'
  const base = {
    sdl: `type Query { areas: [Area] } interface Area @key(fields: "code") { code: ID! name: String }
      type Ward ${area} type Town ${area}`,
    resolvers: {
      Query: { areas: () => areas },
      Area: { __resolveType: ({ kind }: Row) => kind, __resolveReference: find },
      Ward: { __resolveReference: find },
      Town: { __resolveReference: find },
    },
  }
  const graph = federate({
    base,
    care: {
      sdl: `type Area @interfaceObject @key(fields: "code") { code: ID! load(year: Int): String size: String }
        type Query { ghost: [Area] }`,
      resolvers: {
        Query: { ghost: () => [{ code: 'X9' }, { code: 'W1' }] },
        Area: {
          load: ({ code }: Row, { year }: Row) => `load of ${String(code)} ${String(year ?? '')}`.trim(),
          size: ({ code }: Row) => `size of ${String(code)}`,
        },
      },
    },
  })
  it('has the arguments and aliases of each type behind it', async () => {
    expect(
      await answerOf(graph, '{ areas { ... on Ward { load(year: 1) } ... on Town { load(year: 2) } } }'),
    ).toEqual({
      areas: [{ load: 'load of W1 1' }, { load: 'load of T1 2' }],
    })
    expect(await answerOf(graph, '{ areas { ... on Ward { v: load } ... on Town { v: size } } }')).toEqual({
      areas: [{ v: 'load of W1' }, { v: 'size of T1' }],
    })
    expect(await answerOf(graph, '{ areas { ... on Ward { size code: name } load } }')).toEqual({
      areas: [{ size: 'size of W1', code: 'ward', load: 'load of W1' }, { load: 'load of T1' }],
    })
  })

  it('that the owner of the interface does not know is told of, and who knows it', async () => {
    const types = await graph.ask('{ ghost { load __typename } }')
    expect(types).toEqual({
      data: { ghost: [null, { load: 'load of W1', __typename: 'Ward' }] },
      paths: [['ghost', 0]],
    })
    const names = await graph.ask('{ ghost { load name } }')
    expect(names.data).toEqual({
      ghost: [
        { load: 'load of X9', name: null },
        { load: 'load of W1', name: 'ward' },
      ],
    })
    expect(names.paths).toEqual([['ghost', 0]])
    expect(await graph.ask('{ ghost { load } }')).toEqual({
      data: { ghost: [{ load: 'load of X9' }, { load: 'load of W1' }] },
      paths: [],
    })
  })

  it('with a field that requires others: each type is asked what it asks, and has what that needs', async () => {
    const marks = federate({
      base,
      care: {
        sdl: `type Area @interfaceObject @key(fields: "code") { code: ID! name: String @external load: Int
          mark: String @requires(fields: "name") }`,
        resolvers: { Area: { load: () => 3, mark: ({ name }: Row) => `mark of ${String(name)}` } },
      },
    })
    expect(await answerOf(marks, '{ areas { load ... on Town { mark } } }')).toEqual({
      areas: [{ load: 3 }, { load: 3, mark: 'mark of town' }],
    })
    expect(await answerOf(marks, '{ areas { name: code mark } }')).toEqual({
      areas: [
        { name: 'W1', mark: 'mark of ward' },
        { name: 'T1', mark: 'mark of town' },
      ],
    })
  })
})

describe('an alias that is the name of a required field', () => {
  const graph = federate({
    base: {
      sdl: `type Query { home: Home } type Home @key(fields: "id") { id: ID! rooms: Int floors: Int size: Size cost: Size parent: Home }
        type Size { w: Int h: Int }`,
      resolvers: {
        Query: {
          home: () => ({
            id: 'H1',
            rooms: 4,
            floors: 2,
            size: { w: 5, h: 6 },
            cost: { w: 7, h: 8 },
            parent: { id: 'H0', rooms: 9 },
          }),
        },
      },
    },
    fit: {
      sdl: `type Home @key(fields: "id") { id: ID! rooms: Int @external size: Size @external parent: Home @external
          score: String @requires(fields: "rooms") area: String @requires(fields: "size { w }")
          above: String @requires(fields: "parent { rooms }") }
        type Size { w: Int @external }`,
      resolvers: {
        Home: {
          score: ({ rooms }: Row) => `score of ${String(rooms)}`,
          area: ({ size }: { size: Row }) => `area of ${String(size['w'])}`,
          above: ({ parent }: { parent: Row }) => `above of ${String(parent['rooms'])}`,
        },
      },
    },
  })
  it.each([
    ['{ home { rooms: floors score } }', { rooms: 2, score: 'score of 4' }],
    ['{ home { score rooms: floors } }', { score: 'score of 4', rooms: 2 }],
    ['{ home { size: cost { w } area } }', { size: { w: 7 }, area: 'area of 5' }],
    ['{ home { size { w: h } area } }', { size: { w: 6 }, area: 'area of 5' }],
    ['{ home { parent: id above } }', { parent: 'H1', above: 'above of 9' }],
    [
      '{ home { ... on Home { rooms: area } score area: score } }',
      { rooms: 'area of 5', score: 'score of 4', area: 'score of 4' },
    ],
  ])('%s', async (query, home) => {
    expect(await answerOf(graph, query)).toEqual({ home })
  })

  it('names that every object has are names like others', async () => {
    expect(
      await answerOf(graph, '{ toString: home { constructor: rooms __b: floors valueOf: score } }'),
    ).toEqual({
      toString: { constructor: 4, __b: 2, valueOf: 'score of 4' },
    })
  })
})
