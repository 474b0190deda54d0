/**
 * What one operation may hold: every limit refuses before anything is run, and judging a text comes to an end
 * whatever its fragments.
 */
import { HubError, type ErrorCode } from '@samenhang/subgraph-kit/errors'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getIntrospectionQuery } from 'graphql'
import { createGateway, type Gateway } from '../src/operation/gateway.ts'
import { createLimits, type OperationRequest } from '../src/limits/limits.ts'
import { supergraphSchema } from '../src/engine/supergraph/supergraph.ts'
import { fakeNames, fakeSubgraph, silent, supergraphSdl } from './fakes.ts'
import { planHere } from '../src/engine/planning/plan-here.ts'

const limits = createLimits(supergraphSchema(supergraphSdl))
let gateway: Gateway
let fetches = 0
beforeAll(async () => {
  const subgraphs = fakeNames.map((name) => fakeSubgraph(name).running)
  gateway = await createGateway({
    startPlanning: planHere,
    supergraphSdl,
    subgraphs,
    logger: silent,
    observe: () => (fetches += 1),
  })
})
afterAll(() => gateway.close())

const nested = (levels: number, leaf = 'x'): string =>
  levels === 0 ? leaf : `a { ${nested(levels - 1, leaf)} }`
const times = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_item, index) => make(index)).join(' ')

function codeOf(operation: OperationRequest): string | undefined {
  try {
    limits.check(operation)
    return undefined
  } catch (error) {
    if (error instanceof HubError) return error.code
    throw error
  }
}

/** What is refused, the code it is refused with, and the same thing just within the limit. */
const bounds: Readonly<
  Record<string, readonly [code: ErrorCode, over: OperationRequest, within: OperationRequest]>
> = {
  'more than 2,000 tokens': [
    'TOO_MANY_TOKENS',
    { query: `{ ${'a '.repeat(1_999)} }` },
    { query: `{ ${'a '.repeat(1_998)} }` },
  ],
  'more than 15 levels': ['TOO_DEEP', { query: `{ ${nested(15)} }` }, { query: `{ ${nested(14)} }` }],
  'more than 15 levels through fragments': [
    'TOO_DEEP',
    { query: `{ ${nested(8, '...f')} } fragment f on A { ${nested(7)} }` },
    { query: `{ ${nested(8, '...f')} } fragment f on A { ${nested(6)} }` },
  ],
  'more than 15 levels through inline fragments': [
    'TOO_DEEP',
    { query: `{ ${nested(15, '... on A { x }')} }` },
    { query: `{ ${nested(14, '... on A { ... { x } }')} }` },
  ],
  'more than 30 aliases': [
    'TOO_MANY_ALIASES',
    { query: `{ ${times(31, (index) => `a${index}: x`)} }` },
    { query: `{ ${times(30, (index) => `a${index}: x`)} }` },
  ],
  'more than 30 aliases through fragments': [
    'TOO_MANY_ALIASES',
    {
      query: `{ ${times(4, (index) => `f${index} { ...f }`)} } fragment f on A { ${times(8, (index) => `a${index}: x`)} }`,
    },
    {
      query: `{ ${times(3, (index) => `f${index} { ...f }`)} } fragment f on A { ${times(8, (index) => `a${index}: x`)} }`,
    },
  ],
  'a page over 1,000': ['PAGE_TOO_LARGE', { query: '{ x(first: 1001) }' }, { query: '{ x(first: 1000) }' }],
  'a page over 1,000 in a variable': [
    'PAGE_TOO_LARGE',
    { query: 'query($n: Int) { x(first: $n) }', variables: { n: 1_001 } },
    { query: 'query($n: Int) { x(first: $n) }', variables: { n: 1_000 } },
  ],
  'a page over 1,000 by default': [
    'PAGE_TOO_LARGE',
    { query: 'query($n: Int = 1001) { ...f } fragment f on A { x(first: $n) }' },
    { query: 'query($n: Int = 1001) { ...f } fragment f on A { x(first: $n) }', variables: { n: 1 } },
  ],
  'over 1,000 codes in a variable': [
    'PAGE_TOO_LARGE',
    { query: 'query($c: [ID!]!) { areas(codes: $c) { x } }', variables: { c: Array(1_001).fill('GM9001') } },
    { query: 'query($c: [ID!]!) { areas(codes: $c) { x } }', variables: { c: Array(1_000).fill('GM9001') } },
  ],
  'over 1,000 codes written out': [
    'PAGE_TOO_LARGE',
    { query: `{ areas(codes: [${'"G" '.repeat(1_001)}]) { x } }` },
    { query: `{ areas(codes: [${'"G" '.repeat(1_000)}]) { x } }` },
  ],
  'a negative page': ['BAD_ARGUMENT', { query: '{ x(first: -1) }' }, { query: '{ x(first: 0) }' }],
}

