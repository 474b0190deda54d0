/**
 * One POST over pooled connections: a limit on bytes as they arrive, no redirects, no compression, and JSON
 * only, by its content type. Gives the bytes and the headers; the caller interprets them.
 */
import { BodyTooLarge } from '@samenhang/subgraph-kit/http-body'
import type { Dispatcher } from 'undici'
import type { Cancellation } from './cancellation.ts'

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>

export interface Posted {
  readonly bytes: Buffer
  readonly headers: Headers
}

/** An answer of another status than 200. */
export class StatusRefused extends Error {
  constructor(readonly status: number) {
    super(`status ${String(status)}`)
  }
}

interface Post {
  readonly path: string
  readonly headers: Record<string, string>
  readonly body: string
  /** Bytes of the answer. */
  readonly limit: number
}

export function post(
  pool: Dispatcher,
  { path, headers, body, limit }: Post,
  cancellation: Cancellation,
): Promise<Posted> {
  return new Promise((resolve, reject) => {
    const received: Buffer[] = []
    let size = 0
    let head: Headers = {}
    pool.dispatch(
      { method: 'POST', path, headers, body },
      {
        onRequestStart(controller) {
          cancellation.onCancel((reason) => controller.abort(reason))
        },
        onResponseStart(controller, status, fields) {
          head = fields
          const refused = whyRefused(status, fields, limit)
          if (refused) controller.abort(refused)
        },
        onResponseData(controller, chunk) {
          size += chunk.byteLength
          if (size > limit) controller.abort(new BodyTooLarge(limit))
          else received.push(chunk)
        },
        onResponseEnd() {
          resolve({ bytes: joined(received, size), headers: head })
        },
        onResponseError(_controller, error) {
          reject(error)
        },
      },
    )
  })
}

function joined(parts: readonly Buffer[], size: number): Buffer {
  return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts, size)
}

function whyRefused(status: number, headers: Headers, limit: number): Error | null {
  if (status < 200) return null
  if (status !== 200) return new StatusRefused(status)
  const type = String(headers['content-type'] ?? '')
  if (!/^application\/(?:graphql-response\+)?json\s*(?:;|$)/i.test(type))
    return new Error(`content-type ${type}`)
  const encoding = String(headers['content-encoding'] ?? 'identity')
  if (encoding !== 'identity') return new Error(`content-encoding ${encoding}`)
  return Number(headers['content-length'] ?? 0) > limit ? new BodyTooLarge(limit) : null
}
