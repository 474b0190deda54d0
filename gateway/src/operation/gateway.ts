/**
 * The gateway without a port: one operation in, one answer out. `answer` below is the path of every operation, in order.
 * HTTP is server.ts; which subgraphs there are, and where, is the caller's to say.
 */
import { createHash } from 'node:crypto'
import { HeaderMap, type HTTPGraphQLRequest } from '@apollo/server'
import { andThen, type PromiseOrValue } from '@samenhang/subgraph-kit/promise-or-value'
import type { OpenAccess } from '../access/open-access.ts'
import { refuseUnheldRules } from '../access/abstract-rules.ts'
import { authenticator, type Credentials } from '../access/authenticate.ts'
import { withOneOfDefined } from '@samenhang/subgraph-kit/one-of'
import { parse, print, type DocumentNode, type GraphQLSchema } from 'graphql'
import { sendCanary } from '../access/canary.ts'
import { explainFor } from '../access/refusal.ts'
import { permissionsOf } from '../access/permissions.ts'
import { readPolicy } from '../access/policy.ts'
import { registerOf, type Register } from '../access/register.ts'
import { noAudit, type Audit } from '../audit/audit.ts'
import { readIndicators, type Indicator } from '../subgraph-sources/catalogue.ts'
import type { WrittenAnswer } from './answer.ts'
import { openApolloServer } from './apollo-server.ts'
import { writtenAnswer } from './engine-answer.ts'
import { subgraphsOf } from '../engine/compile/compile.ts'
import type { Operation, Variables } from '../engine/engine.ts'
import { filterDocument } from '../engine/document/filter.ts'
import type { Planning, PlanningLimits } from '../engine/planning/planning.ts'
import type { RequestContext } from '../access/request-context.ts'
import type { FetchEvent } from '../subgraph-sources/fetch.ts'
import { askedBy, federatedGraph, type ExecutorKind } from './federated-graph.ts'
import { createLimits, type OperationRequest } from '../limits/limits.ts'
import { OperationContext, refusal, tell, type RequestOptions } from './context.ts'
import { createMetrics, type Metrics, type RequestMeasures } from '../telemetry/metrics.ts'
import type { ObjectBudget } from '../limits/object-budget.ts'
import { supergraphSchema } from '../engine/supergraph/supergraph.ts'
import type { BrokenDocument } from './document-files.ts'
import { trustDocuments, type DocumentName, type TrustedDocument } from './trusted-documents.ts'
import { passBusy, prepareAll } from './prepare-documents.ts'
import { changesSomething, isProtectedText, noSuchOperation, refusedInUrl } from './refused-by-get.ts'
import { namesOfUnready, wireSources, type Places } from './wire-sources.ts'

/** The gateway closes the subgraphs of this process when it closes. */
export interface GatewayOptions extends Places {
  readonly supergraphSdl: string
  /** Where reads of protected data are logged; without it none are given. */
  readonly audit?: Audit | undefined
  /** Milliseconds a subgraph has to answer one fetch; 3,000 by default. */
  readonly deadline?: number
  /** What runs query plans: the engine, or Apollo's own executor, which stays the fallback and the reference; engine by default. */
  readonly executor?: ExecutorKind
  /** Bytes of answers that may be kept for later requests; none by default. */
  readonly cacheBytes?: number
  /** The texts of registered operations by id. */
  readonly documents?: ReadonlyMap<string, string>
  /** Registered operations whose text could not be had. */
  readonly brokenDocuments?: readonly BrokenDocument[]
  /** Who callers are and what for, over the graph's types; everyone is the public by default. */
  readonly access?: ((schema: GraphQLSchema) => OpenAccess) | undefined
  /** Sees every fetch of every request. */
  readonly observe?: ((event: FetchEvent) => void) | undefined
  /** What planning one operation may take. */
  readonly planning?: Partial<PlanningLimits>
  /** What plans operations; processes of its own by default. */
  readonly startPlanning?: ((supergraphSdl: string) => Planning) | undefined
  /** How many objects clients may ask for in a minute; without limit by default. */
  readonly objectBudget?: ObjectBudget | undefined
}

/** An answer, and the id that finds it in the logs. */
export interface GatewayAnswer extends WrittenAnswer {
  readonly traceId: string
  readonly hasErrors: boolean
}

