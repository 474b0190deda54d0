/** The graph over HTTP: which requests by POST and GET are taken, which are refused and how, and what the log has of each. */
import { once } from 'node:events'
import { request as httpRequest } from 'node:http'
import { describe, expect, it } from 'vitest'
import { code, profile, wholeProfile } from './operations.ts'
import { base, codeIn, lines, post, serveFakes } from './served-fakes.ts'

serveFakes()

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
