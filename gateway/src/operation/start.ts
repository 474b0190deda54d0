/**
 * The second of three steps to a gateway: it validates the registered operations, starts planning and Apollo
 * Server, and prepares the registered operations.
 */
import { parse } from 'graphql'
import type { RequestContext } from '../access/request-context.ts'
import { filterDocument } from '../engine/document/filter.ts'
import type { Engine } from '../engine/engine.ts'
import type { ObjectBudget } from '../limits/object-budget.ts'
import type { Logger } from '../telemetry/log.ts'
import type { Metrics } from '../telemetry/metrics.ts'
import type { UsageCounter } from '../usage/usage-counter.ts'
import { httpRequestOf, openApolloServer, type ApolloServerAdapter } from './apollo-server.ts'
import { OperationContext } from './context.ts'
import { federatedGraph } from './federated-graph.ts'
import type { GatewayResources, ReleaseOptions } from './options.ts'
import { passBusy } from './prepare-documents.ts'
import type { IsProtected } from './refused-by-get.ts'
import { registeredOperations, type RegisteredOperations } from './registered-operations.ts'
import { engineOperation } from './trusted-documents.ts'
import { validateDocument } from './validation.ts'
import type { WiredGraph } from './wire.ts'

type StartOptions = Omit<ReleaseOptions, 'supergraphSdl' | 'access'>

/** All that answers an operation. */
export interface StartedGraph extends WiredGraph {
  readonly adapter: ApolloServerAdapter
  /** Null where Apollo's own executor runs everything. */
  readonly engine: Engine<RequestContext> | null
  readonly registered: RegisteredOperations
  readonly trustedOnly: boolean
  /** Whether a document asks for a field that the public may not have. */
  readonly isProtected: IsProtected
  readonly objectBudget: ObjectBudget | undefined
  readonly metrics: Metrics
  readonly usage: UsageCounter | undefined
  readonly logger: Logger
  /** Ends what was started here, and none of the resources. */
  close(): Promise<void>
}

/** Throws where the supergraph names a subgraph that has no source; nothing is left running then. */
export async function startGraph(
  wired: WiredGraph,
  options: StartOptions,
  { metrics, logger, usage }: Pick<GatewayResources, 'metrics' | 'logger' | 'usage'>,
): Promise<StartedGraph> {
  const { supergraphSdl, schema, sources, permissions, audit, register } = wired
  const { graph, engine, visibleTo } = federatedGraph(supergraphSdl, sources, {
    supergraph: schema,
    executor: options.executor ?? 'engine',
    cacheBytes: options.cacheBytes ?? 0,
    metrics,
    deadline: options.deadline ?? 3_000,
    logger,
    observe: options.observe,
    permissions,
    audit,
    register,
    ...(options.planning && { planning: options.planning }),
    startPlanning: options.startPlanning,
  })
  try {
    const isProtected: IsProtected = (document) =>
      filterDocument(document, schema, permissions.refusals('')).refused.length > 0
    const registered = registeredOperations({
      ...{ limits: wired.limits, isProtected, metrics, logger },
      schema: engine?.apiSchema ?? schema,
      engine: options.isPrepared === false ? null : engine,
      unread: options.brokenDocuments ?? [],
    })
    const [adapter] = await Promise.all([
      openApolloServer(graph, logger, visibleTo),
      registered.replace(options.documents ?? new Map()),
      warmTexts(options.operations ?? [], engine),
    ])
    // Once through everything, so that the first client does not wait for what is made at the first request.
    await adapter.answer(httpRequestOf({ query: '{ __typename }' }), new OperationContext({})).catch(passBusy)
    return {
      ...wired,
      adapter,
      engine,
      registered,
      trustedOnly: options.trustedOnly ?? false,
      isProtected,
      objectBudget: options.objectBudget,
      metrics,
      usage: usage?.counter,
      logger,
      async close() {
        await adapter.close()
        await engine?.close()
      },
    }
  } catch (error) {
    await engine?.close()
    throw error
  }
}

/** What cannot be planned beforehand is planned, or refused, when it is asked. */
async function warmTexts(texts: readonly string[], engine: Engine<RequestContext> | null): Promise<void> {
  if (!engine) return
  for (const text of texts) {
    try {
      const document = parse(text, { noLocation: true })
      if (validateDocument(engine.apiSchema, document).length === 0)
        await engine.warm(engineOperation({ text, document }))
    } catch {
      // It says so to who asks it.
    }
  }
}
