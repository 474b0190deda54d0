/** Sending a JSON answer: its status, its headers, and those that every answer of the hub has. */
import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { codeVersion } from '../operation/code-version.ts'

/** Names and values in turn. */
export const securityHeaders = [
  ...['x-content-type-options', 'nosniff'],
  ...['referrer-policy', 'no-referrer'],
  ...['x-frame-options', 'DENY'],
  ...['content-security-policy', "default-src 'none'; frame-ancestors 'none'"],
  ...['api-version', codeVersion],
] as const

/** Not to be kept unless it was said before; `more` are names and values of headers in turn. */
export function sendJson(
  response: ServerResponse,
  status: number,
  text: string | Buffer,
  more: readonly string[] = [],
): void {
  const headers = [...securityHeaders, 'content-length', String(Buffer.byteLength(text)), ...more]
  if (!response.hasHeader('content-type')) headers.push('content-type', 'application/json; charset=utf-8')
  if (!response.hasHeader('cache-control')) headers.push('cache-control', 'no-store')
  response.writeHead(status, headers)
  if (response.req.method === 'HEAD') response.end()
  else if (text.length <= partBytes) response.end(text)
  else sendInParts(response, typeof text === 'string' ? Buffer.from(text) : text)
}

/** Bytes of a large answer that are handed to the socket at once: what a client has taken is seen in such steps. */
const partBytes = 65_536
const pending = new WeakMap<Socket, number>()

/** Bytes of an answer that are not yet handed to this socket. */
export function pendingBytes(socket: Socket): number {
  return pending.get(socket) ?? 0
}

function sendInParts(response: ServerResponse, body: Buffer): void {
  const { socket } = response
  let from = 0
  const send = (): void => {
    while (from < body.length) {
      const hasRoom = response.write(body.subarray(from, (from += partBytes)))
      if (socket) pending.set(socket, Math.max(0, body.length - from))
      if (!hasRoom && from < body.length) return void response.once('drain', send)
    }
    response.end()
  }
  response.once('close', () => socket && pending.delete(socket))
  send()
}

/** The body of what is refused outside GraphQL. */
export function sentence(message: string): string {
  return JSON.stringify({ error: message })
}
