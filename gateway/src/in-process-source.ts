/**
 * A subgraph in this process: a call. Nothing of the gateway's request goes along but the operation, its variables, the trace and a
 * token that says who asks, so that the subgraph cannot tell this from HTTP.
 */
import type { SignSubgraphToken } from '@samenhang/subgraph-kit/access/subgraph-token'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import type { SubgraphSource } from './source.ts'

export function inProcessSource(subgraph: RunningSubgraph, sign?: SignSubgraphToken): SubgraphSource {
  return {
    name: subgraph.name,
    fetch: async (request, { traceId, access }) =>
      subgraph.execute(request, { traceId, token: await sign?.(subgraph.name, access) }),
    version: () => subgraph.database.version(),
    ready: () => subgraph.ready(),
    close: () => subgraph.close(),
  }
}
