/**
 * What binds a token to the request that it came with: a keyed digest of both, under a key that the gateway and this one subgraph have. A token that
 * was seen elsewhere is then no use for any other request. Who the bearer is, and may see, stays the token's (subgraph-token.ts).
 */
import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto'
import { ConfigError } from '../errors/config-error.ts'
import type { Keys } from './keys.ts'

/** The header that holds it over HTTP. */
export const proofHeader = 'x-hub-proof'

/** Characters of a proof. */
export const proofLength = 43

/** What is sent, in the order in which it is digested. */
export type SentParts = readonly (string | Uint8Array)[]

/** A request as it came, with its proof. */
export interface SentRequest {
  readonly proof: string | undefined
  readonly parts: SentParts
}

export type ProveRequest = (subgraph: string, token: string, parts: SentParts) => string

/** The gateway's side: proves requests to any subgraph. Throws ConfigError where there is no key. */
export function requestProver(keys: Pick<Keys, 'secret'>): ProveRequest {
  const bySubgraph = new Map<string, KeyObject>()
  return (subgraph, token, parts) => {
    let key = bySubgraph.get(subgraph)
    if (!key) bySubgraph.set(subgraph, (key = keyFor(subgraph, keys)))
    return digest(key, token, parts).toString('base64url')
  }
}

/** The subgraph's side. Where it has no key, nothing is proven. */
export function requestVerifier(
  subgraph: string,
  keys: Pick<Keys, 'secret'>,
): (token: string | undefined, sent: SentRequest) => boolean {
  let key: KeyObject | null | undefined
  return (token = '', { proof = '', parts }) => {
    if (key === undefined) key = keyOrNull(subgraph, keys)
    if (key === null || proof.length !== proofLength) return false
    const received = Buffer.from(proof, 'base64url')
    const expected = digest(key, token, parts)
    return received.length === expected.length && timingSafeEqual(received, expected)
  }
}

function keyFor(subgraph: string, keys: Pick<Keys, 'secret'>): KeyObject {
  return createSecretKey(keys.secret(`request ${subgraph}`))
}

function keyOrNull(subgraph: string, keys: Pick<Keys, 'secret'>): KeyObject | null {
  try {
    return keyFor(subgraph, keys)
  } catch (error) {
    if (error instanceof ConfigError) return null
    throw error
  }
}

function digest(key: KeyObject, token: string, parts: SentParts): Buffer {
  const hash = createHmac('sha256', key).update(`${token}\n`)
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** An operation on a wire is sent once and named by a number afterwards, so each fetch is bound to its text too. */
export function wireParts(
  { query, operationName = '' }: { readonly query: string; readonly operationName?: string | undefined },
  fetch: string | Uint8Array,
): SentParts {
  return [`${String(query.length)} ${operationName}\n${query}\n`, fetch]
}
