/**
 * Ids of requests and of their log records. Random bytes are taken from the system many at a time, because
 * taking them costs more than using them.
 */
import { randomFillSync } from 'node:crypto'

const pool = Buffer.alloc(4_096)
let used = pool.length

/**
 * Thirty-two hexadecimal digits: twelve of the time in milliseconds, so that rows in the order of their requests stand side by side in an index, and
 * twenty that nobody can guess.
 */
export function newTraceId(): string {
  const at = take(16)
  pool.writeUIntBE(Date.now(), at, 6)
  return pool.toString('hex', at, at + 16)
}

/** The header `traceparent` (W3C Trace Context) of one fetch: version, trace, span, and that it is recorded. */
export function traceParent(traceId: string): string {
  return `00-${traceId}-${newSpanId()}-01`
}

/** Sixteen hexadecimal digits that nobody can guess. */
export function newSpanId(): string {
  const at = take(8)
  return pool.toString('hex', at, at + 8)
}

/** The offset of this many random bytes, for one caller only. */
function take(bytes: number): number {
  if (used + bytes > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += bytes
  return used - bytes
}
