/** An issuer of tokens for tests, with a key of its own and one that it never published. */
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JSONWebKeySet, type JWK } from 'jose'

export const issuer = 'https://issuer.example'
export const audience = 'hub'

/** What differs from a good token. */
export interface Oddity {
  readonly header?: Readonly<Record<string, unknown>>
  readonly claims?: Readonly<Record<string, unknown>>
  /** Claims that are left out. */
  readonly without?: readonly string[]
  readonly key?: CryptoKey | Uint8Array
}

export interface Issuer {
  readonly keys: JSONWebKeySet
  readonly publicKey: JWK
  readonly stranger: { readonly privateKey: CryptoKey; readonly publicKey: JWK }
  sign(oddity?: Oddity): Promise<string>
}

export async function makeIssuer(alg = 'EdDSA'): Promise<Issuer> {
  const own = await generateKeyPair(alg, { extractable: true })
  const other = await generateKeyPair(alg, { extractable: true })
  const publicKey = { ...(await exportJWK(own.publicKey)), kid: 'one', alg, use: 'sig' }
  return {
    keys: { keys: [publicKey] },
    publicKey,
    stranger: { privateKey: other.privateKey, publicKey: await exportJWK(other.publicKey) },
    sign({ header = {}, claims = {}, without = [], key = own.privateKey } = {}) {
      const now = Math.floor(Date.now() / 1_000)
      const all: Record<string, unknown> = {
        iss: issuer,
        aud: audience,
        sub: 'caseworker-1',
        iat: now,
        exp: now + 300,
        scope: 'person:read care:read',
        purposes: ['intake', 'urn:example:half'],
        ...claims,
      }
      for (const name of without) Reflect.deleteProperty(all, name)
      return new SignJWT(all)
        .setProtectedHeader({ alg, kid: 'one', typ: 'at+jwt', ...header })
        .sign(key, { crit: { hub: true } })
    },
  }
}
