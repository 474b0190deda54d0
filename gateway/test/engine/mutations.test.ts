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
