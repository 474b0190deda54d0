/**
 * Frames on one kept socket, for many questions at once: what our gateway and our subgraphs speak where both know it, instead of a request
 * of HTTP for each fetch. A frame is its length, its kind, a number and a text. What is written in one turn of the event loop goes out together.
 * Who speaks which frames when stands in docs/decisions/0015.
 */
import type { Duplex } from 'node:stream'

/** The protocol as the `Upgrade` header names it, and as `x-hub-wire` offers it in an answer over plain HTTP. */
export const wireProtocol = 'samenhang-wire-2'
export const wireHeader = 'x-hub-wire'

/** The header under which an answer tells the version of the data. */
export const versionHeader = 'x-hub-data-version'

/** What a frame from the gateway is. The number is that of an operation for the first, of a question for the others. */
export const requestFrame = { operation: 1, fetch: 2, cancel: 3, version: 4 } as const
/** What a frame from the subgraph is. The number is that of the question. */
export const answerFrame = { answer: 1, fault: 2, version: 3, things: 4 } as const

/**
 * What a connection remembers of operations at once: how many by number, and their bytes, each and together. The operation of number 0 begins
 * anew: those before it are forgotten.
 */
export const mostOperations = 1_000
export const operationBytes = { each: 64_000, together: 8_000_000 } as const

const headBytes = 9

/** Is given a frame; null for the bytes where they are more than the reader's limit, which are passed over. */
type OnFrame = (kind: number, number: number, bytes: Buffer | null) => void

/** Cuts what arrives into frames. */
export class FrameReader {
  #parts: Buffer[] = []
  #held = 0
  #needed = headBytes
  #passOver = 0

  constructor(
    /** Bytes of one frame. */
    readonly limit: number,
    readonly onFrame: OnFrame,
    /** Less than that, for some kinds. */
    readonly limits: Readonly<Record<number, number>> = {},
  ) {}

  push(chunk: Buffer): void {
    const left = this.#passOver > 0 ? this.#pass(chunk) : chunk
    if (left.length === 0) return
    this.#parts.push(left)
    this.#held += left.length
    if (this.#held < this.#needed) return
    const bytes = this.#parts.length === 1 ? left : Buffer.concat(this.#parts, this.#held)
    const rest = bytes.subarray(this.#read(bytes))
    this.#parts = rest.length > 0 ? [rest] : []
    this.#held = rest.length
  }

  #pass(chunk: Buffer): Buffer {
    const passed = Math.min(this.#passOver, chunk.length)
    this.#passOver -= passed
    return chunk.subarray(passed)
  }

  /** Gives the place behind the last whole frame. */
  #read(bytes: Buffer): number {
    let at = 0
    while (bytes.length - at >= headBytes) {
      const length = bytes.readUInt32LE(at)
      const [kind, number, start] = [bytes[at + 4] ?? 0, bytes.readUInt32LE(at + 5), at + headBytes]
      if (length > (this.limits[kind] ?? this.limit)) {
        this.onFrame(kind, number, null)
        this.#passOver = length
        this.#needed = headBytes
        at = bytes.length - this.#pass(bytes.subarray(start)).length
        continue
      }
      if (bytes.length < start + length) {
        this.#needed = headBytes + length
        return at
      }
      this.onFrame(kind, number, bytes.subarray(start, start + length))
      at = start + length
    }
    this.#needed = headBytes
    return at
  }
}

interface QueuedFrame {
  readonly kind: number
  readonly number: number
  readonly text: string
}

/** Writes frames: those of one turn of the event loop at once. */
export class FrameWriter {
  #queued: QueuedFrame[] = []

  constructor(readonly socket: Duplex) {}

  send(kind: number, number: number, text: string): void {
    if (this.#queued.push({ kind, number, text }) === 1) setImmediate(() => this.flush())
  }

  flush(): void {
    const frames = this.#queued
    if (frames.length === 0) return
    this.#queued = []
    if (this.socket.destroyed || !this.socket.writable) return
    const sizes = frames.map(({ text }) => Buffer.byteLength(text))
    const bytes = Buffer.allocUnsafe(sizes.reduce((sum, size) => sum + size + headBytes, 0))
    let at = 0
    for (const [index, { kind, number, text }] of frames.entries()) {
      const size = sizes[index] ?? 0
      bytes.writeUInt32LE(size, at)
      bytes[at + 4] = kind
      bytes.writeUInt32LE(number, at + 5)
      bytes.write(text, at + headBytes, 'utf8')
      at += headBytes + size
    }
    this.socket.write(bytes)
  }
}
