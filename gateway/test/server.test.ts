/**
 * The routes of the graph's port: which requests are taken, which are refused and how, and what headers each
 * answer has.
 */
import { once } from 'node:events'
import { request as httpRequest } from 'node:http'
import * as zlib from 'node:zlib'
import { drain, listen } from '@samenhang/subgraph-kit/http-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createGateway } from '../src/operation/gateway.ts'
import { createLogger } from '../src/telemetry/log.ts'
import { createHttpServer } from '../src/http/server.ts'
import { fakeNames, fakeSubgraph, supergraphSdl, type Fake } from './fakes.ts'
import { code, profile, wholeProfile } from './operations.ts'
import { planHere } from './plan-here.ts'

const { brotliDecompressSync, gunzipSync } = zlib
const unzstd = (zlib as { readonly zstdDecompressSync?: typeof gunzipSync }).zstdDecompressSync
const fakes = new Map<string, Fake>(fakeNames.map((name) => [name, fakeSubgraph(name)]))
const lines: string[] = []
const logger = createLogger('info', { write: (line) => void lines.push(line) })
let base = ''
let stop: () => Promise<void>

beforeAll(async () => {
  const subgraphs = [...fakes.values()].map(({ running }) => running)
  const gateway = await createGateway({ startPlanning: planHere, supergraphSdl, subgraphs, logger })
  const server = createHttpServer(gateway, {
    logger,
    allowedOrigins: ['https://example.nl', 'http://localhost:*'],
  })
  base = await listen(server, { host: '127.0.0.1', port: 0 })
  stop = async () => {
    await drain(server, 1_000)
    await gateway.close()
  }
})
afterAll(() => stop())

const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  fetch(`${base}/graphql`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  })
const codeIn = async (response: Response) =>
  ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code

