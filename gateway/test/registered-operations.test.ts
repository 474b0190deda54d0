/** Registered operations: the files they come from, the names they are asked by, and those that are broken. */
import { readinessOf } from '../src/http/admin-server.ts'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listen } from '@samenhang/subgraph-kit/http-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readDocuments } from '../src/operation/document-files.ts'
import { createGateway, type Gateway } from '../src/operation/gateway.ts'
import { createLogger } from '../src/telemetry/log.ts'
import { createHttpServer } from '../src/http/server.ts'
import { fakeNames, fakeSubgraph, supergraphSdl } from './fakes.ts'
import { planHere } from '../src/engine/planning/plan-here.ts'

const code = 'BU90010101'
const profile = 'query Profile($code: ID!) { neighbourhood(code: $code) { name housing { period } } }'
const answer = { data: { neighbourhood: { name: 'Noord', housing: { period: 2024 } } } }
const names = '{ areas(codes: ["GM9001"]) { name } }'
const towns = '{ areas(codes: ["GM9001"]) { code } }'
const sha = (text: string) => createHash('sha256').update(text).digest('hex')
const md5 = '0123456789abcdef0123456789abcdef'

const files: Readonly<Record<string, string | Uint8Array>> = {
  'profile.graphql': profile,
  'profile.variables.json': JSON.stringify({ code }),
  'apollo.json': JSON.stringify({
    format: 'apollo-persisted-query-manifest',
    version: 1,
    operations: [
      { id: sha(names), name: 'Names', type: 'query', body: names },
      { id: 'the-profile', name: 'Profile', type: 'query', body: profile },
      { id: 'no-body', name: 'X', type: 'query' },
    ],
  }),
  'relay.json': JSON.stringify({ [md5]: towns, clash: names }),
  'persisted-documents.json': JSON.stringify({ [sha(towns)]: towns, clash: towns, profile }),
  'misfit.graphql': '{ neighbourhood(code: "BU90010101") { nam } }',
  'torn.graphql': '{ neighbourhood(',
  'two.graphql': 'query A { __typename } query B { __typename }',
  'deep.graphql': `{ ${'a { '.repeat(16)} b ${'}'.repeat(16)} }`,
  'latin.graphql': Uint8Array.from([0x7b, 0xe9, 0x7d]),
  'half.json': '{ "x": ',
  'later.json': JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 2, operations: [] }),
  'list.json': '[]',
  'README.md': 'Not an operation.',
}
const brokenIds = [
  ...['clash', 'deep', 'half.json', 'later.json', 'latin', 'list.json', 'misfit', 'no-body', 'torn', 'two'],
]

const folder = mkdtempSync(join(tmpdir(), 'operations-'))
const lines: string[] = []
const logger = createLogger('info', { write: (line) => void lines.push(line) })
let gateway: Gateway
let url = ''
let stop: () => void

beforeAll(async () => {
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  const own = new Set(readDocuments(undefined).texts.keys())
  const { texts, broken } = readDocuments(folder)
  gateway = await createGateway({
    startPlanning: planHere,
    supergraphSdl,
    subgraphs: fakeNames.map((name) => fakeSubgraph(name).running),
    logger,
    // The hub's own are of another graph.
    documents: new Map([...texts].filter(([id]) => !own.has(id))),
    brokenDocuments: broken,
  })
  const server = createHttpServer(gateway, { logger })
  url = await listen(server, { host: '127.0.0.1', port: 0 })
  stop = () => server.close()
})
afterAll(async () => {
  stop()
  await gateway.close()
  rmSync(folder, { recursive: true })
})

const send = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
async function post(body: unknown, path = '/graphql'): Promise<{ status: number; body: unknown }> {
  const response = await send(path, body)
  return { status: response.status, body: await response.json() }
}
const search = (parameters: Record<string, unknown>) =>
  new URLSearchParams(
    Object.entries(parameters).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  ).toString()
const refused = (status: number, code: string, message: unknown = expect.any(String)) => ({
  status,
  body: { errors: [{ message, extensions: { code } }] },
})
const persistedQuery = (sha256Hash: string) => ({ persistedQuery: { version: 1, sha256Hash } })

