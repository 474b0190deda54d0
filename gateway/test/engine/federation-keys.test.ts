/** Keys and what one subgraph requires of another: the answer is what one schema over all the data would give. */
import { describe, expect, it } from 'vitest'
import { federate } from './federate.ts'

const books = [
  { id: '1', isbn: 'a', title: 'Eerste', weight: 2, price: 10, owner: 'x' },
  { id: '2', isbn: 'b', title: 'Tweede', weight: 3, price: 20, owner: 'y' },
]
const byId = ({ id }: { id: string }) => books.find((book) => book.id === id) ?? null

describe('keys', () => {
  it('a key of several fields, one of them below an object, finds the thing', async () => {
    const graph = federate(
      {
        shelf: {
          sdl: `type Query { copies: [Copy!]! } type Copy @key(fields: "nr library { code }") { nr: Int! library: Library! } type Library { code: ID! }`,
          resolvers: {
            Query: {
              copies: () => [
                { nr: 1, library: { code: 'L' } },
                { nr: 2, library: { code: 'L' } },
              ],
            },
          },
        },
        loans: {
          sdl: `type Copy @key(fields: "nr library { code }") { nr: Int! library: Library! lent: String } type Library { code: ID! }`.replace(
            '@shareable',
            '',
          ),
          resolvers: {
            Copy: {
              __resolveReference: (copy: object) => copy,
              lent: ({ nr, library }: { nr: number; library: { code: string } }) =>
                `${library.code}${String(nr)}`,
            },
          },
        },
      }.valueOf() as never,
    )
    expect(await graph.ask('{ copies { lent } }')).toEqual({
      data: { copies: [{ lent: 'L1' }, { lent: 'L2' }] },
      paths: [],
    })
  })

  const manyKeys = () =>
    federate({
      a: {
        sdl: 'type Query { book: Book } type Book @key(fields: "id") { id: ID! }',
        resolvers: { Query: { book: () => ({ id: '1' }) } },
      },
      b: {
        sdl: 'type Book @key(fields: "id") @key(fields: "isbn") { id: ID! isbn: ID! }',
        resolvers: { Book: { __resolveReference: byId } },
      },
      c: {
        sdl: 'type Book @key(fields: "isbn") { isbn: ID! title: String }',
        resolvers: {
          Book: {
            __resolveReference: ({ isbn }: { isbn: string }) => books.find((book) => book.isbn === isbn),
          },
        },
      },
    })
  it('a thing known by different keys in different subgraphs is reached over the subgraph that knows both', async () => {
    const graph = manyKeys()
    expect(await graph.ask('{ book { title } }')).toEqual({ data: { book: { title: 'Eerste' } }, paths: [] })
    expect(graph.fetches.map(({ subgraph }) => subgraph)).toEqual(['a', 'b', 'c'])
  })

  it('a key that a subgraph cannot resolve does not stand in the way of one that it can', async () => {
    const graph = federate({
      a: {
        sdl: 'type Query { book: Book } type Book @key(fields: "id isbn") { id: ID! isbn: ID! }',
        resolvers: { Query: { book: () => books[0] } },
      },
      b: {
        sdl: 'type Book @key(fields: "id", resolvable: false) @key(fields: "isbn") { id: ID! isbn: ID! title: String }',
        resolvers: {
          Book: {
            __resolveReference: ({ isbn }: { isbn: string }) => books.find((book) => book.isbn === isbn),
          },
        },
      },
    })
    expect(await graph.ask('{ book { title } }')).toEqual({ data: { book: { title: 'Eerste' } }, paths: [] })
  })

  it('a null in a list of things is null in the answer, and the others keep their places', async () => {
    const graph = federate({
      a: {
        sdl: 'type Query { books: [Book] } type Book @key(fields: "id") { id: ID! }',
        resolvers: {
          Query: { books: () => [null, { id: '2' }, { id: '9' }, null, { id: '1' }, { id: '2' }] },
        },
      },
      b: {
        sdl: 'type Book @key(fields: "id") { id: ID! title: String }',
        resolvers: { Book: { __resolveReference: byId } },
      },
    })
    expect(await graph.ask('{ books { title } }')).toEqual({
      data: {
        books: [null, { title: 'Tweede' }, { title: null }, null, { title: 'Eerste' }, { title: 'Tweede' }],
      },
      paths: [],
    })
    expect(graph.fetches[1]?.variables['representations']).toHaveLength(3)
  })

  it('a key whose field is null is sent as null', async () => {
    const graph = federate({
      a: {
        sdl: 'type Query { book: Book } type Book @key(fields: "id isbn") { id: ID! isbn: ID }',
        resolvers: { Query: { book: () => ({ id: '1', isbn: null }) } },
      },
      b: {
        sdl: 'type Book @key(fields: "id isbn") { id: ID! isbn: ID title: String }',
        resolvers: { Book: { __resolveReference: byId } },
      },
    })
    expect(await graph.ask('{ book { title } }')).toEqual({ data: { book: { title: 'Eerste' } }, paths: [] })
  })
})

