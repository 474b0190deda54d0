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