describe('an operation over a limit is refused before anything is run', () => {
  it.each(Object.keys(bounds))('%s', async (bound) => {
    const [code, over, within] = bounds[bound] ?? []
    fetches = 0
    const { status, text } = await gateway.execute(over ?? { query: '' })
    expect({ status, fetches }).toEqual({ status: 400, fetches: 0 })
    expect(JSON.parse(text)).toMatchObject({
      errors: [{ message: expect.any(String) as unknown, extensions: { code } }],
    })
    expect(within && codeOf(within)).toBeUndefined()
  })
})

it('introspection is within the limits, so that the explorer can read the schema', async () => {
  const { status, text } = await gateway.execute({ query: getIntrospectionQuery({ descriptions: true }) })
  expect(status).toBe(200)
  expect(text).toContain('averageWozValue')
})

describe('every text comes to an end', () => {
  const fragments = (each: (index: number) => string): string =>
    `{ ...f0 } ${times(60, (index) => `fragment f${index} on Query { ${each(index)} }`)}`
  it.each([
    [
      'fragments that spread themselves',
      '{ ...a } fragment a on Query { ...b } fragment b on Query { ...a x { ...b } }',
    ],
    ['a hundred thousand open braces', '{a'.repeat(100_000)],
    [
      'fragments that double sixty times',
      fragments((index) => (index < 59 ? `...f${index + 1} ...f${index + 1}` : '__typename')),
    ],
    ['nothing', ''],
    ['text that is no GraphQL', 'SELECT * FROM area; --'],
    ['an unclosed string', '{ a(b: "'],
  ])('%s', async (_name, query) => {
    const { status, text } = await gateway.execute({ query })
    expect(status).toBe(400)
    const { errors } = JSON.parse(text) as { errors: { extensions: { code: unknown } }[] }
    expect(errors[0]?.extensions.code).toEqual(expect.any(String))
  })
})

describe('what is wrong with an operation is said in GraphQL and in the words of its own kind', () => {
  it.each([
    ['{ neighbourhood(code: "BU90010101") { nam } }', undefined, 'GRAPHQL_VALIDATION_FAILED'],
    ['{ neighbourhood(', undefined, 'GRAPHQL_PARSE_FAILED'],
    ['query($code: ID!) { neighbourhood(code: $code) { name } }', {}, 'BAD_USER_INPUT'],
    ['query A { __typename } query B { __typename }', undefined, 'OPERATION_RESOLUTION_FAILURE'],
  ])('%s', async (query, variables, code) => {
    const { status, text } = await gateway.execute({ query, variables })
    expect(status).toBe(400)
    expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code } }] })
  })
})

it('the log is told the name and kind of the operation that runs', () => {
  expect(limits.factsOf({ query: 'query A { x } query B { y }', operationName: 'B' })).toEqual({
    name: 'B',
    kind: 'query',
  })
  expect(limits.factsOf({ query: '{ x }' })).toEqual({ name: undefined, kind: 'query' })
  expect(limits.factsOf({ query: '{' })).toEqual({ name: undefined, kind: undefined })
})
