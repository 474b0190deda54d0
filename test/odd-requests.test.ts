/** Odd requests are their sender's fault, on either database: none is INTERNAL, and none leaves a stack in the log. */
import { request as httpRequest } from 'node:http'
import { createLogger } from '@samenhang/gateway/log'
import { createHttpServer } from '@samenhang/gateway/server'
import { listen } from '@samenhang/subgraph-kit/http-server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeOnDatabases } from '@samenhang/subgraph-kit/requirements'
import { openHub, type TestHub } from './hub.ts'

interface Answered {
  readonly status: number
  readonly text: string
}

const long = 'x'.repeat(900_000)
const byVariable = 'query($name: String!) { searchAreas(name: $name) { nodes { name } } }'
const byCodes = 'query($codes: [ID!]!) { areas(codes: $codes) { code } }'
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
const body = (query: string, variables: unknown = {}) => JSON.stringify({ query, variables })

/** What is sent, and the status and codes that come of it; a code of null is data. */
const requests: readonly (readonly [
  name: string,
  body: string | Buffer,
  status: number,
  code: string | null,
])[] = [
  ['a search name of 900 kB', body(byVariable, { name: long }), 400, 'BAD_ARGUMENT'],
  ['one written out', body(`{ searchAreas(name: "${long}") { nodes { name } } }`), 400, 'BAD_ARGUMENT'],
  ['a block of text', body(`{ searchAreas(name: """${long}""") { nodes { name } } }`), 400, 'BAD_ARGUMENT'],
  [
    'a default',
    body(`query($name: String! = "${long}") { searchAreas(name: $name) { nodes { name } } }`),
    400,
    'BAD_ARGUMENT',
  ],
  [
    'a list of codes of which one is long',
    body(byCodes, { codes: ['BU03630000', long] }),
    400,
    'BAD_ARGUMENT',
  ],
  ['a name of a variable that is long', body(byVariable, { name: 'a', [long]: 1 }), 200, null],
  [
    'a cursor that is long',
    body('query($after: String) { searchAreas(name: "a", after: $after) { nodes { name } } }', {
      after: long,
    }),
    400,
    'BAD_ARGUMENT',
  ],
  ['a text with NUL', body(byVariable, { name: 'a\0b' }), 400, 'BAD_ARGUMENT'],
  ['a literal with NUL', body('{ searchAreas(name: "a\\u0000b") { nodes { name } } }'), 400, 'BAD_ARGUMENT'],
  ['a code with NUL', body(byCodes, { codes: ['BU0363\x00000'] }), 400, 'BAD_ARGUMENT'],
  ['half a character', body(byVariable, { name: 'a\ud800' }), 400, 'BAD_ARGUMENT'],
  [
    'half a character in a literal',
    body('{ searchAreas(name: "a\\ud800") { nodes { name } } }'),
    400,
    'GRAPHQL_PARSE_FAILED',
  ],
  [
    'variables nested deeply',
    `{"query":${JSON.stringify(byVariable)},"variables":{"name":${nested(400_000)}}}`,
    400,
    'BAD_REQUEST',
  ],
  [
    'extensions nested deeply',
    `{"query":"{ __typename }","extensions":{"a":${nested(400_000)}}}`,
    400,
    'BAD_REQUEST',
  ],
  ['a query that is nested lists', `{"query":${nested(400_000)}}`, 400, 'BAD_REQUEST'],
  [
    'literals nested deeply',
    body(`{ areas(codes: ${nested(900)}) { code } }`),
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'a huge number',
    `{"query":"query($first: Int) { searchAreas(name: \\"a\\", first: $first) { nodes { name } } }","variables":{"first":1e400}}`,
    400,
    'PAGE_TOO_LARGE',
  ],
  [
    'a huge number written out',
    body(`{ searchAreas(name: "a", first: ${'9'.repeat(400)}) { nodes { name } } }`),
    400,
    'PAGE_TOO_LARGE',
  ],
  [
    'a year that is out of range',
    body('{ area: municipality(code: "GM9001") { population(period: 2147483647) { period } } }'),
    200,
    'PERIOD_NOT_PUBLISHED',
  ],
  [
    'a year of many digits',
    body(`{ municipality(code: "GM9001") { population(period: ${'9'.repeat(300)}) { period } } }`),
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'a year that is below zero',
    body('{ municipality(code: "GM9001") { population(period: -2147483648) { period } } }'),
    200,
    'PERIOD_NOT_PUBLISHED',
  ],
  ['keys that stand twice', '{"query":"{ nope }","query":"{ __typename }"}', 200, null],
  [
    'a variable named __proto__',
    `{"query":"query($__proto__: String!) { searchAreas(name: $__proto__) { nodes { name } } }","variables":{"__proto__":"a"}}`,
    200,
    null,
  ],
  ['variables that are a text', `{"query":"{ __typename }","variables":"{}"}`, 400, 'BAD_REQUEST'],
  ['variables that are a list', `{"query":"{ __typename }","variables":[]}`, 400, 'BAD_REQUEST'],
  ['an operation name that is a number', `{"query":"{ __typename }","operationName":5}`, 400, 'BAD_REQUEST'],
  [
    'an operation name that is a list',
    `{"query":"{ __typename }","operationName":["A"]}`,
    400,
    'BAD_REQUEST',
  ],
  ['a query that is an object', `{"query":{}}`, 400, 'BAD_REQUEST'],
  ['a query that is null', `{"query":null}`, 400, 'BAD_REQUEST'],
  ['an empty query', `{"query":""}`, 400, 'BAD_REQUEST'],
  ['null', 'null', 400, 'BAD_REQUEST'],
  ['a number', '17', 400, 'BAD_REQUEST'],
  ['nothing', '', 400, 'BAD_REQUEST'],
  ['bytes that are not UTF-8', Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x7d]), 400, 'BAD_REQUEST'],
  ['a mark of byte order', `\ufeff${body('{ __typename }')}`, 200, null],
  ['a query with NUL', body('{ __typename \0 }'), 400, 'GRAPHQL_PARSE_FAILED'],
  ['a query with half a character', body('{ __typename } # \ud800'), 400, 'GRAPHQL_PARSE_FAILED'],
  ['an object for a text', body(byVariable, { name: { toString: 'x' } }), 400, 'BAD_USER_INPUT'],
  ['a text for a list', body(byCodes, { codes: 'BU03630000' }), 200, null],
  ['null in a list', body(byCodes, { codes: [null] }), 400, 'BAD_USER_INPUT'],
  [
    'a cursor that is none',
    body('{ searchAreas(name: "a", after: "%%%") { nodes { name } } }'),
    200,
    'BAD_ARGUMENT',
  ],
  [
    'a name with all that means something to a database',
    body(byVariable, { name: `%_\\'";--$1?::{}` }),
    200,
    null,
  ],
  ['an empty name', body(byVariable, { name: '' }), 200, null],
  [
    'a person whose id is no id',
    body('query($id: ID!) { person(id: $id) { id } }', { id: '\u0001' }),
    200,
    'UNAUTHORIZED_FIELD_OR_TYPE',
  ],
  [
    'a directive that decides by null',
    body('query($on: Boolean) { __typename @include(if: $on) }', { on: null }),
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'fragments that spread each other',
    body('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'),
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
]

