/** Random ids of requests. Random bytes are taken from the system many at a time, for taking them costs more than using them. */
import { randomFillSync } from 'node:crypto'

const idBytes = 16
const pool = Buffer.alloc(256 * idBytes)
let used = pool.length

/** Thirty-two hexadecimal digits that nobody can guess. */
export function newTraceId(): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += idBytes
  return pool.toString('hex', used - idBytes, used)
}
