/**
 * Reading the body of an HTTP message, whoever sent it, under a cap counted in bytes as they arrive.
 * What the bytes mean is left to the caller.
 */

/** The body is larger than the cap; what came after the cap was not read. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge'

  constructor(readonly limit: number) {
    super(`The body is larger than ${limit} bytes`)
  }
}

/** The whole body. Throws BodyTooLarge as soon as more than `limit` bytes came. */
export async function readBytes(chunks: AsyncIterable<Uint8Array>, limit: number): Promise<Buffer> {
  const received: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.byteLength
    if (size > limit) throw new BodyTooLarge(limit)
    received.push(chunk)
  }
  return Buffer.concat(received, size)
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true })

/** The JSON value in the bytes. Throws where they are not UTF-8 or not JSON. */
export function parseJson(bytes: Uint8Array): unknown {
  return JSON.parse(strictUtf8.decode(bytes))
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
