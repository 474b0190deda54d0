/**
 * The gateway's end of a wire (frames.ts in subgraph-kit): many fetches at once over one socket, each
 * operation's text sent once. Any fault of the socket ends every open fetch with WireClosed; nothing is
 * retried here.
 */
import type { Duplex } from 'node:stream'
import { proofLength, wireParts, type SentParts } from '@samenhang/subgraph-kit/access/request-proof'
import { BodyTooLarge } from '@samenhang/subgraph-kit/http-body'
import type { SubgraphRequest } from '@samenhang/subgraph-kit/subgraph'
import {
  answerFrame,
  requestFrame,
  FrameReader,
  FrameWriter,
  mostOperations,
  operationBytes,
} from '@samenhang/subgraph-kit/wire'
import { packNames } from '@samenhang/subgraph-kit/wire-packing'
import { exactJson } from '../json/exact-numbers.ts'
import { TooLate, type Cancellation } from './cancellation.ts'

/** The socket ended before the answer came. */
export class WireClosed extends Error {
  override readonly name = 'WireClosed'
}

/** Proves that a fetch is the gateway's (request-proof.ts). */
type Prove = (parts: SentParts) => string | undefined

/** Of a gateway that signs nothing. */
const unproven = ' '.repeat(proofLength)

/** What came for a fetch. */
export interface WireAnswer {
  /** The version of the data; undefined where the subgraph has none. */
  readonly version: string | undefined
  /** JSON, not yet read: of the answer, or of packed things. */
  readonly body: Buffer
  readonly isPacked: boolean
}

interface UnderWay {
  readonly since: number
  readonly resolve: (answer: WireAnswer) => void
  readonly reject: (error: Error) => void
}

const newline = 10

/** JSON of the names of things, packed; null where they do not pack. */
const packedNames = new WeakMap<object, string | null>()

function namesIn(representations: unknown): string | null {
  if (typeof representations !== 'object' || representations === null) return null
  let text = packedNames.get(representations)
  if (text === undefined) {
    const packed = packNames(representations)
    packedNames.set(representations, (text = packed && exactJson(JSON.stringify(packed))))
  }
  return text
}

export class WireClient {
  readonly #socket: Duplex
  readonly #writer: FrameWriter
  readonly #underWay = new Map<number, UnderWay>()
  readonly #operations = new Map<string, number>()
  readonly #limit: number
  #lastNumber = 0
  #lastOperation = 0
  #operationsSize = 0
  #heard = 0

  constructor(socket: Duplex, head: Buffer, limit: number, onClosed: () => void) {
    this.#socket = socket
    this.#writer = new FrameWriter(socket)
    this.#limit = limit
    const reader = new FrameReader(limit, (kind, number, bytes) => this.#receive(kind, number, bytes))
    const read = (chunk: Buffer): void => {
      this.#heard = performance.now()
      reader.push(chunk)
    }
    const end = (): void => {
      socket.destroy()
      onClosed()
      const ended = [...this.#underWay.values()]
      this.#underWay.clear()
      for (const { reject } of ended) reject(new WireClosed('the wire ended before the answer'))
    }
    socket.on('data', read)
    for (const event of ['end', 'error', 'close'] as const) socket.on(event, end)
    if (head.length > 0) read(head)
  }

  /** Whether the wire takes an operation of this length; longer ones go by POST. */
  static takes({ query, operationName = '' }: SubgraphRequest): boolean {
    // A character is six bytes at most as JSON writes it.
    const most = operationBytes.each - 100
    const characters = query.length + operationName.length
    if (characters * 6 <= most) return true
    return characters <= most && Buffer.byteLength(JSON.stringify(query + operationName)) <= most
  }

  /** Rejects with WireClosed, with BodyTooLarge, or where the subgraph says that it cannot answer. */
  ask(
    { query, operationName, variables }: SubgraphRequest,
    headers: Readonly<Record<string, string>>,
    cancellation: Cancellation,
    prove: Prove = () => undefined,
  ): Promise<WireAnswer> {
    const operation = this.#numberOf(query, operationName)
    const named = namesIn(variables?.['representations'])
    const remaining = named === null ? variables : { ...variables, representations: undefined }
    const message = exactJson(JSON.stringify({ operation, headers, variables: remaining }))
    // The names are JSON already: sibling fetches share them.
    const text = named === null ? message : `${message.slice(0, -1)},"names":${named}}`
    return this.#send(
      requestFrame.fetch,
      (prove(wireParts({ query, operationName }, text)) ?? unproven) + text,
      cancellation,
    )
  }

  /** The version of the data as they are once this was asked; undefined where the subgraph has none. */
  async version(cancellation: Cancellation): Promise<string | undefined> {
    const { body } = await this.#send(requestFrame.version, '', cancellation)
    return body.length === 0 ? undefined : body.toString('latin1')
  }

  close(): void {
    this.#socket.destroy()
  }

  #send(kind: number, text: string, cancellation: Cancellation): Promise<WireAnswer> {
    const number = (this.#lastNumber = (this.#lastNumber + 1) >>> 0)
    const since = performance.now()
    return new Promise((resolve, reject) => {
      this.#underWay.set(number, { since, resolve, reject })
      this.#writer.send(kind, number, text)
      cancellation.onCancel((reason) => this.#cancel(number, reason))
    })
  }

  #numberOf(query: string, operationName: string | undefined): number {
    const key = operationName === undefined ? query : `${operationName}\n${query}`
    const existing = this.#operations.get(key)
    if (existing !== undefined) return existing
    const text = JSON.stringify({ query, operationName })
    const size = Buffer.byteLength(text)
    const isFull = this.#operationsSize + size > operationBytes.together
    if (isFull || this.#operations.size >= mostOperations) {
      this.#operations.clear()
      this.#lastOperation = 0
      this.#operationsSize = 0
    }
    const number = this.#lastOperation
    this.#lastOperation += 1
    this.#operationsSize += size
    this.#operations.set(key, number)
    this.#writer.send(requestFrame.operation, number, text)
    return number
  }

  #cancel(number: number, reason: Error): void {
    const fetch = this.#underWay.get(number)
    if (!fetch) return
    this.#underWay.delete(number)
    fetch.reject(reason)
    this.#writer.send(requestFrame.cancel, number, '')
    // Nothing arrived since: the other side may have ended without closing the socket.
    if (reason instanceof TooLate && this.#heard < fetch.since) this.#socket.destroy()
  }

  #receive(kind: number, number: number, bytes: Buffer | null): void {
    const fetch = this.#underWay.get(number)
    if (!fetch) return
    this.#underWay.delete(number)
    if (kind === answerFrame.fault) return fetch.reject(new Error('the subgraph could not answer'))
    if (bytes === null) return fetch.reject(new BodyTooLarge(this.#limit))
    if (kind === answerFrame.version)
      return fetch.resolve({ version: undefined, body: bytes, isPacked: false })
    const line = bytes.indexOf(newline)
    const version = bytes.toString('latin1', 0, line)
    fetch.resolve({
      version: version === '' ? undefined : version,
      body: bytes.subarray(line + 1),
      isPacked: kind === answerFrame.things,
    })
  }
}
