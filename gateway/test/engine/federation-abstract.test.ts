/** Interfaces and unions whose members are spread over subgraphs: the right data, of the fewest subgraphs. */
import { describe, expect, it } from 'vitest'
import { federate, type Federation } from './federate.ts'

const self = (thing: object): object => thing

async function ask(graph: Federation, query: string): Promise<unknown> {
  const { data, paths } = await graph.ask(query)
  return { data, paths, asked: graph.fetches.map(({ subgraph }) => subgraph) }
}

it('an interface object, its implementations in a subgraph reached over another key, takes their types', async () => {
  const graph = federate({
    stars: {
      sdl: 'type Query { best: [Media!]! } type Media @interfaceObject @key(fields: "id") { id: ID! stars: Int }',
      resolvers: {
        Query: {
          best: () => [
            { id: '1', stars: 5 },
            { id: '2', stars: 4 },
          ],
        },
        Media: { __resolveReference: ({ id }: { id: string }) => ({ id, stars: 6 - Number(id) }) },
      },
    },
    codes: {
      sdl: 'type Media @interfaceObject @key(fields: "id") @key(fields: "code") { id: ID! code: ID! }',
      resolvers: { Media: { __resolveReference: ({ id }: { id: string }) => ({ id, code: `c${id}` }) } },
    },
    things: {
      sdl: `interface Media @key(fields: "id") @key(fields: "code") { id: ID! code: ID! title: String }
        type Book implements Media @key(fields: "id") @key(fields: "code") { id: ID! code: ID! title: String pages: Int }
        type Film implements Media @key(fields: "id") @key(fields: "code") { id: ID! code: ID! title: String }`,
      resolvers: {
        Media: {
          __resolveReference: ({ id, code = `c${id ?? ''}` }: { id?: string; code?: string }) => ({
            __typename: code === 'c1' ? 'Book' : 'Film',
            id: code.slice(1),
            code,
            title: `title ${code}`,
            pages: 9,
          }),
        },
      },
    },
  })
  expect(await ask(graph, '{ best { __typename stars title ... on Book { pages } } }')).toEqual({
    data: {
      best: [
        { __typename: 'Book', stars: 5, title: 'title c1', pages: 9 },
        { __typename: 'Film', stars: 4, title: 'title c2' },
      ],
    },
    paths: [],
    asked: ['stars', 'things'],
  })
  expect(await ask(graph, '{ best { ... on Film { code stars } } }')).toMatchObject({
    data: { best: [{}, { code: 'c2', stars: 4 }] },
    paths: [],
  })
})

it('an interface object whose implementations only a third subgraph has, that knows it by what the second adds', async () => {
  const graph = federate({
    stars: {
      sdl: 'type Query { best: [Media!]! } type Media @interfaceObject @key(fields: "nr") { nr: ID! stars: Int }',
      resolvers: {
        Query: {
          best: () => [
            { nr: '2', stars: 4 },
            { nr: '1', stars: 5 },
          ],
        },
      },
    },
    things: {
      sdl: `interface Media @key(fields: "nr") { nr: ID! name: String } type Book implements Media @key(fields: "nr") @key(fields: "isbn") { nr: ID! isbn: ID! name: String }
        type Film implements Media @key(fields: "nr") { nr: ID! name: String }`,
      resolvers: {
        Media: {
          __resolveReference: ({ nr }: { nr: string }) => ({
            __typename: nr === '1' ? 'Book' : 'Film',
            nr,
            isbn: `i${nr}`,
            name: `name ${nr}`,
          }),
        },
      },
    },
    books: {
      sdl: 'type Book @key(fields: "isbn") { isbn: ID! author: String }',
      resolvers: {
        Book: { __resolveReference: self, author: ({ isbn }: { isbn: string }) => `author ${isbn}` },
      },
    },
  })
  expect(await ask(graph, '{ best { name stars ... on Book { author } } }')).toEqual({
    data: {
      best: [
        { name: 'name 2', stars: 4 },
        { name: 'name 1', stars: 5, author: 'author i1' },
      ],
    },
    paths: [],
    asked: ['stars', 'things', 'books'],
  })
})

describe('members spread over subgraphs', () => {
  it('of a union of which each subgraph has other members, each root gives its own', async () => {
    const graph = federate({
      a: {
        sdl: 'type Query { a: [Media] } union Media = Book | Song type Book @shareable { title: String } type Song @key(fields: "id") { id: ID! }',
        resolvers: {
          Query: { a: () => [{ __typename: 'Book', title: 'T' }, null, { __typename: 'Song', id: '1' }] },
        },
      },
      b: {
        sdl: 'type Query { b: [[Media]] } union Media = Book | Film type Book @shareable { title: String } type Film { length: Int }',
        resolvers: {
          Query: {
            b: () => [[{ __typename: 'Film', length: 9 }], null, [null, { __typename: 'Book', title: 'U' }]],
          },
        },
      },
      c: {
        sdl: 'type Song @key(fields: "id") { id: ID! singer: String }',
        resolvers: { Song: { __resolveReference: self, singer: () => 'S' } },
      },
    })
    const all = '__typename ... on Book { title } ... on Song { singer } ... on Film { length }'
    expect(await ask(graph, `{ a { ${all} } }`)).toEqual({
      data: { a: [{ __typename: 'Book', title: 'T' }, null, { __typename: 'Song', singer: 'S' }] },
      paths: [],
      asked: ['a', 'c'],
    })
    expect(await ask(graph, `{ b { ${all} } }`)).toEqual({
      data: { b: [[{ __typename: 'Film', length: 9 }], null, [null, { __typename: 'Book', title: 'U' }]] },
      paths: [],
      asked: ['b'],
    })
  })

  it('a field of an interface that one implementation has elsewhere is fetched for that one only', async () => {
    const graph = federate({
      a: {
        sdl: `type Query { users: [User!]! } interface User { id: ID! } type Admin implements User @key(fields: "id") { id: ID! } type Guest implements User @key(fields: "id") { id: ID! name: String @shareable }`,
        resolvers: {
          Query: {
            users: () => [
              { __typename: 'Guest', id: 'g', name: 'Gast' },
              { __typename: 'Admin', id: 'a' },
              { __typename: 'Admin', id: 'a' },
            ],
          },
        },
      },
      b: {
        sdl: `interface User { id: ID! name: String } type Admin implements User @key(fields: "id") { id: ID! name: String } type Guest implements User @key(fields: "id") { id: ID! name: String @shareable }`,
        resolvers: {
          Admin: { __resolveReference: self, name: () => 'Baas' },
          Guest: { __resolveReference: self, name: () => 'Gast' },
        },
      },
    })
    expect(await ask(graph, '{ users { name } }')).toEqual({
      data: { users: [{ name: 'Gast' }, { name: 'Baas' }, { name: 'Baas' }] },
      paths: [],
      asked: ['a', 'b'],
    })
    expect(graph.fetches[1]?.variables['representations']).toEqual([{ __typename: 'Admin', id: 'a' }])
  })
})
