/** What operators see of a hub: readiness and metrics. */
import type { MetricsText } from '../telemetry/metrics.ts'

/** What `/ready` answers. */
export interface Readiness {
  readonly ready: boolean
  /** The subgraphs that cannot answer now. */
  readonly notReady?: readonly string[]
  /** The release that is served; absent where nothing was ever released. */
  readonly release?: ReleaseReadiness
  /** How what subgraphs serve differs from their slices, as schema coordinates. */
  readonly skew?: readonly {
    readonly subgraph: string
    readonly lacks: readonly string[]
    readonly has: readonly string[]
  }[]
  readonly brokenOperations?: readonly { readonly id: string; readonly reason: string }[]
}

/** Which release a gateway serves. */
export interface ReleaseReadiness {
  /** Null for what is committed. */
  readonly number: number | null
  /** The release that is not served, and why. */
  readonly refused?: { readonly number: number | null; readonly reason: string }
  /** Why the registry cannot be read. */
  readonly unreadable?: string
}

/** The state of a hub, of one process or of several. */
export interface Watched {
  readiness(): Promise<Readiness>
  metrics(): Promise<MetricsText>
}
