/** `hub explain`: what a hub tells of an operation that it does not run, as text and as JSON, and each way that it cannot be told. */
import { createServer, type Server } from 'node:http'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { serveGateway, type ServedGateway } from './served-gateway.ts'
import { runHub } from './hub.ts'

const folder = mkdtempSync(join(tmpdir(), 'hub-explain-'))
const file = join(folder, 'query.graphql')
const query = 'query Q($first: Int) { things(first: $first) { code name size } }'

let served: ServedGateway
let other: Server
beforeAll(async () => {
  writeFileSync(file, query)
  served = await serveGateway({
    names: {
      sdl: 'type Query { things(first: Int): [Thing!]! } type Thing @key(fields: "code") { code: ID! name: String }',
      resolvers: {},
    },
    sizes: { sdl: 'type Thing @key(fields: "code") { code: ID! size: Int }', resolvers: {} },
  })
  other = createServer((_, response) => response.end('hello')).listen(0, '127.0.0.1')
  await once(other, 'listening')
})
afterAll(() => {
  served.close()
  other.close()
  rmSync(folder, { recursive: true, force: true })
})

const explain = (...words: readonly string[]) => runHub(['explain', ...words])
// The hub asks them who they are when it starts.
beforeEach(() => void (served.asked.length = 0))

test('tells fetches by round, and asks no subgraph', async () => {
  const { code, stdout, stderr } = await explain(file, '--variables', '{"first": 12}', '--url', served.url)
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(/^objects {5}12 at most, of 600,000 that one answer may have$/m)
  expect(stdout).toMatch(/^fetches {5}2 at most, of 2 subgraphs, in 2 rounds$/m)
  expect(stdout).toMatch(/^ {2}round 2 {3}sizes of 12 at things: about 1 statements, 12 rows$/m)
  expect(stdout).toMatch(/^people {6}no field about people$/m)
  expect(served.asked).toEqual([])
})

test('prints JSON for programs', async () => {
  const { code, stdout } = await explain(file, '--variables', '{"first": 12}', '--url', served.url, '--json')
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({
    isEstimate: true,
    objects: { most: 12 },
    run: { statements: 3 },
  })
  expect(served.asked).toEqual([])
})

test('what cannot be told is one line, and the exit code says so', async () => {
  const wrong = join(folder, 'wrong.graphql')
  writeFileSync(wrong, '{ things { colour } }')
  const port = String((other.address() as AddressInfo).port)
  const faults: readonly (readonly [readonly string[], number, RegExp])[] = [
    [[wrong, '--url', served.url], 1, /Cannot query field "colour"/],
    [[join(folder, 'none.graphql'), '--url', served.url], 1, /cannot be read/],
    [[file, '--url', 'http://127.0.0.1:1'], 1, /No hub answers at http:\/\/127\.0\.0\.1:1/],
    [[file, '--url', `http://127.0.0.1:${port}`], 1, /did not answer as a hub does/],
    [[file, '--url', served.url, '--header', 'nothing'], 1, /is no header/],
    [[file, '--variables', '[1]'], 2, /must be a JSON object/],
    [[file, '--url', 'ftp://x'], 2, /must be an http or https URL/],
  ]
  for (const [words, exit, message] of faults) {
    const { code, stdout, stderr } = await explain(...words)
    expect([words, code, stdout === '' || exit === 2]).toEqual([words, exit, true])
    expect(stderr.trim()).toMatch(message)
    expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(2)
  }
})
