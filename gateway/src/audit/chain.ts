/**
 * A chain over the rows of a log: each row carries a keyed digest of itself and of the row before it. Without
 * the key nobody can make a row, so that a row which is changed, removed, inserted or moved breaks the chain
 * from there on.
 */
import { createHmac } from 'node:crypto'

/** The end of a chain: how many rows, and the digest of the last. */
export interface Head {
  readonly seq: number
  readonly mac: string
}

/** A row as it is digested: its values in the order of its columns. */
export type Values = readonly (string | number | null)[]

export interface Chain {
  readonly start: Head
  /** The head after a row with these values. */
  next(head: Head, values: Values): Head
}

export function createChain(key: Uint8Array, name: string): Chain {
  const digest = (text: string) => createHmac('sha256', key).update(text).digest('base64url')
  return {
    start: { seq: 0, mac: digest(JSON.stringify([name])) },
    next({ seq, mac }, values) {
      return { seq: seq + 1, mac: digest(JSON.stringify([name, seq + 1, mac, values])) }
    },
  }
}
