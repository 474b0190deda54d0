/** Operations that cannot be run are their sender's fault, at every endpoint: a 4xx that says all that is wrong, and nothing in the log but the line. */
import { listen } from '@samenhang/subgraph-kit/http-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createGateway, type Gateway } from '../src/operation/gateway.ts'
import { createLogger } from '../src/telemetry/log.ts'
import { createHttpServer } from '../src/http/server.ts'
import { fakeNames, fakeSubgraph, supergraphSdl } from './fakes.ts'
import { planHere } from '../src/engine/planning/plan-here.ts'

const lines: string[] = []
const logger = createLogger('info', { write: (line) => void lines.push(line) })
let gateway: Gateway
let url = ''
let stop: () => void

beforeAll(async () => {
  gateway = await createGateway({
    startPlanning: planHere,
    supergraphSdl,
    subgraphs: fakeNames.map((name) => fakeSubgraph(name).running),
    logger,
  })
  const server = createHttpServer(gateway, { logger })
  url = await listen(server, { host: '127.0.0.1', port: 0 })
  stop = () => server.close()
})
afterAll(async () => {
  stop()
  await gateway.close()
})

interface Told {
  readonly status: number
  readonly codes: readonly string[]
  readonly messages: readonly string[]
}

async function told(response: Response): Promise<Told> {
  const { errors } = (await response.json()) as {
    errors: { message: string; extensions: { code: string } }[]
  }
  const codes = [...new Set(errors.map(({ extensions }) => extensions.code))]
  return { status: response.status, codes, messages: errors.map(({ message }) => message) }
}
const post = async (body: unknown, path = '/graphql') =>
  told(
    await fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  )
const get = (search: string, path = '/graphql') =>
  fetch(`${url}${path}?${search}`, { headers: { 'apollo-require-preflight': 'yes' } })

const noMutations = 'This graph has no mutations.'
const noSubscriptions = 'This graph serves no subscriptions. Use a query.'
const query = '{ __typename }'

describe('what cannot be run is refused with 400, the reason, and no stack in the log', () => {
  it.each<[body: object, code: string, ...messages: string[]]>([
    [{ query: 'mutation { x }' }, 'GRAPHQL_VALIDATION_FAILED', noMutations],
    [{ query: 'mutation M { __typename }' }, 'GRAPHQL_VALIDATION_FAILED', noMutations],
    [{ query: 'mutation { toString: x }' }, 'GRAPHQL_VALIDATION_FAILED', noMutations],
    [{ query: 'mutation { __schema { description } }' }, 'GRAPHQL_VALIDATION_FAILED', noMutations],
    [{ query: 'subscription { x }' }, 'GRAPHQL_VALIDATION_FAILED', noSubscriptions],
    [{ query: 'subscription { a: __typename b: __typename }' }, 'GRAPHQL_VALIDATION_FAILED', noSubscriptions],
    [
      { query: 'query A { __typename } mutation B { x } subscription C { x }', operationName: 'B' },
      'GRAPHQL_VALIDATION_FAILED',
      noMutations,
      noSubscriptions,
    ],
    [
      { query: 'query A { __typename }', operationName: 'Z' },
      'OPERATION_RESOLUTION_FAILURE',
      'The document has no operation of that name.',
    ],
    [
      { query: 'query A { __typename } query B { __typename }' },
      'OPERATION_RESOLUTION_FAILURE',
      'The document has several operations: say which one by `operationName`.',
    ],
    [
      { query: 'fragment F on Query { __typename }' },
      'GRAPHQL_VALIDATION_FAILED',
      'The document has no operation to run.',
      'Fragment "F" is never used.',
    ],
    [
      { query: 'query ($x: Boolean = true) { __typename @include(if: $x) }', variables: { x: null } },
      'BAD_USER_INPUT',
      'Variable "$x" of non-null type "Boolean!" must not be null: it decides over @skip or @include.',
    ],
    [{ query: '  # nothing' }, 'GRAPHQL_PARSE_FAILED', 'Syntax Error: Unexpected <EOF>.'],
    [
      { query: '{ ...F } fragment F on Query { ...G } fragment G on Query { nam ...F }' },
      'GRAPHQL_VALIDATION_FAILED',
      'Cannot spread fragment "F" within itself via "G".',
      'Cannot query field "nam" on type "Query".',
    ],
  ])('%j', async (body, code, ...messages) => {
    lines.length = 0
    expect(await post(body)).toEqual({ status: 400, codes: [code], messages })
    expect(lines).toHaveLength(1)
    expect(lines.join('')).not.toMatch(/stack|internal error/)
  })

  it.each([
    { query: '' },
    { query: null },
    { query: {} },
    { query, variables: 1 },
    { query, variables: '{}' },
    { query, variables: [] },
    { query, extensions: 1 },
    { query, extensions: [] },
    { query, extensions: 'x' },
    { query, operationName: 3 },
  ])('%j', async (body) => {
    expect(await post(body)).toMatchObject({ status: 400, codes: ['BAD_REQUEST'] })
  })

  it.each([
    ['query={__typename}&variables=[]', 400],
    ['query={__typename}&variables=x', 400],
    ['query={__typename}&extensions=1', 400],
    ['query={__typename}&query={__typename}', 400],
    ['', 400],
    ['query=mutation{x}', 405],
    ['query=subscription{__typename}', 405],
  ])('GET %s is %i', async (search, status) => {
    const response = await get(search)
    expect(response.headers.get('allow')).toBe(status === 405 ? 'POST' : null)
    expect(await told(response)).toMatchObject({ status, codes: ['BAD_REQUEST'] })
  })

  it('an empty operationName is as none', async () => {
    expect((await get('query={__typename}&operationName=')).status).toBe(200)
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, operationName: '' }),
    })
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } })
  })
})

