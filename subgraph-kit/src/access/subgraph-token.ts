/**
 * The token that a subgraph is asked with: who asks and what they may see of this one subgraph, signed by the gateway, for a minute.
 * Subgraphs hold the public key only, so that none can make a token, for itself or for another.
 */
import { createLocalJWKSet, importJWK, jwtVerify, SignJWT, type JSONWebKeySet, type JWK } from 'jose'
import { publicAccess, type Access } from './caller.ts'
import { codeOf } from '../errors/error-code.ts'
import { HubError } from '../errors/errors.ts'
import type { PromiseOrValue } from '../async/promise-or-value.ts'
import type { ProveRequest } from './request-proof.ts'

const issuer = 'samenhang:gateway'
const type = 'samenhang-subgraph+jwt'

/** How long a token holds, in seconds. */
export const subgraphTokenLife = 60

/** Signs what this access comes to in the subgraph; a token that is there already is given at once. */
export interface SignSubgraphToken {
  (subgraph: string, access: Access): PromiseOrValue<string>
  /** Binds a token to the request that it goes with; without it a subgraph of the kit that is served elsewhere answers nothing. */
  readonly prove?: ProveRequest
}

/** One that also proves. */
export type SignAndProve = SignSubgraphToken & { readonly prove: ProveRequest }

/** Signs with the gateway's private key. Nothing is kept: a token is made each time. */
export function subgraphTokenSigner(key: JWK): SignSubgraphToken {
  const imported = importJWK(key, 'EdDSA')
  return async (subgraph, { actor, scopes, purpose, covers, needsConsent = [] }) =>
    new SignJWT({
      scope: [...scopes].join(' '),
      ...(purpose === null ? {} : { purpose }),
      ...(covers.length > 0 ? { covers } : {}),
      ...(needsConsent.length > 0 ? { needs_consent: needsConsent } : {}),
    })
      .setProtectedHeader({ alg: 'EdDSA', typ: type, ...(key.kid ? { kid: key.kid } : {}) })
      .setIssuer(issuer)
      .setAudience(subgraph)
      .setSubject(actor ?? '')
      .setIssuedAt()
      .setExpirationTime(`${subgraphTokenLife} seconds`)
      .sign(await imported)
}

/** What the bearer may see; throws HubError SUBGRAPH_TOKEN_REFUSED for anything but a token of the gateway for this subgraph, now. */
export type VerifySubgraphToken = (token: string | undefined) => PromiseOrValue<Access>

interface Verified {
  readonly access: Access
  /** In milliseconds since 1970. */
  readonly until: number
}

const mostVerified = 1_000

/** Verifies with the gateway's public keys. A token that was verified is known until it expires, the most recent thousand. */
export function subgraphTokenVerifier(subgraph: string, keys: JSONWebKeySet): VerifySubgraphToken {
  const keySet = createLocalJWKSet(keys)
  const verified = new Map<string, Verified>()

  async function verify(token: string): Promise<Access> {
    try {
      const { payload } = await jwtVerify(token, keySet, {
        algorithms: ['EdDSA'],
        issuer,
        audience: subgraph,
        typ: type,
        requiredClaims: ['exp', 'iat', 'sub'],
        maxTokenAge: subgraphTokenLife,
      })
      const { sub, scope, purpose, covers, needs_consent: needsConsent, exp = 0 } = payload
      const access = accessIn(sub, scope, purpose, covers, needsConsent)
      const oldest = verified.size >= mostVerified ? verified.keys().next().value : undefined
      if (oldest !== undefined) verified.delete(oldest)
      verified.set(token, { access, until: exp * 1_000 })
      return access
    } catch (error) {
      throw refused(subgraph, codeOf(error) || 'unreadable')
    }
  }

  return (token) => {
    if (!token) throw refused(subgraph, 'missing')
    const entry = verified.get(token)
    if (!entry) return verify(token)
    if (Date.now() < entry.until) return entry.access
    verified.delete(token)
    throw refused(subgraph, 'ERR_JWT_EXPIRED')
  }
}

function accessIn(
  sub: unknown,
  scope: unknown,
  purpose: unknown,
  covers: unknown,
  needsConsent: unknown,
): Access {
  if (sub === '' && scope === '' && purpose === undefined && covers === undefined) return publicAccess
  return {
    actor: typeof sub === 'string' && sub !== '' ? sub : null,
    scopes: new Set(typeof scope === 'string' ? scope.split(' ').filter(Boolean) : []),
    purpose: typeof purpose === 'string' ? purpose : null,
    covers: Array.isArray(covers) ? covers.map(String) : [],
    ...(Array.isArray(needsConsent) && { needsConsent: needsConsent.map(String) }),
  }
}

export function refused(subgraph: string, reason: string): HubError {
  return new HubError(
    'SUBGRAPH_TOKEN_REFUSED',
    `The subgraph ${subgraph} answers the gateway only: this request has no token of the gateway's that holds here.`,
    { subgraph, reason },
  )
}
