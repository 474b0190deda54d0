/** What operators see of a hub: readiness and metrics. */
import type { MetricsText } from '../telemetry/metrics.ts'

/** What `/ready` answers. */
export interface Readiness {
  readonly ready: boolean
  /** The subgraphs that cannot answer now. */
  readonly notReady?: readonly string[]
  readonly brokenOperations?: readonly { readonly id: string; readonly reason: string }[]
}

/** The state of a hub, of one process or of several. */
export interface Watched {
  readiness(): Promise<Readiness>
  metrics(): Promise<MetricsText>
}
