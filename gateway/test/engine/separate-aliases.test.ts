/** Mutations are acts: asked twice, they are done twice. */
import { describe, expect, it } from 'vitest'
import { federate } from './federate.ts'

function counting() {
  let count = 0
  return federate({
    a: {
      sdl: 'type Query { now: Int } type Mutation { add(by: Int = 1): Sum } type Sum @key(fields: "id") { id: ID! total: Int }',
      resolvers: {
        Mutation: { add: (_: unknown, { by }: { by: number }) => ({ id: 'S', total: (count += by) }) },
        Sum: { __resolveReference: (sum: object) => sum },
      },
    },
    b: {
      sdl: 'type Sum @key(fields: "id") { id: ID! name: String } type Mutation { rename: Sum }',
      resolvers: {
        Mutation: { rename: () => ({ id: 'S' }) },
        Sum: { __resolveReference: (sum: object) => sum, name: () => 'sum' },
      },
    },
  })
}

describe('mutations', () => {
  it('one that is asked under two names is run twice, in the order of the text, and each has its own answer', async () => {
    const graph = counting()
    expect(
      await graph.ask('mutation { add { total } more: add { total name } last: add(by: 10) { total } }'),
    ).toEqual({
      data: { add: { total: 1 }, more: { total: 2, name: 'sum' }, last: { total: 12 } },
      paths: [],
    })
  })

  it('one that is written twice under one name is run once, through fragments as well', async () => {
    const graph = counting()
    const query = `mutation { add { total } ... on Mutation { add { id } a: add { total } } ...F } fragment F on Mutation { add { name } a: add { id } }`
    expect(await graph.ask(query)).toEqual({
      data: { add: { total: 1, id: 'S', name: 'sum' }, a: { total: 2, id: 'S' } },
      paths: [],
    })
  })

  it('an error stands at the one that it is of', async () => {
    let count = 0
    const graph = federate({
      a: {
        sdl: 'type Query { now: Int } type Mutation { add: Int }',
        resolvers: {
          Mutation: {
            add: () => {
              count += 1
              if (count === 2) throw new Error('no second')
              return count
            },
          },
        },
      },
    })
    expect(await graph.ask('mutation { add b: add c: add }')).toEqual({
      data: { add: 1, b: null, c: 3 },
      paths: [['b']],
    })
  })
})

describe('an object that is asked under two response keys', () => {
  const graph = federate({
    a: {
      sdl: 'type Query { home: Home } type Home @key(fields: "id") { id: ID! name: String past: Int! inner: Home }',
      resolvers: {
        Query: { home: () => ({ id: '1', name: 'Een', inner: { id: '2', name: 'Twee' } }) },
        Home: {
          past: () => {
            throw new Error('gone')
          },
        },
      },
    },
  })
  it.each([
    ['{ home { past } other: home { name } }', { home: null, other: { name: 'Een' } }, [['home', 'past']]],
    [
      '{ other: home { ...F } home { name } } fragment F on Home { past }',
      { other: null, home: { name: 'Een' } },
      [['other', 'past']],
    ],
    [
      '{ home { a: inner { past } b: inner { name } } }',
      { home: { a: null, b: { name: 'Twee' } } },
      [['home', 'a', 'past']],
    ],
    [
      '{ home { a: inner { past } b: inner { name } b: inner @include(if: true) { id } } }',
      { home: { a: null, b: { name: 'Twee', id: '2' } } },
      [['home', 'a', 'past']],
    ],
  ])('is null where what may not be null failed, and there alone: %s', async (query, data, paths) => {
    expect(await graph.ask(query)).toEqual({ data, paths })
  })
})

it('an object of which nothing can be asked, since it is of none of the types, is there and empty', async () => {
  const graph = federate({
    a: {
      sdl: `type Query { cats: [[Cat!]] ants: [Ant] } interface Life { row: String }
        type Cat implements Life { row: String } type Ant implements Life { row: String mark: String }`,
      resolvers: { Query: { cats: () => [[{ row: 'r' }]] } },
    },
  })
  expect(await graph.ask('{ cats { ... on Life { ... on Ant { mark } } } }')).toEqual({
    data: { cats: [[{}]] },
    paths: [],
  })
})
