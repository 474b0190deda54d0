/**
 * Sending a table: whole and with its length where it is small, else as it is read. Promises that nothing is sent before two answers were read, or all;
 * and that a table which then cannot be read to its end is a broken transfer, never a short file.
 */
import type { ServerResponse } from 'node:http'
import type { Logger } from '../telemetry/log.ts'
import { securityHeaders } from './send.ts'

/** Bytes that are held before anything is sent. */
const heldBytes = 1_000_000
/** Answers that are read before anything is sent; with the second the rest is taken from the client's budget. */
const heldParts = 2

/** Rejects, with nothing sent, where the table fails before that. `headers` are names and values in turn. */
export async function sendTable(
  response: ServerResponse,
  parts: AsyncGenerator<Buffer>,
  headers: readonly string[],
  logger: Logger,
): Promise<void> {
  const { parts: held, isWhole } = await hold(parts)
  const all = [...securityHeaders, 'accept-ranges', 'none', ...headers]
  const isHead = response.req.method === 'HEAD'
  if (isWhole) {
    const body = Buffer.concat(held)
    response.writeHead(200, [...all, 'content-length', String(body.byteLength)])
    response.end(isHead ? undefined : body)
    return
  }
  response.writeHead(200, all)
  if (isHead) {
    await parts.return(undefined)
    return void response.end()
  }
  try {
    for (const part of held) await written(response, part)
    for await (const part of parts) await written(response, part)
    response.end()
  } catch (error) {
    if (!response.destroyed) logger.warn({ err: error }, 'a table broke off; its connection was closed')
    response.destroy()
  }
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

/** Waits where the client takes less than it is sent. Rejects where it is gone. */
async function written(response: ServerResponse, part: Buffer): Promise<void> {
  if (response.destroyed) throw new Error('The client is gone')
  if (part.byteLength === 0 || response.write(part)) return
  await new Promise<void>((resolve) => {
    const go = (): void => {
      response.off('drain', go)
      response.off('close', go)
      resolve()
    }
    response.once('drain', go)
    response.once('close', go)
  })
}