describe('a registered operation is answered by whichever of its names', () => {
  const variables = { code }
  it.each([
    ['its file', { documentId: 'profile', variables }],
    ['its id in a manifest of Apollo', { documentId: 'the-profile', variables }],
    ['the SHA-256 of its text', { documentId: `sha256:${sha(profile)}`, variables }],
    ['its id and the name of its operation', { documentId: 'profile', variables, operationName: 'Profile' }],
    ['its id and an empty name', { documentId: 'profile', variables, operationName: '', extensions: {} }],
    ["the hash of Apollo's clients", { variables, extensions: persistedQuery(sha(profile)) }],
    ["its manifest id as Apollo's clients send it", { variables, extensions: persistedQuery('the-profile') }],
  ])('%s', async (_name, body) => {
    expect(await post(body)).toEqual({ status: 200, body: answer })
    const response = await fetch(`${url}/graphql?${search(body)}`)
    expect({ status: response.status, body: await response.json() }).toEqual({ status: 200, body: answer })
    expect(response.headers.get('etag')).toBeNull()
  })

  it.each([
    ['apollo', sha(names), { name: 'Eerstestad' }],
    ['relay', md5, { code: 'GM9001' }],
    ['graphql-codegen', sha(towns), { code: 'GM9001' }],
  ])('its id in a manifest of %s, at an address of its own too', async (_tool, id, area) => {
    const expected = { status: 200, body: { data: { areas: [area] } } }
    expect(await post({ documentId: id })).toEqual(expected)
    expect(await post({}, `/operations/${id}`)).toEqual(expected)
    expect(
      await post({}, `/operations/${encodeURIComponent(`sha256:${sha('name' in area ? names : towns)}`)}`),
    ).toEqual(expected)
  })

  it('in the media type that is asked for', async () => {
    const accept = 'application/graphql-response+json'
    const response = await send('/graphql', { documentId: 'profile', variables }, { accept })
    expect(response.headers.get('content-type')).toBe(`${accept}; charset=utf-8`)
    const plain = await send('/graphql', { documentId: 'profile', variables })
    expect(plain.headers.get('content-type')).toBe('application/json; charset=utf-8')
  })
})

describe('what names none is refused', () => {
  it('with what is wrong, as at its own address', async () => {
    expect(await post({ documentId: 'nothing' })).toMatchObject(
      refused(
        404,
        'OPERATION_NOT_REGISTERED',
        expect.stringMatching(/"nothing"\..*half\.json cannot be read/),
      ),
    )
    expect(await post({}, '/operations/nothing')).toMatchObject(refused(404, 'OPERATION_NOT_REGISTERED'))
    expect(await post({ documentId: 'profile' })).toMatchObject(refused(400, 'BAD_USER_INPUT'))
    for (const wrong of [
      { documentId: 1 },
      { documentId: '' },
      { documentId: 'profile', query: '{ __typename }' },
      { documentId: 'profile', variables: [] },
      { documentId: 'profile', variables: 'x' },
      { documentId: 'profile', extensions: 1 },
      { documentId: 'profile', operationName: 1 },
      { documentId: 'profile', operationName: 'Other' },
      { extensions: { persistedQuery: 1 } },
      { extensions: { persistedQuery: { version: 2, sha256Hash: sha(profile) } } },
      { query: profile, variables: { code }, extensions: persistedQuery(sha(names)) },
    ])
      expect(await post(wrong)).toMatchObject(refused(400, 'BAD_REQUEST'))
  })

  it("and an unknown hash as Apollo's clients expect it, which registers nothing", async () => {
    const text = '{ areas(codes: []) { name } }'
    const unknown = {
      status: 200,
      body: {
        errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
      },
    }
    const extensions = persistedQuery(sha(text))
    expect(await post({ extensions })).toEqual(unknown)
    expect(await post({ query: text, extensions })).toEqual({ status: 200, body: { data: { areas: [] } } })
    const response = await fetch(`${url}/graphql?${search({ query: text, extensions })}`, {
      headers: { 'apollo-require-preflight': 'yes' },
    })
    expect(await response.json()).toEqual({ data: { areas: [] } })
    expect(await post({ extensions })).toEqual(unknown)
  })
})

describe('a broken one costs itself only', () => {
  it('and is told to its callers, in /ready, in the log and in a metric', async () => {
    expect(gateway.brokenDocuments.map(({ id }) => id).sort()).toEqual(brokenIds)
    const reasons: Record<string, RegExp> = {
      clash: /persisted-documents\.json and another in relay\.json/,
      deep: /nests 17 levels/,
      latin: /latin\.graphql cannot be read/,
      misfit: /Cannot query field "nam" on type "Neighbourhood"\.$/,
      'no-body': /apollo\.json has no text/,
      torn: /Syntax Error/,
      two: /must have exactly one operation/,
    }
    for (const [id, reason] of Object.entries(reasons)) {
      const expected = refused(400, 'OPERATION_BROKEN', expect.stringMatching(reason))
      expect(await post({ documentId: id })).toMatchObject(expected)
      expect(await post({}, `/operations/${id}`)).toMatchObject(expected)
    }
    const { ready, brokenOperations = [] } = await readinessOf(gateway, () => false)
    expect(ready).toBe(true)
    expect(brokenOperations.map(({ id }) => id).sort()).toEqual(brokenIds)
    const logged = lines.map((line) => JSON.parse(line) as { msg: string; operation: string })
    expect(
      logged
        .filter(({ msg }) => msg === 'a registered operation is broken')
        .map(({ operation }) => operation)
        .sort(),
    ).toEqual(brokenIds)
    expect((await gateway.metrics.text()).text).toContain(`hub_broken_operations ${brokenIds.length}`)
  })
})
