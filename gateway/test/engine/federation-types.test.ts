/** Types that several subgraphs have a part of: the answer is what one schema over all the data would give. */
import { describe, expect, it } from 'vitest'
import { federate } from './federate.ts'

const books = [
  { id: '1', isbn: 'a', title: 'Eerste', weight: 2, price: 10, owner: 'x' },
  { id: '2', isbn: 'b', title: 'Tweede', weight: 3, price: 20, owner: 'y' },
]
const byId = ({ id }: { id: string }) => books.find((book) => book.id === id) ?? null

describe('fields that several subgraphs have', () => {
  it('what @provides says is there is not fetched again', async () => {
    const graph = federate({
      reviews: {
        sdl: 'type Query { reviews: [Review!]! } type Review { book: Book! @provides(fields: "title") } type Book @key(fields: "id") { id: ID! title: String @external }',
        resolvers: { Query: { reviews: () => [{ book: { id: '1', title: 'Eerste' } }] } },
      },
      catalogue: {
        sdl: 'type Book @key(fields: "id") { id: ID! title: String @shareable weight: Int }',
        resolvers: { Book: { __resolveReference: byId } },
      },
    })
    expect(await graph.ask('{ reviews { book { title } } }')).toEqual({
      data: { reviews: [{ book: { title: 'Eerste' } }] },
      paths: [],
    })
    expect(graph.fetches).toHaveLength(1)
  })

  const shared = (fails: boolean) =>
    federate({
      a: {
        sdl: 'type Query { loaded: Loaded @shareable } type Loaded @shareable { a: Int }',
        resolvers: { Query: { loaded: () => ({ a: 1 }) } },
      },
      b: {
        sdl: 'type Query { loaded: Loaded @shareable } type Loaded @shareable { b: Int }',
        resolvers: {
          Query: {
            loaded: () => {
              if (fails) throw new Error('b fails')
              return { b: 2 }
            },
          },
        },
      },
    })
  it('a root that several subgraphs fill is put together', async () => {
    expect(await shared(false).ask('{ loaded { a b } }')).toEqual({
      data: { loaded: { a: 1, b: 2 } },
      paths: [],
    })
  })
  it('where one of them fails, the other’s part stands', async () => {
    expect(await shared(true).ask('{ loaded { a b } }')).toEqual({
      data: { loaded: { a: 1, b: null } },
      paths: [['loaded']],
    })
  })
})

describe('abstract types', () => {
  it('a union over subgraphs gives each member its own fields', async () => {
    const graph = federate({
      a: {
        sdl: 'type Query { media: [Media!]! } union Media = Book | Film type Book @key(fields: "id") { id: ID! } type Film @key(fields: "id") { id: ID! length: Int }',
        resolvers: {
          Query: {
            media: () => [
              { __typename: 'Film', id: '7', length: 90 },
              { __typename: 'Book', id: '1' },
            ],
          },
        },
      },
      b: {
        sdl: 'type Book @key(fields: "id") { id: ID! title: String }',
        resolvers: { Book: { __resolveReference: byId } },
      },
    })
    expect(await graph.ask('{ media { __typename ... on Film { length } ... on Book { title } } }')).toEqual({
      data: {
        media: [
          { __typename: 'Film', length: 90 },
          { __typename: 'Book', title: 'Eerste' },
        ],
      },
      paths: [],
    })
  })
  const items = () =>
    federate({
      a: {
        sdl: `type Query { items: [Item!]! } interface Item @key(fields: "id") { id: ID! name: String }
          type Book implements Item @key(fields: "id") { id: ID! name: String pages: Int } type Film implements Item @key(fields: "id") { id: ID! name: String }`,
        resolvers: {
          Query: {
            items: () => [
              { __typename: 'Book', id: '1', pages: 9 },
              { __typename: 'Film', id: '7' },
            ],
          },
          Item: {
            __resolveType: ({ __typename }: { __typename: string }) => __typename,
            __resolveReference: ({ id }: { id: string }) => ({
              __typename: id === '1' ? 'Book' : 'Film',
              id,
              pages: 9,
            }),
          },
          Book: { name: () => 'a book' },
          Film: { name: () => 'a film' },
        },
      },
      b: {
        sdl: 'type Query { best: [Item!]! } type Item @interfaceObject @key(fields: "id") { id: ID! stars: Int }',
        resolvers: {
          Query: { best: () => [{ id: '7' }, { id: '1' }] },
          Item: { __resolveReference: (item: object) => item, stars: ({ id }: { id: string }) => Number(id) },
        },
      },
    })
  it('an interface object adds its field to every implementation', async () => {
    expect(await items().ask('{ items { stars ... on Book { stars pages } __typename } }')).toEqual({
      data: {
        items: [
          { stars: 1, pages: 9, __typename: 'Book' },
          { stars: 7, __typename: 'Film' },
        ],
      },
      paths: [],
    })
  })
  it('an interface object found first gets its real type from the subgraph that knows it', async () => {
    expect(await items().ask('{ best { __typename name stars ... on Book { pages } } }')).toEqual({
      data: {
        best: [
          { __typename: 'Film', name: 'a film', stars: 7 },
          { __typename: 'Book', name: 'a book', stars: 1, pages: 9 },
        ],
      },
      paths: [],
    })
  })
  it('asked again for its type, a subgraph that knows only the interface does not unname a thing', async () => {
    expect(await items().ask('{ items { stars ... { __typename id } } }')).toEqual({
      data: {
        items: [
          { stars: 1, __typename: 'Book', id: '1' },
          { stars: 7, __typename: 'Film', id: '7' },
        ],
      },
      paths: [],
    })
  })
})

describe('enums and inputs', () => {
  it('of an enum that subgraphs have in part, clients see what all may give; a value that they do not see is null, and an error where none may be', async () => {
    const graph = federate({
      a: {
        sdl: 'type Query { level: Level levels: [Level!] by(level: In): String } enum Level { LOW HIGH SECRET @inaccessible } input In { low: Int high: Int }',
        resolvers: {
          Query: {
            level: () => 'SECRET',
            levels: () => ['LOW', 'SECRET'],
            by: (_: unknown, { level }: { level: object }) => JSON.stringify(level),
          },
        },
      },
      b: {
        sdl: 'type Query { other(level: Level, input: In): Level } enum Level { LOW HIGH SECRET } input In { low: Int }',
        resolvers: { Query: { other: (_: unknown, { level }: { level: string }) => level } },
      },
    })
    expect(await graph.ask('{ level }')).toEqual({ data: { level: null }, paths: [] })
    expect(await graph.ask('{ levels }')).toEqual({ data: { levels: null }, paths: [['levels', 1]] })
    expect(await graph.ask('{ other(level: LOW) by(level: { low: 1 }) }')).toEqual({
      data: { other: 'LOW', by: '{"low":1}' },
      paths: [],
    })
    await expect(graph.ask('{ by(level: { high: 1 }) }')).rejects.toThrow(/not defined by type "In"/)
  })
})
