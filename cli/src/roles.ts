/**
 * What the processes of `hub start` do where there are several: the leader starts the workers and answers at the admin port, a worker serves the
 * graph, the heavy process answers what would hold up others. One worker at a time keeps results up to date.
 */
import type { Config } from '@samenhang/gateway/config'
import type { Logger } from '@samenhang/gateway/log'
import { createAdminServer } from '@samenhang/gateway/admin-server'
import { closingMs, endOnSignals } from '@samenhang/gateway/listeners'
import { startGateway, startHeavyServer } from '@samenhang/gateway/main'
import { sharedSpending } from '@samenhang/gateway/object-budget'
import { keptTables } from '@samenhang/gateway/saved-tables'
import { startLeader } from '@samenhang/gateway/processes/leader'
import { peerOver } from '@samenhang/gateway/processes/peer'
import { heavySocketIn } from '@samenhang/gateway/processes/roles'
import type { Readiness, ReleaseReadiness } from '@samenhang/gateway/processes/watched'
import { leadReleases, type LeadingReleases } from '@samenhang/gateway/lead-releases'
import { openSubgraphs } from '@samenhang/gateway/subgraphs'
import { drain, listen } from '@samenhang/subgraph-kit/http-server'
import { keepRefreshed } from './keep-refreshed.ts'
import { refreshMinutes } from './refresh.ts'

/** Starts the workers. Rejects where one of them cannot start, which has then said why. */
export async function lead(
  { host, adminPort, workers, drainSeconds, registrySeconds }: Config,
  environment: NodeJS.ProcessEnv,
  logger: Logger,
): Promise<{ readonly url: string; readonly adminUrl: string }> {
  const leader = startLeader({
    environment,
    workers,
    logger,
    answers: { ...sharedSpending(), ...keptTables() },
  })
  let releases: LeadingReleases | undefined
  const admin = createAdminServer(
    {
      ...leader,
      readiness: async () => withRelease(await leader.readiness(), releases?.state),
    },
    logger,
  )
  const end = async (noticeSeconds: number): Promise<void> => {
    const stopped = releases?.stop()
    await leader.end(noticeSeconds)
    await stopped
    await drain(admin, 0)
  }
  // Workers end first.
  endOnSignals(end, drainSeconds, closingMs + 1_000)
  try {
    const adminUrl = await listen(admin, { host, port: adminPort, setting: 'HUB_ADMIN_PORT' })
    const url = await leader.serving
    releases = await leadReleases({
      environment,
      everyMs: registrySeconds * 1_000,
      renew: (check) => leader.renew(check, drainSeconds),
      logger,
    })
    return { url, adminUrl }
  } catch (error) {
    await end(0)
    throw error
  }
}

/** What workers serve is theirs to say; what they are not to serve, and what the registry is like since they started, is known to the leader alone. */
function withRelease(readiness: Readiness, leading: ReleaseReadiness | undefined): Readiness {
  if (!leading) return readiness
  const { release, ...rest } = readiness
  const told = { ...leading, number: release?.number ?? null }
  const isReleased = told.number !== null || told.refused || told.unreadable !== undefined
  return isReleased ? { ...rest, release: told } : rest
}

/** Ends when the leader says so, and when it is gone. */
export async function serveAsWorker(environment: NodeJS.ProcessEnv, logger: Logger): Promise<void> {
  // Ctrl+C reaches every process of a terminal; the leader says when to end.
  process.on('SIGINT', () => undefined)
  let end = (_noticeSeconds: number): void => process.exit(0)
  const leader = peerOver(process, {
    readiness: () => running.readiness(),
    metrics: () => running.gateway.metrics.json(),
    end: (noticeSeconds) => {
      end(Number(noticeSeconds))
      return null
    },
    retire: (noticeSeconds) => {
      endWith(running.retire(Number(noticeSeconds)).then(left))
      return null
    },
    refresh: () => {
      void keepRefreshed(
        { gateway: running.gateway, subgraphs, environment, logger },
        refreshMinutes(environment),
      )
      return null
    },
  })
  const subgraphs = await openSubgraphs({ environment, logger, mayLackDatabase: true })
  const running = await startGateway({
    environment,
    logger,
    subgraphs,
    leader,
    followsReleases: false,
    signals: false,
    adminPort: null,
    lane: { address: async () => String(await leader.ask('heavy', null, 60_000)) },
  })
  // Whatever connection was handed to this process before it left comes before the answer, and goes back to the leader, which gives it to another.
  const left = async (): Promise<void> => {
    await leader.ask('left', null, 2_000).catch(() => undefined)
  }
  end = (noticeSeconds) => endWith(running.close(noticeSeconds).then(left))
  process.on('SIGTERM', () => end(0))
  process.once('disconnect', () => end(0))
  await leader.ask('serving', running.url)
}

function endWith(closing: Promise<void>): void {
  closing.then(
    () => process.exit(0),
    () => process.exit(1),
  )
}

/** Milliseconds without an operation after which the process ends, and gives its memory back. */
const idleMs = 600_000

export async function serveHeavy(environment: NodeJS.ProcessEnv, logger: Logger): Promise<void> {
  process.on('SIGINT', () => undefined)
  process.once('disconnect', () => process.exit(0))
  const leader = peerOver(process, { metrics: () => gateway.metrics.json() })
  const gateway = await startHeavyServer({ environment, logger, leader }, heavySocketIn(environment), {
    ms: idleMs,
    act: () => process.exit(0),
  })
  await leader.ask('serving', null)
}
