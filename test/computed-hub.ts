/** The subgraph of a hub that computes from the others, and the graph as it sees it. */
import type { GraphClient } from '@samenhang/subgraph-kit/graph-client'
import type { TestHub } from './hub.ts'

/** The graph as the subgraph's client sees it; `change` may answer in the place of the hub, or throw. */
export function clientOf(
  hub: TestHub,
  change: (query: string, ask: () => ReturnType<GraphClient['ask']>) => ReturnType<GraphClient['ask']> = (
    _,
    ask,
  ) => ask(),
): GraphClient {
  return {
    ask: (query, variables) =>
      change(query, async () => {
        const { data, errors } = await hub.ask(query, variables)
        return { data, errors }
      }),
  }
}

export function computedOf(hub: TestHub, name = 'integrated-approach') {
  const subgraph = hub.subgraphs.find((candidate) => candidate.name === name)
  return { ...subgraph!.computed!, database: subgraph!.database }
}

/** Refreshes every subgraph that computes from the others. */
export async function refreshAll(hub: TestHub): Promise<void> {
  for (const { computed } of hub.subgraphs) await computed?.refresh(clientOf(hub))
}
