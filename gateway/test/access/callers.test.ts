/**
 * Who may ask for what, at both endpoints: token and purpose together open fields, and what does not hold
 * ends the request before anything is run.
 */
import { drain, listen } from '@samenhang/subgraph-kit/http-server'
import { createLocalJWKSet } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { authenticator } from '../../src/access/authenticate.ts'
import { registerOf, type Activity } from '../../src/access/register.ts'
import { tokenVerifier } from '../../src/access/token.ts'
import { createHttpServer } from '../../src/http/server.ts'
import { silent } from '../fakes.ts'
import { guardedGateway, type GuardedGateway } from './guarded-gateway.ts'
import { audience, issuer, makeIssuer, type Issuer } from './issuer.ts'
import { base, domain } from './parts.ts'

const activity = (purpose: string, fields: readonly string[]): Activity => ({
  id: `urn:example:${purpose}`,
  purpose,
  name: { nl: purpose, en: purpose },
  legalBasis: 'An Act, article 1',
  fields,
  retention: 'P5Y',
})
const register = registerOf([
  activity('intake', ['Query.person', 'Person.*', 'Care.*', 'Dog.master']),
  activity('half', ['Query.person', 'Person.birthYear']),
  activity('other', ['Query.person', 'Person.*', 'Care.*']),
])
const document = 'query Person($id: ID!) { person(id: $id) { birthYear care { kind } } }'
const whole = { person: { birthYear: 1980, care: { kind: 'help' } } }

let guarded: GuardedGateway
let made: Issuer
let url = ''
let close: () => Promise<void>

beforeAll(async () => {
  made = await makeIssuer()
  const verify = tokenVerifier({ issuer, audience, keys: createLocalJWKSet(made.keys) })
  guarded = await guardedGateway(
    { base, domain },
    {
      access: () => ({ authenticate: authenticator(verify, register), register }),
      documents: new Map([
        ['person', document],
        ['place', '{ place { name } }'],
      ]),
    },
  )
  const server = createHttpServer(guarded.gateway, { logger: silent })
  url = await listen(server, { host: '127.0.0.1', port: 0 })
  close = async () => {
    await drain(server, 500)
    await guarded.gateway.close()
  }
})
afterAll(() => close())
beforeEach(() => void (guarded.fetches.length = 0))

interface Sent {
  readonly token?: string | undefined
  readonly purpose?: string | undefined
  readonly headers?: Readonly<Record<string, string>>
  readonly method?: 'GET' | 'POST'
}
interface Got {
  readonly status: number
  readonly headers: Headers
  readonly data: unknown
  readonly codes: readonly string[]
  readonly places: readonly unknown[]
}

