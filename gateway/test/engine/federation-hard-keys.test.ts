/** Keys that are hard to carry: lists of lists, nulls, objects, and what clients do not see. */
import { describe, expect, it } from 'vitest'
import { federate, type Federation } from './federate.ts'

const self = (thing: object): object => thing

async function ask(graph: Federation, query: string): Promise<unknown> {
  const { data, paths } = await graph.ask(query)
  return { data, paths, asked: graph.fetches.map(({ subgraph }) => subgraph) }
}

describe('keys that are hard to carry', () => {
  it('things in lists of lists are each asked for once, and laid at their places', async () => {
    const graph = federate({
      a: {
        sdl: 'type Query { board: [[Cell!]]! } type Cell @key(fields: "id") { id: ID! }',
        resolvers: { Query: { board: () => [[{ id: '1' }, { id: '2' }], null, [], [{ id: '1' }]] } },
      },
      b: {
        sdl: 'type Cell @key(fields: "id") { id: ID! mark: String! }',
        resolvers: {
          Cell: {
            __resolveReference: self,
            mark: ({ id }: { id: string }) => {
              if (id === '2') throw new Error('unmarked')
              return `m${id}`
            },
          },
        },
      },
    })
    expect(await ask(graph, '{ board { mark } }')).toEqual({
      data: { board: [null, null, [], [{ mark: 'm1' }]] },
      paths: [['board', 0, 1, 'mark']],
      asked: ['a', 'b'],
    })
    expect(graph.fetches[1]?.variables['representations']).toHaveLength(2)
  })

  const composite = () =>
    federate({
      a: {
        sdl: 'type Query { seats: [Seat] } type Seat @key(fields: "row hall { nr floor { name } }") { row: Int hall: Hall } type Hall { nr: Int floor: Floor } type Floor { name: String }',
        resolvers: {
          Query: {
            seats: () => [
              { row: 1, hall: { nr: null, floor: { name: 'A' } } },
              { row: null, hall: null },
              { row: 1, hall: { nr: null, floor: { name: 'A' } } },
              { row: 2, hall: { nr: 3, floor: null } },
            ],
          },
        },
      },
      b: {
        sdl: 'type Seat @key(fields: "row hall { nr floor { name } }") { row: Int hall: Hall price: String } type Hall { nr: Int floor: Floor } type Floor { name: String }',
        resolvers: {
          Seat: {
            __resolveReference: self,
            price: ({ row, hall }: { row: number | null; hall: object | null }) =>
              JSON.stringify([row, hall]),
          },
        },
      },
    })
  it('nulls in a composite key, and below its objects, are sent as nulls', async () => {
    const graph = composite()
    expect(await ask(graph, '{ seats { price } }')).toEqual({
      data: {
        seats: [
          { price: '[1,{"nr":null,"floor":{"name":"A"}}]' },
          { price: '[null,null]' },
          { price: '[1,{"nr":null,"floor":{"name":"A"}}]' },
          { price: '[2,{"nr":3,"floor":null}]' },
        ],
      },
      paths: [],
      asked: ['a', 'b'],
    })
    expect(graph.fetches[1]?.variables['representations']).toHaveLength(3)
  })

  it('a thing below a thing is reached by asking for its parent, by a key that is an object', async () => {
    const graph = federate({
      a: {
        sdl: 'type Query { town: Town } type Town @key(fields: "id { code }") { id: TownId! } type TownId { code: ID! }',
        resolvers: { Query: { town: () => ({ id: { code: 'G' } }) } },
      },
      b: {
        sdl: 'type Town @key(fields: "id { code }") { id: TownId! mayor: Mayor } type TownId { code: ID! } type Mayor @shareable { name: String }',
        resolvers: {
          Town: {
            __resolveReference: self,
            mayor: ({ id }: { id: { code: string } }) => ({ name: `M of ${id.code}` }),
          },
        },
      },
      c: {
        sdl: 'type Town @key(fields: "id { code }") { id: TownId! council: Council } type TownId { code: ID! } type Council { size: Int head: Mayor } type Mayor @shareable { name: String }',
        resolvers: {
          Town: { __resolveReference: self, council: () => ({ size: 35, head: { name: 'H' } }) },
        },
      },
    })
    expect(await ask(graph, '{ town { mayor { name } council { size head { name } } } }')).toEqual({
      data: { town: { mayor: { name: 'M of G' }, council: { size: 35, head: { name: 'H' } } } },
      paths: [],
      asked: expect.arrayContaining(['a', 'b', 'c']) as unknown,
    })
    expect(graph.fetches).toHaveLength(3)
    expect(graph.fetches[2]?.variables['representations']).toEqual([
      { __typename: 'Town', id: { code: 'G' } },
    ])
  })

  it('a value type spread over parents is put together by asking its parent in each subgraph', async () => {
    const graph = federate({
      a: {
        sdl: 'type Query { book: Book } type Book @key(fields: "id { nr }") { id: Nr! details: Details @shareable } type Nr { nr: ID! } type Details { pages: Int }',
        resolvers: { Query: { book: () => ({ id: { nr: '7' }, details: { pages: 9 } }) } },
      },
      b: {
        sdl: 'type Book @key(fields: "id { nr }") { id: Nr! details: Details @shareable } type Nr { nr: ID! } type Details { language: String }',
        resolvers: {
          Book: {
            __resolveReference: self,
            details: ({ id }: { id: { nr: string } }) => ({ language: `nl ${id.nr}` }),
          },
        },
      },
    })
    expect(await ask(graph, '{ book { details { pages language } } }')).toEqual({
      data: { book: { details: { pages: 9, language: 'nl 7' } } },
      paths: [],
      asked: ['a', 'b'],
    })
  })

  it('a key that clients do not see still leads from one subgraph to another', async () => {
    const graph = federate({
      a: {
        sdl: 'type Query { person: Person } type Person @key(fields: "secret") { secret: ID! @inaccessible name: String }',
        resolvers: { Query: { person: () => ({ secret: 's', name: 'Ada' }) } },
      },
      b: {
        sdl: 'type Person @key(fields: "secret") { secret: ID! age: String }',
        resolvers: {
          Person: { __resolveReference: self, age: ({ secret }: { secret: string }) => `age of ${secret}` },
        },
      },
    })
    expect(await ask(graph, '{ person { name age } }')).toEqual({
      data: { person: { name: 'Ada', age: 'age of s' } },
      paths: [],
      asked: ['a', 'b'],
    })
    await expect(graph.ask('{ person { secret } }')).rejects.toThrow(/secret/)
  })
})
