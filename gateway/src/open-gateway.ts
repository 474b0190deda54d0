/** The gateway of one process: its resources, opened once, and on them a gateway for each release of the graph that is served in turn. */
import { readSupergraph } from '@samenhang/schema/supergraph'
import { verifierIn } from '@samenhang/schema/registry/signing'
import { openKeys } from '@samenhang/subgraph-kit/access/keys'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { authenticator, type Authenticate } from './access/authenticate.ts'
import { openAccess, tokenVerifierIn } from './access/open-access.ts'
import { registerOf } from './access/register.ts'
import { subgraphTokens } from './access/subgraph-token.ts'
import type { VerifyToken } from './access/token.ts'
import { openAudit } from './audit/audit.ts'
import type { Config } from './config.ts'
import { snapshotChanges } from './figure-files/snapshot-changes.ts'
import { refuseUnready } from './findings.ts'
import { isOwnNetwork } from './http/client-network.ts'
import { keptPlaces } from './kept-places.ts'
import { createObjectBudget } from './limits/object-budget.ts'
import { readDocuments } from './operation/document-files.ts'
import type { ExecutorKind } from './operation/federated-graph.ts'
import { createGatewayOver, type Gateway, type ReleaseOptions } from './operation/gateway.ts'
import type { Peer } from './processes/peer.ts'
import { openRegistryOnce } from './releases/opened-registry.ts'
import { createPreviewOver } from './releases/preview-gateway.ts'
import { servePreviews, type Previews } from './releases/previews.ts'
import { releaseHistory, type ReleaseHistory } from './releases/release-history.ts'
import { serveReleases } from './releases/serve-releases.ts'
import { openSubgraphs } from './subgraph-sources/discover.ts'
import type { FetchEvent } from './subgraph-sources/fetch.ts'
import { closeSources, openSources } from './subgraph-sources/open-sources.ts'
import { createLogger, type Logger } from './telemetry/log.ts'
import { createMetrics } from './telemetry/metrics.ts'
import { countUsage } from './usage/count-usage.ts'

export interface OpenOptions {
  readonly environment: NodeJS.ProcessEnv
  /** Those of this process where they are open already; closed with the gateway, also where it cannot start. By default they are opened. */
  readonly subgraphs?: readonly RunningSubgraph[]
  /** By default JSON on stdout at LOG_LEVEL. */
  readonly logger?: Logger
  /** The leader of the processes of this hub, where this is one of several. */
  readonly leader?: Peer
  /** Whether later releases are served too, as they are by default; where not, the leader has another process serve them. */
  readonly followsReleases?: boolean
  /** What runs query plans; by default as HUB_EXECUTOR says. */
  readonly executor?: ExecutorKind
  readonly observe?: (event: FetchEvent) => void
}

export interface OpenedGateway extends OpenedGraph {
  readonly subgraphs: readonly RunningSubgraph[]
  readonly logger: Logger
}

interface OpenedGraph {
  readonly gateway: Gateway
  /** What was released, for people. */
  readonly history: ReleaseHistory
  /** What answers requests for a preview; closed with the gateway. */
  readonly previews: Previews
  /** Who asks, without a purpose. */
  readonly identify: Authenticate
}

/** Throws ConfigError for a setting that cannot work; nothing stays open then. */
export async function openGateway(options: OpenOptions, config: Config): Promise<OpenedGateway> {
  const { environment } = options
  const logger = options.logger ?? createLogger(config.logLevel)
  const subgraphs = options.subgraphs ?? (await openSubgraphs({ environment, logger, mayLackDatabase: true }))
  try {
    await refuseUnready({ environment, subgraphs, subgraphUrls: config.subgraphUrls })
    return { ...(await gatewayOver(subgraphs, logger, options, config)), subgraphs, logger }
  } catch (error) {
    await Promise.allSettled(subgraphs.map((subgraph) => subgraph.close()))
    throw error
  }
}

async function gatewayOver(
  subgraphs: readonly RunningSubgraph[],
  logger: Logger,
  options: OpenOptions,
  config: Config,
): Promise<OpenedGraph> {
  const { environment, followsReleases: follows = true } = options
  // Keys of the issuer that were fetched for one release are known in the next.
  const verifyToken = tokenVerifierIn(environment)
  const release = releaseOptions(options, config, verifyToken)
  const audit = openAudit(environment, openKeys(environment), logger)
  const { subgraphUrls } = config
  const sources = openSources({ subgraphs, subgraphUrls, sign: subgraphTokens(environment), logger })
  const counting = await countUsage(environment, config.usageSeconds, logger)
  const { figures, snapshots } = keptPlaces(environment)
  const changes = snapshotChanges(snapshots, figures)
  const resources = { sources, metrics: createMetrics(), audit, logger, usage: counting?.usage, changes }
  const registry = openRegistryOnce(environment)
  const verify = verifierIn(environment)
  const closeResources = async (): Promise<void> => {
    await closeSources(sources)
    await counting?.close()
    await registry.close()
    audit.close()
  }
  const identify = authenticator(verifyToken, registerOf([]))
  // What stands in a folder of this hub keeps its name.
  const withOwn = (registered: ReadonlyMap<string, string>) =>
    new Map([...registered, ...(release.documents ?? [])])
  let served: ReleaseOptions = { ...release, supergraphSdl: readSupergraph() }
  const previews = servePreviews({
    ...{ registry, verify, identify, logger },
    served: () => served.supergraphSdl,
    make: (supergraphSdl) => createPreviewOver(resources, { ...served, supergraphSdl }),
  })
  try {
    const gateway = await serveReleases({
      ...{ environment, registry, verify },
      committed: readSupergraph(),
      everyMs: config.registrySeconds * 1_000,
      follows,
      async make(supergraphSdl, { operations, registered }) {
        const made = { ...release, documents: withOwn(registered), supergraphSdl }
        const next = await createGatewayOver(resources, { ...made, operations })
        served = made
        previews.forget()
        return next
      },
      async register(gateway, registered) {
        const documents = withOwn(registered)
        await gateway.registerDocuments(documents)
        served = { ...served, documents }
      },
      logger,
    })
    const close = gateway.close.bind(gateway)
    return {
      gateway: Object.assign(gateway, {
        close: () => previews.close().then(close).finally(closeResources),
      }),
      previews,
      history: releaseHistory({ registry, verify, isClosed: config.trustedOnly }),
      identify,
    }
  } catch (error) {
    await closeResources()
    throw error
  }
}

/** What is the same for every release. */
function releaseOptions(
  { environment, leader, executor, observe }: OpenOptions,
  config: Config,
  verify: VerifyToken,
): Omit<ReleaseOptions, 'supergraphSdl'> {
  const { cacheBytes, planningProcesses, objectsPerMinute, limitsThisMachine, operationsFolder } = config
  const documents = readDocuments(operationsFolder)
  return {
    access: (schema) => openAccess(environment, schema, verify),
    executor: executor ?? config.executor,
    cacheBytes,
    planning: { processes: planningProcesses },
    documents: documents.texts,
    trustedOnly: config.trustedOnly,
    brokenDocuments: documents.broken,
    observe,
    ...(objectsPerMinute !== null && {
      objectBudget: createObjectBudget({
        perMinute: objectsPerMinute,
        leader,
        ...(!limitsThisMachine && { isFree: isOwnNetwork }),
      }),
    }),
  }
}
