/**
 * Cursors of pages of persons. They stand in URLs and logs of clients, so they say nothing of the person they lead to: encrypted and
 * authenticated (AES-256-GCM with a nonce made of the content, so that the same page has the same cursors), for one list of one caller.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto'
import type { Cursors } from '../entities/connection.ts'

const algorithm = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16
/** Longer is none of ours: nothing is read of it. */
const mostCharacters = 500

/** `secret` is 32 bytes or more; `list` and `actor` say whose cursors these are: those of another caller or list do not hold here. */
export function subjectCursors(secret: Uint8Array, list: string, actor: string | null): Cursors {
  const [key, nonceKey] = ['encryption', 'nonce'].map((use) =>
    Buffer.from(hkdfSync('sha256', secret, 'samenhang cursors', use, 32)),
  ) as [Buffer, Buffer]
  const bound = Buffer.from(JSON.stringify([list, actor]))
  const nonceOf = (text: Buffer) =>
    createHmac('sha256', nonceKey).update(bound).update('\0').update(text).digest().subarray(0, nonceBytes)
  return {
    encode(cursorKey) {
      const text = Buffer.from(cursorKey)
      const nonce = nonceOf(text)
      const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes }).setAAD(bound)
      const sealed = Buffer.concat([cipher.update(text), cipher.final()])
      return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url')
    },
    decode(cursor) {
      const bytes = Buffer.from(cursor.slice(0, mostCharacters), 'base64url')
      if (bytes.length < nonceBytes + tagBytes || bytes.toString('base64url') !== cursor) return null
      const end = bytes.length - tagBytes
      const nonce = bytes.subarray(0, nonceBytes)
      try {
        const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes })
          .setAAD(bound)
          .setAuthTag(bytes.subarray(end))
        return Buffer.concat([decipher.update(bytes.subarray(nonceBytes, end)), decipher.final()]).toString(
          'utf8',
        )
      } catch {
        return null
      }
    },
  }
}
