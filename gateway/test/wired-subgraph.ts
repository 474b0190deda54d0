/** A subgraph that counts how it is asked and offers a wire with any text on it, and sources that ask it; all closed after each test. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import type { Duplex } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { publicAccess } from '@samenhang/subgraph-kit/caller'
import { proofLength } from '@samenhang/subgraph-kit/access/request-proof'
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
import { afterEach, expect } from 'vitest'
import { httpSource } from '../src/subgraph-sources/http.ts'
import type { SubgraphSource } from '../src/subgraph-sources/source.ts'
import { Cancellation } from '../src/subgraph-sources/cancellation.ts'

export const closing: (() => unknown)[] = []

/** Closes all of it after each test of the file that calls this. */
export function closeAfterEach(): void {
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close()
  })
}

export const caller = { traceId: 'a'.repeat(32), access: publicAccess }
export const waiting = () => new Cancellation(() => undefined)
export const representations = [{ __typename: 'Area', code: 'GM9001' }]
export const care = {
  query:
    'query($representations:[_Any!]!){_entities(representations:$representations){...on Area{care{youthCareShare}}}}',
  variables: { representations },
}
export const text = '{"data":{"_entities":[{"care":{"youthCareShare":9.5}}]}}'
export const answer = { data: { _entities: [{ care: { youthCareShare: 9.5 } }] } }

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
export async function counting(
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

export function sourceOf(url: URL, responseLimit?: number): SubgraphSource {
  const source = httpSource({ name: 'care', url, ...(responseLimit && { responseLimit }) })
  closing.push(() => source.close())
  return source
}

/** Asks once by POST, which learns of the wire, and waits until that is open. */
export async function wiredTo(subgraph: Counting, responseLimit?: number): Promise<SubgraphSource> {
  const source = sourceOf(subgraph.url, responseLimit)
  expect(await source.fetch(care, caller, waiting())).toEqual(answer)
  while (subgraph.wires.length === 0) await pause(5)
  await pause(20)
  return source
}

export const saying =
  (said: string): Speaks =>
  () =>
    Promise.resolve({ version: undefined, text: said })
