/**
 * What a gateway is made from: the resources that outlive it, and the options of one release of the
 * supergraph.
 */
import type { GraphQLSchema } from 'graphql'
import type { OpenAccess } from '../access/open-access.ts'
import type { Audit } from '../audit/audit.ts'
import type { Planning, PlanningLimits } from '../engine/planning/planning.ts'
import type { ObjectBudget } from '../limits/object-budget.ts'
import type { FetchEvent } from '../subgraph-sources/fetch.ts'
import type { AskedChanges } from '../subgraph-sources/snapshots-source.ts'
import type { Sources } from '../subgraph-sources/open-sources.ts'
import type { Logger } from '../telemetry/log.ts'
import type { Metrics } from '../telemetry/metrics.ts'
import type { CountedUsage } from '../usage/usage-counter.ts'
import type { BrokenDocument } from './document-files.ts'
import type { GraphState } from './graph-state.ts'
import type { ExecutorKind } from './federated-graph.ts'

/** Answers `Query.changes`; `state` is that of now. Rejects with HubError. */
export type SnapshotChanges = (asked: AskedChanges, state: GraphState) => Promise<object>

/** What outlives a gateway. The caller that opened these closes them, after the gateways that use them. */
export interface GatewayResources {
  /** The subgraphs that can be asked; the supergraph may need fewer. */
  readonly sources: Sources
  /** Counts of all gateways in this process together. */
  readonly metrics: Metrics
  /** Where reads of protected data are logged; without it protected data is withheld. */
  readonly audit?: Audit | undefined
  readonly logger: Logger
  /** Counts who asks what; without it nobody is counted. */
  readonly usage?: CountedUsage | undefined
  /** Compares snapshots; without it there are none. */
  readonly changes?: SnapshotChanges | undefined
}

/** What belongs to one release of the supergraph. */
export interface ReleaseOptions {
  readonly supergraphSdl: string
  /** Milliseconds a subgraph has to answer one fetch; 3,000 by default. */
  readonly deadline?: number
  /** What runs query plans: the engine, or Apollo's own executor, which stays the fallback and the reference; engine by default. */
  readonly executor?: ExecutorKind
  /** Bytes of answers that may be kept for later requests; none by default. */
  readonly cacheBytes?: number
  /** The texts of registered operations by id. */
  readonly documents?: ReadonlyMap<string, string>
  /** Texts of operations that are planned before the first request; those that are not valid are left out. */
  readonly operations?: readonly string[]
  /** Whether registered operations are planned before the first request; they are by default. */
  readonly isPrepared?: boolean
  /** Registered operations whose text could not be read. */
  readonly brokenDocuments?: readonly BrokenDocument[]
  /** Whether texts are answered only where they are registered, or the caller may ask any; all are by default. */
  readonly trustedOnly?: boolean
  /** Who callers are and what for, over the graph's types; everyone is the public by default. */
  readonly access?: ((schema: GraphQLSchema) => OpenAccess) | undefined
  /** Sees every fetch of every request. */
  readonly observe?: ((event: FetchEvent) => void) | undefined
  /** What planning one operation may take. */
  readonly planning?: Partial<PlanningLimits>
  /** Starts what plans operations; planning processes by default. */
  readonly startPlanning?: ((supergraphSdl: string) => Planning) | undefined
  /** How many objects clients may ask for in a minute; without limit by default. */
  readonly objectBudget?: ObjectBudget | undefined
}
