/**
 * Who a record is about, without saying so. The root id is what the graph calls a subject by: a keyed digest of their number, which is
 * then dropped. A subgraph stores its own pseudonym: the root id as one block of AES-256 under that subgraph's key, so that no two
 * databases share an identifier and only the holder of the key finds the way back.
 */
import { createCipheriv, createDecipheriv, createHmac, type Cipher } from 'node:crypto'
import type { Cursors } from '../entities/connection.ts'
import { subjectCursors } from './cursors.ts'
import { isSyntheticNumber } from '../identifiers/citizen-service-number.ts'

const block = 16
/** What the digest of a file begins with where people are synthetic only. */
export const syntheticPrefix = 'synthetic:'

/** The way between a subject's number, their root id and the pseudonym that this subgraph stores. All are text. */
export interface Pseudonyms {
  /** For imports and look-ups by number: needs the secret `subject root`, which a subgraph that only serves has no need of. */
  rootOf(number: string): string
  /** Null for a text that is no root id: it is nobody's. */
  pseudonymOf(rootId: string): string | null
  rootOfPseudonym(pseudonym: string): string
  /** The cursors of a list of subjects that this caller asks for. */
  cursors(list: string, actor: string | null): Cursors
  /** Whether a record of this number may be kept here: where people are synthetic only, that of no other. */
  mayKeep(number: string): boolean
  /**
   * A digest of a file that holds numbers: without the key nobody can try numbers against it. It begins with `synthetic:` where people are
   * synthetic only, so that what was delivered for real is known from what was not.
   */
  digestOf(text: string): string
}

/** The pseudonyms of the subgraph `name`. `secret` gives 32 bytes for a use, always the same; it is asked when a use first comes. */
export function createPseudonyms(
  secret: (use: string) => Uint8Array,
  name: string,
  { onlySynthetic = false }: { readonly onlySynthetic?: boolean } = {},
): Pseudonyms {
  const keys = new Map<string, Uint8Array>()
  const key = (use: string): Uint8Array => {
    const bytes = keys.get(use) ?? secret(use)
    keys.set(use, bytes)
    return bytes
  }
  // One block, never repeated over a message: what is wrong with ECB elsewhere is wanted here, the same in gives the same out. And no block
  // knows of the one before, so one cipher does for all.
  const blocks = new Map<typeof createCipheriv | typeof createDecipheriv, Cipher>()
  const cipher = (make: typeof createCipheriv | typeof createDecipheriv, bytes: Buffer): Buffer => {
    let transform = blocks.get(make)
    if (!transform) blocks.set(make, (transform = make('aes-256-ecb', key(own), null).setAutoPadding(false)))
    return transform.update(bytes)
  }
  const root = 'subject root'
  const own = `subject ${name}`
  const files = `subject files ${name}`
  return {
    rootOf: (number) => toText(createHmac('sha256', key(root)).update(number).digest().subarray(0, block)),
    pseudonymOf(rootId) {
      const bytes = toBytes(rootId)
      return bytes && toText(cipher(createCipheriv, bytes))
    },
    rootOfPseudonym(pseudonym) {
      const bytes = toBytes(pseudonym)
      if (!bytes) throw new Error('What is stored is no pseudonym')
      return toText(cipher(createDecipheriv, bytes))
    },
    // From the key that every subgraph with subjects has anyway.
    cursors: (list, actor) => subjectCursors(key(own), list, actor),
    mayKeep: (number) => !onlySynthetic || isSyntheticNumber(number),
    digestOf: (text) =>
      (onlySynthetic ? syntheticPrefix : '') + createHmac('sha256', key(files)).update(text).digest('hex'),
  }
}

function toText(bytes: Buffer): string {
  return bytes.toString('base64url')
}

/** Null unless the text is the one way to write 16 bytes: two texts for one subject would pass for two subjects. */
function toBytes(text: string): Buffer | null {
  if (!/^[\w-]{22}$/.test(text)) return null
  const bytes = Buffer.from(text, 'base64url')
  return bytes.length === block && toText(bytes) === text ? bytes : null
}
