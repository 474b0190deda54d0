/**
 * Tokens of an issuer: which hold and which do not, how often keys are fetched, and what a caller is told
 * while the issuer fails.
 */
import { createHmac } from 'node:crypto'
import { createLocalJWKSet, exportSPKI, importJWK } from 'jose'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { keysAt, tokenVerifier, type VerifyToken } from '../../src/access/token.ts'
import { serveAnything } from '../fakes.ts'
import { audience, issuer, makeIssuer, type Issuer, type Oddity } from './issuer.ts'

let made: Issuer
let verify: VerifyToken
const verifierOf = (one: Issuer): VerifyToken =>
  tokenVerifier({ issuer, audience, keys: createLocalJWKSet(one.keys) })
const now = (): number => Math.floor(Date.now() / 1_000)
/** As a function of what it does: some verifications throw at once, some later. */
const tried = async (token: string, by = verify): Promise<unknown> => by(token)
const refused = { extensions: { code: 'UNAUTHENTICATED' } }
const encoded = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url')

beforeAll(async () => {
  made = await makeIssuer()
  verify = verifierOf(made)
})

describe('a token of the issuer', () => {
  it.each(['RS256', 'PS256', 'ES256', 'EdDSA'])('by %s holds, and says who asks', async (alg) => {
    const one = await makeIssuer(alg)
    expect(await tried(await one.sign({ claims: { client_id: 'app' } }), verifierOf(one))).toEqual({
      actor: 'caseworker-1',
      client: 'app',
      scopes: new Set(['person:read', 'care:read']),
      purposes: ['intake', 'urn:example:half'],
    })
  })

  it('that was verified is known by its text until it expires', async () => {
    const one = await makeIssuer()
    let asked = 0
    const set = createLocalJWKSet(one.keys)
    const counting = tokenVerifier({
      issuer,
      audience,
      keys: (header, token) => {
        asked += 1
        return set(header, token)
      },
    })
    const token = await one.sign({ claims: { exp: now() - 4 } })
    const first = await tried(token, counting)
    expect(await tried(token, counting)).toBe(first)
    expect(asked).toBe(1)
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    await expect(tried(token, counting)).rejects.toMatchObject(refused)
  })
})

describe('no token', () => {
  const oddities: readonly (readonly [string, () => Oddity])[] = [
    ['signed by a key that the issuer does not have', () => ({ key: made.stranger.privateKey })],
    [
      'that brings its own key along',
      () => ({ key: made.stranger.privateKey, header: { jwk: made.stranger.publicKey } }),
    ],
    ['of another issuer', () => ({ claims: { iss: 'https://issuer.example.org' } })],
    ['for another audience', () => ({ claims: { aud: 'care' } })],
    ['of another type: one for a subgraph', () => ({ header: { typ: 'samenhang-subgraph+jwt' } })],
    ['without a type', () => ({ header: { typ: undefined } })],
    ['that has expired', () => ({ claims: { exp: now() - 7 } })],
    ['that is not valid yet', () => ({ claims: { nbf: now() + 60 } })],
    ['that never expires', () => ({ without: ['exp'] })],
    ['of nobody', () => ({ without: ['sub'] })],
    ['of nobody, said at length', () => ({ claims: { sub: '' } })],
    ['of a name above 200 characters', () => ({ claims: { sub: 'x'.repeat(201) } })],
    ['of a name with a control character', () => ({ claims: { sub: 'a\nb' } })],
    ['of a name with half a character', () => ({ claims: { sub: 'a\ud800' } })],
    ['of a name that is no text', () => ({ claims: { sub: 7 } })],
    ['of an application above 200 characters', () => ({ claims: { client_id: 'x'.repeat(201) } })],
    ['of an application that is no text', () => ({ claims: { azp: ['app'] } })],
    ['for more than a day', () => ({ claims: { exp: now() + 86_420 } })],
    ['issued more than a day before it expires', () => ({ claims: { iat: now() - 86_400 } })],
    ['of a key with an unknown id', () => ({ header: { kid: 'two' } })],
    [
      'that says where its key is',
      () => ({
        key: made.stranger.privateKey,
        header: { jku: 'https://issuer.example.org/keys', x5u: 'https://issuer.example.org/key', kid: 'one' },
      }),
    ],
    ['whose end is a text', () => ({ claims: { exp: String(now() + 300) } })],
    ['whose beginning is a text', () => ({ claims: { nbf: 'now' } })],
    ['for an audience of another kind', () => ({ claims: { aud: { hub: true } } })],
    ['for an audience that begins alike', () => ({ claims: { aud: ['hub2', 'hu'] } })],
    ['of an issuer with a stroke more', () => ({ claims: { iss: `${issuer}/` } })],
    ['whose key is named by a list', () => ({ header: { kid: ['one'] } })],
    ['without an issuer', () => ({ without: ['iss'] })],
    ['without an audience', () => ({ without: ['aud'] })],
    ['with an extension that must be understood', () => ({ header: { crit: ['hub'], hub: 1 } })],
  ]
  it.each(oddities)('%s holds', async (_, oddity) => {
    await expect(tried(await made.sign())).resolves.toMatchObject({ actor: 'caseworker-1' })
    await expect(made.sign(oddity()).then((token) => tried(token))).rejects.toMatchObject(refused)
  })

  it('without a signature, or signed by the public key as if that were a secret, holds', async () => {
    const rsa = await makeIssuer('RS256')
    const byRsa = verifierOf(rsa)
    const good = await rsa.sign()
    await expect(tried(good, byRsa)).resolves.toMatchObject({ actor: 'caseworker-1' })
    const [, payload = ''] = good.split('.')
    const unsigned = `${encoded({ alg: 'none', typ: 'at+jwt', kid: 'one' })}.${payload}.`
    await expect(tried(unsigned, byRsa)).rejects.toMatchObject(refused)
    const key = await importJWK({ ...rsa.publicKey, ext: true }, 'RS256', { extractable: true })
    const secret = await exportSPKI(key as CryptoKey)
    const head = `${encoded({ alg: 'HS256', typ: 'at+jwt', kid: 'one' })}.${payload}`
    const forged = `${head}.${createHmac('sha256', secret).update(head).digest('base64url')}`
    await expect(tried(forged, byRsa)).rejects.toMatchObject(refused)
  })

  it('that was changed after it was signed holds, nor what is no token at all', async () => {
    const [header = '', payload = '', signature = ''] = (await made.sign()).split('.')
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>
    const more = encoded({ ...claims, scope: 'person:read care:read person:identity' })
    for (const token of [`${header}.${more}.${signature}`, `${header}.${payload}`, 'x', '..', '{}'])
      await expect(tried(token)).rejects.toMatchObject(refused)
  })
})

