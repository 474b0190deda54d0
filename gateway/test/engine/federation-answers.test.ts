/** Order, repetition, nulls and errors: the answer is what one schema over all the data would give. */
import { describe, expect, it } from 'vitest'
import { federate } from './federate.ts'

const books = [
  { id: '1', isbn: 'a', title: 'Eerste', weight: 2, price: 10, owner: 'x' },
  { id: '2', isbn: 'b', title: 'Tweede', weight: 3, price: 20, owner: 'y' },
]
const byId = ({ id }: { id: string }) => books.find((book) => book.id === id) ?? null

describe('order and repetition', () => {
  it('mutations run one after another, in the order of the client, over subgraphs', async () => {
    const done: string[] = []
    const act = (name: string, wait: number) => async () => {
      await new Promise((resolve) => setTimeout(resolve, wait))
      done.push(name)
      return done.length
    }
    const graph = federate({
      a: {
        sdl: 'type Query { a: Int } type Mutation { first: Int third: Int }',
        resolvers: { Mutation: { first: act('first', 30), third: act('third', 0) } },
      },
      b: {
        sdl: 'type Query { b: Int } type Mutation { second: Int }',
        resolvers: { Mutation: { second: act('second', 10) } },
      },
    })
    expect(await graph.ask('mutation { first second third }')).toEqual({
      data: { first: 1, second: 2, third: 3 },
      paths: [],
    })
    expect(done).toEqual(['first', 'second', 'third'])
  })

  it('things that point at each other over subgraphs are followed as deep as asked', async () => {
    const graph = federate({
      a: {
        sdl: 'type Query { book: Book } type Book @key(fields: "id") { id: ID! owner: Person } type Person @key(fields: "id") { id: ID! }',
        resolvers: {
          Query: { book: () => books[0] },
          Book: { __resolveReference: byId, owner: ({ owner }: { owner: string }) => ({ id: owner }) },
        },
      },
      b: {
        sdl: 'type Person @key(fields: "id") { id: ID! book: Book name: String } type Book @key(fields: "id") { id: ID! }',
        resolvers: {
          Person: {
            __resolveReference: (person: object) => person,
            book: ({ id }: { id: string }) => ({ id: books.find(({ owner }) => owner === id)?.id }),
            name: ({ id }: { id: string }) => `person ${id}`,
          },
        },
      },
    })
    expect(await graph.ask('{ book { owner { name book { owner { name book { id } } } } } }')).toEqual({
      data: {
        book: { owner: { name: 'person x', book: { owner: { name: 'person x', book: { id: '1' } } } } },
      },
      paths: [],
    })
  })

  it('one field asked twice with different arguments keeps both answers', async () => {
    const graph = federate({
      a: {
        sdl: 'type Query { book: Book } type Book @key(fields: "id") { id: ID! }',
        resolvers: { Query: { book: () => ({ id: '1' }) } },
      },
      b: {
        sdl: 'type Book @key(fields: "id") { id: ID! price(in: String!): String }',
        resolvers: {
          Book: {
            __resolveReference: (book: object) => book,
            price: (_: unknown, given: { in: string }) => given.in,
          },
        },
      },
    })
    const query =
      'query ($c: String!) { book { price(in: "EUR") dollars: price(in: "USD") given: price(in: $c) } }'
    expect(await graph.ask(query, { c: 'YEN' })).toEqual({
      data: { book: { price: 'EUR', dollars: 'USD', given: 'YEN' } },
      paths: [],
    })
  })

  it('members of a union that give one key different types are kept apart', async () => {
    const graph = federate({
      a: {
        sdl: 'type Query { media: [Media!]! } union Media = Book | Film type Book @key(fields: "id") { id: ID! size: Int } type Film @key(fields: "id") { id: ID! }',
        resolvers: {
          Query: {
            media: () => [
              { __typename: 'Book', id: '1', size: 0 },
              { __typename: 'Film', id: '7' },
            ],
          },
        },
      },
      b: {
        sdl: 'type Film @key(fields: "id") { id: ID! size: String! }',
        resolvers: { Film: { __resolveReference: () => ({ id: '7', size: '' }) } },
      },
    })
    expect(await graph.ask('{ media { ... on Book { pages: size } ... on Film { length: size } } }')).toEqual(
      {
        data: { media: [{ pages: 0 }, { length: '' }] },
        paths: [],
      },
    )
  })
})

