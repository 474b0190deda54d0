/**
 * Sending a kept table: with its length, by ranges of bytes (RFC 9110, section 14), and as 304 to who has it. Each block is compared with its hash before it
 * is sent; where one was damaged the transfer is broken, or, before the first byte, the table is thrown away and made anew.
 */
import { pipeline } from 'node:stream/promises'
import parseRange from 'range-parser'
import { KeptFileDamaged } from '../kept-tables/kept-file.ts'
import type { Kept, KeptFiles } from '../kept-tables/kept-files.ts'
import { compressorFor } from './compression.ts'
import { matchesEtag } from './document-endpoint.ts'
import type { Exchange } from './exchange.ts'
import { securityHeaders } from './send.ts'

/** What must be told of a file to send it. */
interface Sendable {
  /** With its quotes. */
  readonly etag: string
  readonly contentType: string
  readonly isCompressible: boolean
}

interface Part {
  readonly from: number
  readonly to: number
}

/** `headers` are names and values in turn, besides those of the table. Gives false, with nothing sent, where it was damaged: it is thrown away then. */
export async function sendKept(
  { request, response, logger }: Pick<Exchange, 'request' | 'response' | 'logger'>,
  { files }: { readonly files: Pick<KeptFiles<unknown>, 'open' | 'remove'> },
  kept: Kept<Sendable>,
  headers: readonly string[],
): Promise<boolean> {
  const { etag, contentType, isCompressible } = kept.told
  const all = [...securityHeaders, ...headers]
  if (isCompressible) response.appendHeader('vary', 'accept-encoding')
  if (matchesEtag(request.headers['if-none-match'], etag)) {
    response.writeHead(304, [...all, 'etag', etag]).end()
    return true
  }
  const part = partOf(request, kept)
  if (part === 'none') {
    response.writeHead(416, [...all, 'content-range', `bytes */${String(kept.bytes)}`, 'content-length', '0'])
    response.end()
    return true
  }
  try {
    const file = await files.open(kept)
    try {
      const { from, to } = part ?? { from: 0, to: kept.bytes - 1 }
      const bytes = file.read(from, to)
      const first = await bytes.next()
      const compressor = part || !isCompressible ? undefined : compressorFor(request, kept.bytes)
      const described = [...all, 'content-type', contentType]
      if (compressor)
        response.writeHead(200, [
          ...described,
          ...['etag', `W/${etag}`, 'content-encoding', compressor.encoding, 'accept-ranges', 'none'],
        ])
      else {
        const range = part
          ? ['content-range', `bytes ${String(from)}-${String(to)}/${String(kept.bytes)}`]
          : []
        response.writeHead(part ? 206 : 200, [
          ...described,
          ...['etag', etag, 'accept-ranges', 'bytes', ...range, 'content-length', String(to - from + 1)],
        ])
      }
      if (request.method === 'HEAD' || first.done === true) {
        response.end()
        return true
      }
      const body = startingWith(first.value, bytes)
      await (compressor ? pipeline(body, compressor.open(), response) : pipeline(body, response))
      return true
    } finally {
      await file.close()
    }
  } catch (error) {
    if (error instanceof KeptFileDamaged) {
      logger.warn({ table: kept.group }, 'a kept file was damaged; it is thrown away')
      await files.remove(kept)
    }
    if (response.headersSent) {
      response.destroy()
      return true
    }
    if (error instanceof KeptFileDamaged) return false
    throw error
  }
}

async function* startingWith(first: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield first
  yield* rest
}

/** What is asked of a file; undefined for the whole, and where several parts are asked, for which the whole is an answer too. */
function partOf(
  { method, headers }: Exchange['request'],
  { bytes, told }: Kept<Sendable>,
): Part | 'none' | undefined {
  const { range, 'if-range': condition } = headers
  if (method !== 'GET' || range === undefined) return undefined
  if (condition !== undefined && condition !== told.etag) return undefined
  const ranges = parseRange(bytes, range, { combine: true })
  if (ranges === -1) return 'none'
  if (ranges === -2 || ranges.type !== 'bytes') return undefined
  const [only, ...others] = ranges
  return only && others.length === 0 ? { from: only.start, to: only.end } : undefined
}
