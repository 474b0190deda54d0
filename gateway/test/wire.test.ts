/** Our gateway and our subgraphs, over the wire between them and without it: the same answers, whatever becomes of the wire. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import type { Duplex } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { publicAccess } from '@samenhang/subgraph-kit/caller'
import { proofLength } from '@samenhang/subgraph-kit/access/request-proof'
import { startServing } from '@samenhang/subgraph-kit/serve'
import {
  answerFrame,
  requestFrame,
  FrameReader,
  FrameWriter,
  wireHeader,
  wireProtocol,
} from '@samenhang/subgraph-kit/wire'
import { unpackNames } from '@samenhang/subgraph-kit/wire-packing'
import type { SubgraphRequest } from '@samenhang/subgraph-kit/subgraph'
import { afterEach, describe, expect, it } from 'vitest'
import { httpSource } from '../src/subgraph-sources/http.ts'
import type { SubgraphSource } from '../src/subgraph-sources/source.ts'
import { Cancellation } from '../src/subgraph-sources/cancellation.ts'
import { fakeSubgraph, silent } from './fakes.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const caller = { traceId: 'a'.repeat(32), access: publicAccess }
const waiting = () => new Cancellation(() => undefined)
const representations = [{ __typename: 'Area', code: 'GM9001' }]
const care = {
  query:
    'query($representations:[_Any!]!){_entities(representations:$representations){...on Area{care{youthCareShare}}}}',
  variables: { representations },
}
const text = '{"data":{"_entities":[{"care":{"youthCareShare":9.5}}]}}'
const answer = { data: { _entities: [{ care: { youthCareShare: 9.5 } }] } }

interface Counting {
  readonly url: URL
  readonly posts: number
  readonly headers: Record<string, unknown>[]
  readonly wires: Duplex[]
}

type Speaks = (
  request: SubgraphRequest,
  headers: unknown,
) => Promise<{ readonly version: string | undefined; readonly text: string }>

interface Sent {
  readonly operation: number
  readonly headers: unknown
  readonly names?: unknown
}

/** A subgraph's end of a wire that sends any text, be it an answer or not. */
function speak(socket: Duplex, answerWith: Speaks): void {
  const operations = new Map<number, SubgraphRequest>()
  const writer = new FrameWriter(socket)
  const reader = new FrameReader(100_000, (kind, number, bytes) => {
    const json = bytes?.toString().slice(kind === requestFrame.fetch ? proofLength : 0)
    const sent = JSON.parse(json || '{}') as SubgraphRequest & Sent
    if (kind === requestFrame.operation) operations.set(number, sent)
    if (kind !== requestFrame.fetch) return
    const { operation, headers, variables, names } = sent
    const representations = names ? unpackNames(names) : variables?.['representations']
    answerWith({ ...operations.get(operation)!, variables: { ...variables, representations } }, headers).then(
      ({ text: said }) => writer.send(answerFrame.answer, number, `\n${said}`),
      () => undefined,
    )
  })
  socket.on('error', () => undefined).on('data', (chunk: Buffer) => reader.push(chunk))
}

