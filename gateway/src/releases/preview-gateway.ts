/**
 * A gateway over a preview: callers, rules, logs, budgets and limits are those of the gateway that everyone asks. What is tried there is not counted
 * as use of the schema, and one process plans for it.
 */
import {
  createGatewayOver,
  type Gateway,
  type GatewayResources,
  type ReleaseOptions,
} from '../operation/gateway.ts'
import type { UsageCounter } from '../usage/usage-counter.ts'

export function createPreviewOver(resources: GatewayResources, options: ReleaseOptions): Promise<Gateway> {
  const { metrics, usage } = resources
  return createGatewayOver(
    {
      ...resources,
      // The number of broken operations is that of what is served.
      metrics: { ...metrics, brokenDocuments: () => undefined },
      usage: usage && { ...usage, counter: uncounted },
    },
    { ...options, cacheBytes: 0, operations: [], planning: { ...options.planning, processes: 1 } },
  )
}

const uncounted: UsageCounter = {
  count: () => undefined,
  flush: () => Promise.resolve(),
  dropped: 0,
  close: () => Promise.resolve(),
}