describe('a thing that the subgraph on the way to another does not know', () => {
  const registry = (resolve: (isbn: string) => object | null) =>
    federate({
      shelf: {
        sdl: 'type Query { books: [Book!]! } type Book @key(fields: "isbn") { isbn: ID! }',
        resolvers: { Query: { books: () => books.map(({ isbn }) => ({ isbn })) } },
      },
      register: {
        sdl: 'type Book @key(fields: "isbn") @key(fields: "id") { isbn: ID! id: ID! weight: Int }',
        resolvers: { Book: { __resolveReference: ({ isbn }: { isbn: string }) => resolve(isbn) } },
      },
      archive: {
        sdl: 'type Book @key(fields: "id") { id: ID! title: String } type Query { archive: Int }',
        resolvers: { Book: { __resolveReference: byId } },
      },
      post: {
        sdl: 'type Book @key(fields: "isbn") { isbn: ID! weight: Int @external postage: Int @requires(fields: "weight") }',
        resolvers: { Book: { postage: ({ weight }: { weight: number }) => weight * 2 } },
      },
    })
  const first = (isbn: string): object | null =>
    books.find((book) => book.isbn === isbn && isbn === 'a') ?? null
  it('has null of that other, which is not asked, without an error', async () => {
    const graph = registry(first)
    expect(await graph.ask('{ books { isbn title } }')).toEqual({
      data: {
        books: [
          { isbn: 'a', title: 'Eerste' },
          { isbn: 'b', title: null },
        ],
      },
      paths: [],
    })
    expect(graph.fetches[2]?.variables['representations']).toEqual([{ __typename: 'Book', id: '1' }])
  })
  it('lacks what requires more of it than its key, and that is told', async () => {
    const { data, paths } = await registry(first).ask('{ books { postage } }')
    expect(data).toEqual({ books: [{ postage: 4 }, { postage: null }] })
    expect(paths).toEqual([['books', 1, 'postage']])
  })
  it('is told of once where that subgraph fails', async () => {
    const graph = registry(() => Promise.reject(new Error('closed')))
    const { paths } = await graph.ask('{ books { title } }')
    expect(paths).toEqual([
      ['books', 0],
      ['books', 1],
    ])
  })
})

describe('@requires', () => {
  const chain = () =>
    federate({
      catalogue: {
        sdl: 'type Query { books: [Book!]! } type Book @key(fields: "id") { id: ID! weight: Int price: Int }',
        resolvers: { Query: { books: () => books }, Book: { __resolveReference: byId } },
      },
      post: {
        sdl: 'type Book @key(fields: "id") { id: ID! weight: Int @external postage: Int @requires(fields: "weight") }',
        resolvers: {
          Book: {
            __resolveReference: (book: object) => book,
            postage: ({ weight }: { weight: number }) => weight * 100,
          },
        },
      },
      shop: {
        sdl: 'type Book @key(fields: "id") { id: ID! price: Int @external postage: Int @external total: Int @requires(fields: "price postage") }',
        resolvers: {
          Book: {
            __resolveReference: (book: object) => book,
            total: ({ price, postage }: { price: number; postage: number }) => price + postage,
          },
        },
      },
    })
  it('a requirement that itself requires is fetched in turn', async () => {
    expect(await chain().ask('{ books { total } }')).toEqual({
      data: { books: [{ total: 210 }, { total: 320 }] },
      paths: [],
    })
  })

  const priced = (shop: { sdl: string; resolvers: object }) =>
    federate({
      catalogue: {
        sdl: `type Query { books: [Book!]! } type Book @key(fields: "id") { id: ID! title: String price(currency: String!): Int shelf: Shelf }
          type Shelf { place(in: String!): String }`,
        resolvers: {
          Query: { books: () => books },
          Book: {
            __resolveReference: byId,
            price: ({ price }: { price: number }, { currency }: { currency: string }) =>
              currency === 'EUR' ? price : price * 2,
            shelf: () => ({}),
          },
          Shelf: { place: (_: unknown, given: { in: string }) => `place in ${given.in}` },
        },
      },
      shop,
    })
  const shopSdl = `type Book @key(fields: "id") { id: ID! price(currency: String!): Int @external shelf: Shelf @external
      inEuro: Int @requires(fields: "price(currency: \\"EUR\\")")
      inDollar: Int @requires(fields: "price(currency: \\"USD\\")")
      where: String @requires(fields: "shelf { place(in: \\"NL\\") }") }
    type Shelf @external { place(in: String!): String }`
  const shopResolvers = {
    Book: {
      __resolveReference: (book: object) => book,
      inEuro: ({ price }: { price: number }) => price,
      inDollar: ({ price }: { price: number }) => price,
      where: ({ shelf }: { shelf: { place: string } }) => shelf.place,
    },
  }
  it('arguments in a requirement reach the subgraph, and the client may ask the same field with others', async () => {
    const graph = priced({ sdl: shopSdl, resolvers: shopResolvers })
    expect(await graph.ask('{ books { price(currency: "USD") inEuro } }')).toEqual({
      data: {
        books: [
          { price: 20, inEuro: 10 },
          { price: 40, inEuro: 20 },
        ],
      },
      paths: [],
    })
  })

  it('two requirements of one field with different arguments do not get each other’s value', async () => {
    const graph = priced({ sdl: shopSdl, resolvers: shopResolvers })
    expect(await graph.ask('{ books { title inEuro inDollar where } }')).toEqual({
      data: {
        books: [
          { title: 'Eerste', inEuro: 10, inDollar: 20, where: 'place in NL' },
          { title: 'Tweede', inEuro: 20, inDollar: 40, where: 'place in NL' },
        ],
      },
      paths: [],
    })
  })
})