/** A subgraph that counts how it is asked. */
async function counting(
  answerWire: Speaks | null,
  offer: Readonly<Record<string, string>> = { [wireHeader]: wireProtocol },
): Promise<Counting> {
  const seen = { posts: 0, headers: [] as Record<string, unknown>[], wires: [] as Duplex[] }
  const server = createServer((request, response) => {
    request.resume()
    seen.headers.push(request.headers)
    if (request.method === 'POST') seen.posts += 1
    response.writeHead(200, { 'content-type': 'application/json', ...offer }).end(text)
  })
  if (answerWire)
    server.on('upgrade', (_request, socket) => {
      seen.wires.push(socket)
      socket.write(
        `HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: ${wireProtocol}\r\n\r\n`,
      )
      speak(socket, answerWire)
    })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  closing.push(() => {
    seen.wires.forEach((wire) => wire.destroy())
    server.closeAllConnections()
    server.close()
  })
  return Object.assign(seen, {
    url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`),
  })
}

function sourceOf(url: URL, responseLimit?: number): SubgraphSource {
  const source = httpSource({ name: 'care', url, ...(responseLimit && { responseLimit }) })
  closing.push(() => source.close())
  return source
}

/** Asks once by POST, which learns of the wire, and waits until that is open. */
async function wiredTo(subgraph: Counting, responseLimit?: number): Promise<SubgraphSource> {
  const source = sourceOf(subgraph.url, responseLimit)
  expect(await source.fetch(care, caller, waiting())).toEqual(answer)
  while (subgraph.wires.length === 0) await pause(5)
  await pause(20)
  return source
}

const saying =
  (said: string): Speaks =>
  () =>
    Promise.resolve({ version: undefined, text: said })

describe('a subgraph that offers a wire', () => {
  it('is asked over it from then on, with the same headers of the caller and the same answers', async () => {
    const traces: unknown[] = []
    const subgraph = await counting((_request, headers) => {
      traces.push(headers)
      return saying(text)(_request, headers)
    })
    const source = await wiredTo(subgraph)
    for (let turn = 0; turn < 3; turn += 1)
      expect(await source.fetch(care, caller, waiting())).toEqual(answer)
    expect(subgraph.posts).toBe(1)
    const traceparent: unknown = expect.stringMatching(new RegExp(`^00-${caller.traceId}-[0-9a-f]{16}-01$`))
    expect(traces).toEqual([1, 2, 3].map(() => ({ traceparent })))
  })

  it('gives each of many fetches at once its own answer', async () => {
    const subgraph = await counting(async ({ variables }) => {
      const { code } = (variables?.['representations'] as { code: string }[])[0]!
      await pause(Number(code) % 7)
      return { version: undefined, text: `{"data":{"_entities":[{"care":{"youthCareShare":${code}}}]}}` }
    })
    const source = await wiredTo(subgraph)
    const codes = Array.from({ length: 200 }, (_, index) => index)
    const answers = await Promise.all(
      codes.map((code) =>
        source.fetch(
          { ...care, variables: { representations: [{ __typename: 'Area', code: String(code) }] } },
          caller,
          waiting(),
        ),
      ),
    )
    expect(answers.map(({ data }) => data?.['_entities'])).toEqual(
      codes.map((code) => [{ care: { youthCareShare: code } }]),
    )
    expect(subgraph.posts).toBe(1)
  })

  it('more operations than a wire remembers are each answered as asked', async () => {
    const subgraph = await counting(({ query }) => {
      const alias = /\{(\w+):care/.exec(query)?.[1] ?? ''
      return saying(`{"data":{"_entities":[{"${alias}":{"youthCareShare":9.5}}]}}`)({ query }, {})
    })
    const source = await wiredTo(subgraph)
    for (const index of [...Array.from({ length: 1_100 }, (_, at) => at), 0, 1_099]) {
      const query = care.query.replace('care{', `a${index}:care{`)
      const { data } = await source.fetch({ ...care, query }, caller, waiting())
      expect(data).toEqual({ _entities: [{ [`a${index}`]: { youthCareShare: 9.5 } }] })
    }
  })

  it('whose wire ends: what only reads is asked again by POST, and a new wire is opened in time', async () => {
    const subgraph = await counting(() => new Promise(() => undefined))
    const source = await wiredTo(subgraph)
    const reading = source.fetch(care, caller, waiting())
    const writing = source.fetch({ query: 'mutation { datasets { care { years } } }' }, caller, waiting())
    await pause(20)
    subgraph.wires[0]!.destroy()
    await expect(writing).rejects.toThrow('the wire ended')
    expect(await reading).toEqual(answer)
    expect(subgraph.posts).toBe(2)
  })

  it('a fetch that nobody waits for is cancelled there, and the others on the wire go on', async () => {
    let open: () => void = () => undefined
    const opened = new Promise<void>((resolve) => (open = resolve))
    const subgraph = await counting(async (request, headers) => {
      await opened
      return saying(text)(request, headers)
    })
    const source = await wiredTo(subgraph)
    const stop = waiting()
    const left = source.fetch(care, caller, stop)
    const kept = source.fetch(care, caller, waiting())
    stop.cancel(new Error('the client disconnected'))
    await expect(left).rejects.toThrow('the client disconnected')
    open()
    expect(await kept).toEqual(answer)
    expect(subgraph.posts).toBe(1)
  })

  it('an answer above the limit fails alone', async () => {
    const filler = (size: number) => `{"data":{"_entities":[{"care":null,"x":"${'x'.repeat(size)}"}]}}`
    const subgraph = await counting(({ variables }, headers) =>
      saying(variables?.['long'] === true ? filler(5_000) : text)({ query: '' }, headers),
    )
    const source = await wiredTo(subgraph, 1_000)
    const long = source.fetch({ ...care, variables: { representations, long: true } }, caller, waiting())
    const short = source.fetch(care, caller, waiting())
    await expect(long).rejects.toThrow('larger than 1000 bytes')
    expect(await short).toEqual(answer)
    expect(subgraph.posts).toBe(1)
  })

  it.each([
    ['half an answer', '{"data":{"_entities":[{"care":{"youth'],
    ['no JSON', '<html>'],
    ['a list', '[]'],
    ['too few entities', '{"data":{"_entities":[]}}'],
    ['neither data nor errors', '{}'],
  ])('%s over the wire is no answer', async (_what, said) => {
    const source = await wiredTo(await counting(saying(said)))
    await expect(source.fetch(care, caller, waiting())).rejects.toThrow()
  })

  it('and refuses it after all goes on being asked by POST', async () => {
    const subgraph = await counting(null)
    const source = sourceOf(subgraph.url)
    for (let turn = 0; turn < 3; turn += 1) {
      expect(await source.fetch(care, caller, waiting())).toEqual(answer)
      await pause(10)
    }
    expect(subgraph.posts).toBe(3)
  })
})

it('a subgraph of another make is asked by POST and sees nothing of a wire', async () => {
  const subgraph = await counting(saying('{}'), {})
  const source = sourceOf(subgraph.url)
  for (let turn = 0; turn < 3; turn += 1) expect(await source.fetch(care, caller, waiting())).toEqual(answer)
  await pause(20)
  expect(subgraph.posts).toBe(3)
  expect(subgraph.wires).toEqual([])
  expect(JSON.stringify(subgraph.headers)).not.toMatch(/upgrade|wire/i)
})

describe('a served subgraph', () => {
  it.each([
    ['offers a wire', {}, wireProtocol],
    ['offers none where SUBGRAPH_WIRE is off', { SUBGRAPH_WIRE: 'off' }, null],
  ])('%s', async (_what, environment, offered) => {
    const { running } = fakeSubgraph('care')
    const served = await startServing(
      { name: 'care', open: () => Promise.resolve(running) },
      { PORT: '0', ...environment },
      silent,
    )
    closing.push(() => served.close())
    const response = await fetch(served.url, { method: 'POST', body: JSON.stringify(care) })
    expect(await response.json()).toEqual(answer)
    expect(response.headers.get(wireHeader)).toBe(offered)
    expect(response.headers.get('transfer-encoding')).toBeNull()
  })

  it('answers many things at once over its wire as by POST', async () => {
    const { running } = fakeSubgraph('care')
    const served = await startServing(
      { name: 'care', open: () => Promise.resolve(running) },
      { PORT: '0' },
      silent,
    )
    const source = sourceOf(new URL(served.url))
    closing.unshift(() => served.close())
    const many = Array.from({ length: 50 }, (_, index) => ({ __typename: 'Area', code: `GM${index}` }))
    const ask = () => source.fetch({ ...care, variables: { representations: many } }, caller, waiting())
    const first = await ask()
    await pause(100)
    expect(await ask()).toEqual(first)
    expect(first.data?.['_entities']).toEqual(many.map(() => ({ care: { youthCareShare: 9.5 } })))
  })

  it('that closes answers the fetches under way on its wires', async () => {
    const fake = fakeSubgraph('care')
    const served = await startServing(
      { name: 'care', open: () => Promise.resolve(fake.running) },
      { PORT: '0' },
      silent,
    )
    const source = sourceOf(new URL(served.url))
    await source.fetch(care, caller, waiting())
    await pause(100)
    fake.delay = 200
    const underWay = source.fetch(care, caller, waiting())
    await pause(50)
    const closed = served.close()
    expect(await underWay).toEqual(answer)
    await closed
    expect(fake.closed).toBe(true)
  })
})
