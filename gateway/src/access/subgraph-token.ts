/**
 * The tokens of the gateway's own requests to subgraphs. A token is reused for the same subgraph and access
 * while it is valid for another twenty seconds, so that a busy gateway signs a few a minute.
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
import { Lru } from '@samenhang/subgraph-kit/lru'
import type { PromiseOrValue } from '@samenhang/subgraph-kit/promise-or-value'

const leastLeft = 20
const mostTokens = 1_000

/** Signs with the keys of this environment. Throws ConfigError where these are missing. */
export function subgraphTokens(environment: NodeJS.ProcessEnv): SignAndProve {
  const keys = openKeys(environment)
  return Object.assign(reused(subgraphTokenSigner(keys.signing('gateway'))), { prove: requestProver(keys) })
}

interface ReusableToken {
  token: PromiseOrValue<string>
  readonly until: number
}

function reused(sign: SignSubgraphToken): SignSubgraphToken {
  const tokens = new Lru<string, ReusableToken>(mostTokens, mostTokens)
  // Most callers have asked before with the same access object, which finds its token without a key.
  const last = new WeakMap<Access, Map<string, ReusableToken>>()
  const tokenFor = (subgraph: string, access: Access, now: number): ReusableToken => {
    const key = JSON.stringify([
      subgraph,
      access.actor,
      [...access.scopes].sort(),
      access.purpose,
      access.covers,
      access.needsConsent ?? [],
    ])
    const reusable = tokens.get(key)
    if (reusable && now < reusable.until) return reusable
    const signed: ReusableToken = {
      token: sign(subgraph, access),
      until: now + (subgraphTokenLife - leastLeft) * 1_000,
    }
    tokens.set(key, signed, 1)
    return signed
  }
  return (subgraph, access) => {
    const now = Date.now()
    let bySubgraph = last.get(access)
    if (!bySubgraph) last.set(access, (bySubgraph = new Map<string, ReusableToken>()))
    let entry = bySubgraph.get(subgraph)
    if (!entry || now >= entry.until) bySubgraph.set(subgraph, (entry = tokenFor(subgraph, access, now)))
    const { token } = entry
    return token instanceof Promise ? token.then((text) => (entry.token = text)) : token
  }
}
