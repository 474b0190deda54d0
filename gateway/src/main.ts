/**
 * The gateway as a running whole: the environment, the subgraphs, the graph and the port, and their end.
 * The command line calls `startGateway`; seeding and what is told to people are its own.
 */
import { readSupergraph } from '@samenhang/schema/supergraph'
import { openKeys } from '@samenhang/subgraph-kit/access/keys'
import { checkBeside } from '@samenhang/subgraph-kit/check-databases'
import { checkAddress, closeOnSignals, drain, listen } from '@samenhang/subgraph-kit/http-server'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { demoDoor } from './access/demo-door.ts'
import { refuseUnready } from './access/findings.ts'
import { openAccess } from './access/open-access.ts'
import { subgraphTokens } from './access/subgraph-token.ts'
import { openAudit } from './audit/audit.ts'
import { ConfigError, readConfig, type ExecutorKind } from './config.ts'
import type { FetchEvent } from './fetch.ts'
import { createGateway, type Gateway, type GatewayOptions } from './gateway.ts'
import { keepHeapSmall } from './heap.ts'
import { readDocuments } from './document-files.ts'
import { createLogger, type Logger } from './log.ts'
import { createHttpServer } from './server.ts'
import { listSubgraphs, openSubgraphs } from './subgraphs.ts'

export { ConfigError }

export interface StartOptions {
  readonly environment: NodeJS.ProcessEnv
  /** Those of this process where they are open already; closed with the gateway, also where it cannot start. By default they are opened. */
  readonly subgraphs?: readonly RunningSubgraph[]
  /** By default JSON on stdout at LOG_LEVEL. */
  readonly logger?: Logger
  /** Whether SIGTERM and SIGINT drain and end the process; they do by default. */
  readonly signals?: boolean
  /** What runs query plans; by default as HUB_EXECUTOR says. */
  readonly executor?: ExecutorKind
  readonly observe?: (event: FetchEvent) => void
}

export interface RunningGateway {
  /** The base URL; the graph is at `/graphql`, the explorer at `/`. */
  readonly url: string
  readonly gateway: Gateway
  /** Stops accepting, lets requests under way end for 8 s at most, and closes all that was opened. */
  close(): Promise<void>
}

/** Serves the graph. Throws ConfigError for a setting that cannot work, HubError for a database that cannot be opened. */
export async function startGateway(options: StartOptions): Promise<RunningGateway> {
  const { environment, observe } = options
  keepHeapSmall()
  const config = readConfig(environment, listSubgraphs())
  const logger = options.logger ?? createLogger(config.logLevel)
  const supergraphSdl = readSupergraph()
  if (!options.subgraphs) await checkAddress(config)
  const subgraphs = options.subgraphs ?? (await openSubgraphs({ environment, logger, mayLackDatabase: true }))
  const { subgraphUrls, allowedOrigins, cacheBytes, planningProcesses } = config
  const documents = readDocuments(config.operationsFolder)
  const executor = options.executor ?? config.executor
  const open = async (): Promise<Gateway> => {
    await refuseUnready({ environment, subgraphs, subgraphUrls })
    return createGateway(settings())
  }
  const settings = (): GatewayOptions => ({
    supergraphSdl,
    subgraphs,
    subgraphUrls,
    sign: subgraphTokens(environment),
    audit: openAudit(environment, openKeys(environment), logger),
    access: (schema) => openAccess(environment, schema),
    logger,
    executor,
    cacheBytes,
    planning: { processes: planningProcesses },
    documents: documents.texts,
    brokenDocuments: documents.broken,
    observe,
  })
  const gateway = await open().catch(async (error: unknown) => {
    await Promise.allSettled(subgraphs.map((subgraph) => subgraph.close()))
    throw error
  })
  let draining = false
  const server = createHttpServer(gateway, {
    logger,
    allowedOrigins,
    demo: demoDoor(environment, gateway.register),
    draining: () => draining,
  })
  const url = await listen(server, config).catch(async (error: unknown) => {
    await gateway.close()
    throw error
  })
  const close = async (): Promise<void> => {
    draining = true
    stopChecking()
    forgetSignals()
    await drain(server, 8_000)
    await gateway.close()
  }
  const forgetSignals = options.signals === false ? () => undefined : closeOnSignals(close)
  logger.info({ url }, 'serving')
  const stopChecking = checkBeside(
    subgraphs.map(({ name, database }) => ({ name, file: database.file, lose: database.lose })),
    logger,
  )
  return { url, gateway, close }
}
