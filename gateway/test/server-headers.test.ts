/** What stands around an answer: compression, security headers, statuses of other addresses, and which pages of other origins may ask. */
import { request as httpRequest } from 'node:http'
import * as zlib from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { base, fakes, post, serveFakes } from './served-fakes.ts'

serveFakes()

const { brotliDecompressSync, gunzipSync } = zlib
const unzstd = (zlib as { readonly zstdDecompressSync?: typeof gunzipSync }).zstdDecompressSync

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

  it('GraphiQL is kept at the address that the explorer asks for, and asked for again at any other', async () => {
    const [address = ''] =
      /\/explorer\.js\?\w+(?="><\/script>)/.exec(await (await fetch(`${base}/`)).text()) ?? []
    const kept = await fetch(base + address)
    expect(kept.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(kept.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect((await kept.text()).length).toBeGreaterThan(5_000_000)
    for (const other of ['/explorer.js', '/explorer.js?old']) {
      const headers = { 'if-none-match': kept.headers.get('etag') ?? '' }
      const { status, headers: told } = await fetch(base + other, { headers })
      expect([status, told.get('cache-control')]).toEqual([304, 'no-cache'])
    }
  })

  it.each([
    ['GET', '/'],
    ['GET', '/explorer.js'],
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
