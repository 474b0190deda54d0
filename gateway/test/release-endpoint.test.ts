/** GET /release.json: the release that is served, for tokens with the scope schema:read only. */
import type { Server } from 'node:http'
import { listen } from '@samenhang/subgraph-kit/http-server'
import { HubError } from '@samenhang/subgraph-kit/errors'
import { silent } from '@samenhang/subgraph-kit/testing'
import { afterEach, expect, it } from 'vitest'
import type { Gateway } from '@samenhang/gateway/gateway'
import { createHttpServer } from '@samenhang/gateway/server'
import type { SharedRelease } from '@samenhang/schema/registry/release'

let server: Server | undefined

afterEach(() => void server?.close())

/** Tokens are their scopes. */
async function urlOf(release: Partial<SharedRelease> | null | undefined): Promise<string> {
  const gateway = {
    authenticate: ({ authorization = '' }) => {
      const scopes = authorization.slice('Bearer '.length)
      if (scopes === 'forged') throw new HubError('UNAUTHENTICATED', 'The token is not valid.')
      return { access: { scopes: new Set(scopes.split(' ')) } }
    },
    ...(release !== undefined && { sharedRelease: () => Promise.resolve(release) }),
  } as unknown as Gateway
  server = createHttpServer(gateway, { logger: silent })
  return `${await listen(server, { host: '127.0.0.1', port: 0 })}/release.json`
}

async function get(url: string, token?: string) {
  const response = await fetch(url, {
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  })
  return { status: response.status, body: (await response.json()) as unknown }
}

it('who has the scope gets the release, and nobody else', async () => {
  const url = await urlOf({ number: 3 })
  expect(await get(url, 'operations:ad-hoc schema:read')).toEqual({ status: 200, body: { number: 3 } })
  for (const [token, status] of [
    [undefined, 403],
    ['operations:ad-hoc', 403],
    ['forged', 401],
  ] as const) {
    const refused = await get(url, token)
    expect(refused.status).toBe(status)
    expect(refused.body).not.toHaveProperty('number')
  }
})

it.each([null, undefined])('where nothing was released it is 404', async (release) => {
  expect((await get(await urlOf(release), 'schema:read')).status).toBe(404)
})
