/**
 * The federated graph as Apollo Server takes it: over the supergraph, with our own sources and with masked
 * errors. Promises that no fetch goes through Apollo's data sources, that a missing value is an error and
 * never a silent null, and that nothing polls or reports to others. The query engine runs operations;
 * Apollo's executor runs those that the engine does not.
 */
import { HeaderMap } from '@apollo/server'
import { publicAccess } from '@samenhang/subgraph-kit/caller'
import { HubError } from '@samenhang/subgraph-kit/errors'
import { GraphQLError, type GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import type { Metrics } from '../telemetry/metrics.ts'
import type { Audit } from '../audit/audit.ts'
import { auditName } from '../audit/audit-source.ts'
import { consentBy } from '../access/consent.ts'
import type { Register } from '../access/register.ts'
import { auditedEngine } from '../audit/audited-engine.ts'
import { domainsIn } from '../audit/domains.ts'
import { createEngine, type Engine, type Operation } from '../engine/engine.ts'
import type { Permissions } from '../access/permissions.ts'
import { guardedExecutor, isOfSchemaOnly } from '../access/guarded-executor.ts'
import { visibleSchemas, type VisibleSchema } from '../access/visible-schema.ts'
import { graphNames } from '../engine/supergraph/join-directives.ts'
import { requiredOnInterfaceObjects } from '../engine/planning/lift-required.ts'
import { startPlanning, type Planning, type PlanningLimits } from '../engine/planning/planning.ts'
import { onlyOperation } from '../engine/document/reachable.ts'
import { openLabels } from '../engine/supergraph/override-labels.ts'
import type { VisibleTo } from '../access/visible-schema.ts'
import { apolloGraph, type Executor, type GatewayInterface } from './apollo-graph.ts'
import { resultOf } from './engine-answer.ts'
import { internalError, maskExecutionError, errorsAtNulls, statusOf } from './mask-errors.ts'
import type { RequestContext } from '../access/request-context.ts'
import { askSource, type AskSource, type FetchOptions } from '../subgraph-sources/fetch.ts'
import { keyOfPlan, planStore, type PlanStore } from './plan-store.ts'
import type { SubgraphSource } from '../subgraph-sources/source.ts'

/** What runs query plans. */
export const executors = ['engine', 'apollo'] as const
export type ExecutorKind = (typeof executors)[number]

export interface GraphOptions extends FetchOptions {
  /** The types of the supergraph, with their join directives. */
  readonly supergraph: GraphQLSchema
  readonly executor: ExecutorKind
  /** Bytes of answers that may be kept for later requests. */
  readonly cacheBytes: number
  readonly metrics: Metrics
  /** What callers may have. */
  readonly permissions: Permissions
  /** What planning one operation may take. */
  readonly planning?: Partial<PlanningLimits>
  /** Starts what plans operations; planning processes by default. */
  readonly startPlanning?: ((supergraphSdl: string) => Planning) | undefined
  /** Where reads of protected data are logged. */
  readonly audit: Audit
  /** What each purpose covers, and for what it needs consent. */
  readonly register: Pick<Register, 'find'>
}

export interface FederatedGraph {
  /** The graph as Apollo Server takes it. */
  readonly graph: GatewayInterface
  /** Null where Apollo's own executor runs everything. */
  readonly engine: Engine<RequestContext> | null
  /** Gives the schema that a caller may see; undefined where everyone may see all of it. */
  readonly visibleTo: VisibleTo | undefined
}

/** Throws where the supergraph names a subgraph that has no source. */
export function federatedGraph(
  supergraphSdl: string,
  sources: ReadonlyMap<string, SubgraphSource>,
  options: GraphOptions,
): FederatedGraph {
  const asks = new Map([...sources].map(([name, source]) => [name, askSource(source, options)]))
  const askOf = (name: string): AskSource => {
    const ask = asks.get(name)
    if (!ask) throw new Error(`The supergraph names the subgraph "${name}", which has no source`)
    return ask
  }
  const { supergraph, permissions, logger } = options
  const graphs = graphNames(supergraph.getType('join__Graph')?.astNode)
  for (const name of graphs.values()) askOf(name)
  for (const [coordinate, graph] of requiredOnInterfaceObjects(supergraph))
    logger.warn(
      { subgraph: graphs.get(graph), field: coordinate },
      'the field has @requires on an interface object: an operation that cannot be planned for it is refused',
    )
  for (const [coordinate, label] of openLabels(supergraph))
    logger.warn(
      { field: coordinate, label },
      'the field has a label of @override for some requests: all are asked of the subgraph that had it before',
    )
  const plans = planStore()
  const engine = options.executor === 'apollo' ? null : engineOver(supergraphSdl, sources, askOf, options)
  const apollo = apolloGraph({ supergraphSdl, supergraph, askOf, plans, logger })
  let visible: VisibleSchema | undefined
  let onSchema: Parameters<NonNullable<GatewayInterface['onSchemaLoadOrUpdate']>>[0] | undefined
  const graph: GatewayInterface = {
    onSchemaLoadOrUpdate: (callback) => {
      onSchema = callback
      return () => undefined
    },
    load: async () => {
      const schema = engine?.apiSchema ?? (await apollo.schema())
      visible = visibleSchemas(schema, permissions)
      // Most introspection is the public's.
      visible(permissions.keyOf(publicAccess))
      onSchema?.({ apiSchema: schema, coreSupergraphSdl: supergraphSdl })
      const apolloExecutor = guardedExecutor({
        executor: maskingExecutor(apollo.execute, logger),
        supergraph,
        permissions,
        visible,
      })
      const executor = engine ? engineExecutor(engine, apolloExecutor, plans, options) : apolloExecutor
      return { executor: orDryRun(executor, engine, options) }
    },
    stop: () => apollo.stop(),
  }
  const visibleTo: VisibleTo = ({ caller: { access } }) => {
    if (!visible) throw new Error('The graph is not loaded')
    return visible(permissions.keyOf(access))
  }
  return {
    graph,
    engine,
    visibleTo: permissions.coordinates.length > 0 ? visibleTo : undefined,
  }
}

function engineOver(
  supergraphSdl: string,
  sources: ReadonlyMap<string, SubgraphSource>,
  askOf: (name: string) => AskSource,
  options: GraphOptions,
): Engine<RequestContext> {
  const { supergraph, cacheBytes, metrics, permissions, planning, audit, logger, register } = options
  const engine = createEngine<RequestContext>({
    supergraphSdl,
    guard: { refusals: (key) => permissions.refusals(key), subjects: permissions.subjects },
    startPlanning:
      options.startPlanning ??
      ((sdl) =>
        startPlanning(sdl, planning, (lost) => logger.warn(lost, 'a planning process ended unexpectedly'))),
    ask: ({ subgraph, request, path }, variables, context) =>
      askOf(subgraph)({ ...request, variables }, context, path),
    ...(cacheBytes > 0 && {
      cache: {
        bytes: cacheBytes,
        versionOf: (subgraph) => sources.get(subgraph)?.version?.(),
        count: (subgraph, hits, misses) => metrics.cached(subgraph, hits, misses),
        countAnswers: (hits, misses) => metrics.cachedAnswers(hits, misses),
      },
    }),
  })
  const domainsOf = domainsIn(supergraph, [auditName])
  return auditedEngine(engine, { audit, permissions, domainsOf, withConsent: consentBy(register) })
}

/** The executor, but for dry runs, of which nothing is run. */
function orDryRun(
  executor: Executor,
  engine: Engine<RequestContext> | null,
  { permissions, logger }: Pick<GraphOptions, 'permissions' | 'logger'>,
): Executor {
  return async (request) => {
    const context = request.context as RequestContext
    if (!context.dryRun) return executor(request)
    const { operation, variables } = operationOf(request, permissions)
    try {
      const prepared = (await engine?.prepare(operation, variables)) ?? null
      if (prepared?.kind === 'refused') return resultOf(prepared, context, logger)
      context.dryRun.unrun = {
        document: onlyOperation(request.document, operation.operationName),
        ...{ variables, prepared },
      }
      return { data: null }
    } catch (error) {
      if (error instanceof HubError) return { errors: [refusal(error)] }
      throw error
    }
  }
}

/** What Apollo Server asks an executor, as the engine takes it. */
function operationOf(
  { context, document, source, request }: Parameters<Executor>[0],
  permissions: Permissions,
): { readonly operation: Operation; readonly variables: Readonly<Record<string, unknown>> } {
  const { operationName, variables = {} } = request
  const asked = askedBy(context as RequestContext, permissions)
  return { operation: { text: source, document, operationName, ...asked }, variables }
}

function engineExecutor(
  engine: Engine<RequestContext>,
  apolloExecutor: Executor,
  plans: PlanStore,
  options: GraphOptions,
): Executor {
  return async (request) => {
    const context = request.context as RequestContext
    const { document } = request
    const { operation, variables } = operationOf(request, options.permissions)
    const { operationName } = operation
    try {
      const outcome = await engine.run(operation, variables, context)
      if (outcome.kind !== 'apollo') return resultOf(outcome, context, options.logger)
      options.metrics.apolloExecutor(outcome.reason)
      if (isOfSchemaOnly(onlyOperation(document, operationName))) return await apolloExecutor(request)
      await plans.fill(keyOfPlan(request.queryHash, operationName), () =>
        engine.apolloPlan(onlyOperation(document, operationName), operation.caller),
      )
    } catch (error) {
      if (error instanceof HubError) return { errors: [refusal(error)] }
      throw error
    }
    return apolloExecutor(request)
  }
}

/** What an operation may have, by its caller. */
export function askedBy(
  { caller, wholeOrNothing, turn }: RequestContext,
  permissions: Permissions,
): Pick<Operation, 'filterKey' | 'wholeOrNothing' | 'caller'> {
  return { filterKey: permissions.keyOf(caller.access), wholeOrNothing, caller: turn }
}

/** As a registered operation is refused. */
function refusal(error: HubError): GraphQLError {
  const { status, headers } = statusOf(error)
  // Apollo Server reads a map here, whatever the type of a subgraph's error says.
  const http: object = { status, headers: new HeaderMap(headers) }
  const extensions = { ...error.extensions, http }
  return new GraphQLError(error.message, { extensions })
}

function maskingExecutor(executor: Executor, logger: Logger): Executor {
  return async (request) => {
    const { traceId } = (request.context as RequestContext).caller
    const result = await executor(request).catch((error: unknown) => {
      throw maskExecutionError(error, logger, traceId)
    })
    const errors = (result.errors ?? []).map((error) => maskExecutionError(error, logger, traceId))
    const incomplete = result.extensions?.['valueCompletion'] as readonly GraphQLError[] | undefined
    errors.push(...(incomplete ?? []).map((error) => internalError(error, logger, traceId, error.path)))
    const ours = errors.find((error) => error.extensions['code'] === 'INTERNAL')
    if (result.data === undefined && ours) throw ours
    return {
      ...(result.data !== undefined && { data: result.data }),
      ...(errors.length > 0 && { errors: errorsAtNulls(errors, result.data) }),
    }
  }
}
