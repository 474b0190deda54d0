/**
 * The endpoint that gives the explorer its tokens in demo mode: for the hub's own page on this machine, and
 * for nobody else.
 */
import { request as httpRequest } from 'node:http'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listen } from '@samenhang/subgraph-kit/http-server'
import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoTokens } from '../../src/http/demo-endpoint.ts'
import { registerOf } from '../../src/access/register.ts'
import type { Gateway } from '../../src/operation/gateway.ts'
import { createHttpServer } from '../../src/http/server.ts'
import { silent } from '../fakes.ts'

const register = registerOf([
  {
    id: 'urn:example:intake',
    purpose: 'intake',
    name: { nl: 'Melding', en: 'Intake' },
    legalBasis: 'An Act, article 1',
    fields: ['Query.person'],
    retention: 'P5Y',
  },
])
let folder = ''
let base = ''
let close: () => void

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demo-'))
  const demo = demoTokens({ HUB_KEYS_DIR: join(folder, 'keys') }, register)
  const server = createHttpServer({} as Gateway, { logger: silent, demo })
  base = await listen(server, { host: '127.0.0.1', port: 0 })
  close = () => server.close()
})
afterAll(async () => {
  close()
  await rm(folder, { recursive: true, force: true })
})

const asked = { role: 'caseworker', purpose: 'intake' }
/** By node:http, for a browser's fetch sets these headers itself. */
const post = (
  headers: Record<string, string>,
  body: unknown = asked,
): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    const request = httpRequest(
      `${base}/demo/token`,
      { method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
      (response) => {
        let text = ''
        response.on('data', (part: Buffer) => (text += part.toString()))
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
      },
    )
    request.on('error', reject).end(JSON.stringify(body))
  })

describe('the endpoint where the explorer gets tokens', () => {
  it('gives its own page a token for a role and a purpose of the demo, and nothing else', async () => {
    const { status, text } = await post({ origin: base })
    expect(status).toBe(200)
    const { token } = JSON.parse(text) as { token: string }
    expect(decodeJwt(token)).toMatchObject({ sub: 'caseworker-1', purposes: ['urn:example:intake'] })
    expect((await post({ origin: base }, { role: 'mayor' })).status).toBe(400)
    expect((await post({ origin: base }, { ...asked, purpose: 'curiosity' })).status).toBe(400)
  })

  it.each([
    ['another page', () => ({ origin: 'https://example.nl' })],
    ['a page that hides where it is from', () => ({ origin: 'null' })],
    ['no page', () => ({})],
    ['another name for this address', () => ({ host: 'evil.example', origin: 'http://evil.example' })],
    ['a page of the same site', () => ({ origin: base, 'sec-fetch-site': 'same-site' })],
  ])('gives nothing to %s', async (_, headers) => {
    expect((await post({ origin: base })).status).toBe(200)
    expect(await post(headers())).toMatchObject({ status: 404 })
  })

  it.each(['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'X-Forwarded-Proto', 'x-real-ip'])(
    'gives nothing to who comes through a proxy, told by %s, and says why',
    async (header) => {
      const { status, text } = await post({ origin: base, [header]: '127.0.0.1' })
      expect(status).toBe(403)
      expect(text).toContain(`came through a proxy (it has the header ${header.toLowerCase()})`)
      expect(text).not.toContain('token"')
    },
  )

  it('is not there where the hub takes the tokens of an issuer, or in production', () => {
    expect(demoTokens({ HUB_MODE: 'production' }, register)).toBeUndefined()
    expect(demoTokens({ HUB_TOKEN_KEYS: 'https://issuer.example/keys' }, register)).toBeUndefined()
  })
})