describe('POST /graphql', () => {
  it('answers an operation', async () => {
    const response = await post(JSON.stringify({ query: profile, variables: { code } }))
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toMatch(/^application\/json/)
    expect(response.headers.get('x-hub-trace')).toMatch(/^[0-9a-f]{32}$/)
    expect(await response.json()).toEqual({ data: wholeProfile })
  })

  it.each([
    [
      'a body over 1 MB',
      'BODY_TOO_LARGE',
      JSON.stringify({ query: '{ __typename }', filler: 'x'.repeat(1_000_000) }),
    ],
    ['a list of operations', 'BATCHING_NOT_ALLOWED', JSON.stringify([{ query: '{ __typename }' }])],
    ['text that is not JSON', 'BAD_REQUEST', '{ query'],
    ['bytes that are not UTF-8', 'BAD_REQUEST', Uint8Array.from([0x22, 0xff, 0x22])],
    ['JSON without an operation', 'BAD_REQUEST', '{}'],
    ['null', 'BAD_REQUEST', 'null'],
    ['a query that is a number', 'BAD_REQUEST', '{"query":1}'],
    ['variables that are a list', 'BAD_REQUEST', '{"query":"{ __typename }","variables":[1]}'],
  ])('refuses %s with a status of 4xx and %s', async (_name, expected, body) => {
    const response = await post(body)
    expect({ status: response.status, code: await codeIn(response) }).toEqual({
      status: expected === 'BODY_TOO_LARGE' ? 413 : 400,
      code: expected,
    })
  })

  it('stops reading at 1 MB where the size was not told', async () => {
    const request = httpRequest(`${base}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
    })
    request.on('error', () => undefined)
    const answered = once(request, 'response') as Promise<[{ statusCode: number }]>
    for (let sent = 0; sent < 3; sent += 1) request.write(Buffer.alloc(400_000, 'x'))
    const [{ statusCode }] = await answered
    expect(statusCode).toBe(413)
    request.destroy()
  })

  it.each([
    [{ 'content-type': 'text/plain' }, 415],
    [{ 'content-type': 'application/x-www-form-urlencoded' }, 415],
    [{ 'content-type': 'application/json; charset=latin1' }, 415],
    [{ 'content-encoding': 'gzip' }, 415],
    [{ 'content-type': 'Application/JSON; charset=UTF-8' }, 200],
  ])('with %o answers %i', async (headers, status) => {
    expect((await post(JSON.stringify({ query: '{ __typename }' }), headers)).status).toBe(status)
  })
})

describe('GET /graphql', () => {
  const url = (query: string, more = '') => `${base}/graphql?query=${encodeURIComponent(query)}${more}`
  it('answers an operation for programs, and refuses what a page of elsewhere could send', async () => {
    const variables = `&variables=${encodeURIComponent(JSON.stringify({ code }))}`
    const allowed = await fetch(url(profile, variables), { headers: { 'apollo-require-preflight': 'yes' } })
    expect(await allowed.json()).toEqual({ data: wholeProfile })
    expect((await fetch(url(profile, variables))).status).toBe(400)
  })

  it.each([
    ['as urql asks', {}, 200],
    ['from an allowed page', { origin: 'https://example.nl', 'sec-fetch-site': 'cross-site' }, 200],
    ['from the hub itself', { 'sec-fetch-site': 'same-origin' }, 200],
    ['from a page of elsewhere', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, 400],
    [
      'from a page that hides its origin',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
      400,
    ],
    ['by a link', { accept: 'text/html,*/*' }, 400],
  ])('with the media type of GraphQL, %s', async (_name, headers: Record<string, string>, status) => {
    const accept =
      'application/graphql-response+json, application/graphql+json, application/json, text/event-stream'
    const { status: told } = await new Promise<{ status: number | undefined }>((resolve, reject) => {
      httpRequest(url('{ __typename }'), { headers: { accept, ...headers } }, (response) => {
        response.resume()
        resolve({ status: response.statusCode })
      })
        .on('error', reject)
        .end()
    })
    expect(told).toBe(status)
  })

  it('has the same limits', async () => {
    const headers = { 'apollo-require-preflight': 'yes' }
    const response = await fetch(
      url('{ municipality(code: "GM9001") { neighbourhoods(first: 1001) { code } } }'),
      { headers },
    )
    expect(await codeIn(response)).toBe('PAGE_TOO_LARGE')
  })
})

describe('an answer over 1 kB', () => {
  const body = JSON.stringify({ query: '{ __schema { types { name description } } }' })
  const raw = (headers: Record<string, string>) =>
    new Promise<{ encoding: string | undefined; vary: string | undefined; bytes: Buffer }>(
      (resolve, reject) => {
        const sent = httpRequest(
          `${base}/graphql`,
          { method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
          (response) => {
            const chunks: Buffer[] = []
            response.on('data', (chunk: Buffer) => chunks.push(chunk))
            response.on('end', () =>
              resolve({
                encoding: response.headers['content-encoding'],
                vary: response.headers.vary,
                bytes: Buffer.concat(chunks),
              }),
            )
          },
        )
        sent.on('error', reject).end(body)
      },
    )

  it.each([
    ['gzip', 'gzip', gunzipSync],
    ['gzip, br;q=0.9, deflate', 'gzip', gunzipSync],
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    // Node has it from 22.15 on.
    ['gzip, br, zstd', unzstd ? 'zstd' : 'br', unzstd ?? brotliDecompressSync],
    ['*;q=0.1, gzip', 'gzip', gunzipSync],
  ])('goes to who takes %s as %s, and is the same', async (accepted, encoding, decompress) => {
    const plain = await raw({})
    const packed = await raw({ 'accept-encoding': accepted })
    expect([plain.encoding, packed.encoding]).toEqual([undefined, encoding])
    expect(packed.vary).toContain('accept-encoding')
    expect(packed.bytes.byteLength).toBeLessThan(plain.bytes.byteLength / 2)
    expect(decompress(packed.bytes).toString()).toBe(plain.bytes.toString())
  })

  it.each([
    { 'accept-encoding': 'deflate, gzip;q=0' },
    { 'accept-encoding': 'gzip', 'x-hub-purpose': 'wmo-intake' },
    { 'accept-encoding': 'gzip', authorization: 'Bearer none' },
  ])('goes as it is with %o', async (headers: Record<string, string>) => {
    expect((await raw(headers)).encoding).toBeUndefined()
  })
})

describe('other addresses', () => {
  it('GET /live says that the process lives', async () => {
    const response = await fetch(`${base}/live`)
    expect([response.status, await response.json()]).toEqual([200, { live: true }])
  })

  it('GET /ready says whether requests may be sent here, and no more', async () => {
    expect(await (await fetch(`${base}/ready`)).json()).toEqual({ ready: true })
    const care = fakes.get('care')
    if (care) care.fault = new Error('locked: /srv/data/care.sqlite')
    const response = await fetch(`${base}/ready`)
    if (care) care.fault = null
    expect([response.status, await response.json()]).toEqual([503, { ready: false }])
  })

  it.each([
    ['GET', '/nothing', 404],
    ['GET', '/metrics', 404],
    ['GET', '/__proto__', 404],
    ['GET', '//evil.example/graphql', 404],
    ['DELETE', '/graphql', 405],
    ['POST', '/live', 405],
    ['HEAD', '/live', 200],
  ])('%s %s answers %i', async (method, path, status) => {
    const response = await fetch(base + path, { method })
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toMatch(/json/)
  })

  it.each([
    ['GET', '/'],
    ['GET', '/catalogue'],
    ['GET', '/live'],
    ['GET', '/ready'],
    ['GET', '/metrics'],
    ['GET', '/demo/token'],
    ['GET', '/nothing'],
    ['GET', '/%'],
    ['GET', '/operations/nothing'],
    ['POST', '/operations/nothing'],
    ['OPTIONS', '/operations/nothing'],
    ['GET', '/graphql'],
    ['POST', '/graphql'],
    ['OPTIONS', '/graphql'],
    ['DELETE', '/graphql'],
  ])('the answer to %s %s tells browsers not to guess, frame or refer', async (method, path) => {
    const { headers } = await fetch(base + path, { method })
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  })
})

describe('pages of other origins', () => {
  const preflight = (origin: string) => fetch(`${base}/graphql`, { method: 'OPTIONS', headers: { origin } })
  it('may ask where their origin is allowed', async () => {
    expect((await preflight('https://example.nl')).headers.get('access-control-allow-origin')).toBe(
      'https://example.nl',
    )
    const answer = await post('{"query":"{ __typename }"}', { origin: 'https://example.nl' })
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://example.nl')
  })

  it.each([
    ['http://localhost:5173', true],
    ['http://localhost', true],
    ['https://evil.example', false],
    ['https://localhost:5173', false],
    ['http://localhost:5173.evil.example', false],
    ['http://localhost.evil.example', false],
    ['http://localhost:', false],
    ['null', false],
  ])('with http://localhost:* allowed, %s may ask: %s', async (origin, allowed) => {
    expect((await preflight(origin)).headers.get('access-control-allow-origin')).toBe(allowed ? origin : null)
  })

  it('may send what clients of Apollo, tracing and caches send, and read the ETag', async () => {
    const { headers } = await preflight('https://example.nl')
    const names = headers.get('access-control-allow-headers')?.split(', ')
    for (const name of [
      ...['content-type', 'authorization', 'x-hub-purpose', 'x-hub-on-refusal', 'apollo-require-preflight'],
      ...['apollographql-client-name', 'apollographql-client-version'],
      ...['x-apollo-operation-name', 'x-apollo-operation-id'],
      ...['traceparent', 'tracestate', 'if-none-match'],
    ])
      expect(names).toContain(name)
    const exposed = headers.get('access-control-expose-headers')?.split(', ')
    for (const name of ['etag', 'retry-after', 'x-hub-trace', 'ratelimit']) expect(exposed).toContain(name)
  })
})

describe('the log', () => {
  it('has one line a request: operation, subgraphs, time, codes; and no variable, literal or text of it', async () => {
    lines.length = 0
    const secret = 'BU00000000'
    const query = `query Secret($code: ID!) { neighbourhood(code: $code) { housing(period: 1999) { period } } areas(codes: ["GM7777"]) { name } }`
    await post(JSON.stringify({ query, variables: { code: secret } }))
    await post(JSON.stringify({ query, variables: { code } }))
    const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(told).toMatchObject([
      { operation: 'Secret', kind: 'query', status: 200, errors: [], subgraphs: { 'base-registry': 1 } },
      {
        operation: 'Secret',
        errors: ['PERIOD_NOT_PUBLISHED'],
        subgraphs: { 'base-registry': 1, housing: 1 },
      },
    ])
    for (const line of told)
      expect(line).toMatchObject({
        ms: expect.any(Number) as unknown,
        traceId: expect.stringMatching(/^[0-9a-f]{32}$/) as unknown,
      })
    for (const word of [secret, code, 'GM7777', '1999', 'neighbourhood('])
      expect(lines.join('')).not.toContain(word)
  })

  it('keeps to a hundred characters of a name', async () => {
    lines.length = 0
    await post(JSON.stringify({ query: `query ${'N'.repeat(500)} { __typename }` }))
    expect(JSON.parse(lines[0] ?? '{}')).toMatchObject({ operation: 'N'.repeat(100) })
  })
})
