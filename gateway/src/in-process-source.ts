/**
 * A subgraph in this process: a call. Nothing of the gateway's request goes along but the operation, its variables, the trace and a
 * token that says who asks, so that the subgraph cannot tell this from HTTP.
 */
import type { SignSubgraphToken } from '@samenhang/subgraph-kit/access/subgraph-token'
import { soon } from '@samenhang/subgraph-kit/soon'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import type { SubgraphSource } from './source.ts'

export function inProcessSource(subgraph: RunningSubgraph, sign?: SignSubgraphToken): SubgraphSource {
  const call: NonNullable<SubgraphSource['call']> = (request, { traceId, access }) =>
    soon(sign?.(subgraph.name, access), (token) => subgraph.execute(request, { traceId, token }))
  return {
    name: subgraph.name,
    call,
    fetch: async (request, caller) => call(request, caller),
    version: () => subgraph.database.version(),
    ready: () => subgraph.ready(),
    close: () => subgraph.close(),
  }
}