describe('an operation that is not valid is told whole', () => {
  const faults = Array.from({ length: 60 }, (_, index) => `f${index}: nam${index}`).slice(0, 30)
  const invalid = `query ($a: Nope) { ${faults.join(' ')} neighbourhood { code(x: 1) ...Z } ${'neighbourhood(code: "B") { nam } '.repeat(90)} }`
  const heavy = (index: number) =>
    `{ ${Array.from({ length: 25 }, (_, at) => `b${index}x${at}: areas(codes: ["GM9001"]) { housing { period } care { period } }`).join(' ')} }`

  it('with the same faults at the same places on a machine that is busy planning', async () => {
    const idle = await gateway.execute({ query: invalid })
    const { errors } = JSON.parse(idle.text) as { errors: { message: string; locations?: unknown }[] }
    expect(errors).toHaveLength(101)
    expect(errors[0]).toEqual({
      message: 'Unknown type "Nope".',
      locations: [{ line: 1, column: 12 }],
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    })
    const busy = Array.from({ length: 8 }, (_, index) => gateway.execute({ query: heavy(index) }))
    const asked = await Promise.all(
      Array.from({ length: 20 }, (_, index) => gateway.execute({ query: `${invalid}${' '.repeat(index)}` })),
    )
    for (const { status, text } of asked) expect({ status, text }).toEqual({ status: 400, text: idle.text })
    await Promise.all(busy)
  })

  it('and one whose fields are too many to compare is refused for that, with its other faults', async () => {
    const text = (more: string) => `{ ${'__typename '.repeat(400)} ${more} }`
    const expected = [
      'More than 50000 pairs of fields have one response name in one selection. Ask for each field once.',
    ]
    // Without HTTP: the test before blocks this process for longer than a connection is kept alive.
    const messagesOf = async (query: string) => {
      const { errors } = JSON.parse((await gateway.execute({ query })).text) as {
        errors: { message: string }[]
      }
      return errors.map(({ message }) => message)
    }
    expect(await messagesOf(text(''))).toEqual(expected)
    expect((await messagesOf(text('nam'))).toSorted()).toEqual([
      'Cannot query field "nam" on type "Query".',
      ...expected,
    ])
    expect(await messagesOf(`{ ${'__typename '.repeat(300)} nam }`)).toEqual([
      'Cannot query field "nam" on type "Query".',
    ])
  })
})

describe('descriptions in executable documents', () => {
  it('are accepted before operations, fragments and variables, and change no answer', async () => {
    const described = [
      '"""\nWhat the page shows: { braces } and "quotes".\n"""',
      'query Page("The code." $code: ID!) { neighbourhood(code: $code) { ...Names housing { period } } }',
      '"Names."',
      'fragment Names on Neighbourhood { name }',
    ].join('\n')
    const { status, text } = await gateway.execute({ query: described, variables: { code: 'BU90010101' } })
    expect({ status, answer: JSON.parse(text) }).toEqual({
      status: 200,
      answer: { data: { neighbourhood: { name: 'Noord', housing: { period: 2024 } } } },
    })
  })

  it('move no place that an error names', async () => {
    const { text } = await gateway.execute({ query: '"""\na\nb\n"""\nquery A {\n  nam\n}' })
    expect(JSON.parse(text)).toMatchObject({ errors: [{ locations: [{ line: 6, column: 3 }] }] })
  })
})
