/**
 * A subgraph that is asked by another than the gateway: it answers valid tokens of the gateway, within their
 * access, and refuses every forgery.
 */
import type { KeyObject } from 'node:crypto'
import { createHmac, generateKeyPairSync, sign as signBytes } from 'node:crypto'
import { openKeys } from '@samenhang/subgraph-kit/access/keys'
import { proofHeader } from '@samenhang/subgraph-kit/access/request-proof'
import { publicAccess, type Access } from '@samenhang/subgraph-kit/caller'
import type { SubgraphAnswer } from '@samenhang/subgraph-kit/subgraph'
import { signForTests } from '@samenhang/subgraph-kit/testing'
import { createPrivateKey } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { answered, ran, reader } from './files-subgraph.ts'
import { code, serveFiles, tokenFor, whole, type ServedFiles } from './served-files.ts'

let served: ServedFiles

beforeAll(async () => void (served = await serveFiles()))
afterAll(() => served.close())
beforeEach(() => void (ran.length = 0))

type Ask = (query: string, token?: string, variables?: Record<string, unknown>) => Promise<SubgraphAnswer>

const inProcess: Ask = async (query, token, variables) =>
  served.running.execute({ query, ...(variables && { variables }) }, { traceId: 'test', token })
const overHttp: Ask = async (query, token, variables) => {
  const body = JSON.stringify({ query, variables })
  return served.send(body, token, token && signForTests.prove('files', token, [body]))
}

const entity = 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename ... on File { name } } }'
const keyOnly = 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename ... on File { id } } }'
const representations = { r: [{ __typename: 'File', id: '1' }] }

describe.each([
  ['in process', inProcess],
  ['over HTTP', overHttp],
] as const)('a subgraph asked directly, %s', (_, ask) => {
  it('answers the gateway’s token, and to the public what is public', async () => {
    expect(await ask(whole, await tokenFor(reader))).toEqual({
      data: { file: { name: answered, amount: 7 }, open: 'open' },
    })
    expect(await ask('{ open }', await tokenFor(publicAccess))).toEqual({ data: { open: 'open' } })
    expect((await ask(entity, await tokenFor(reader), representations)).data).toEqual({
      _entities: [{ __typename: 'File', name: answered }],
    })
  })

  it.each([
    ['what is public', '{ open }', undefined],
    ['what is protected', whole, undefined],
    ['its schema', '{ _service { sdl } }', undefined],
    ['its types', '{ __schema { types { name } } }', undefined],
    ['an entity', entity, representations],
    ['that it is there at all', '{ __typename }', undefined],
    ['what is wrong with a text', '{ file(id: "1") { nmae } }', undefined],
  ])('tells nothing without a token: %s', async (_, query, variables) => {
    expect(code(await ask(query, await tokenFor(reader), variables))).not.toBe('SUBGRAPH_TOKEN_REFUSED')
    ran.length = 0
    for (const token of [undefined, '', 'x', 'a.b.c']) {
      const answer = await ask(query, token, variables)
      expect(answer).toMatchObject({
        data: null,
        errors: [{ extensions: { code: 'SUBGRAPH_TOKEN_REFUSED' } }],
      })
      expect(JSON.stringify(answer)).not.toMatch(/Did you mean|SecretKind/)
    }
    expect(ran).toEqual([])
  })

  it.each(Object.entries(forgeries()))('refuses a token that is %s', async (_, forge) => {
    expect((await ask(whole, await tokenFor(reader))).data).toMatchObject({ file: { name: answered } })
    ran.length = 0
    expect(code(await ask(whole, await forge()))).toBe('SUBGRAPH_TOKEN_REFUSED')
    expect(code(await ask('{ open }', await forge()))).toBe('SUBGRAPH_TOKEN_REFUSED')
    expect(ran).toEqual([])
  })

  it('refuses a token once it has expired, although it was known', async () => {
    const soon = await tokenOf({ exp: Math.floor(Date.now() / 1_000) + 2 })
    expect(code(await ask('{ open }', soon))).toBeUndefined()
    while (code(await ask('{ open }', soon)) === undefined)
      await new Promise((resolve) => setTimeout(resolve, 100))
    expect(code(await ask('{ open }', soon))).toBe('SUBGRAPH_TOKEN_REFUSED')
  })

  describe('refuses a whole request for one field beyond the token', () => {
    const noMoney: Access = { ...reader, scopes: new Set(['file:read']) }
    const noPurpose: Access = { ...reader, purpose: null, covers: [] }
    const onlyRoot: Access = { ...reader, covers: ['Query.file'] }
    it.each<[string, Access, string, Record<string, unknown>?]>([
      ['a scope too few', noMoney, whole],
      ['no purpose', noPurpose, whole],
      ['a purpose for another field', onlyRoot, '{ file(id: "1") { name } }'],
      ['the public', publicAccess, whole],
      ['under an alias', noMoney, '{ open: file(id: "1") { name: amount } }'],
      ['in a fragment', noMoney, 'fragment F on File { amount } query { file(id: "1") { ...F } }'],
      [
        'in a fragment of a fragment',
        noMoney,
        'fragment F on File { ...G } fragment G on File { amount } { file(id: "1") { ...F } }',
      ],
      ['behind an interface', publicAccess, '{ things { name } }'],
      ['in a fragment on an implementation', publicAccess, '{ things { ... on File { name } } }'],
      [
        'in a fragment on the interface again',
        publicAccess,
        '{ things { ... on File { ... on Thing { name } } } }',
      ],
      ['a type of a union', publicAccess, '{ anything { ... on Locked { name } } }'],
      ['the name of a type', publicAccess, '{ anything { ... on Locked { __typename } } }'],
      ['as an entity', publicAccess, entity, representations],
      ['beside what is allowed', noMoney, '{ open file(id: "1") { name } again: file(id: "1") { amount } }'],
      [
        'behind a condition',
        noMoney,
        'query ($no: Boolean = false) { file(id: "1") { amount @include(if: $no) } }',
      ],
      [
        'in an operation that is not run',
        noMoney,
        'query One { open } query Other { file(id: "1") { amount } }',
      ],
      ['an argument of a kind that it may not know', publicAccess, '{ search(by: A) }'],
    ])('%s', async (_, access, query, variables) => {
      expect(code(await ask(query, await tokenFor(reader), variables))).toBeUndefined()
      ran.length = 0
      const answer = await ask(query, await tokenFor(access), variables)
      expect(answer).toMatchObject({
        data: null,
        errors: [{ extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } }],
      })
      expect(JSON.stringify(answer)).not.toContain(answered)
      expect(ran).toEqual([])
    })
  })

  it('does not say whether a thing is there to who may see nothing of it', async () => {
    expect((await ask(keyOnly, await tokenFor(reader), representations)).data).toEqual({
      _entities: [{ __typename: 'File', id: '1' }],
    })
    ran.length = 0
    const there = await ask(keyOnly, await tokenFor(publicAccess), representations)
    const notThere = await ask(keyOnly, await tokenFor(publicAccess), {
      r: [{ __typename: 'File', id: '2' }],
    })
    expect(there).toEqual({ data: { _entities: [null] } })
    expect(notThere).toEqual(there)
    expect(ran).toEqual([])
  })

  it('takes nothing that names itself like the hub for a token', async () => {
    const headers = {
      'x-hub-purpose': 'urn:audit',
      'x-hub-actor': 'reader',
      'x-hub-scopes': 'file:read file:money',
    }
    const token = await tokenFor(publicAccess)
    const body = JSON.stringify({ query: whole })
    const response = await fetch(served.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        [proofHeader]: signForTests.prove('files', token, [body]),
        ...headers,
      },
      body,
    })
    expect(code((await response.json()) as SubgraphAnswer)).toBe('UNAUTHORIZED_FIELD_OR_TYPE')
  })
})

