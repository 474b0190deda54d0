/**
 * The gateway as a running program: its settings, its subgraphs, the graph and the port, and their end. The
 * command line calls `startGateway`, seeds data and prints messages.
 */
import { once } from 'node:events'
import { sliceNames } from '@samenhang/schema/slices'
import { checkBeside } from '@samenhang/subgraph-kit/check-databases'
import { demoTokens } from './http/demo-endpoint.ts'
import { ConfigError, readConfig } from './config.ts'
import { keptPlaces, keptTablesIn } from './kept-places.ts'
import type { Gateway } from './operation/gateway.ts'
import { checkPorts, openListeners, type Listeners } from './listeners.ts'
import { openGateway, type OpenOptions } from './open-gateway.ts'
import { cameFrom, countedBefore } from './http/heavy-lane.ts'
import { createHeavyQueue } from './http/heavy-queue.ts'
import { networkBehind } from './http/client-network.ts'
import type { HeavyLane } from './processes/heavy-process.ts'
import { securityText } from './http/security-text.ts'
import { createHttpServer } from './http/server.ts'
import { cutSlowReaders } from './http/slow-readers.ts'
import { savedTables } from './tables/saved-tables.ts'

export { ConfigError }

export interface StartOptions extends OpenOptions {
  /** Whether SIGTERM and SIGINT drain and end the process; they do by default. */
  readonly signals?: boolean
  /** Where probes and metrics are; null for nowhere, as HUB_ADMIN_PORT says by default. */
  readonly adminPort?: number | null
  /** Where heavy operations are answered; here by default. */
  readonly lane?: HeavyLane
}

export interface RunningGateway extends Listeners {
  readonly gateway: Gateway
}

/** Serves the graph. Throws ConfigError for a setting that cannot work, HubError for a database that cannot be opened. */
export async function startGateway(options: StartOptions): Promise<RunningGateway> {
  const { environment, lane } = options
  const config = readConfig(environment, sliceNames())
  if (!options.subgraphs) await checkPorts(config)
  const { gateway, subgraphs, logger, history, identify, previews } = await openGateway(options, config)
  const listeners = await openListeners(gateway, {
    ...config,
    ...(options.adminPort !== undefined && { adminPort: options.adminPort }),
    logger,
    demo: demoTokens(environment, gateway.register),
    networkOf: networkBehind(config.trustedProxies),
    securityText: securityText(config),
    ...{ lane, history, identify, previews },
    savedTables: savedTables(options.leader),
    keptTables: keptTablesIn(environment, config.keptTableBytes),
    figureFiles: keptPlaces(environment).figures,
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
  const config = readConfig(options.environment, sliceNames())
  const { gateway, logger, previews } = await openGateway(options, { ...config, planningProcesses: 1 })
  const server = createHttpServer(gateway, {
    logger,
    allowedOrigins: config.allowedOrigins,
    networkOf: ({ headers }) => String(headers[cameFrom] ?? ''),
    countedOf: ({ headers }) => Number(headers[countedBefore] ?? 0) || 0,
    queue: createHeavyQueue(),
    savedTables: savedTables(options.leader),
    keptTables: keptTablesIn(options.environment, config.keptTableBytes),
    figureFiles: keptPlaces(options.environment).figures,
    publicUrl: config.publicUrl,
    previews,
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
