/**
 * The tokens that the gateway asks subgraphs with. One is used again for the same subgraph and the same access while it has
 * twenty seconds left, so that a busy gateway signs a few a minute.
 */
import { openKeys } from '@samenhang/subgraph-kit/access/keys'
import {
  subgraphTokenLife,
  subgraphTokenSigner,
  type SignSubgraphToken,
} from '@samenhang/subgraph-kit/access/subgraph-token'
import type { Access } from '@samenhang/subgraph-kit/caller'
import { soon, type Soon } from '@samenhang/subgraph-kit/soon'

const leastLeft = 20
const keptTokens = 1_000

/** Signs with the keys of this environment. Throws ConfigError where they cannot be had. */
export function subgraphTokens(environment: NodeJS.ProcessEnv): SignSubgraphToken {
  return reused(subgraphTokenSigner(openKeys(environment).signing('gateway')))
}

function reused(sign: SignSubgraphToken): SignSubgraphToken {
  const kept = new Map<string, { token: Soon<string>; readonly until: number }>()
  const names = new WeakMap<Access, string>()
  const nameOf = (access: Access): string => {
    let name = names.get(access)
    if (name === undefined) {
      const { actor, scopes, purpose, covers } = access
      names.set(access, (name = JSON.stringify([actor, [...scopes].sort(), purpose, covers])))
    }
    return name
  }
  return (subgraph, access) => {
    const key = `${subgraph} ${nameOf(access)}`
    const found = kept.get(key)
    if (found && Date.now() < found.until) return found.token
    kept.delete(key)
    const oldest = kept.size >= keptTokens ? kept.keys().next().value : undefined
    if (oldest !== undefined) kept.delete(oldest)
    const entry = {
      token: sign(subgraph, access),
      until: Date.now() + (subgraphTokenLife - leastLeft) * 1_000,
    }
    kept.set(key, entry)
    return soon(entry.token, (token) => (entry.token = token))
  }
}