describe('a key set at a URL', () => {
  it('is fetched once for a thousand tokens of unknown keys', async () => {
    let asked = 0
    const server = await serveAnything((_request, response) => {
      asked += 1
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(made.keys))
    })
    const remote = tokenVerifier({ issuer, audience, keys: keysAt(server.url) })
    await expect(tried(await made.sign(), remote)).resolves.toMatchObject({ actor: 'caseworker-1' })
    for (let index = 0; index < 1_000; index += 1) {
      const token = await made.sign({ header: { kid: `unknown-${index}` } })
      await expect(tried(token, remote)).rejects.toMatchObject(refused)
    }
    expect(asked).toBe(1)
    server.close()
  })
})

describe('an issuer that fails', () => {
  it('is asked once in its cool-down; who brings a token is told to come back, never that it is bad', async () => {
    let fetches = 0
    const server = await serveAnything((_request, response) => {
      fetches += 1
      response.writeHead(500).end()
    })
    const failing = tokenVerifier({ issuer, audience, keys: keysAt(server.url) })
    const token = await made.sign()
    for (let times = 0; times < 5; times += 1)
      await expect(tried(token, failing)).rejects.toMatchObject({
        extensions: { code: 'ISSUER_UNAVAILABLE', retryAfter: 10 },
      })
    expect(fetches).toBe(1)
    server.close()
  })
})

it('a key that the issuer takes back holds for two minutes at most; one that it still has holds while it does not answer', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  let { keys } = made
  let status = 200
  const server = await serveAnything((_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(keys))
  })
  try {
    const by = tokenVerifier({ issuer, audience, keys: keysAt(server.url) })
    const token = await made.sign({ claims: { exp: now() + 7_200 } })
    await tried(token, by)
    status = 500
    vi.setSystemTime(Date.now() + 300_000)
    await expect(tried(token, by)).resolves.toMatchObject({ actor: 'caseworker-1' })
    status = 200
    keys = (await makeIssuer()).keys
    vi.setSystemTime(Date.now() + 61_000)
    await expect(tried(token, by)).rejects.toMatchObject(refused)
    status = 500
    keys = made.keys
    vi.setSystemTime(Date.now() + 700_000)
    await expect(tried(token, by)).rejects.toMatchObject({ extensions: { code: 'ISSUER_UNAVAILABLE' } })
  } finally {
    vi.useRealTimers()
    server.close()
  }
})

it('a token that was verified is trusted for a minute, then its key is looked for again', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  try {
    let keys = made.keys
    const by = tokenVerifier({
      issuer,
      audience,
      keys: (header, token) => createLocalJWKSet(keys)(header, token),
    })
    const token = await made.sign()
    await tried(token, by)
    keys = (await makeIssuer()).keys
    vi.setSystemTime(Date.now() + 59_000)
    await expect(tried(token, by)).resolves.toMatchObject({ actor: 'caseworker-1' })
    vi.setSystemTime(Date.now() + 2_000)
    await expect(tried(token, by)).rejects.toMatchObject(refused)
  } finally {
    vi.useRealTimers()
  }
})
