/** Registered operations: the answers of /graphql without their text, marked so that a client learns cheaply whether they changed. */
import { createHttpServer } from '@samenhang/gateway/server'
import { listen } from '@samenhang/subgraph-kit/http-server'
import { seedAll } from '@samenhang/subgraph-kit/seed-all'
import { silent } from '@samenhang/subgraph-kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHub, readOperation, type TestHub } from './hub.ts'

const profile = 'neighbourhood-profile'
const variables = { code: 'BU90010101' }

describe.each([0, 10_000_000])('with %i bytes for answers', (cacheBytes) => {
  let hub: TestHub
  let url: string
  let stop: () => void
  beforeAll(async () => {
    hub = await openHub({ country: { seed: 3, neighbourhoods: 30 }, cacheBytes })
    const server = createHttpServer(hub.gateway, { logger: silent })
    url = await listen(server, { host: '127.0.0.1', port: 0 })
    stop = () => server.close()
  })
  afterAll(async () => {
    stop()
    await hub.close()
  })

  const post = (id: string, body: unknown) =>
    fetch(`${url}/operations/${id}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const get = (id: string, given: unknown, headers: Record<string, string> = {}) =>
    fetch(`${url}/operations/${id}?variables=${encodeURIComponent(JSON.stringify(given))}`, { headers })

  it('a registered operation is answered as its text would be, again and again', async () => {
    const { text } = await hub.gateway.execute({ query: readOperation(profile), variables })
    for (let time = 0; time < 3; time += 1) {
      const response = await post(profile, { variables })
      expect([response.status, await response.text()]).toEqual([200, text])
      expect(response.headers.get('x-hub-trace')).toMatch(/^[0-9a-f]{32}$/)
    }
  })

  it('asked by GET with its mark it is not sent again, until the data change', async () => {
    const first = await get(profile, variables)
    const mark = first.headers.get('etag')!
    expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'no-cache'])
    expect((await get(profile, variables, { 'if-none-match': mark })).status).toBe(304)
    expect((await get(profile, { code: 'BU90010102' }, { 'if-none-match': mark })).status).toBe(200)
    const before = await first.text()
    await seedAll(hub.subgraphs, { seed: 4, neighbourhoods: 30 })
    const changed = await get(profile, variables, { 'if-none-match': mark })
    expect(changed.status).toBe(200)
    expect(changed.headers.get('etag')).not.toBe(mark)
    const now = await changed.text()
    expect(now).not.toBe(before)
    expect(now).toBe((await hub.gateway.execute({ query: readOperation(profile), variables })).text)
  })

  it('limits, variables and names are checked as at the other endpoint', async () => {
    const tooLarge = await post('municipality-page', { variables: { code: 'GM9001', first: 5_000 } })
    expect(await codeOf(tooLarge)).toEqual([400, 'PAGE_TOO_LARGE'])
    expect(await codeOf(await post(profile, { variables: {} }))).toEqual([400, 'BAD_USER_INPUT'])
    expect(await codeOf(await post('nothing-here', {}))).toEqual([404, 'OPERATION_NOT_REGISTERED'])
    expect(await codeOf(await post('__proto__', {}))).toEqual([404, 'OPERATION_NOT_REGISTERED'])
    expect(await codeOf(await post(profile, { variables: [] }))).toEqual([400, 'BAD_REQUEST'])
  })

  it('an error is told as at the other endpoint, and its answer has no ETag', async () => {
    const wrong = { code: 'nonsense' }
    const response = await get(profile, wrong)
    expect(response.headers.get('etag')).toBeNull()
    expect(await response.json()).toEqual(
      JSON.parse((await hub.gateway.execute({ query: readOperation(profile), variables: wrong })).text),
    )
  })

  it('what was asked is counted, under the names of registered operations only', async () => {
    await hub.gateway.execute({ query: 'query Secret { country { name } }' })
    const { contentType, text } = await hub.gateway.metrics.text()
    expect(contentType).toMatch(/^text\/plain/)
    expect(text).toMatch(
      /hub_request_duration_seconds_count\{operation="neighbourhood-profile",endpoint="operations",door="operations"\} \d+/,
    )
    expect(text).toMatch(/hub_fetches_total\{subgraph="housing"\} \d+/)
    expect(text).toContain('hub_nodejs_eventloop_lag_seconds')
    expect(text).not.toContain('Secret')
    if (cacheBytes > 0) expect(text).toMatch(/hub_cached_answers_total\{result="hit"\} \d+/)
  })
})

async function codeOf(response: Response): Promise<unknown> {
  const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] }
  return [response.status, errors[0]?.extensions.code]
}
