/**
 * A subgraph in this process: a function call. It receives the operation, its variables, the trace id and a
 * token that names the caller, and nothing else, so that the subgraph cannot distinguish this from HTTP.
 */
import type { SignSubgraphToken } from '@samenhang/subgraph-kit/access/subgraph-token'
import type { Database } from '@samenhang/subgraph-kit/database'
import { andThen } from '@samenhang/subgraph-kit/promise-or-value'
import type { RunningSubgraph, SubgraphRequest } from '@samenhang/subgraph-kit/subgraph'
import { withDigits } from '../json/exact-numbers.ts'
import { coordinatesInSchema } from './slice-coordinates.ts'
import type { SubgraphSource } from './source.ts'
import { turnNow } from './event-loop-turn.ts'

export function inProcessSource(subgraph: RunningSubgraph, sign?: SignSubgraphToken): SubgraphSource {
  const call: NonNullable<SubgraphSource['call']> = (request, { traceId, access }) =>
    andThen(sign?.(subgraph.name, access), (token) =>
      subgraph.execute(withExactVariables(request), { traceId, token }),
    )
  return {
    name: subgraph.name,
    call,
    fetch: async (request, caller) => call(request, caller),
    version: versionOnceATurn(subgraph.database),
    served: () => coordinatesInSchema(subgraph.schema),
    ready: () => subgraph.ready(),
    close: () => subgraph.close(),
  }
}

function withExactVariables(request: SubgraphRequest): SubgraphRequest {
  const variables = withDigits(request.variables)
  return variables === undefined || variables === request.variables ? request : { ...request, variables }
}

/** The version that is there at once is read once a turn, for it costs as much as a read; and again after any statement that may write. */
function versionOnceATurn(database: Database): NonNullable<SubgraphSource['version']> {
  let current: { readonly turn: number; readonly version: string | undefined } | undefined
  let written = -1
  let isWatched = false
  const watchWrites = (): void => {
    isWatched = true
    database.knex.on('query', () => {
      current = undefined
      written = turnNow()
    })
  }
  return () => {
    const turn = turnNow()
    if (current?.turn === turn) return current.version
    const version = database.version()
    if (version === undefined || version instanceof Promise) return version
    if (!isWatched) watchWrites()
    if (written !== turn) current = { turn, version }
    return version
  }
}
