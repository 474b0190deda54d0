/**
 * Sending a table: whole and with its length where it is small, else as it is read. Promises that nothing is sent before two answers were read, or all;
 * and that a table which then cannot be read to its end is a broken transfer, never a short file.
 */
import { pipeline } from 'node:stream/promises'
import { compressFor, compressorFor } from './compression.ts'
import type { Exchange } from './exchange.ts'
import { securityHeaders } from './send.ts'

/** Bytes that are held before anything is sent. */
const heldBytes = 1_000_000
/** Answers that are read before anything is sent; with the second the rest is taken from the client's budget. */
const heldParts = 2

export interface TableToSend {
  readonly parts: AsyncGenerator<Buffer>
  /** Names and values in turn. */
  readonly headers: readonly string[]
  /** With its quotes; undefined where nothing tells one version of the table from another. */
  readonly etag: string | undefined
  /** Whether it is text, which is compressed for who accepts that. */
  readonly isCompressible: boolean
  /** Called where all was read before the first byte: sends it otherwise and gives true, or gives false. */
  readonly sendWhole: () => Promise<boolean>
}

/** Rejects, with nothing sent, where the table fails before that. */
export async function sendTable(
  { request, response, logger }: Pick<Exchange, 'request' | 'response' | 'logger'>,
  { parts, headers, etag, isCompressible, sendWhole }: TableToSend,
): Promise<void> {
  const { parts: held, isWhole } = await hold(parts)
  if (isWhole && (await sendWhole())) return
  if (isCompressible) response.appendHeader('vary', 'accept-encoding')
  const body = Buffer.concat(isWhole ? held : [])
  const compressed = isWhole && isCompressible ? await compressFor(request, body) : undefined
  const compressor = isWhole || !isCompressible ? undefined : compressorFor(request, Infinity)
  const { encoding } = compressed ?? compressor ?? {}
  const all = [
    ...securityHeaders,
    ...['accept-ranges', 'none', ...headers],
    ...(etag === undefined ? [] : ['etag', encoding === undefined ? etag : `W/${etag}`]),
    ...(encoding === undefined ? [] : ['content-encoding', encoding]),
  ]
  if (isWhole) {
    const sent = compressed?.body ?? body
    response.writeHead(200, [...all, 'content-length', String(sent.byteLength)])
    return void response.end(request.method === 'HEAD' ? undefined : sent)
  }
  response.writeHead(200, all)
  if (request.method === 'HEAD') {
    await parts.return(undefined)
    return void response.end()
  }
  let isRead = false
  const rest = async function* (): AsyncGenerator<Buffer> {
    yield* held
    yield* parts
    isRead = true
  }
  const sending = compressor ? pipeline(rest(), compressor.open(), response) : pipeline(rest(), response)
  await sending.catch((error: unknown) => {
    if (!isRead && !isGone(error)) logger.warn({ err: error }, 'a table broke off; its connection was closed')
    response.destroy()
  })
}

/** Whether the client went away. */
function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'
}

async function hold(parts: AsyncGenerator<Buffer>): Promise<{ parts: Buffer[]; isWhole: boolean }> {
  const held: Buffer[] = []
  for (let bytes = 0; held.length < heldParts || bytes < heldBytes;) {
    const next = await parts.next()
    if (next.done === true) return { parts: held, isWhole: true }
    held.push(next.value)
    bytes += next.value.byteLength
  }
  return { parts: held, isWhole: false }
}
