/** Protected fields under types that exclude each other: each is fetched for the types that ask it, and for no other. */
import type { Access } from '@samenhang/subgraph-kit/caller'
import { publicAccess } from '@samenhang/subgraph-kit/caller'
import { describe, expect, it } from 'vitest'
import { federate } from './federate.ts'

type Row = Readonly<Record<string, unknown>>

const scoped: Access = { ...publicAccess, actor: 'someone', scopes: new Set(['s']) }
const secret = '@requiresScopes(scopes: [["s"]])'

describe('a member of a union that is protected and that the text does not name', () => {
  const graph = federate({
    a: {
      sdl: `type Query { pets: [Pet] } union Pet = Dog | Cat type Dog { n: String } type Cat ${secret} { n: String }`,
      resolvers: {
        Query: {
          pets: () => [
            { kind: 'Dog', n: 'Bok' },
            { kind: 'Cat', n: 'Poes' },
          ],
        },
        Pet: { __resolveType: ({ kind }: Row) => kind },
      },
    },
  })
  it('is there for those who may have it, and refused at its place to others', async () => {
    const query = '{ pets { ... on Dog { n } } }'
    expect(await graph.askAs(scoped, query)).toMatchObject({
      data: { pets: [{ n: 'Bok' }, {}] },
      refused: [],
    })
    expect(await graph.askAs(publicAccess, query)).toMatchObject({
      data: { pets: [{ n: 'Bok' }, null] },
      refused: ['Cat pets.1'],
    })
  })
})

describe('a protected field', () => {
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
      sdl: `type Photo @key(fields: "id") { id: ID! open: String meta: Meta maker: String ${secret} } type Meta { open: String who: String ${secret} }`,
      resolvers: {
        Photo: {
          open: () => 'open',
          maker: ({ id }: Row) => `maker of ${String(id)}`,
          meta: ({ id }: Row) => ({ open: 'meta', who: `who of ${String(id)}` }),
        },
      },
    },
  })
  const askedOf = (field: string) =>
    graph.fetches
      .filter(({ subgraph, query }) => subgraph === 'media' && query.includes(field))
      .flatMap(({ variables }) => (variables['representations'] as readonly Row[]).map(({ id }) => id))

  it.each([
    ['maker', 'open', { maker: 'maker of a' }, { open: 'open' }],
    ['v: maker', 'v: open', { v: 'maker of a' }, { v: 'open' }],
  ])('%s beside %s is asked of its own type only', async (ward, town, first, second) => {
    const query = `{ places { ... on Ward { photo { ${ward} } } ... on Town { photo { ${town} } } } }`
    expect(await graph.askAs(scoped, query)).toMatchObject({
      data: { places: [{ photo: first }, { photo: second }] },
      paths: [],
    })
    expect(askedOf('maker')).toEqual(['a'])
    expect(askedOf('open')).toEqual(['b'])
  })

  it('below an object is asked of its own type only', async () => {
    const query =
      '{ places { ... on Ward { photo { meta { who } } } ... on Town { photo { meta { who: open } } } } }'
    expect(await graph.askAs(scoped, query)).toMatchObject({
      data: { places: [{ photo: { meta: { who: 'who of a' } } }, { photo: { meta: { who: 'meta' } } }] },
      paths: [],
    })
    expect(askedOf('who')).toEqual(['a'])
  })

  it('is refused under any alias, and what is beside it is there', async () => {
    const query = '{ places { ... on Ward { photo { open: maker } } ... on Town { photo { maker: open } } } }'
    expect(await graph.askAs(publicAccess, query)).toMatchObject({
      data: { places: [{ photo: { open: null } }, { photo: { maker: 'open' } }] },
      refused: ['Photo.maker places.0.photo.open'],
    })
    expect(askedOf('maker')).toEqual([])
  })
})

describe('a field that may not be null', () => {
  it('takes along only the objects of the types that ask it', async () => {
    const find = ({ code }: Row) => ({ code, kind: code === 'W1' ? 'Ward' : 'Town' })
    const area = 'implements Area @key(fields: "code") { code: ID! }'
    const graph = federate({
      base: {
        sdl: `type Query { areas: [Area] } interface Area @key(fields: "code") { code: ID! } type Ward ${area} type Town ${area}`,
        resolvers: {
          Query: { areas: () => [find({ code: 'W1' }), find({ code: 'T1' })] },
          Area: { __resolveType: ({ kind }: Row) => kind, __resolveReference: find },
        },
      },
      care: {
        sdl: 'type Area @interfaceObject @key(fields: "code") { code: ID! size: String load: String! }',
        resolvers: {
          Area: {
            size: () => 'big',
            load: ({ code }: Row) => {
              if (code === 'T1') throw new Error('no load')
              return 'load'
            },
          },
        },
      },
    })
    expect(await graph.ask('{ areas { ... on Ward { load } ... on Town { size } } }')).toEqual({
      data: { areas: [{ load: 'load' }, { size: 'big' }] },
      paths: [],
    })
  })
})
