/**
 * Reading the body of an HTTP message, whoever sent it, under a cap counted in bytes as they arrive.
 * What the bytes mean is left to the caller.
 */
import { isAscii } from 'node:buffer'
import type { IncomingMessage } from 'node:http'

/** The body is larger than the cap; what came after the cap was not read. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge'

  constructor(readonly limit: number) {
    super(`The body is larger than ${limit} bytes`)
  }
}

/** The whole body of a request. Rejects with BodyTooLarge as soon as more than `limit` bytes came. Without the stream's iterator, which costs more than a small body. */
export function readMessage(message: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const received: Buffer[] = []
    let size = 0
    message.on('data', (chunk: Buffer) => {
      size += chunk.byteLength
      if (size > limit) {
        message.pause()
        reject(new BodyTooLarge(limit))
      } else received.push(chunk)
    })
    message.on('end', () => {
      const [first] = received
      resolve(first && received.length === 1 ? first : Buffer.concat(received, size))
    })
    message.on('error', reject)
    message.on('close', () => {
      // An error costs more than a small body: none is made where nobody needs it.
      if (!message.readableEnded) reject(new Error('The body did not come whole'))
    })
  })
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true })

/** The JSON value in the bytes. Throws where they are not UTF-8 or not JSON. */
export function parseJson(bytes: Buffer): unknown {
  return JSON.parse(jsonText(bytes))
}

/** The text in the bytes. Throws where they are not UTF-8. */
export function jsonText(bytes: Buffer): string {
  // What is ASCII is UTF-8, and cheaper to read.
  return isAscii(bytes) ? bytes.toString('latin1') : strictUtf8.decode(bytes)
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
