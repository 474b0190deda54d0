/** A root by id that several subgraphs answer, not all of which know every type that may come of it. */
import { describe, expect, it } from 'vitest'
import { federate, type Federation } from './federate.ts'

const self = (thing: object): object => thing

async function ask(graph: Federation, query: string): Promise<unknown> {
  const { data, paths } = await graph.ask(query)
  return { data, paths, asked: graph.fetches.map(({ subgraph }) => subgraph) }
}

const things: Readonly<Record<string, string>> = { p: 'Product', c: 'Chat', s: 'Shop' }

/** Finds things whose id begins with one of these letters. */
const findsOf = (letters: string) => ({
  node(_: unknown, { id }: { id: string }) {
    const letter = id.charAt(0)
    return letters.includes(letter)
      ? { __typename: things[letter], id, price: 3, text: 'hi', city: 'Ede' }
      : null
  },
})

const root = 'node(id: ID!): Node @shareable'
const product = 'type Product implements Node @key(fields: "id") { id: ID! PRICE }'
const chat = 'type Chat implements Node @key(fields: "id") { id: ID! text: String }'
const shop = 'type Shop implements Node @key(fields: "id") { id: ID! city: String }'

function part(finds: string, ...types: readonly string[]) {
  const sdl = `type Query { ${root} } interface Node { id: ID! } ${types.join(' ')}`
  const Product = { __resolveReference: ({ id }: { id: string }) => ({ id, price: 3 }) }
  return {
    sdl: sdl.replace('PRICE', finds === 'p' ? 'price: Int' : ''),
    resolvers: { Query: findsOf(finds), Product },
  }
}

describe('where one subgraph knows all types', () => {
  const graph = federate({ few: part('p', product), all: part('pc', product, chat) })
  it.each([
    ['{ node(id: "c1") { id } }', { id: 'c1' }, ['all']],
    ['{ node(id: "c1") { __typename ... on Chat { text } } }', { __typename: 'Chat', text: 'hi' }, ['all']],
    ['{ node(id: "p1") { ... on Chat { text } ... on Product { price } } }', { price: 3 }, ['all', 'few']],
    ['{ node(id: "u1") { id } }', null, ['all']],
  ])('that one is asked, the others for their fields: %s', async (query, node, asked) => {
    expect(await ask(graph, query)).toEqual({ data: { node }, paths: [], asked })
  })
  it('of a union too', async () => {
    const unions = federate({
      few: {
        sdl: 'type Query { found: Found @shareable } union Found = Product type Product @key(fields: "id") { id: ID! }',
        resolvers: { Query: { found: () => null } },
      },
      all: {
        sdl: 'type Query { found: Found @shareable other: Int } union Found = Product | Chat type Product @key(fields: "id") { id: ID! } type Chat { text: String }',
        resolvers: {
          Query: { found: () => ({ __typename: 'Chat', text: 'hi' }) },
          Product: { __resolveReference: self },
        },
      },
    })
    expect(await ask(unions, '{ found { ... on Chat { text } } }')).toEqual({
      data: { found: { text: 'hi' } },
      paths: [],
      asked: ['all'],
    })
  })
})

describe('where none knows all types', () => {
  const graph = federate({ chats: part('pc', product, chat), shops: part('ps', product, shop) })
  it('what the asked one knows is answered, and its null is an error at its place, never silent', async () => {
    expect(await graph.ask('{ node(id: "p1") { id } }')).toEqual({ data: { node: { id: 'p1' } }, paths: [] })
    const asked = graph.fetches[0]?.subgraph
    const elsewhere = asked === 'chats' ? 's1' : 'c1'
    const missed = await graph.ask(`{ one: node(id: "${elsewhere}") { id } }`)
    expect(missed).toEqual({ data: { one: null }, paths: [['one']] })
  })
})

it('a root whose subgraphs know the same types is asked of one, and its null is an answer', async () => {
  const graph = federate({ one: part('p', product), other: part('pc', product) })
  expect(await graph.ask('{ node(id: "u1") { id } }')).toEqual({ data: { node: null }, paths: [] })
  expect(graph.fetches).toHaveLength(1)
})
