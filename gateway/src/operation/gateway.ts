/**
 * The gateway without a port: one operation in, one answer out. It is wired (wire.ts) and started (start.ts); then each operation follows one path
 * (answer.ts). HTTP is server.ts. The caller says which subgraphs there are, and where.
 */
import type { HTTPGraphQLRequest } from '@apollo/server'
import type { PromiseOrValue } from '@samenhang/subgraph-kit/promise-or-value'
import { sendCanary } from '../access/canary.ts'
import type { Authenticate } from '../access/authenticate.ts'
import type { Register } from '../access/register.ts'
import type { Audit } from '../audit/audit.ts'
import type { Variables } from '../engine/engine.ts'
import type { ReleaseReadiness } from '../processes/watched.ts'
import type { OperationRequest } from '../limits/limits.ts'
import type { Indicator } from '../subgraph-sources/catalogue.ts'
import type { OpenEnum } from '../subgraph-sources/open-enums.ts'
import {
  closeSources,
  namesOfUnready,
  openSources,
  type SourceOptions,
} from '../subgraph-sources/open-sources.ts'
import type { Skew } from '../subgraph-sources/skew.ts'
import { createMetrics, type Metrics } from '../telemetry/metrics.ts'
import type { SharedRelease } from '@samenhang/schema/registry/release'
import type { DocumentNode, GraphQLSchema } from 'graphql'
import { publicVariant } from '@samenhang/schema/variant'
import { ConfigError } from '@samenhang/subgraph-kit/config-error'
import { answerOperation, type GatewayAnswer } from './answer.ts'
import { httpRequestOf } from './apollo-server.ts'
import type { RequestOptions } from './context.ts'
import type { BrokenDocument } from './document-files.ts'
import { versionOf, type AnswerVersion, type VersionedDocument } from './etag.ts'
import { stateOf, type GraphState } from './graph-state.ts'
import type { GatewayResources, ReleaseOptions } from './options.ts'
import { startGraph } from './start.ts'
import type { OperationPart } from './passage.ts'
import type { DocumentName, TrustedDocument } from './trusted-documents.ts'
import { refuseUntrusted } from './trusted-only.ts'
import { wireGraph } from './wire.ts'

export type { GatewayAnswer, GatewayResources, ReleaseOptions }

export interface GatewayOptions
  extends
    ReleaseOptions,
    SourceOptions,
    Pick<GatewayResources, 'audit' | 'usage' | 'changes'>,
    Partial<Pick<GatewayResources, 'metrics'>> {}

export interface Gateway {
  readonly indicators: readonly Indicator[]
  /** Read anew at each call. */
  openEnums(): readonly OpenEnum[]
  /** The processing activities that callers may name. */
  readonly register: Register
  /** Runs an operation as POST /graphql would, without HTTP. */
  execute(operation: OperationRequest, options?: RequestOptions): Promise<GatewayAnswer>
  /** Runs an operation that came by HTTP, `http` being the request as Apollo Server reads it. */
  answer(
    operation: OperationRequest,
    http: HTTPGraphQLRequest,
    options?: RequestOptions,
  ): Promise<GatewayAnswer>
  /** Runs a registered operation, which must have the operation name where one is given. */
  answerDocument(
    name: DocumentName,
    variables: Variables,
    options?: RequestOptions,
    operationName?: string,
  ): PromiseOrValue<GatewayAnswer>
  /** Runs a part of an operation, for what makes a whole of several answers. Its text and variables are the caller's to check. */
  answerPart(part: OperationPart, options?: RequestOptions): PromiseOrValue<GatewayAnswer>
  /** Rejects with what refuses this caller, or a text that this caller may not ask because it is not registered. */
  admitText(text: string, options?: RequestOptions): Promise<void>
  /** Throws what refuses an operation by the limits of its text and variables. */
  checkLimits(operation: OperationRequest): void
  /** What callers may use in a while; null for what has no limit, or is not given at all. */
  readonly budgets: {
    readonly objectsPerMinute: number | null
    readonly people: Audit['people']
  }
  /** The types that operations are asked of. */
  readonly apiSchema: GraphQLSchema
  /** Whether a document asks for a field that the public may not have. */
  isProtected(document: DocumentNode): boolean
  /** How many objects the answer to an operation can hold at most; 0 for one that is refused. */
  objectsOf(operation: OperationRequest): number
  /** The registered operation of this name; undefined where there is none that can be answered. */
  document(name: DocumentName): TrustedDocument | undefined
  /** The registered operations that can be answered. */
  readonly documents: readonly TrustedDocument[]
  /** The registered operations that cannot be answered, and why. */
  readonly brokenDocuments: readonly BrokenDocument[]
  /** From now on these are the registered operations, as texts by id, and no others; resolves when they are prepared and served. */
  registerDocuments(texts: ReadonlyMap<string, string>): Promise<void>
  /** The ETag of a registered query: the same ETag, the same answer. Undefined where that is not known. */
  etag(document: VersionedDocument, variables: Variables): Promise<string | undefined>
  /** The graph and the data as they are now. */
  state(): Promise<GraphState>
  /** What an answer of this state is told apart by; undefined where that is not known, and where another graph is served by now. */
  versionOf(
    document: VersionedDocument,
    variables: Variables,
    state: GraphState,
  ): Promise<AnswerVersion | undefined>
  readonly metrics: Metrics
  /** The names of the subgraphs that cannot answer now. */
  unready(): Promise<readonly string[]>
  /** How what subgraphs serve differs from their slices in this graph. */
  skew(): Promise<readonly Skew[]>
  /** Who sends a request. */
  readonly authenticate: Authenticate
  /** The release that is served; undefined where what is committed is served for good. */
  release?(): ReleaseReadiness
  /** The same with its texts; null where nothing was released. */
  sharedRelease?(): Promise<SharedRelease | null>
  /** The gateway of the public variant, made when it is first used; null where nothing is tagged public. */
  publicVariant(): Promise<Gateway | null>
  close(): Promise<void>
}

