/** Reads of many keys in parts, so that no statement holds up everything else that runs in this process. */
import { setImmediate } from 'node:timers/promises'
import type { PromiseOrValue } from '../async/promise-or-value.ts'

const mostKeys = 1_000

/** What `read` gives for all keys, asked for a thousand at a time; other work goes on in between. */
export function inChunks<Key, Row>(
  keys: readonly Key[],
  read: (keys: readonly Key[]) => PromiseOrValue<Row[]>,
): PromiseOrValue<Row[]> {
  return keys.length <= mostKeys ? read(keys) : readParts(keys, read)
}

async function readParts<Key, Row>(
  keys: readonly Key[],
  read: (keys: readonly Key[]) => PromiseOrValue<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = []
  for (let start = 0; start < keys.length; start += mostKeys) {
    if (start > 0) await setImmediate()
    for (const row of await read(keys.slice(start, start + mostKeys))) rows.push(row)
  }
  return rows
}