const headers: readonly (readonly [
  name: string,
  headers: Readonly<Record<string, string | string[]>>,
  status: number,
])[] = [
  ['two Authorization headers', { authorization: ['Bearer a', 'Bearer b'] }, 400],
  ['Authorization that is empty', { authorization: '' }, 401],
  ['Authorization of another scheme', { authorization: 'Basic eDp5' }, 401],
  ['a token that is no token', { authorization: `Bearer ${'a'.repeat(8_000)}` }, 401],
  ['a token of dots', { authorization: 'Bearer ....' }, 401],
  ['a token whose header is no JSON', { authorization: 'Bearer e30x.e30.e30' }, 401],
  ['a purpose that is none', { 'x-hub-purpose': '\u00e9\u00e9' }, 403],
  ['two purposes', { 'x-hub-purpose': ['a', 'b'] }, 403],
  ['a refusal that is neither', { 'x-hub-on-refusal': 'maybe' }, 400],
  ['content-encoding that is none', { 'content-encoding': 'zip' }, 415],
  ['a charset that is none', { 'content-type': 'application/json; charset=utf-16' }, 415],
  ['accept that is odd', { accept: ',;q=2,*/*;;' }, 200],
  ['accept-encoding that is odd', { 'accept-encoding': 'gzip;q=x, ,br;;' }, 200],
  ['a trace that is odd', { traceparent: 'zz-\u00ff' }, 200],
]

describeOnDatabases('a request that no honest client sends', (kind) => {
  let hub: TestHub
  let url = ''
  let stop = (): void => undefined
  const lines: string[] = []

  beforeAll(async () => {
    const logger = createLogger('info', { write: (line) => void lines.push(line) })
    hub = await openHub({ kind, country: { neighbourhoods: 5, people: 50 }, logger })
    const server = createHttpServer(hub.gateway, { logger })
    url = await listen(server, { host: '127.0.0.1', port: 0 })
    stop = () => server.close()
  }, 240_000)

  afterAll(async () => {
    stop()
    await hub.close()
  })

  const post = (sent: string | Buffer, more: Readonly<Record<string, string | string[]>> = {}) =>
    new Promise<Answered>((resolve, reject) => {
      const request = httpRequest(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...more },
      })
      request.on('error', reject)
      request.on('response', (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
      })
      request.end(sent)
    })

  const logged = () => lines.splice(0).map((line) => JSON.parse(line) as Record<string, unknown>)
  const expectQuiet = () => {
    const all = logged()
    expect(all.filter((line) => 'err' in line || Number(line['level']) > 40)).toEqual([])
    for (const line of all) expect(JSON.stringify(line).length).toBeLessThan(2_000)
  }

  it.each(requests)(
    '%s',
    async (_, sent, status, code) => {
      const answered = await post(sent)
      const { errors } = JSON.parse(answered.text) as {
        errors?: { message: string; extensions: { code: string } }[]
      }
      expect([answered.status, errors?.[0]?.extensions.code ?? null, errors?.[0]?.message]).toEqual([
        status,
        code,
        errors?.[0]?.message,
      ])
      for (const { message } of errors ?? []) expect(message.length).toBeLessThan(2_000)
      expectQuiet()
    },
    60_000,
  )

  it.each(headers)(
    'headers: %s',
    async (_, more, status) => {
      const answered = await post(body('{ __typename }'), more)
      expect(answered.status).toBe(status)
      expect(answered.text).not.toContain('INTERNAL')
      expectQuiet()
    },
    60_000,
  )
})
