/**
 * Tokens of callers: signed by the issuer, for this hub, and valid now; nothing else is believed. Only
 * signatures by a private key count, with a key of the issuer's key set and never one that the token brings.
 * A verified token is remembered for a minute at most; then its key is looked up again, so that a revoked key
 * is soon refused.
 */
import { HubError } from '@samenhang/subgraph-kit/errors'
import { Lru } from '@samenhang/subgraph-kit/lru'
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  jwksCache,
  jwtVerify,
  type JSONWebKeySet,
  type JWKSCacheInput,
  type JWTPayload,
  type JWTVerifyGetKey,
} from 'jose'

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
  /** Seconds from issue to expiry that a token may have at most; a day by default. */
  readonly lifetime?: number
}

/** Throws HubError UNAUTHENTICATED for anything but a valid token for this hub, or ISSUER_UNAVAILABLE where it cannot be checked. */
export type VerifyToken = (token: string) => Token | Promise<Token>

const algorithms = ['RS256', 'PS256', 'ES256', 'EdDSA']
const types = new Set(['jwt', 'at+jwt', 'application/at+jwt'])
const mostVerified = 1_000

const mostTrusted = 60_000
/** Seconds that the clock of the issuer may differ from ours. */
const clockTolerance = 5
const day = 86_400
const mostCharacters = 200

/** Milliseconds after which keys that could not be fetched are asked for again. */
const coolDown = 10_000
/** Milliseconds that a key set holds: while its issuer answers, and while it does not. */
const holds = { answering: 60_000, failing: 600_000 }

/**
 * The issuer's key set at a URL, fetched again after a minute, and for a key that it does not have, that at most once in 30 seconds. While it cannot
 * be fetched, the keys of the last ten minutes still hold, and any other is HubError ISSUER_UNAVAILABLE, without a fetch until `coolDown` is over.
 */
export function keysAt(url: URL): JWTVerifyGetKey {
  const last: { jwks?: JSONWebKeySet; uat?: number } = {}
  const remote = createRemoteJWKSet(url, {
    cooldownDuration: 30_000,
    cacheMaxAge: holds.answering,
    timeoutDuration: 3_000,
    [jwksCache]: last as JWKSCacheInput,
  })
  let failedUntil = 0
  const amongKnown: JWTVerifyGetKey = async (header, token) => {
    const { jwks, uat = 0 } = last
    const left = failedUntil - Date.now()
    if (!jwks || Date.now() - uat > holds.failing) throw issuerUnavailable(left)
    return createLocalJWKSet(jwks)(header, token).catch(() => {
      throw issuerUnavailable(left)
    })
  }
  return async (header, token) => {
    if (Date.now() < failedUntil) return amongKnown(header, token)
    return remote(header, token).catch((error: unknown) => {
      if (isAboutToken(error)) throw error
      failedUntil = Date.now() + coolDown
      return amongKnown(header, token)
    })
  }
}

/** Whether the key set was read and has no key, or several, for the token. */
function isAboutToken(error: unknown): boolean {
  return (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSENotSupported
  )
}

function issuerUnavailable(milliseconds: number): HubError {
  const retryAfter = Math.max(1, Math.ceil(milliseconds / 1_000))
  return new HubError('ISSUER_UNAVAILABLE', 'The token cannot be checked now: its issuer does not answer.', {
    retryAfter,
  })
}

export function tokenVerifier({ issuer, audience, keys, lifetime = day }: TokenOptions): VerifyToken {
  const verified = new Lru<string, { readonly token: Token; readonly until: number }>(
    mostVerified,
    mostVerified,
  )

  async function verify(text: string): Promise<Token> {
    const { payload, protectedHeader } = await jwtVerify(text, keys, {
      algorithms,
      issuer,
      audience,
      clockTolerance,
      requiredClaims: ['exp', 'sub'],
    }).catch((error: unknown) => {
      if (error instanceof HubError) throw error
      throw unauthenticated(error instanceof Error && 'code' in error ? error.code : undefined)
    })
    if (!types.has(String(protectedHeader.typ).toLowerCase())) throw unauthenticated('typ')
    const now = Date.now()
    const { exp = 0, iat = now / 1_000 } = payload
    if (exp - Math.min(iat, now / 1_000) > lifetime + clockTolerance) throw unauthenticated('lifetime')
    const token = tokenIn(payload)
    verified.set(text, { token, until: Math.min((exp + clockTolerance) * 1_000, now + mostTrusted) }, 1)
    return token
  }

  return (text) => {
    const entry = verified.get(text)
    if (!entry) return verify(text)
    if (Date.now() < entry.until) return entry.token
    verified.delete(text)
    return verify(text)
  }
}

function tokenIn({ sub, scope, purposes, client_id, azp }: JWTPayload): Token {
  const [actor, client, party] = [sub, client_id, azp].map(nameIn)
  if (actor === undefined) throw unauthenticated('sub')
  const words = typeof scope === 'string' ? scope.split(' ') : scope
  return {
    actor,
    client: client ?? party ?? null,
    scopes: new Set(texts(words).filter(Boolean)),
    purposes: texts(purposes),
  }
}

/** A name that logs can hold: a well-formed text of some characters and not too many. Undefined where there is none. */
function nameIn(value: unknown): string | undefined {
  if (value === undefined) return undefined
  if (
    typeof value !== 'string' ||
    value === '' ||
    value.length > mostCharacters ||
    /[\p{Cc}\p{Cs}]/u.test(value)
  )
    throw unauthenticated('name')
  return value
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((text): text is string => typeof text === 'string') : []
}

/** One code and nearly one sentence, so that forgers of tokens learn nothing from the answer. */
export function unauthenticated(reason: unknown): HubError {
  return reason === 'ERR_JWT_EXPIRED'
    ? new HubError('UNAUTHENTICATED', 'The token has expired. Get a new one.')
    : new HubError('UNAUTHENTICATED', 'The token is not one that this hub accepts.')
}
