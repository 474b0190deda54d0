/**
 * The subgraph's end of a wire (frames.ts): answers each fetch with what POST /graphql would answer it, in whatever order they are done.
 * A fetch that is cancelled is not answered; who does not speak the protocol is cut off. Who may open one is serve.ts' to say.
 */
import type { Duplex } from 'node:stream'
import { proofLength, wireParts, type SentRequest } from '../access/request-proof.ts'
import { isRecord, parseJson } from '../http/http-body.ts'
import type { SubgraphAnswer, SubgraphRequest } from './contract.ts'
import {
  answerFrame,
  requestFrame,
  FrameReader,
  FrameWriter,
  mostOperations,
  operationBytes,
} from './frames.ts'
import { packEntities, unpackNames } from './packing.ts'

export interface Answered {
  /** The version of the data that it was read from, or of older ones; undefined where it has none. */
  readonly version: string | undefined
  readonly answer: SubgraphAnswer
  /** Whether it is that the token does not hold, and nothing else. */
  readonly isRefused?: boolean
}

export type AnswerFetch = (
  request: SubgraphRequest,
  headers: Readonly<Record<string, unknown>>,
  sent: SentRequest,
) => Promise<Answered>

/** What a wire asks of its subgraph. */
export interface Wired {
  readonly answer: AnswerFetch
  /** The version of the data as they are now. */
  readonly version: () => Promise<string | undefined>
}

export interface WireSession {
  /** Lets the fetches under way be answered, and no more. */
  end(): void
}

/** Above this many bytes that the gateway has not taken, no more is read from it. */
const mostUnsent = 16_000_000

type Operation = Pick<SubgraphRequest, 'query' | 'operationName'>

export function serveWire(
  socket: Duplex,
  head: Buffer,
  { answer, version }: Wired,
  limit: number,
): WireSession {
  const operations = new Map<number, Operation>()
  let operationsSize = 0
  const underWay = new Set<number>()
  const writer = new FrameWriter(socket)
  let ending = false

  const done = (number: number, kind: number, text: string): void => {
    if (underWay.delete(number)) writer.send(kind, number, text)
    if (ending) endWhenDone()
  }
  const endWhenDone = (): void => {
    if (underWay.size > 0) return
    writer.flush()
    socket.end()
  }
  const fetch = (number: number, bytes: Buffer): void => {
    const proof = bytes.toString('latin1', 0, proofLength)
    const payload = bytes.subarray(proofLength)
    const { operation, headers, variables, names } = recordIn(payload)
    const operationText = operations.get(Number(operation))
    if (!operationText || ending || underWay.has(number)) return writer.send(answerFrame.fault, number, '')
    underWay.add(number)
    const allVariables = {
      ...(isRecord(variables) && variables),
      ...(names !== undefined && { representations: unpackNames(names) }),
    }
    const sent = { proof, parts: wireParts(operationText, payload) }
    answer({ ...operationText, variables: allVariables }, isRecord(headers) ? headers : {}, sent)
      .then(({ version = '', answer: subgraphAnswer }) => {
        const { data, errors, extensions } = subgraphAnswer
        const isPlain = data && !errors && !extensions && Object.keys(data).length === 1
        const packedEntities = isPlain ? packEntities(data['_entities']) : null
        if (packedEntities !== null) done(number, answerFrame.things, `${version}\n${packedEntities}`)
        else done(number, answerFrame.answer, `${version}\n${JSON.stringify(subgraphAnswer)}`)
      })
      .catch(() => done(number, answerFrame.fault, ''))
  }
  const sendVersion = (number: number): void => {
    version().then(
      (dataVersion = '') => writer.send(answerFrame.version, number, dataVersion),
      () => writer.send(answerFrame.fault, number, ''),
    )
  }
  const learn = (number: number, bytes: Buffer): void => {
    const { query, operationName } = recordIn(bytes)
    if (number >= mostOperations || typeof query !== 'string') throw new Error('no frame of the wire')
    if (number === 0) {
      operations.clear()
      operationsSize = 0
    }
    // Of one that takes the place of another the bytes count still: whoever keeps to the protocol begins anew instead.
    operationsSize += bytes.length
    if (operationsSize > operationBytes.together) throw new Error('too many operations for the wire')
    operations.set(number, { query, ...(typeof operationName === 'string' && { operationName }) })
  }
  const take = (kind: number, number: number, bytes: Buffer | null): void => {
    if (kind === requestFrame.cancel) return void underWay.delete(number)
    if (bytes === null && kind === requestFrame.fetch) return writer.send(answerFrame.fault, number, '')
    if (bytes === null) throw new Error('a frame of the wire that is too large')
    if (kind === requestFrame.fetch) return fetch(number, bytes)
    if (kind === requestFrame.version) return sendVersion(number)
    if (kind !== requestFrame.operation) throw new Error('no frame of the wire')
    learn(number, bytes)
  }
  const small = {
    [requestFrame.operation]: operationBytes.each,
    [requestFrame.cancel]: 0,
    [requestFrame.version]: 0,
  }
  const reader = new FrameReader(limit, take, small)
  const read = (chunk: Buffer): void => {
    try {
      reader.push(chunk)
      if (socket.writableLength > mostUnsent) socket.pause()
    } catch {
      socket.destroy()
    }
  }
  socket.on('error', () => socket.destroy())
  socket.on('close', () => underWay.clear())
  socket.on('end', () => socket.end())
  socket.on('drain', () => socket.resume())
  socket.on('data', read)
  if (head.length > 0) read(head)
  return {
    end() {
      ending = true
      endWhenDone()
    },
  }
}

function recordIn(bytes: Buffer): Readonly<Record<string, unknown>> {
  const value = parseJson(bytes)
  if (!isRecord(value)) throw new Error('no frame of the wire')
  return value
}
