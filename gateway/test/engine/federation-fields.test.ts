/** Where a field comes from (@provides, @requires) also below interfaces and unions: the right data, of the fewest subgraphs. */
import { describe, expect, it } from 'vitest'
import { federate, type Federation } from './federate.ts'

const self = (thing: object): object => thing
const typeIn = ({ kind }: { kind: string }) => kind

async function ask(graph: Federation, query: string): Promise<unknown> {
  const { data, paths } = await graph.ask(query)
  return { data, paths, asked: graph.fetches.map(({ subgraph }) => subgraph) }
}

describe('@provides', () => {
  const pets = `type Cat @key(fields: "id") { id: ID! NAME } type Dog @key(fields: "id") { id: ID! NAME }`
  const owned = pets.replaceAll('NAME', 'name: String @shareable age: Int')
  const given = pets.replace('NAME', 'name: String @external').replace('NAME', '')
  const cats = { kind: 'Cat', id: 'c', name: 'Poes' }
  const dogs = { kind: 'Dog', id: 'd', name: 'Bok' }
  const register = {
    sdl: owned,
    resolvers: {
      Cat: { __resolveReference: ({ id }: { id: string }) => ({ id, name: 'Poes', age: 3 }) },
      Dog: { __resolveReference: ({ id }: { id: string }) => ({ id, name: 'Bok', age: 4 }) },
    },
  }

  it('on a union gives what it says of the members it names, and the rest is fetched once a member', async () => {
    const graph = federate({
      register,
      desk: {
        sdl: `type Query { pets: [Pet!]! @provides(fields: "... on Cat { name }") } union Pet = Cat | Dog ${given}`,
        resolvers: { Query: { pets: () => [cats, dogs] }, Pet: { __resolveType: typeIn } },
      },
    })
    expect(await ask(graph, '{ pets { ... on Cat { name } } }')).toEqual({
      data: { pets: [{ name: 'Poes' }, {}] },
      paths: [],
      asked: ['desk'],
    })
    expect(await ask(graph, '{ pets { ... on Cat { name } ... on Dog { name age } } }')).toEqual({
      data: { pets: [{ name: 'Poes' }, { name: 'Bok', age: 4 }] },
      paths: [],
      asked: ['desk', 'register'],
    })
  })

  it('on an interface gives what it says of one implementation', async () => {
    const graph = federate({
      register,
      desk: {
        sdl: `type Query { first: Pet @provides(fields: "... on Cat { name }") } interface Pet { id: ID! }
          ${given.replaceAll(' @key', ' implements Pet @key')}`,
        resolvers: { Query: { first: () => cats }, Pet: { __resolveType: typeIn } },
      },
    })
    expect(await ask(graph, '{ first { id ... on Cat { name } } }')).toEqual({
      data: { first: { id: 'c', name: 'Poes' } },
      paths: [],
      asked: ['desk'],
    })
    expect(await ask(graph, '{ first { ... on Cat { name age } ... on Dog { name } } }')).toEqual({
      data: { first: { name: 'Poes', age: 3 } },
      paths: [],
      asked: ['desk', 'register'],
    })
  })

  it('nested gives what stands below an object of another', async () => {
    const graph = federate({
      houses: {
        sdl: `type House @key(fields: "id") { id: ID! street: Street @shareable } type Street @shareable { name: String city: City } type City @shareable { name: String mayor: String }`,
        resolvers: {
          House: {
            __resolveReference: self,
            street: () => ({ name: 'Kade', city: { name: 'Gouda', mayor: 'M' } }),
          },
        },
      },
      desk: {
        sdl: `type Query { house: House @provides(fields: "street { city { name } }") } type House @key(fields: "id") { id: ID! street: Street @external }
          type Street { city: City @external } type City { name: String @external }`,
        resolvers: { Query: { house: () => ({ id: '1', street: { city: { name: 'Gouda' } } }) } },
      },
    })
    expect(await ask(graph, '{ house { street { city { name } } } }')).toEqual({
      data: { house: { street: { city: { name: 'Gouda' } } } },
      paths: [],
      asked: ['desk'],
    })
    expect(await ask(graph, '{ house { street { name city { name mayor } } } }')).toEqual({
      data: { house: { street: { name: 'Kade', city: { name: 'Gouda', mayor: 'M' } } } },
      paths: [],
      asked: ['desk', 'houses'],
    })
  })
})

