/** Values of a subgraph in process that are none of their type: null at their own place. Errors that are none: nothing is lost. */
import { parse } from 'graphql'
import { expect, it } from 'vitest'
import { createEngine } from '../../src/engine/engine.ts'
import { composeParts } from './federate.ts'
import { planHere } from '../../src/engine/planning/plan-here.ts'

const t = 'type T @key(fields: "id") { id: ID!'
const { supergraphSdl } = composeParts({
  one: { sdl: `type Query { ts: [T] } ${t} i: Int e: E } enum E { A B }`, resolvers: {} },
  two: { sdl: `${t} x: String }`, resolvers: {} },
})

async function answer(ts: unknown, two: unknown = {}): Promise<{ data: unknown; errors: unknown }> {
  const engine = createEngine<undefined>({
    supergraphSdl,
    startPlanning: planHere,
    ask: ({ subgraph }) => (subgraph === 'one' ? { data: { ts } } : (two as object)),
  })
  const query =
    two === undefined || Object.keys(two as object).length === 0 ? '{ ts { id i e } }' : '{ ts { id x } }'
  const operation = { text: query, document: parse(query), operationName: undefined, filterKey: '' }
  const outcome = await engine.run(operation, {}, undefined)
  await engine.close()
  if (outcome.kind !== 'answered') throw new Error(outcome.kind)
  const errors = [...outcome.errors, ...outcome.incomplete] as { message: string; path: unknown }[]
  return {
    data: JSON.parse(outcome.text ?? 'null'),
    errors: errors.map(({ message, path }) => [message, path]),
  }
}

it('an Int over 32 bits and an unknown value of an enum are null with an error, and an id that is a number is a text', async () => {
  expect(
    await answer([
      { __typename: 'T', id: 42, i: 3_000_000_000, e: 'C' },
      { __typename: 'T', id: 'b', i: -2_147_483_648, e: 'B' },
    ]),
  ).toEqual({
    data: {
      ts: [
        { id: '42', i: null, e: null },
        { id: 'b', i: -2_147_483_648, e: 'B' },
      ],
    },
    errors: [
      ['It is no Int.', ['ts', 0, 'i']],
      ['It is no E.', ['ts', 0, 'e']],
    ],
  })
})

const none = 'The subgraph "two" gave an error without a message.'
it.each<[errors: unknown, told: unknown]>([
  [[null], [[none, undefined]]],
  [{ message: 'x' }, [[none, undefined]]],
  [[{ message: {} }], [[none, undefined]]],
  [[{ message: 'm', path: ['_entities', '1', 'x'] }], [['m', ['ts', 1, 'x']]]],
  [[{ message: 'm', path: ['_entities', 9, 'x'] }], [['m', ['ts', '@']]]],
])('with the errors %j what is good stays', async (errors, told) => {
  const ts = [
    { __typename: 'T', id: 'a' },
    { __typename: 'T', id: 'b' },
  ]
  expect(await answer(ts, { data: { _entities: [{ x: '1' }, null] }, errors })).toEqual({
    data: {
      ts: [
        { id: 'a', x: '1' },
        { id: 'b', x: null },
      ],
    },
    errors: told,
  })
  expect((await answer(ts, { data: { _entities: null }, errors: [{ message: 'm' }] })).errors).toEqual([
    ['m', undefined],
  ])
})
