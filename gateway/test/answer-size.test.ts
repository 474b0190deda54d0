/**
 * How many objects an answer can hold is known from the text, whatever its fragments; over 600,000 is
 * refused, and knowing it costs little memory.
 */
import { buildSchema, parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { answerSize } from '../src/limits/answer-size.ts'
import { createLimits } from '../src/limits/limits.ts'

const schema = buildSchema(`
  type Query { areas(codes: [ID!]!): [Area]!  province: Area }
  type Area {
    name: String
    profile: Profile
    series: [Profile!]
    areas(first: Int! = 100, after: String): Areas!
  }
  type Areas { nodes: [Area!]!  edges: [Edge!]!  pageInfo: PageInfo! }
  type Edge { node: Area! }
  type PageInfo { hasNextPage: Boolean! }
  type Profile { period: Int!  missing: [Missing!]! }
  type Missing { field: String! }
`)
const sizeOf = (query: string, variables = {}): number => answerSize(parse(query), schema)(variables)
const codes = Array.from({ length: 1_000 }, (_, index) => `BU${String(index)}`)

describe('the objects that an answer can hold', () => {
  it.each([
    ['one thing and what it has', '{ province { profile { period } } }', {}, 2],
    [
      'a page: the connection and as many as asked',
      '{ province { areas(first: 7) { nodes { name } } } }',
      {},
      9,
    ],
    [
      'a page of which nothing is said: the default of the schema',
      '{ province { areas { nodes { name } } } }',
      {},
      102,
    ],
    ['edges: each with its node', '{ province { areas(first: 5) { edges { node { name } } } } }', {}, 12],
    [
      'pages in pages: one times the other',
      '{ province { areas(first: 9) { nodes { areas(first: 10) { nodes { name } } } } } }',
      {},
      2 + 9 * 12,
    ],
    ['as many as there are codes', 'query($c: [ID!]!) { areas(codes: $c) { name } }', { c: codes }, 1_000],
    ['a list without a page: ten', '{ province { series { missing { field } } } }', {}, 1 + 10 * 11],
    [
      'a size in a variable',
      'query($n: Int!) { province { areas(first: $n) { nodes { name } } } }',
      { n: 3 },
      5,
    ],
    [
      'a size by the default of a variable',
      'query($n: Int! = 4) { province { areas(first: $n) { nodes { name } } } }',
      {},
      6,
    ],
    [
      'fragments, spread in another fragment too',
      `query($n: Int!) { province { ...a } } fragment a on Area { areas(first: $n) { ...b } }
       fragment b on Areas { nodes { profile { period } } }`,
      { n: 10 },
      2 + 10 * 2,
    ],
    [
      'inline fragments',
      '{ province { ... on Area { areas(first: 2) { ... { nodes { name } } } } } }',
      {},
      4,
    ],
    [
      'aliases: each of them',
      '{ province { a: areas(first: 5) { nodes { name } } b: areas(first: 5) { nodes { name } } } }',
      {},
      13,
    ],
    [
      'the largest of several operations',
      'query A { province { name } } query B { areas(codes: ["a", "b"]) { name } }',
      {},
      2,
    ],
    ['introspection: nothing', '{ __schema { types { fields { args { name } } } } }', {}, 0],
  ])('%s', (_what, query, variables, expected) => {
    expect(sizeOf(query, variables)).toBe(expected)
  })

  it('comes to an end for fragments that spread each other, and for those that double', () => {
    expect(
      sizeOf(
        '{ province { ...a } } fragment a on Area { ...b } fragment b on Area { profile { period } ...a }',
      ),
    ).toBe(2)
    const doubling = Array.from({ length: 40 }, (_, index) =>
      index < 39
        ? `fragment f${index} on Area { a: areas(first: 1) { nodes { ...f${index + 1} } } b: areas(first: 1) { nodes { ...f${index + 1} } } }`
        : `fragment f${index} on Area { name }`,
    )
    expect(sizeOf(`{ province { ...f0 } } ${doubling.join(' ')}`)).toBeGreaterThan(2 ** 39)
  })
})

describe('an answer that could hold more than 600,000 objects is refused with the numbers', () => {
  const nested =
    'query($n: Int!) { province { areas(first: $n) { nodes { areas(first: $n) { nodes { name } } } } } }'

  it('a thousand pages of a thousand', () => {
    const { check } = createLimits(schema)
    expect(() => check({ query: nested, variables: { n: 400 } })).not.toThrow()
    expect(() => check({ query: nested, variables: { n: 1_000 } })).toThrow(
      expect.objectContaining({
        code: 'ANSWER_TOO_LARGE',
        message:
          'The answer could hold 1,002,002 objects; at most 600,000 are allowed. Ask for smaller pages.',
        extensions: { code: 'ANSWER_TOO_LARGE', objects: 1_002_002, limit: 600_000 },
      }),
    )
  })

  it('an export of a thousand areas with the series of five domains and all that is missing is not', () => {
    const series = ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}: series { period missing { field } }`)
    const query = `query($c: [ID!]!) { areas(codes: $c) { name ${series.join(' ')} } }`
    expect(sizeOf(query, { c: codes })).toBe(551_000)
    expect(() => createLimits(schema).check({ query, variables: { c: codes } })).not.toThrow()
  })
})

it('a thousand different texts are remembered within eight megabytes', () => {
  const limits = createLimits(schema)
  for (let number = 0; number < 3_000; number += 1)
    limits.check({ query: `{ province { ${`n${number}: name `.repeat(25)} } }` })
  expect(limits.weight).toBeGreaterThan(1_000_000)
  expect(limits.weight).toBeLessThanOrEqual(8_000_000)
})
