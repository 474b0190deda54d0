/**
 * The tokens that the gateway asks subgraphs with. One is used again for the same subgraph and the same access while it has
 * twenty seconds left, so that a busy gateway signs a few a minute.
 */
import { openKeys } from '@samenhang/subgraph-kit/access/keys'
import { requestProver } from '@samenhang/subgraph-kit/access/request-proof'
import {
  subgraphTokenLife,
  subgraphTokenSigner,
  type SignAndProve,
  type SignSubgraphToken,
} from '@samenhang/subgraph-kit/access/subgraph-token'
import type { Access } from '@samenhang/subgraph-kit/caller'
import type { PromiseOrValue } from '@samenhang/subgraph-kit/promise-or-value'

const leastLeft = 20
const keptTokens = 1_000

/** Signs with the keys of this environment. Throws ConfigError where they cannot be had. */
export function subgraphTokens(environment: NodeJS.ProcessEnv): SignAndProve {
  const keys = openKeys(environment)
  return Object.assign(reused(subgraphTokenSigner(keys.signing('gateway'))), { prove: requestProver(keys) })
}

interface Kept {
  token: PromiseOrValue<string>
  readonly until: number
}

function reused(sign: SignSubgraphToken): SignSubgraphToken {
  const kept = new Map<string, Kept>()
  // Most ask with an access that asked before: then nothing has to be made of it to find its token.
  const last = new WeakMap<Access, Map<string, Kept>>()
  const keptFor = (subgraph: string, access: Access, now: number): Kept => {
    const key = JSON.stringify([
      subgraph,
      access.actor,
      [...access.scopes].sort(),
      access.purpose,
      access.covers,
      access.needsConsent ?? [],
    ])
    const found = kept.get(key)
    if (found && now < found.until) return found
    kept.delete(key)
    const oldest = kept.size >= keptTokens ? kept.keys().next().value : undefined
    if (oldest !== undefined) kept.delete(oldest)
    const made: Kept = {
      token: sign(subgraph, access),
      until: now + (subgraphTokenLife - leastLeft) * 1_000,
    }
    kept.set(key, made)
    return made
  }
  return (subgraph, access) => {
    const now = Date.now()
    let bySubgraph = last.get(access)
    if (!bySubgraph) last.set(access, (bySubgraph = new Map<string, Kept>()))
    let one = bySubgraph.get(subgraph)
    if (!one || now >= one.until) bySubgraph.set(subgraph, (one = keptFor(subgraph, access, now)))
    const { token } = one
    return token instanceof Promise ? token.then((text) => (one.token = text)) : token
  }
}