/**
 * A gateway, and what it stands on: closing it closes the subgraphs of this process, the connections to others and the audit too. Throws where a
 * subgraph of the supergraph is neither in process nor has a URL.
 */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { logger, audit, usage, changes, metrics = createMetrics() } = options
  const sources = openSources(options)
  const gateway = await createGatewayOver({ sources, metrics, audit, usage, changes, logger }, options)
  const close = gateway.close.bind(gateway)
  return Object.assign(gateway, {
    async close() {
      await close()
      await closeSources(sources)
      audit?.close()
    },
  })
}

/** A gateway for one release of the supergraph; closing it leaves the resources open, for the gateway of another release. */
export async function createGatewayOver(
  resources: GatewayResources,
  options: ReleaseOptions,
): Promise<Gateway> {
  const graph = await startGraph(wireGraph(options, resources), options, resources)
  const { indicators, register, registered, limits, metrics, sources, authenticate } = graph
  const answer: Gateway['answer'] = async (operation, http, requestOptions = {}) =>
    answerOperation({ operation, http, options: requestOptions }, graph)
  const execute: Gateway['execute'] = (operation, requestOptions) =>
    answer(operation, httpRequestOf(operation), requestOptions)
  await sendCanary(
    graph.schema,
    graph.permissions,
    async (query) => (await execute({ query }, { isCanary: true })).text,
  ).catch(async (error: unknown) => {
    await graph.close()
    throw error
  })
  const variant = openedOnce(() => createPublicGateway(resources, options))
  return {
    indicators,
    openEnums: () => graph.openEnums(),
    register,
    authenticate,
    execute,
    answer,
    answerDocument: (documentName, variables, requestOptions = {}, operationName) =>
      answerOperation({ documentName, variables, operationName, options: requestOptions }, graph),
    answerPart: (part, requestOptions = {}) => answerOperation({ part, options: requestOptions }, graph),
    async admitText(text, { credentials = {} } = {}) {
      const { access } = await authenticate(credentials)
      if (graph.trustedOnly) refuseUntrusted(text, access.scopes, registered.documents)
    },
    checkLimits: (operation) => void limits.check(operation),
    budgets: {
      objectsPerMinute: options.objectBudget?.perMinute ?? null,
      people: graph.audit.people,
    },
    apiSchema: graph.engine?.apiSchema ?? graph.schema,
    isProtected: (document) => graph.isProtected(document),
    objectsOf: (operation) => limits.objectsOf(operation),
    document: (name) => registered.documents.find(name),
    get documents() {
      return registered.documents.all
    },
    get brokenDocuments() {
      return registered.documents.broken
    },
    registerDocuments: (texts) => registered.replace(texts),
    etag: async (document, variables) => (await versionOf(document, variables, graph))?.etag,
    state: () => stateOf(graph),
    versionOf: (document, variables, state) => versionOf(document, variables, graph, state),
    metrics,
    unready: () => namesOfUnready(sources),
    async skew() {
      const looked = await Promise.all(graph.watched.map((one) => one.look()))
      return looked.filter((one) => one !== null)
    },
    publicVariant: () => variant.gateway(),
    async close() {
      await variant.close()
      await graph.close()
    },
  }
}

/** Everyone is the public there, and no operation is registered. */
async function createPublicGateway(
  resources: GatewayResources,
  options: ReleaseOptions,
): Promise<Gateway | null> {
  const variant = publicVariant(options.supergraphSdl)
  if (!variant) return null
  if ('errors' in variant) throw new ConfigError(variant.errors.join(' '))
  const gateway = await createGatewayOver(
    // The number of broken operations is that of the whole graph.
    { ...resources, audit: undefined, metrics: { ...resources.metrics, brokenDocuments: () => undefined } },
    {
      ...options,
      supergraphSdl: variant.supergraphSdl,
      access: undefined,
      documents: new Map(),
      brokenDocuments: [],
      operations: [],
      planning: { ...options.planning, processes: 1 },
    },
  )
  return { ...gateway, publicVariant: () => Promise.resolve(null) }
}

/** A gateway that is opened when it is first used; where that fails, the next use tries again. */
function openedOnce(open: () => Promise<Gateway | null>) {
  let opened: Promise<Gateway | null> | undefined
  return {
    gateway(): Promise<Gateway | null> {
      opened ??= open().catch((error: unknown) => {
        opened = undefined
        throw error
      })
      return opened
    },
    async close() {
      const gateway = await opened?.catch(() => null)
      await gateway?.close()
    },
  }
}