async function ask(endpoint: '/graphql' | '/operations/person', sent: Sent = {}): Promise<Got> {
  const { token, purpose, headers = {}, method = 'POST' } = sent
  const variables = { id: 'anna' }
  const search =
    method === 'POST'
      ? ''
      : `?${new URLSearchParams({ query: document, variables: JSON.stringify(variables) }).toString()}`
  const response = await fetch(`${url}${endpoint}${search}`, {
    method,
    headers: {
      ...(method === 'POST' ? { 'content-type': 'application/json' } : { 'apollo-require-preflight': 'yes' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(purpose === undefined ? {} : { 'x-hub-purpose': purpose }),
      ...headers,
    },
    ...(method === 'POST' && {
      body: JSON.stringify(endpoint === '/graphql' ? { query: document, variables } : { variables }),
    }),
  })
  const body = (await response.json()) as {
    data?: unknown
    errors?: { path?: unknown; extensions: { code: string; coordinate?: string } }[]
  }
  const errors = body.errors ?? []
  return {
    status: response.status,
    headers: response.headers,
    data: body.data,
    codes: errors.map(({ extensions }) => extensions.code),
    places: errors.map(({ path, extensions }) => path ?? extensions.coordinate),
  }
}

describe.each(['/graphql', '/operations/person'] as const)('at %s', (endpoint) => {
  it('a caller with a token and a purpose gets what these allow; everyone else gets null and a reason', async () => {
    expect(await ask(endpoint, { token: await made.sign(), purpose: 'intake' })).toMatchObject({
      status: 200,
      data: whole,
      codes: [],
    })
    const refused = { status: 200, data: { person: null }, codes: ['UNAUTHORIZED_FIELD_OR_TYPE'] }
    guarded.fetches.length = 0
    expect(await ask(endpoint)).toMatchObject({ ...refused, places: [['person']] })
    expect(await ask(endpoint, { token: await made.sign() })).toMatchObject(refused)
    const noScope = await made.sign({ claims: { scope: 'care:read' } })
    expect(await ask(endpoint, { token: noScope, purpose: 'intake' })).toMatchObject(refused)
    expect(guarded.fetches).toEqual([])
  })

  it('a purpose gives the fields that it covers, by its short name or its id', async () => {
    const half = { data: { person: { birthYear: 1980, care: null } }, places: [['person', 'care']] }
    const token = await made.sign()
    expect(await ask(endpoint, { token, purpose: 'half' })).toMatchObject(half)
    expect(await ask(endpoint, { token, purpose: 'urn:example:half' })).toMatchObject(half)
    expect(guarded.fetches.map(({ subgraph }) => subgraph)).toEqual(['base', 'base'])
    expect(await ask(endpoint, { token, purpose: 'intake' })).toMatchObject({ data: whole })
  })

  it('a purpose that the token does not have, or the register, ends it before anything runs', async () => {
    const token = await made.sign()
    expect(await ask(endpoint, { token, purpose: 'intake' })).toMatchObject({ data: whole })
    guarded.fetches.length = 0
    const refused = { status: 403, data: undefined, codes: ['PURPOSE_NOT_ALLOWED'] }
    expect(await ask(endpoint, { token, purpose: 'other' })).toMatchObject(refused)
    expect(await ask(endpoint, { token, purpose: 'nothing' })).toMatchObject(refused)
    expect(await ask(endpoint, { token, purpose: '' })).toMatchObject(refused)
    expect(await ask(endpoint, { token, purpose: 'half, intake' })).toMatchObject(refused)
    expect(await ask(endpoint, { purpose: 'intake' })).toMatchObject(refused)
    const unlisted = await made.sign({ claims: { purposes: ['nothing', '__proto__'] } })
    expect(await ask(endpoint, { token: unlisted, purpose: 'nothing' })).toMatchObject(refused)
    expect(await ask(endpoint, { token: unlisted, purpose: '__proto__' })).toMatchObject(refused)
    expect(guarded.fetches).toEqual([])
  })

  it('a token that does not hold ends it before anything runs, and makes nobody the public', async () => {
    const refused = { status: 401, data: undefined, codes: ['UNAUTHENTICATED'] }
    const expired = await made.sign({ claims: { exp: 1 } })
    const answer = await ask(endpoint, { token: expired, purpose: 'intake' })
    expect(answer).toMatchObject(refused)
    expect(answer.headers.get('www-authenticate')).toBe('Bearer')
    for (const authorization of ['', 'Bearer', 'Bearer ', 'Basic YTpi', `Bearer ${expired} x`, 'null'])
      expect(await ask(endpoint, { headers: { authorization } }), authorization).toMatchObject(refused)
    expect(guarded.fetches).toEqual([])
  })

  it('with X-Hub-On-Refusal: fail nothing is given where a part is refused, with each refused field', async () => {
    const token = await made.sign()
    const headers = { 'x-hub-on-refusal': 'fail' }
    expect(await ask(endpoint, { token, purpose: 'intake', headers })).toMatchObject({ data: whole })
    guarded.fetches.length = 0
    expect(await ask(endpoint, { token, purpose: 'half', headers })).toMatchObject({
      status: 200,
      data: null,
      codes: ['UNAUTHORIZED_FIELD_OR_TYPE'],
      places: ['Person.care'],
    })
    expect(guarded.fetches).toEqual([])
    expect(await ask(endpoint, { headers: { 'x-hub-on-refusal': 'perhaps' } })).toMatchObject({ status: 400 })
  })

  it('nothing protected is asked by GET, whoever asks', async () => {
    const token = await made.sign()
    expect(await ask(endpoint, { token, purpose: 'intake' })).toMatchObject({ data: whole })
    guarded.fetches.length = 0
    const refused = { status: 405, data: undefined, codes: ['POST_ONLY'] }
    const answer = await ask(endpoint, { token, purpose: 'intake', method: 'GET' })
    expect(answer).toMatchObject(refused)
    expect(answer.headers.get('allow')).toBe('POST')
    expect(await ask(endpoint, { method: 'GET' })).toMatchObject(refused)
    expect(guarded.fetches).toEqual([])
  })

  it('headers of the hub’s own that a client sends give it nothing', async () => {
    const headers = {
      'x-hub-actor': 'caseworker-1',
      'x-hub-scopes': 'person:read care:read',
      'x-hub-access': 'everything',
      'x-hub-trace': '0'.repeat(32),
    }
    const answer = await ask(endpoint, { headers })
    expect(answer).toMatchObject({ data: { person: null } })
    expect(answer.headers.get('x-hub-trace')).not.toBe('0'.repeat(32))
  })
})

describe('an alias of the hub’s own', () => {
  it('is refused: nobody says whom an answer is about but the hub', async () => {
    const credentials = { authorization: `Bearer ${await made.sign()}`, purpose: 'intake' }
    const asked = async (alias: string): Promise<string> =>
      (
        await guarded.gateway.execute(
          { query: `{ person(id: "anna") { ...F } } fragment F on Person { ${alias}: birthYear }` },
          { credentials },
        )
      ).text
    expect(await asked('subject')).toBe('{"data":{"person":{"subject":1980}}}')
    expect(await asked('hub__subject')).toContain('BAD_REQUEST')
  })
})

describe('a registered operation that asks for nothing protected', () => {
  it('keeps its mark for the public, and who shows a token that does not hold is refused all the same', async () => {
    const first = await fetch(`${url}/operations/place`)
    const mark = first.headers.get('etag')
    expect(mark).not.toBeNull()
    const again = (headers: Record<string, string>): Promise<Response> =>
      fetch(`${url}/operations/place`, { headers: { 'if-none-match': mark ?? '', ...headers } })
    expect((await again({})).status).toBe(304)
    expect((await again({ authorization: 'Bearer x' })).status).toBe(401)
    expect((await again({ authorization: `Bearer ${await made.sign()}` })).status).toBe(200)
  })
})

describe('a subgraph in the process of the gateway', () => {
  it('is told of its caller what its own slice asks for, and nothing where it has no rules', async () => {
    const told: Record<string, readonly string[]> = {}
    const places = { sdl: 'type Query { street: String }', resolvers: { Query: { street: () => 'Here' } } }
    const verify = tokenVerifier({ issuer, audience, keys: createLocalJWKSet(made.keys) })
    const { gateway } = await guardedGateway(
      { base, domain, places },
      {
        access: () => ({ authenticate: authenticator(verify, register), register }),
        sign: (subgraph, { scopes }) => {
          told[subgraph] = [...scopes].sort()
          return 'signed'
        },
      },
    )
    const query = '{ street person(id: "anna") { birthYear care { kind } } }'
    const credentials = { authorization: `Bearer ${await made.sign()}`, purpose: 'intake' }
    const { text } = await gateway.execute({ query }, { credentials })
    expect(JSON.parse(text)).toEqual({ data: { street: 'Here', ...whole } })
    expect(told).toEqual({ base: ['person:read'], domain: ['care:read', 'person:read'], places: [] })
    await gateway.close()
  })
})
