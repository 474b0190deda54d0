/**
 * A subgraph in this process: a call. Nothing of the gateway's request goes along but the operation, its variables and the
 * caller, so that the subgraph cannot tell this from HTTP.
 */
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import type { SubgraphSource } from './source.ts'

export function inProcessSource(subgraph: RunningSubgraph): SubgraphSource {
  return {
    name: subgraph.name,
    fetch: (request, { traceId, access }) => subgraph.execute(request, { traceId, access }),
    version: () => subgraph.database.version(),
    ready: () => subgraph.ready(),
    close: () => subgraph.close(),
  }
}
