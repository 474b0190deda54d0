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
import { passBusy, prepareAll } from './prepare-documents.ts'
import type { IsProtected } from './refused-by-get.ts'
import {
  engineOperation,
  trustDocuments,
  type TrustedDocument,
  type TrustedDocuments,
} from './trusted-documents.ts'
import { validateDocument } from './validation.ts'
import type { WiredGraph } from './wire.ts'

type StartOptions = Omit<ReleaseOptions, 'supergraphSdl' | 'access'>

/** All that answers an operation. */
export interface StartedGraph extends WiredGraph {
  readonly adapter: ApolloServerAdapter
  /** Null where Apollo's own executor runs everything. */
  readonly engine: Engine<RequestContext> | null
  readonly documents: TrustedDocuments
  readonly trustedOnly: boolean
  /** Whether a document asks for a field that the public may not have. */
  readonly isProtected: IsProtected
  /** The registered documents that do; a URL may not ask these. */
  readonly protectedDocuments: ReadonlySet<TrustedDocument>
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
    const documents = readDocuments(wired, options, engine)
    reportBroken(documents, metrics, logger)
    const [adapter] = await Promise.all([
      openApolloServer(graph, logger, visibleTo),
      options.isPrepared !== false &&
        prepareAll(documents.all, async (document) => engine?.warm(engineOperation(document)), logger),
      warmTexts(options.operations ?? [], engine),
    ])
    // Once through everything, so that the first client does not wait for what is made at the first request.
    await adapter.answer(httpRequestOf({ query: '{ __typename }' }), new OperationContext({})).catch(passBusy)
    const isProtected: IsProtected = (document) =>
      filterDocument(document, schema, permissions.refusals('')).refused.length > 0
    return {
      ...wired,
      adapter,
      engine,
      documents,
      trustedOnly: options.trustedOnly ?? false,
      isProtected,
      protectedDocuments: new Set(documents.all.filter(({ document }) => isProtected(document))),
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

function readDocuments(
  { schema, limits }: WiredGraph,
  { documents: texts = new Map(), brokenDocuments: broken = [] }: StartOptions,
  engine: Engine<RequestContext> | null,
): TrustedDocuments {
  return trustDocuments({ texts, broken }, engine?.apiSchema ?? schema, (query) => limits.check({ query }))
}

function reportBroken({ broken }: TrustedDocuments, metrics: Metrics, logger: Logger): void {
  metrics.brokenDocuments(broken.length)
  for (const { id, reason } of broken)
    logger.error({ operation: id, reason }, 'a registered operation is broken')
}