export interface Gateway {
  readonly indicators: readonly Indicator[]
  /** The processing activities that callers may name. */
  readonly register: Register
  /** Runs an operation as POST /graphql would, without HTTP. */
  execute(operation: OperationRequest, asking?: RequestOptions): Promise<GatewayAnswer>
  /** Runs an operation that came by HTTP, `http` being the request as Apollo Server reads it. */
  answer(
    operation: OperationRequest,
    http: HTTPGraphQLRequest,
    asking?: RequestOptions,
  ): Promise<GatewayAnswer>
  /** Runs a registered operation, which must have the operation name where one is given. */
  answerDocument(
    name: DocumentName,
    variables: Variables,
    asking?: RequestOptions,
    operationName?: string,
  ): PromiseOrValue<GatewayAnswer>
  /** How many objects the answer to an operation can hold at most; 0 for one that is refused. */
  objectsOf(operation: OperationRequest): number
  /** The registered operation of this name; undefined where there is none that can be answered. */
  document(name: DocumentName): TrustedDocument | undefined
  /** The registered operations that cannot be answered, and why. */
  readonly brokenDocuments: readonly BrokenDocument[]
  /** A mark of what a registered query would answer now: the same mark, the same answer. Undefined where that cannot be told. */
  mark(document: TrustedDocument, variables: Variables): Promise<string | undefined>
  readonly metrics: Metrics
  /** The names of the subgraphs that cannot answer now. */
  unready(): Promise<readonly string[]>
  close(): Promise<void>
}

/** A gateway over this supergraph. Throws where a subgraph of it is neither in process nor has a URL. */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { logger, deadline = 3_000, observe, executor = 'engine', cacheBytes = 0, objectBudget } = options
  const metrics = createMetrics()
  const { rules, sdl: supergraphSdl } = readPolicy(readable(options.supergraphSdl))
  const schema = supergraphSchema(supergraphSdl)
  refuseUnheldRules(schema, rules)
  const limits = createLimits(schema)
  const permissions = permissionsOf(schema, rules)
  const { authenticate, register } = options.access?.(schema) ?? onlyThePublic
  const indicators = readIndicators(schema)
  const audit = options.audit ?? noAudit
  const sources = wireSources(options, { schema, indicators, audit, register, rules })
  const { graph, engine, visibleTo } = await federatedGraph(supergraphSdl, sources, {
    supergraph: schema,
    executor,
    cacheBytes,
    metrics,
    deadline,
    logger,
    observe,
    permissions,
    audit,
    register,
    ...(options.planning && { planning: options.planning }),
    startPlanning: options.startPlanning,
  })
  const open = async () => {
    const documents = trustDocuments(
      { texts: options.documents ?? new Map(), broken: options.brokenDocuments ?? [] },
      engine?.apiSchema ?? schema,
      (query) => limits.check({ query }),
    )
    metrics.brokenDocuments(documents.broken.length)
    for (const { id, reason } of documents.broken)
      logger.error({ operation: id, reason }, 'a registered operation is broken')
    const [door] = await Promise.all([
      openApolloServer(graph, logger, visibleTo),
      prepareAll(documents.all, async (one) => engine?.warm(operationOf(one)), logger),
    ])
    // Once through everything, so that the first who asks does not wait for what is made at the first request.
    const first = { query: '{ __typename }' }
    await door.answer(asHttp(first), new OperationContext({})).catch(passBusy)
    return { door, documents }
  }
  const { door, documents } = await open().catch(async (error: unknown) => {
    await engine?.close()
    throw error
  })

  const isProtected = (document: DocumentNode): boolean =>
    filterDocument(document, schema, permissions.refusals('')).refused.length > 0
  const postOnly = new Set(documents.all.filter(({ document }) => isProtected(document)))

  /** The way of every operation, whichever door it came by. */
  const passed = (
    operation: OperationRequest,
    through: Through,
    asking: RequestOptions,
    act: (context: RequestContext) => PromiseOrValue<WrittenAnswer>,
  ): PromiseOrValue<GatewayAnswer> => {
    const begun = new OperationContext(asking)
    let written: PromiseOrValue<WrittenAnswer>
    try {
      const objects = limits.check(operation)
      written = andThen(authenticate(asking.credentials ?? nobody), (shown) => {
        begun.identify(shown)
        begun.explain = explainFor(begun.caller.access, permissions, register)
        const left = objectBudget?.take(begun.turn, objects) ?? noHeaders
        return left.length === 0
          ? act(begun)
          : andThen(act(begun), (one) => ({ ...one, headers: new Map([...one.headers, ...left]) }))
      })
    } catch (error) {
      written = refusal(error, begun, logger)
    }
    return written instanceof Promise
      ? written
          .catch((error: unknown) => refusal(error, begun, logger))
          .then((one) => told(operation, through, begun, one))
      : told(operation, through, begun, written)
  }

  const told = (
    operation: OperationRequest,
    { door, name }: Through,
    begun: OperationContext,
    { status, headers, text }: WrittenAnswer,
  ): GatewayAnswer => {
    const { at, caller, codes } = begun
    const ms = performance.now() - at
    const hasErrors = codes.size > 0
    if (!begun.isCanary) {
      tell(logger, limits.factsOf(operation), begun, { status, ms })
      metrics.request({ operation: name, door, status, seconds: ms / 1_000, failed: hasErrors })
    }
    return { traceId: caller.traceId, hasErrors, status, headers, text }
  }

  const answer: Gateway['answer'] = async (operation, http, asking = {}) =>
    passed(operation, byText, asking, (context) => {
      if (asking.isGet && isProtectedText(operation.query, isProtected)) throw refusedInUrl()
      return door.answer(http, context)
    })

  const answerDocument: Gateway['answerDocument'] = (name, variables, asking = {}, operationName) => {
    const known = documents.find(name)
    const operation = { query: known?.text ?? '', variables }
    return passed(operation, { door: 'operations', name: known?.id ?? 'unknown' }, asking, (context) => {
      const document = documents.get(name)
      if (operationName !== undefined && operationName !== document.operationName)
        throw noSuchOperation(document, operationName)
      if (asking.isGet && !document.isQuery) throw changesSomething()
      if (asking.isGet && postOnly.has(document)) throw refusedInUrl()
      if (!engine) return door.answer(asHttp(operation), context)
      const asked = { ...operationOf(document), ...askedBy(context, permissions) }
      return andThen(engine.run(asked, variables, context), (outcome) => {
        if (outcome.kind === 'answered' || outcome.kind === 'denied')
          return writtenAnswer(outcome, context, logger)
        if (outcome.kind === 'stock') metrics.stock(outcome.reason)
        return door.answer(asHttp(operation), context)
      })
    })
  }

  const executeAs: Gateway['execute'] = (operation, asking) => answer(operation, asHttp(operation), asking)
  await sendCanary(
    schema,
    permissions,
    async (query) => (await executeAs({ query }, { isCanary: true })).text,
  ).catch(async (error: unknown) => {
    await door.close()
    throw error
  })

  return {
    indicators,
    register,
    answer,
    answerDocument,
    objectsOf: (operation) => limits.objectsOf(operation),
    document: (name) => documents.find(name),
    brokenDocuments: documents.broken,
    async mark(document, variables) {
      const prepared = await engine?.prepare(operationOf(document), variables)
      if (prepared?.kind !== 'ready' || prepared.isProtected) return undefined
      const names = subgraphsOf(prepared.step)
      const versions = await Promise.all(names.map(async (name) => sources.get(name)?.version?.()))
      return versions.includes(undefined) ? undefined : markOf(document, variables, versions)
    },
    metrics,
    execute: executeAs,
    unready: () => namesOfUnready([...sources.values()]),
    async close() {
      await door.close()
      await engine?.close()
      await Promise.allSettled([...sources.values()].map((source) => source.close()))
      options.audit?.close()
    },
  }
}

