/**
 * What `hub dev` is asked wrongly is one line and exit code 2; what it takes from another hub must be what was signed; and its report of a save has what
 * the author must know.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listen } from '@samenhang/subgraph-kit/http-server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { digestOf, type ReleaseStatement, type SharedRelease } from '@samenhang/schema/registry/release'
import { statementSigner } from '@samenhang/schema/registry/signing'
import { openKeys } from '@samenhang/subgraph-kit/access/keys'
import { baseAt } from '../src/dev/remote-base.ts'
import { reportOf } from '../src/dev/report.ts'
import { faultOf } from '../src/dev/source-fault.ts'
import { runHub } from './hub.ts'

let folder: string
let server: Server | undefined

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hub-dev-'))
})

afterEach(() => {
  server?.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('asked wrongly', () => {
  it.each([
    [
      'a subgraph that there is not',
      ['cara'],
      /^hub: There is no subgraph cara; there are base-registry, care, /,
    ],
    [
      'a port that is none',
      ['care', '--port', '99999'],
      /^hub: option '--port <number>' argument '99999' is invalid/,
    ],
    [
      'a hub that is no URL',
      ['care', '--base', 'hub'],
      /^hub: option '--base <url>' argument 'hub' is invalid/,
    ],
    ['nothing', [], /^hub: missing required argument 'subgraph'/],
  ])('%s', async (_, words, line) => {
    const data = join(folder, 'data')
    const { code, stdout, stderr } = await runHub(['dev', ...words], { environment: { HUB_DATA_DIR: data } })
    expect([code, stdout, stderr.trimEnd().split('\n').length]).toEqual([2, '', 1])
    expect(stderr).toMatch(line)
    expect(existsSync(data)).toBe(false)
  })

  it('a port that is taken', async () => {
    server = createServer()
    const { port } = new URL(await listen(server, { host: '127.0.0.1', port: 0 }))
    const data = join(folder, 'data')
    const { code, stderr } = await runHub(['dev', 'care', '--port', port], {
      environment: { HUB_DATA_DIR: data },
    })
    expect(code).toBe(2)
    expect(stderr).toMatch(/^hub: Cannot listen: 127\.0\.0\.1:\d+ is taken by another program;.*\n$/)
    expect(existsSync(data)).toBe(false)
  })

  it('production mode, in which it does not start', async () => {
    const { code, stderr } = await runHub(['dev', 'care'], {
      environment: { HUB_DATA_DIR: join(folder, 'data'), HUB_MODE: 'production' },
    })
    expect(code).toBe(1)
    expect(stderr).toMatch(/^hub dev: hub dev serves rules of access that nobody released.*\n$/)
  })
})

describe('the release of another hub', () => {
  const sdl = 'type Query { a: Int }'
  const source = {
    name: 'care',
    url: 'http://127.0.0.1:4102/graphql',
    file: 'subgraphs/care/schema.graphql',
    sdl,
  }

  async function release(
    key: 'own' | 'foreign',
    changes: Partial<SharedRelease> = {},
  ): Promise<SharedRelease> {
    const statement: ReleaseStatement = {
      ...{ number: 7, kind: 'release', previous: 6, restores: null, madeAt: '2026-11-30T00:00:00.000Z' },
      ...{ author: 'care', gitSha: null, changed: ['care'], scope: null },
      slices: [{ name: source.name, url: source.url, file: source.file, digest: digestOf(sdl) }],
      digests: { supergraph: digestOf('supergraph'), api: digestOf('api'), diff: '', report: '' },
    }
    const keys = openKeys(key === 'own' ? environment() : { HUB_DATA_DIR: join(folder, 'elsewhere') })
    const signed = await statementSigner(keys.signing('release'))(statement)
    return { ...signed, supergraph: 'supergraph', api: 'api', sources: [source], ...changes }
  }

  const environment = () => ({ HUB_DATA_DIR: folder })

  async function hubWith(answer: object, status = 200): Promise<URL> {
    server = createServer(({ headers, url }, response) => {
      const isAsked = url === '/release.json' && headers.authorization === 'Bearer token'
      response.writeHead(isAsked ? status : 403).end(JSON.stringify(answer))
    })
    return new URL(await listen(server, { host: '127.0.0.1', port: 0 }))
  }

  it('is what was signed, by a key that is known or is told not to be', async () => {
    const known = await hubWith(await release('own'))
    expect(await baseAt(known, 'token', environment())).toEqual({
      ...{ from: `release 7 of ${known.host}`, slices: [source], supergraph: 'supergraph', api: 'api' },
    })
    server?.close()
    const unknown = await baseAt(await hubWith(await release('foreign')), 'token', environment())
    expect(unknown.from).toMatch(/, signed with a key that release\.jwks does not have$/)
  })

  it.each([
    ['a slice', { sources: [{ ...source, sdl: `${sdl} ` }] }, 'Release 7 is not what was signed.'],
    ['a slice that is missing', { sources: [] }, 'Release 7 is not what was signed.'],
    ['the supergraph', { supergraph: 'another' }, 'Release 7 is not what was signed.'],
    ['the number', { number: 8 }, 'Release 8 is not what its signature says.'],
  ])('%s that was changed is refused', async (_, change, message) => {
    await expect(baseAt(await hubWith(await release('own', change)), 'token', environment())).rejects.toThrow(
      message,
    )
  })

  it.each([
    ['a token that may not', 403, {}, 'give a token with the scope schema:read'],
    ['a hub without releases', 404, {}, 'has released nothing'],
    ['what is no release', 200, { number: 1 }, 'answered 200, which is no release.'],
  ])('%s is one line', async (_, status, answer, message) => {
    await expect(baseAt(await hubWith(answer, status), 'token', environment())).rejects.toThrow(message)
  })

  it('is not asked over plain HTTP elsewhere', async () => {
    await expect(baseAt(new URL('http://hub.example'), 'token', environment())).rejects.toThrow('use https')
  })
})

it('a fault of sources is told in one line, with the place where it is known', () => {
  const unreadable = new Error(
    'Transform failed with 1 error:\n/tree/subgraphs/care/src/a.ts:3:8: ERROR: Expected ";" but found "x"',
  )
  expect(faultOf(unreadable)).toBe('/tree/subgraphs/care/src/a.ts:3:8: Expected ";" but found "x"')
  const thrown = new TypeError('It is\n no function')
  thrown.stack = 'TypeError: It is\n no function\n    at file:///tree/subgraphs/care/src/b.ts:12:3\n'
  expect(faultOf(thrown)).toBe('/tree/subgraphs/care/src/b.ts:12:3: TypeError: It is no function')
  const forPeople = Object.assign(new Error('A column is missing.'), { name: 'ConfigError' })
  expect(faultOf(forPeople)).toBe('A column is missing.')
})

it('what is served with warnings is told as live, with the first of them below', () => {
  const warnings = [1, 2, 3, 4, 5, 6, 7].map(
    (line) => `subgraphs/care/schema.graphql:${line}:3: Kind.V${line} lacks`,
  )
  const served = { sdl: '', api: '', process: null }
  const report = (lines: readonly string[]) =>
    reportOf('care', {
      ...{ files: new Set(['schema.graphql']), crash: null, seconds: 1.5, isServed: true },
      reloaded: { served, changes: ['+ Query.note: Kind'], warnings: lines },
    })
  expect(report([]).slice(9)).toBe('care (schema.graphql): live in 1.50 s; + Query.note: Kind\n')
  expect(report(warnings.slice(0, 1)).slice(9)).toBe(
    'care (schema.graphql): live in 1.50 s; + Query.note: Kind\n  warning: subgraphs/care/schema.graphql:1:3: Kind.V1 lacks\n',
  )
  const told = report(warnings).trimEnd().split('\n')
  expect([told.length, told[5], told[6]]).toEqual([7, `  warning: ${warnings[4]}`, '  and 2 more'])
})
