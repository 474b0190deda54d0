/** A field that another subgraph took over (@override): only that one is asked for it. */
import { describe, expect, it } from 'vitest'
import { federate, type Federation } from './federate.ts'

const self = (thing: object): object => thing

async function ask(graph: Federation, query: string): Promise<unknown> {
  const { data, paths } = await graph.ask(query)
  return { data, paths, asked: graph.fetches.map(({ subgraph }) => subgraph) }
}

describe('@override', () => {
  it('a field is asked of who took it over, also where the first could give it', async () => {
    const graph = federate({
      old: {
        sdl: 'type Query { post: Post } type Post @key(fields: "id") { id: ID! body: String likes: Int }',
        resolvers: { Query: { post: () => ({ id: '1', body: 'old', likes: 1 }) } },
      },
      young: {
        sdl: 'type Post @key(fields: "id") { id: ID! body: String @override(from: "old") }',
        resolvers: { Post: { __resolveReference: self, body: () => 'new' } },
      },
    })
    expect(await ask(graph, '{ post { likes body } }')).toEqual({
      data: { post: { likes: 1, body: 'new' } },
      paths: [],
      asked: ['old', 'young'],
    })
    expect(await ask(graph, '{ post { likes } }')).toMatchObject({ asked: ['old'] })
  })

  it('what was taken over may require what stayed', async () => {
    const graph = federate({
      old: {
        sdl: 'type Query { post: Post } type Post @key(fields: "id") { id: ID! words: Int minutes: Int }',
        resolvers: { Query: { post: () => ({ id: '1', words: 600, minutes: 0 }) } },
      },
      young: {
        sdl: 'type Post @key(fields: "id") { id: ID! words: Int @external minutes: Int @override(from: "old") @requires(fields: "words") }',
        resolvers: {
          Post: { __resolveReference: self, minutes: ({ words }: { words: number }) => words / 200 },
        },
      },
    })
    expect(await ask(graph, '{ post { minutes } }')).toEqual({
      data: { post: { minutes: 3 } },
      paths: [],
      asked: ['old', 'young'],
    })
  })

  it('a field of an interface is asked of who took it over of one implementation, of the other where it stands', async () => {
    const graph = federate({
      old: {
        sdl: `type Query { feed: [Entry!]! } interface Entry { id: ID! made: String }
          type Post implements Entry @key(fields: "id") { id: ID! made: String } type Photo implements Entry @key(fields: "id") { id: ID! made: String }`,
        resolvers: {
          Query: {
            feed: () => [
              { __typename: 'Post', id: '1', made: 'old' },
              { __typename: 'Photo', id: '2', made: 'old' },
            ],
          },
        },
      },
      young: {
        sdl: `interface Entry { id: ID! made: String } type Post implements Entry @key(fields: "id") { id: ID! made: String @override(from: "old") }`,
        resolvers: { Post: { __resolveReference: self, made: () => 'new' } },
      },
    })
    expect(await ask(graph, '{ feed { id made } }')).toEqual({
      data: {
        feed: [
          { id: '1', made: 'new' },
          { id: '2', made: 'old' },
        ],
      },
      paths: [],
      asked: ['old', 'young'],
    })
  })
})

describe('@override with a label', () => {
  const graph = (label: string) =>
    federate({
      old: {
        sdl: 'type Query { post: Post } type Post @key(fields: "id") { id: ID! body: String likes: Int }',
        resolvers: {
          Query: { post: () => ({ id: '1', body: 'old', likes: 1 }) },
          Post: { __resolveReference: ({ id }: { id: string }) => ({ id, body: 'old', likes: 1 }) },
        },
      },
      young: {
        sdl: `type Query { latest: Post } type Post @key(fields: "id") { id: ID! body: String @override(from: "old", label: "${label}") }`,
        resolvers: {
          Query: { latest: () => ({ id: '2' }) },
          Post: { __resolveReference: self, body: () => 'young' },
        },
      },
    })

  it.each(['percent(0)', 'percent(99.5)', 'readers'])(
    'for some requests only (%s) leaves the field where it was, whoever gives the thing',
    async (label) => {
      expect(await ask(graph(label), '{ post { body } latest { body likes } }')).toMatchObject({
        data: { post: { body: 'old' }, latest: { body: 'old', likes: 1 } },
        paths: [],
      })
    },
  )

  it('for all requests is none', async () => {
    expect(await ask(graph('percent(100)'), '{ post { body likes } latest { body } }')).toMatchObject({
      data: { post: { body: 'young', likes: 1 }, latest: { body: 'young' } },
      paths: [],
    })
  })

  it('leaves a root of an interface where it was, though the other knows more of its types', async () => {
    const cup = 'interface Ware { id: ID! } type Cup implements Ware @key(fields: "id")'
    const shop = federate({
      old: {
        sdl: `type Query { ware: Ware } ${cup} { id: ID! }`,
        resolvers: { Query: { ware: () => ({ __typename: 'Cup', id: 'c' }) } },
      },
      young: {
        sdl: `type Query { ware: Ware @override(from: "old", label: "percent(5)") } ${cup} { id: ID! size: Int }
          type Jug implements Ware @key(fields: "id") { id: ID! }`,
        resolvers: {
          Query: { ware: () => ({ __typename: 'Jug', id: 'j' }) },
          Cup: { __resolveReference: self, size: () => 3 },
        },
      },
    })
    expect(await ask(shop, '{ ware { id ... on Cup { size } } }')).toEqual({
      data: { ware: { id: 'c', size: 3 } },
      paths: [],
      asked: ['old', 'young'],
    })
  })
})
