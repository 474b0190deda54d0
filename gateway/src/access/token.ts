/**
 * Tokens of callers: signed by the issuer, for this hub, within their time; nothing else of them is believed. Only signatures by a private key
 * count, by keys of the issuer's key set and never by one that a token brings along. A token that was verified is known until it expires.
 */
import { HubError } from '@samenhang/subgraph-kit/errors'
import { createRemoteJWKSet, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose'

/** What a token says of its bearer. */
export interface Token {
  /** Who asks: the issuer's id for them, `sub`. */
  readonly actor: string
  /** The application that they ask with, where the token says. */
  readonly client: string | null
  readonly scopes: ReadonlySet<string>
  /** The processing activities that they may ask for, by id or short name. */
  readonly purposes: readonly string[]
}

export interface TokenOptions {
  readonly issuer: string
  readonly audience: string
  readonly keys: JWTVerifyGetKey
}

/** Throws HubError UNAUTHENTICATED for anything but a token that holds here and now. */
export type VerifyToken = (token: string) => Token | Promise<Token>

const algorithms = ['RS256', 'PS256', 'ES256', 'EdDSA']
const types = new Set(['jwt', 'at+jwt', 'application/at+jwt'])
const mostKept = 1_000

/** The issuer's key set at a URL. A key that it does not have makes it be fetched again, at most once in 30 seconds. */
export function keysAt(url: URL): JWTVerifyGetKey {
  return createRemoteJWKSet(url, { cooldownDuration: 30_000, timeoutDuration: 3_000 })
}

export function tokenVerifier({ issuer, audience, keys }: TokenOptions): VerifyToken {
  const kept = new Map<string, { readonly token: Token; readonly until: number }>()

  async function verify(text: string): Promise<Token> {
    const { payload, protectedHeader } = await jwtVerify(text, keys, {
      algorithms,
      issuer,
      audience,
      requiredClaims: ['exp', 'sub'],
    }).catch((error: unknown) => {
      throw unauthenticated(error instanceof Error && 'code' in error ? error.code : undefined)
    })
    if (!types.has(String(protectedHeader.typ).toLowerCase())) throw unauthenticated('typ')
    const token = tokenIn(payload)
    const oldest = kept.size >= mostKept ? kept.keys().next().value : undefined
    if (oldest !== undefined) kept.delete(oldest)
    kept.set(text, { token, until: (payload.exp ?? 0) * 1_000 })
    return token
  }

  return (text) => {
    const found = kept.get(text)
    if (!found) return verify(text)
    if (Date.now() < found.until) return found.token
    kept.delete(text)
    throw unauthenticated('ERR_JWT_EXPIRED')
  }
}

function tokenIn({ sub = '', scope, purposes, client_id, azp }: JWTPayload): Token {
  if (sub === '') throw unauthenticated('sub')
  const client = [client_id, azp].find((one): one is string => typeof one === 'string')
  const words = typeof scope === 'string' ? scope.split(' ') : scope
  return {
    actor: sub,
    client: client ?? null,
    scopes: new Set(texts(words).filter(Boolean)),
    purposes: texts(purposes),
  }
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
}

/** One code and nearly one sentence: who forges tokens learns nothing from the answer. */
export function unauthenticated(reason: unknown): HubError {
  return reason === 'ERR_JWT_EXPIRED'
    ? new HubError('UNAUTHENTICATED', 'The token has expired. Get a new one.')
    : new HubError('UNAUTHENTICATED', 'The token is not one that this hub accepts.')
}