it('over HTTP a token that does not hold is 401, and says how to come', async () => {
  const response = await fetch(served.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ open }' }),
  })
  expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
})

/** A token as the gateway would sign it, but for what is given. */
async function tokenOf(
  claims: Record<string, unknown> = {},
  header: Record<string, unknown> = {},
  key: KeyObject | string | null = gatewayKey(),
): Promise<string> {
  const now = Math.floor(Date.now() / 1_000)
  const { kid } = openKeys(served.environment).signing('gateway')
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const body = `${part({ alg: 'EdDSA', typ: 'samenhang-subgraph+jwt', kid, ...header })}.${part({
    scope: 'file:read file:money',
    purpose: 'urn:audit',
    covers: ['Query.file', 'File.*'],
    iss: 'samenhang:gateway',
    aud: 'files',
    sub: 'reader',
    iat: now,
    exp: now + 60,
    ...claims,
  })}`
  const signature =
    key === null
      ? ''
      : typeof key === 'string'
        ? createHmac('sha256', key).update(body).digest('base64url')
        : signBytes(null, Buffer.from(body), key).toString('base64url')
  return `${body}.${signature}`
}

function gatewayKey(): KeyObject {
  return createPrivateKey({ key: openKeys(served.environment).signing('gateway') as never, format: 'jwk' })
}

function forgeries(): Record<string, () => Promise<string>> {
  const now = () => Math.floor(Date.now() / 1_000)
  const stranger = generateKeyPairSync('ed25519')
  const published = () => openKeys(served.environment).verifying('gateway').keys[0]!
  return {
    'for another subgraph': async () => signForTests('other', reader),
    'for nobody in particular': () => tokenOf({ aud: undefined }),
    'of another issuer': () => tokenOf({ iss: 'someone' }),
    'of no issuer': () => tokenOf({ iss: undefined }),
    'a token of a caller, made for the gateway': () => tokenOf({}, { typ: 'at+jwt' }),
    'of no type': () => tokenOf({}, { typ: undefined }),
    expired: () => tokenOf({ iat: now() - 120, exp: now() - 60 }),
    'without an end': () => tokenOf({ exp: undefined }),
    'without a beginning': () => tokenOf({ iat: undefined }),
    'not valid yet': () => tokenOf({ nbf: now() + 30 }),
    'made for longer than a minute': () => tokenOf({ iat: now() - 90, exp: now() + 3_600 }),
    'signed by a stranger': () => tokenOf({}, {}, stranger.privateKey),
    'signed by a key of its own that it brings along': () =>
      tokenOf({}, { jwk: stranger.publicKey.export({ format: 'jwk' }) }, stranger.privateKey),
    'not signed': () => tokenOf({}, { alg: 'none' }, null),
    'signed with the public key as if it were a secret': () =>
      tokenOf({}, { alg: 'HS256' }, JSON.stringify(published())),
    'of a key that nobody knows': () => tokenOf({}, { kid: 'unknown' }),
    'changed after it was signed': async () => {
      const [header, , signature] = (await tokenFor(publicAccess)).split('.')
      const [, claims] = (await tokenOf()).split('.')
      return `${header}.${claims}.${signature}`
    },
    'signed by the issuer of callers’ tokens': () =>
      tokenOf(
        {},
        {},
        createPrivateKey({ key: openKeys(served.environment).signing('issuer') as never, format: 'jwk' }),
      ),
  }
}