/** Supergraphs of other tools use `@oneOf` without a definition, which Apollo's gateway does not read. */
function readable(supergraphSdl: string): string {
  if (!supergraphSdl.includes('@oneOf')) return supergraphSdl
  return print(withOneOfDefined(parse(supergraphSdl, { noLocation: true })))
}

const noHeaders: readonly (readonly [string, string])[] = []

const onlyThePublic: OpenAccess = {
  authenticate: authenticator(null, registerOf([])),
  register: registerOf([]),
}

function operationOf({ text, document }: Pick<TrustedDocument, 'text' | 'document'>): Operation {
  return { text, document, operationName: undefined, filterKey: '' }
}

function markOf(document: TrustedDocument, variables: Variables, versions: readonly unknown[]): string {
  const content = JSON.stringify([document.id, document.digest, variables, versions])
  return `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`
}

/** By which door an operation came, and under which name it is counted. */
type Through = Pick<RequestMeasures, 'door'> & { readonly name: string }

const byText: Through = { door: 'graphql', name: 'other' }
const nobody: Credentials = {}

function asHttp(operation: OperationRequest): HTTPGraphQLRequest {
  const body = Object.fromEntries(Object.entries(operation).filter(([, value]) => value !== undefined))
  const headers = new HeaderMap([['content-type', 'application/json']])
  return { method: 'POST', headers, search: '', body }
}
