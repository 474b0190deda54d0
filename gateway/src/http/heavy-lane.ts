/**
 * Passes an operation that would hold up all others to the heavy process, and streams its answer back. The
 * heavy process receives the client's request and network, and checks everything itself.
 */
import {
  Agent,
  request as ask,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
} from 'node:http'
import { pipeline } from 'node:stream'
import { HubError } from '@samenhang/subgraph-kit/errors'
import { exactJson } from '../json/exact-numbers.ts'
import type { HeavyLane } from '../processes/heavy-process.ts'

/** Objects of an answer from which on its operation is heavy: about 50 ms of work. */
export const heavyObjects = 20_000

/** The header with the client's network; it is believed only on the socket of the heavy process. */
export const cameFrom = 'x-hub-came-from'

/** The header with the objects that were counted for this request already; believed there only. */
export const countedBefore = 'x-hub-counted'

// A kept connection may be closed there just as it is used again; a new one costs nothing beside an answer of this size.
const agent = new Agent({ keepAlive: false, maxSockets: 64 })

/** Answers the request from the heavy process; `sentBody` is its body, undefined for a GET, and `counted` the objects that were taken from the client's budget for it. Rejects with HubError HUB_BUSY. */
export async function passToHeavy(
  lane: HeavyLane,
  { request, response, from }: { request: IncomingMessage; response: ServerResponse; from: string },
  sentBody: unknown,
  counted = 0,
): Promise<void> {
  const body = sentBody === undefined ? undefined : exactJson(JSON.stringify(sentBody))
  const socketPath = await lane.address().catch(() => {
    throw unavailable()
  })
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const forwarded = ask({
      socketPath,
      agent,
      method: request.method ?? 'GET',
      path: request.url ?? '/',
      headers: {
        ...ofBothHops(request.headers),
        [cameFrom]: from,
        [countedBefore]: String(counted),
        ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
      },
    })
    forwarded.once('response', resolve)
    forwarded.once('error', () => reject(unavailable()))
    // A client that disconnects ends the forwarded request.
    response.once('close', () => forwarded.destroy())
    forwarded.end(body)
  })
  response.writeHead(answer.statusCode ?? 502, ofBothHops(answer.headers))
  pipeline(answer, response, () => undefined)
}

/** Headers that hold between two processes only; the length is written anew. */
const ofThisHop: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'date',
  'expect',
])

function ofBothHops(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !ofThisHop.has(name)))
}

function unavailable(): HubError {
  return new HubError(
    'HUB_BUSY',
    'The process for large answers stopped or did not start. Try again, or ask for smaller pages.',
    { retryAfter: 2 },
  )
}