describe('@requires', () => {
  const animals = {
    sdl: `type Query { keepers: [Keeper!]! } type Keeper @key(fields: "id") { id: ID! pet: Pet }
      interface Pet { id: ID! weight: Int } type Cat implements Pet { id: ID! weight: Int lives: Int } type Dog implements Pet { id: ID! weight: Int breed: String }`,
    resolvers: {
      Query: {
        keepers: () => [
          { id: '1', pet: { kind: 'Cat', id: 'c', weight: 4, lives: 9 } },
          { id: '2', pet: { kind: 'Dog', id: 'd', weight: 30, breed: 'Kooiker' } },
          { id: '3', pet: null },
        ],
      },
      Keeper: {
        __resolveReference: ({ id }: { id: string }) => ({
          id,
          pet: id === '1' ? { kind: 'Cat', id: 'c', weight: 4, lives: 9 } : null,
        }),
      },
      Pet: { __resolveType: typeIn },
    },
  }
  const vetWith = (
    fields: string,
    own: readonly [string, string],
    label: (keeper: { pet: object | null }) => string,
  ) =>
    federate({
      animals,
      vet: {
        sdl: `type Keeper @key(fields: "id") { id: ID! pet: Pet @external label: String @requires(fields: "${fields}") }
          interface Pet { id: ID! weight: Int } type Cat implements Pet @external { id: ID! weight: Int ${own[0]} } type Dog implements Pet @external { id: ID! weight: Int ${own[1]} }`,
        resolvers: {
          Keeper: { __resolveReference: self, label },
          Pet: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
        },
      },
    })
  it('a field of an interface is sent along, also where it is null', async () => {
    const graph = vetWith('pet { weight }', ['', ''], ({ pet }) => JSON.stringify(pet))
    expect(await ask(graph, '{ keepers { label } }')).toEqual({
      data: {
        keepers: [{ label: '{"weight":4}' }, { label: '{"weight":30}' }, { label: 'null' }],
      },
      paths: [],
      asked: ['animals', 'vet'],
    })
  })
  it('a fragment in it brings of each implementation its own', async () => {
    const graph = vetWith(
      'pet { id ... on Cat { lives } ... on Dog { breed } }',
      ['lives: Int', 'breed: String'],
      ({ pet }) => Object.values(pet ?? {}).join(' '),
    )
    expect(await ask(graph, '{ keepers { label pet { weight } } }')).toEqual({
      data: {
        keepers: [
          { label: 'c 9', pet: { weight: 4 } },
          { label: 'd Kooiker', pet: { weight: 30 } },
          { label: '', pet: null },
        ],
      },
      paths: [],
      asked: ['animals', 'vet'],
    })
  })

  it('what it requires may be required in turn over three subgraphs, one after another', async () => {
    const graph = federate({
      a: {
        sdl: 'type Query { room: Room } type Room @key(fields: "id") { id: ID! width: Int length: Int }',
        resolvers: { Query: { room: () => ({ id: '1', width: 3, length: 4 }) } },
      },
      b: {
        sdl: 'type Room @key(fields: "id") { id: ID! width: Int @external length: Int @external floor: Floor @requires(fields: "width length") } type Floor { surface: Int! }',
        resolvers: {
          Room: {
            __resolveReference: self,
            floor: ({ width, length }: { width: number; length: number }) => ({ surface: width * length }),
          },
        },
      },
      c: {
        sdl: 'type Room @key(fields: "id") { id: ID! floor: Floor @external paint: Int @requires(fields: "floor { surface }") } type Floor @external { surface: Int! }',
        resolvers: {
          Room: {
            __resolveReference: self,
            paint: ({ floor }: { floor: { surface: number } }) => floor.surface * 2,
          },
        },
      },
      d: {
        sdl: 'type Room @key(fields: "id") { id: ID! paint: Int @external price: Int @requires(fields: "paint") }',
        resolvers: {
          Room: { __resolveReference: self, price: ({ paint }: { paint: number }) => paint * 10 },
        },
      },
    })
    expect(await ask(graph, '{ room { price } }')).toEqual({
      data: { room: { price: 240 } },
      paths: [],
      asked: ['a', 'b', 'c', 'd'],
    })
  })

  it('an interface object may require of every implementation what the interface has', async () => {
    const graph = federate({
      shop: {
        sdl: `type Query { wares: [Ware!]! } interface Ware @key(fields: "id") { id: ID! price: Int }
          type Pen implements Ware @key(fields: "id") { id: ID! price: Int } type Ink implements Ware @key(fields: "id") { id: ID! price: Int }`,
        resolvers: {
          Query: {
            wares: () => [
              { __typename: 'Pen', id: 'p', price: 2 },
              { __typename: 'Ink', id: 'i', price: 7 },
            ],
          },
        },
      },
      tax: {
        sdl: 'type Ware @interfaceObject @key(fields: "id") { id: ID! price: Int @external tax: Int @requires(fields: "price") }',
        resolvers: {
          Ware: { __resolveReference: self, tax: ({ price }: { price: number }) => price * 10 },
        },
      },
    })
    expect(await ask(graph, '{ wares { __typename tax } }')).toEqual({
      data: {
        wares: [
          { __typename: 'Pen', tax: 20 },
          { __typename: 'Ink', tax: 70 },
        ],
      },
      paths: [],
      asked: ['shop', 'tax'],
    })
  })
})
