/** Things that a subgraph gives by the name of their interface only, and what their aliases have to do with each other. */
import { describe, expect, it } from 'vitest'
import { federate } from './federate.ts'

const self = (thing: object): object => thing

/** `load` and `next` are of a subgraph that knows the interface as an object only; `tag` may not be null, and fails for T2. */
function areas() {
  const typeOf = ({ id }: { id: string }): string => (id.startsWith('T') ? 'Town' : 'Ward')
  return federate({
    base: {
      sdl: `type Query { areas: [Area] }
        interface Area @key(fields: "id") { id: ID! }
        type Town implements Area @key(fields: "id") { id: ID! tag: String! }
        type Ward implements Area @key(fields: "id") { id: ID! name: String }`,
      resolvers: {
        Query: { areas: () => [{ id: 'W1' }] },
        Area: { __resolveReference: self, __resolveType: typeOf },
        Town: {
          __resolveReference: self,
          tag: ({ id }: { id: string }) => {
            if (id === 'T2') throw new Error('no tag')
            return `tag of ${id}`
          },
        },
        Ward: { __resolveReference: self },
      },
    },
    care: {
      sdl: `type Area @interfaceObject @key(fields: "id") { id: ID! next: [Area] mark: String }`,
      resolvers: {
        Area: {
          __resolveReference: self,
          next: () => [{ id: 'T1' }, { id: 'T2' }],
          mark: ({ id }: { id: string }) => `mark of ${id}`,
        },
      },
    },
  })
}

describe('things that are given by the name of their interface', () => {
  it('one that its own subgraph cannot give is null, with the error of that subgraph', async () => {
    expect(await areas().ask('{ areas { next { ... on Town { tag } } } }')).toEqual({
      data: { areas: [{ next: [{ tag: 'tag of T1' }, null] }] },
      paths: [['areas', 0, 'next', 1, 'tag']],
    })
  })

  it('what is asked of their types is found below objects whose own type nobody asked', async () => {
    const { data } = await areas().ask(
      '{ areas { next { next { ... on Ward { name } ... on Town { mark } } } } }',
    )
    const next = [{ mark: 'mark of T1' }, { mark: 'mark of T2' }]
    expect(data).toEqual({ areas: [{ next: [{ next }, { next }] }] })
  })
})

describe('what is asked of some types only', () => {
  it('is no loss to others, where it is the key by which the rest of them is asked', async () => {
    const graph = areas()
    const query = '{ areas { next { mark ... on Ward { name } } ... on Town { next { id } } } }'
    expect(await graph.ask(query)).toEqual({
      data: { areas: [{ next: [{ mark: 'mark of T1' }, { mark: 'mark of T2' }] }] },
      paths: [],
    })
  })

  it('is no loss to others, of whose objects the key is not asked', async () => {
    const home = { __typename: 'Town', id: 'T1', label: 'home' }
    const graph = federate({
      base: {
        sdl: `type Query { areas: [Area] } interface Area @key(fields: "id") { id: ID! label: String next: Area }
          type Town implements Area @key(fields: "id") { id: ID! label: String next: Area }
          type Ward implements Area @key(fields: "id") { id: ID! label: String next: Area }`,
        resolvers: {
          Query: {
            areas: () => [
              { __typename: 'Town', id: 'T2', next: home },
              { __typename: 'Ward', id: 'W1', next: home },
            ],
          },
          Area: { __resolveReference: self },
        },
      },
      care: {
        sdl: 'type Area @interfaceObject @key(fields: "id") { id: ID! mark: String }',
        resolvers: { Area: { mark: ({ id }: { id: string }) => `mark of ${id}` } },
      },
    })
    expect(await graph.ask('{ areas { next { label } ... on Town { next { mark } } } }')).toEqual({
      data: { areas: [{ next: { label: 'home', mark: 'mark of T1' } }, { next: { label: 'home' } }] },
      paths: [],
    })
  })

  it('is no loss to others, who have what was asked beside it from another fetch', async () => {
    const people = { t: 50, w: 20 }
    const named = ({ id, code = id }: { id?: string; code?: string }): object => ({
      __typename: code === 't' ? 'Town' : 'Ward',
      id: code,
      code,
      people: people[code as keyof typeof people],
    })
    const both = '@key(fields: "id") @key(fields: "code")'
    const fields = '{ id: ID! code: ID! people: Int }'
    const graph = federate({
      base: {
        sdl: `type Query { areas: [Area] } interface Area ${both} ${fields}
          type Town implements Area ${both} ${fields} type Ward implements Area ${both} ${fields}`,
        resolvers: {
          Query: { areas: () => ['w', 't'].map((id) => named({ id })) },
          Area: { __resolveReference: named },
        },
      },
      care: {
        sdl: `type Area @interfaceObject @key(fields: "code") {
          code: ID! people: Int @external stay: Stay clients: Int @requires(fields: "people") }
          type Stay @shareable { days: Int price: Int }`,
        resolvers: {
          Area: {
            stay: () => ({ days: 3, price: 7 }),
            clients: ({ people: count }: { people: number }) => count / 10,
          },
        },
      },
      purse: {
        sdl: `type Area @interfaceObject @key(fields: "id") {
          id: ID! stay: Stay @external clients: Int @external costs: Int @requires(fields: "clients stay { price }") }
          type Stay @shareable { days: Int price: Int }`,
        resolvers: {
          Area: {
            costs: ({ clients, stay }: { clients: number; stay: { price: number } }) => clients * stay.price,
          },
        },
      },
      plans: {
        sdl: `type Town @key(fields: "id") { id: ID! costs: Int @external short: Int @requires(fields: "costs") }`,
        resolvers: { Town: { short: ({ costs }: { costs: number }) => costs - 5 } },
      },
    })
    const query = '{ areas { stay { days } ... on Town { short people } } }'
    expect(await graph.ask(query)).toEqual({
      data: { areas: [{ stay: { days: 3 } }, { stay: { days: 3 }, short: 30, people: 50 }] },
      paths: [],
    })
  })
})

describe('aliases of one object', () => {
  it('an error stands at the alias that asks for what failed, and at no other', async () => {
    const graph = federate({
      a: {
        sdl: 'type Query { t: T } type T { x: String y: String }',
        resolvers: {
          Query: { t: () => ({ y: 'y' }) },
          T: {
            x: () => {
              throw new Error('no x')
            },
          },
        },
      },
    })
    expect(await graph.ask('{ t { y } other: t { x y } }')).toEqual({
      data: { t: { y: 'y' }, other: { x: null, y: 'y' } },
      paths: [['other', 'x']],
    })
  })
})
