/**
 * The two ports of a gateway, for the graph and for administrators, from opening to closing. On SIGTERM the
 * process first reports that it is not ready and closes each connection with its answer, for as long as a
 * load balancer may need; then it accepts nothing more.
 */
import type { Server } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { checkAddress, closeOnSignals, drain, listen } from '@samenhang/subgraph-kit/http-server'
import { createAdminServer, readinessOf } from './http/admin-server.ts'
import { mergedMetrics } from './telemetry/metrics.ts'
import type { Readiness } from './processes/watched.ts'
import type { Config } from './config.ts'
import type { Gateway } from './operation/gateway.ts'
import type { Logger } from './telemetry/log.ts'
import { createHttpServer, type ServerOptions } from './http/server.ts'
import { cutSlowReaders } from './http/slow-readers.ts'

export interface Ports extends Pick<Config, 'host' | 'port'> {
  /** Null for none. */
  readonly adminPort: number | null
}

export interface ListenersOptions
  extends
    Ports,
    Pick<Config, 'drainSeconds'>,
    Pick<
      ServerOptions,
      | 'allowedOrigins'
      | 'demo'
      | 'networkOf'
      | 'lane'
      | 'securityText'
      | 'history'
      | 'previews'
      | 'identify'
      | 'publicUrl'
      | 'contact'
      | 'hasMcp'
      | 'savedTables'
      | 'keptTables'
      | 'figureFiles'
    > {
  readonly logger: Logger
  /** Whether SIGTERM and SIGINT close it and end the process; they do by default. */
  readonly signals?: boolean
}

export interface Listeners {
  /** The base URL of the graph. */
  readonly url: string
  /** The base URL of probes and metrics; null where these have no port. */
  readonly adminUrl: string | null
  /** Whether requests may be sent here. */
  readiness(): Promise<Readiness>
  /** Stops accepting, lets requests under way end for 8 s at most, and closes the gateway; before that, notice for so many seconds. */
  close(noticeSeconds?: number): Promise<void>
  /**
   * Leaves its place to other processes that listen at the same port: takes no connection any more, tells clients for so many seconds to come back on
   * another one, lets requests under way end for 3 s at most, and closes the gateway.
   */
  retire(noticeSeconds: number): Promise<void>
}

/** Milliseconds that requests under way have to end once nothing more is taken. */
const patience = { atOnce: 8_000, afterNotice: 3_000, justOpened: 500 }

/** Milliseconds that requests are held before that: until no client has connected for a while. */
const hold = { quiet: 200, most: 2_000 }

/** Milliseconds from the end of the notice to the end of the process, at most. */
export const closingMs = hold.most + patience.afterNotice + 500

/** Throws ConfigError where one of the ports is not free, before anything else is opened. */
export async function checkPorts({ host, port, adminPort }: Ports): Promise<void> {
  await checkAddress({ host, port })
  if (adminPort !== null) await checkAddress(adminAddress(host, adminPort))
}

/** Serves this gateway, and closes it where a port is not free. Throws ConfigError. */
export async function openListeners(gateway: Gateway, options: ListenersOptions): Promise<Listeners> {
  const { host, port, adminPort, drainSeconds, logger, lane } = options
  let draining = false
  let held: HeldRequests | undefined
  const readiness = () => readinessOf(gateway, () => draining)
  const server = createHttpServer(gateway, {
    ...options,
    draining: () => draining,
    held: () => held?.promise,
  })
  cutSlowReaders(server, logger)
  const admin = createAdminServer(
    {
      readiness,
      metrics: async () =>
        mergedMetrics([await gateway.metrics.json(), ...((await lane?.counted?.()) ?? [])], 1),
    },
    logger,
  )
  const end = async (noticeSeconds: number): Promise<void> => {
    draining = true
    forgetSignals()
    if (noticeSeconds > 0) await giveNotice(server, noticeSeconds)
    if (noticeSeconds === 0) await drain(server, patience.atOnce)
    else {
      held = holdRequests()
      await untilNobodyConnects(server)
      const drained = drain(server, patience.afterNotice, patience.justOpened)
      held.resolve()
      await drained
    }
    await drain(admin, 0)
    await gateway.close()
  }
  const open = async (): Promise<Pick<Listeners, 'url' | 'adminUrl'>> => ({
    url: await listen(server, { host, port }),
    adminUrl: adminPort === null ? null : await listen(admin, adminAddress(host, adminPort)),
  })
  let forgetSignals = (): void => undefined
  const urls = await open().catch(async (error: unknown) => {
    await end(0)
    throw error
  })
  if (options.signals !== false) forgetSignals = endOnSignals(end, drainSeconds, closingMs)
  return {
    ...urls,
    readiness,
    close: (noticeSeconds = 0) => end(noticeSeconds),
    async retire(noticeSeconds) {
      draining = true
      forgetSignals()
      const noticeMs = noticeSeconds * 1_000
      await drain(server, noticeMs + patience.afterNotice, noticeMs)
      await drain(admin, 0)
      await gateway.close()
    },
  }
}

/** Ends this process on SIGTERM and SIGINT: after notice, which takes so many seconds, and `closing` milliseconds at most. Gives what forgets the signals. */
export function endOnSignals(
  end: (noticeSeconds: number) => Promise<void>,
  drainSeconds: number,
  closing: number,
): () => void {
  return closeOnSignals(
    // Ctrl+C is given by someone who waits for it.
    (signal) => end(signal === 'SIGTERM' ? drainSeconds : 0),
    Math.max(9_500, drainSeconds * 1_000 + closing),
  )
}

function adminAddress(host: string, port: number) {
  return { host, port, setting: 'HUB_ADMIN_PORT' }
}

/** Waits for clients to leave: this many seconds, or less where none is connected any more. */
async function giveNotice(server: Server, seconds: number): Promise<void> {
  const until = performance.now() + seconds * 1_000
  // Several checks in a row, because a client that leaves may return on a new connection.
  for (let unconnected = 0; unconnected < 5 && performance.now() < until;) {
    const connections = await new Promise<number>((resolve) =>
      server.getConnections((_error, count) => resolve(count)),
    )
    unconnected = connections === 0 ? unconnected + 1 : 0
    await pause(100)
  }
}

/** What requests wait for. */
interface HeldRequests {
  readonly promise: Promise<void>
  resolve(): void
}

function holdRequests(): HeldRequests {
  let resolve = (): void => undefined
  const promise = new Promise<void>((done) => (resolve = done))
  return { promise, resolve }
}

/**
 * A connection that waits to be taken is reset where its port closes. While requests are held, clients wait for their answers and open no others:
 * resolves when none was opened for a while.
 */
async function untilNobodyConnects(server: Server): Promise<void> {
  let opened = 0
  const count = (): void => void (opened += 1)
  server.on('connection', count)
  const until = performance.now() + hold.most
  let before = -1
  while (opened !== before && performance.now() < until) {
    before = opened
    await pause(hold.quiet)
  }
  server.off('connection', count)
}
