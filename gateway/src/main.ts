/**
 * The gateway as a running program: its settings, its subgraphs, the graph and the port, and their end. The
 * command line calls `startGateway`, seeds data and prints messages.
 */
import { once } from 'node:events'
import { openRegistryIfThere } from '@samenhang/schema/registry/registry'
import { readSupergraph } from '@samenhang/schema/supergraph'
import { openKeys } from '@samenhang/subgraph-kit/access/keys'
import { checkBeside } from '@samenhang/subgraph-kit/check-databases'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { demoTokens } from './http/demo-endpoint.ts'
import { refuseUnready } from './findings.ts'
import { openAccess } from './access/open-access.ts'
import { subgraphTokens } from './access/subgraph-token.ts'
import { openAudit } from './audit/audit.ts'
import { ConfigError, readConfig, type Config } from './config.ts'
import type { ExecutorKind } from './operation/federated-graph.ts'
import type { FetchEvent } from './subgraph-sources/fetch.ts'
import { createGateway, type Gateway, type GatewayOptions } from './operation/gateway.ts'
import { keepHeapSmall } from './heap.ts'
import { readDocuments } from './operation/document-files.ts'
import { registeredDocuments } from './operation/registered-documents.ts'
import { checkPorts, openListeners, type Listeners } from './listeners.ts'
import { createLogger, type Logger } from './telemetry/log.ts'
import { cameFrom } from './http/heavy-lane.ts'
import { createHeavyQueue } from './http/heavy-queue.ts'
import { isOwnNetwork, networkBehind } from './http/client-network.ts'
import { createObjectBudget } from './limits/object-budget.ts'
import type { HeavyLane } from './processes/heavy-process.ts'
import type { Peer } from './processes/peer.ts'
import { securityText } from './http/security-text.ts'
import { createHttpServer } from './http/server.ts'
import { cutSlowReaders } from './http/slow-readers.ts'
import { listSubgraphs, openSubgraphs } from './subgraph-sources/discover.ts'

export { ConfigError }

export interface StartOptions {
  readonly environment: NodeJS.ProcessEnv
  /** Those of this process where they are open already; closed with the gateway, also where it cannot start. By default they are opened. */
  readonly subgraphs?: readonly RunningSubgraph[]
  /** By default JSON on stdout at LOG_LEVEL. */
  readonly logger?: Logger
  /** Whether SIGTERM and SIGINT drain and end the process; they do by default. */
  readonly signals?: boolean
  /** Where probes and metrics are; null for nowhere, as HUB_ADMIN_PORT says by default. */
  readonly adminPort?: number | null
  /** Where heavy operations are answered; here by default. */
  readonly lane?: HeavyLane
  /** The leader of the processes of this hub, where this is one of several. */
  readonly leader?: Peer
  /** What runs query plans; by default as HUB_EXECUTOR says. */
  readonly executor?: ExecutorKind
  readonly observe?: (event: FetchEvent) => void
}

export interface RunningGateway extends Listeners {
  readonly gateway: Gateway
}

interface OpenedGateway {
  readonly gateway: Gateway
  readonly subgraphs: readonly RunningSubgraph[]
  readonly logger: Logger
}

/** Serves the graph. Throws ConfigError for a setting that cannot work, HubError for a database that cannot be opened. */
export async function startGateway(options: StartOptions): Promise<RunningGateway> {
  const { environment, lane } = options
  const config = readConfig(environment, listSubgraphs())
  if (!options.subgraphs) await checkPorts(config)
  const { gateway, subgraphs, logger } = await openGateway(options, config)
  const listeners = await openListeners(gateway, {
    ...config,
    ...(options.adminPort !== undefined && { adminPort: options.adminPort }),
    logger,
    demo: demoTokens(environment, gateway.register),
    networkOf: networkBehind(config.trustedProxies),
    securityText: securityText(config),
    lane,
    ...(options.signals !== undefined && { signals: options.signals }),
  })
  logger.info({ url: listeners.url, admin: listeners.adminUrl }, 'serving')
  const stopChecking = checkBeside(
    subgraphs.map(({ name, database }) => ({ name, file: database.file, lose: database.lose })),
    logger,
  )
  const close = (noticeSeconds?: number): Promise<void> => {
    stopChecking()
    return listeners.close(noticeSeconds)
  }
  return { ...listeners, gateway, close }
}

/**
 * Answers heavy operations, in turns, on a socket in the file system; its users are trusted to name the network of a client. Calls `idle.act` after
 * a while without requests.
 */
export async function startHeavyServer(
  options: StartOptions,
  path: string,
  idle: { readonly ms: number; act(): void },
): Promise<Gateway> {
  const config = readConfig(options.environment, listSubgraphs())
  const { gateway, logger } = await openGateway(options, { ...config, planningProcesses: 1 })
  const server = createHttpServer(gateway, {
    logger,
    allowedOrigins: config.allowedOrigins,
    networkOf: ({ headers }) => String(headers[cameFrom] ?? ''),
    queue: createHeavyQueue(),
  })
  cutSlowReaders(server, logger, { bytes: 150_000_000 })
  let ending = setTimeout(() => idle.act(), idle.ms)
  server.on('request', () => {
    clearTimeout(ending)
    ending = setTimeout(() => idle.act(), idle.ms)
  })
  server.listen({ path, exclusive: true })
  await once(server, 'listening')
  return gateway
}

async function openGateway(options: StartOptions, config: Config): Promise<OpenedGateway> {
  const { environment, observe, leader } = options
  keepHeapSmall()
  const logger = options.logger ?? createLogger(config.logLevel)
  const supergraphSdl = readSupergraph()
  const subgraphs = options.subgraphs ?? (await openSubgraphs({ environment, logger, mayLackDatabase: true }))
  const { subgraphUrls, cacheBytes, planningProcesses, objectsPerMinute, limitsThisMachine } = config
  const documents = readDocuments(config.operationsFolder)
  const registered = await readRegistered(environment)
  const settings = (): GatewayOptions => ({
    supergraphSdl,
    subgraphs,
    subgraphUrls,
    sign: subgraphTokens(environment),
    audit: openAudit(environment, openKeys(environment), logger),
    access: (schema) => openAccess(environment, schema),
    logger,
    executor: options.executor ?? config.executor,
    cacheBytes,
    planning: { processes: planningProcesses },
    // What stands in a folder of this hub keeps its name.
    documents: new Map([...registered, ...documents.texts]),
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
  })
  const open = async (): Promise<Gateway> => {
    await refuseUnready({ environment, subgraphs, subgraphUrls })
    return createGateway(settings())
  }
  const gateway = await open().catch(async (error: unknown) => {
    await Promise.allSettled(subgraphs.map((subgraph) => subgraph.close()))
    throw error
  })
  return { gateway, subgraphs, logger }
}

/** None where there is no registry. */
async function readRegistered(environment: NodeJS.ProcessEnv): Promise<ReadonlyMap<string, string>> {
  const registry = await openRegistryIfThere(environment)
  if (!registry) return new Map()
  try {
    return await registeredDocuments(registry)
  } finally {
    await registry.close()
  }
}
