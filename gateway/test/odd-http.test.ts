/** One domain whose server does not behave: its fields are null with an error, the others answer, and nothing of it is held in memory or leaks. */
import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { gatewayWithCareAt } from './care-elsewhere.ts'
import { serveAnything } from './fakes.ts'
import { code, machinery, profile, wholeProfile } from './operations.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const json = { 'content-type': 'application/json' }

describe('a subgraph whose server sends', () => {
  const bomb = gzipSync(Buffer.alloc(50_000_000))
  it.each<[string, (response: ServerResponse) => unknown]>([
    ['a gzip bomb', (response) => response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(bomb)],
    [
      'a gzip bomb that does not say so',
      (response) => response.writeHead(200, { ...json, 'content-length': bomb.length }).end(bomb),
    ],
    [
      'half an answer, then a closed connection',
      (response) => {
        response.writeHead(200, { ...json, 'content-length': 500 }).write('{"data":{"_entities":[{"care":')
        setTimeout(() => response.destroy(), 30)
      },
    ],
    [
      'a chunk that never ends its answer, then a closed connection',
      (response) => {
        response.writeHead(200, json).write('{"data":{"_entities":[{"care":null}]}}')
        setTimeout(() => response.destroy(), 30)
      },
    ],
    ['a closed connection instead of an answer', (response) => response.destroy()],
    ['what is no HTTP', (response) => response.socket?.end('hello\r\n\r\n')],
    [
      'more than ten megabytes in small pieces',
      (response) => {
        response.writeHead(200, json)
        const piece = 'x'.repeat(60_000)
        const more = (): void => {
          while (response.write(piece));
        }
        response.on('drain', more).on('error', () => undefined)
        more()
      },
    ],
    ['a promise to go on later', (response) => (response.writeContinue(), response.writeHead(204).end())],
  ])('%s', async (_what, answering) => {
    const server = await serveAnything((_request, response) => void answering(response))
    closing.push(server.close)
    const gateway = await gatewayWithCareAt(server.url, { deadline: 20_000 })
    closing.push(() => gateway.close())
    const { text } = await gateway.execute({ query: profile, variables: { code } })
    expect(JSON.parse(text)).toMatchObject({
      data: { neighbourhood: { ...wholeProfile.neighbourhood, care: null } },
      errors: [{ path: ['neighbourhood', 'care'], extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }],
    })
    expect(text).not.toMatch(machinery)
  })
})