describe('nulls and errors', () => {
  const failing = (sdl: string, title: () => string | null) =>
    federate({
      a: {
        sdl: 'type Query { books: [Book] one: Book! } type Book @key(fields: "id") { id: ID! }',
        resolvers: {
          Query: { books: () => [{ id: '1' }, { id: '2' }, { id: '1' }], one: () => ({ id: '1' }) },
        },
      },
      b: { sdl, resolvers: { Book: { __resolveReference: byId, title } } },
    })
  const fail = (): never => {
    throw new Error('no title')
  }
  it('an error of a thing that stands at several places is told at each of them', async () => {
    const graph = failing('type Book @key(fields: "id") { id: ID! title: String }', fail)
    expect(await graph.ask('{ books { t: title } }')).toEqual({
      data: { books: [{ t: null }, { t: null }, { t: null }] },
      paths: [
        ['books', 0, 't'],
        ['books', 2, 't'],
        ['books', 1, 't'],
      ],
    })
  })
  it('a null where none may be takes its parent along, up to what may be null, and is told once', async () => {
    const graph = failing('type Book @key(fields: "id") { id: ID! title: String! }', fail)
    const { data, paths } = await graph.ask('{ books { title } }')
    expect(data).toEqual({ books: [null, null, null] })
    expect(paths).toHaveLength(3)
    expect(await graph.ask('{ one { title } }')).toMatchObject({ data: null })
  })
  it('a thing that a subgraph does not know leaves its fields null; where they may not be, that is told', async () => {
    const unknown = (type: string) =>
      federate({
        a: {
          sdl: 'type Query { book: Book } type Book @key(fields: "id") { id: ID! }',
          resolvers: { Query: { book: () => ({ id: '9' }) } },
        },
        b: {
          sdl: `type Book @key(fields: "id") { id: ID! title: ${type} }`,
          resolvers: { Book: { __resolveReference: byId } },
        },
      })
    expect(await unknown('String').ask('{ book { id title } }')).toEqual({
      data: { book: { id: '9', title: null } },
      paths: [],
    })
    expect(await unknown('String!').ask('{ book { id title } }')).toEqual({
      data: { book: null },
      paths: [['book', 'title']],
    })
  })
  it('an error that takes a thing along explains the fields beside it: it is told once', async () => {
    const graph = federate({
      a: {
        sdl: 'type Query { book: Book } type Book @key(fields: "id") { id: ID! }',
        resolvers: { Query: { book: () => books[0] } },
      },
      b: {
        sdl: 'type Book @key(fields: "id") { id: ID! title: String! weight: Int! }',
        resolvers: {
          Book: {
            __resolveReference: byId,
            weight: () => {
              throw new Error('no scales')
            },
          },
        },
      },
    })
    expect(await graph.ask('{ book { title weight } }')).toEqual({
      data: { book: null },
      paths: [['book', 'weight']],
    })
  })

  it('an object of which every field is left out by @skip is an empty object', async () => {
    const graph = manyFields()
    expect(await graph.ask('query ($no: Boolean = true) { book { title @skip(if: $no) } }')).toEqual({
      data: { book: {} },
      paths: [],
    })
    expect(
      await graph.ask('query ($no: Boolean = true) { book { title @skip(if: $no) } }', { no: false }),
    ).toEqual({
      data: { book: { title: 'Eerste' } },
      paths: [],
    })
  })
  const manyFields = () =>
    federate({
      a: {
        sdl: 'type Query { book: Book } type Book @key(fields: "id") { id: ID! }',
        resolvers: { Query: { book: () => ({ id: '1' }) } },
      },
      b: {
        sdl: 'type Book @key(fields: "id") { id: ID! title: String }',
        resolvers: { Book: { __resolveReference: byId } },
      },
    })
  describe('a field of an interface that nothing implements', () => {
    const graph = (none: object | null) =>
      federate({
        a: {
          sdl: 'type Query { none: Nothing here: Int book: Book } interface Nothing { id: ID! } type Book { title: String none: Nothing }',
          resolvers: {
            Query: { here: () => 1, none: () => none, book: () => ({ title: 'Eerste', none }) },
            Nothing: { __resolveType: () => 'Unheard' },
          },
        },
      })
    const cases = [
      ['{ none { id } }', { none: null }, ['none']],
      ['{ other: none { __typename } }', { other: null }, ['other']],
      ['{ here none { id } }', { here: 1, none: null }, ['none']],
      ['{ book { title none { id } } }', { book: { title: 'Eerste', none: null } }, ['book', 'none']],
    ] as const
    it.each(cases)('is asked of its subgraph, whose null is the answer: %s', async (query, data) => {
      const nothing = graph(null)
      expect(await nothing.ask(query)).toEqual({ data, paths: [] })
      expect(nothing.fetches).toMatchObject([{ query: expect.stringContaining('none') as unknown }])
    })
    it.each(cases)(
      'is an error at its place where the subgraph has one all the same: %s',
      async (query, data, path) => {
        const something = graph({ id: '1' })
        expect(await something.ask(query)).toEqual({ data, paths: [path] })
        expect(something.fetches).toHaveLength(1)
      },
    )
  })
})
