/**
 * What `hub start` does: synthetic data where there are none at all, then the gateway, then a few plain lines on stdout.
 * Serving, draining and logging are the gateway's; logs go to stderr, so that they never run through these lines.
 */
import { refuseUnready } from '@samenhang/gateway/access/findings'
import { readMode } from '@samenhang/gateway/access/open-access'
import { subgraphTokens } from '@samenhang/gateway/access/subgraph-token'
import { readConfig } from '@samenhang/gateway/config'
import { createLogger, linesTo, type Logger } from '@samenhang/gateway/log'
import { startGateway, type RunningGateway } from '@samenhang/gateway/main'
import { listSubgraphs, openSubgraphs } from '@samenhang/gateway/subgraphs'
import { withDataLock } from '@samenhang/subgraph-kit/lock'
import { seedAll } from '@samenhang/subgraph-kit/seed'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { whatIsLoaded, type Loaded } from './loaded.ts'
import { clientOf } from './graph-clients.ts'
import { count } from './progress.ts'
import { refreshAll, refreshMinutes } from './refresh.ts'
import { tellWait } from './wait.ts'

export async function start(given: NodeJS.ProcessEnv): Promise<void> {
  const environment = { ...given, LOG_LEVEL: given['LOG_LEVEL'] || (process.stdout.isTTY ? 'warn' : 'info') }
  const { logLevel, subgraphUrls } = readConfig(environment, listSubgraphs())
  const minutes = refreshMinutes(environment)
  const logger = createLogger(logLevel, linesTo(2))
  // Before anything is opened: opening makes what is not there.
  await refuseUnready({ environment, subgraphs: [], subgraphUrls })
  const subgraphs = await openSubgraphs({ environment, logger })
  const loaded = await fill(subgraphs, environment).catch(async (error: unknown) => {
    await Promise.allSettled(subgraphs.map((subgraph) => subgraph.close()))
    throw error
  })
  const running = await startGateway({ environment, logger, subgraphs })
  let refreshing: Promise<void> | undefined
  const refresh = () =>
    (refreshing ??= refreshRunning(running, subgraphs, environment, logger).finally(() => {
      refreshing = undefined
    }))
  if (loaded.seeded) await refresh()
  process.stdout.write(greeting(running.url, loaded.sets, [...subgraphUrls.keys()]))
  if (!loaded.seeded) await refresh()
  if (minutes > 0) setInterval(() => void refresh(), minutes * 60_000).unref()
}

async function fill(
  subgraphs: readonly RunningSubgraph[],
  environment: NodeJS.ProcessEnv,
): Promise<{ readonly seeded: boolean; readonly sets: readonly Loaded[] }> {
  const seeded = await seedIfEmpty(subgraphs, environment)
  return { seeded, sets: await whatIsLoaded(subgraphs, subgraphTokens(environment)) }
}

/** Lets subgraphs that compute do so where inputs have moved on, an import by another process included. Never throws. */
async function refreshRunning(
  { gateway }: RunningGateway,
  subgraphs: readonly RunningSubgraph[],
  environment: NodeJS.ProcessEnv,
  logger: Logger,
): Promise<void> {
  try {
    const outcomes = await withDataLock(environment, () => refreshAll(subgraphs, clientOf(gateway)))
    for (const { done, told } of outcomes) logger[done ? 'info' : 'warn'](told)
  } catch (error) {
    logger.warn({ err: error }, 'not refreshed; the old results stay')
  }
}

async function seedIfEmpty(
  subgraphs: readonly RunningSubgraph[],
  environment: NodeJS.ProcessEnv,
): Promise<boolean> {
  const isEmpty = async () =>
    (await Promise.all(subgraphs.map((subgraph) => subgraph.isEmpty()))).every(Boolean)
  if (readMode(environment) === 'production') return false
  if (subgraphs.length === 0 || !(await isEmpty())) return false
  return withDataLock(
    environment,
    async () => {
      if (!(await isEmpty())) return false
      process.stdout.write('first start: making the synthetic data ...\n')
      await seedAll(subgraphs, { seed: 1, neighbourhoods: 100, people: 20_000 })
      return true
    },
    { onWait: tellWait },
  )
}

/** What a person who just started the hub needs: where it is, what it holds, whether that is real, and what to do next. */
export function greeting(url: string, loaded: readonly Loaded[], elsewhere: readonly string[]): string {
  const subgraphs = [...new Set(loaded.map(({ subgraph }) => subgraph))].sort()
  const periods = loaded.map(({ period }) => period)
  const areas = Math.max(0, ...loaded.map((set) => set.areas))
  const years = periods.length === 0 ? 'no figures yet' : `${Math.min(...periods)} to ${Math.max(...periods)}`
  const lines = [
    'Samenhang is running.',
    `  graph     ${url}/graphql`,
    `  explorer  ${url}/`,
    `  serves    ${subgraphs.join(', ') || 'nothing yet'}: up to ${count(areas)} areas, ${years}`,
    ...(elsewhere.length === 0 ? [] : [`  elsewhere ${elsewhere.join(', ')}`]),
    `  data      ${kindOf(loaded)}`,
    'Stop it with Ctrl+C.',
    '',
  ]
  return lines.join('\n')
}

function kindOf(loaded: readonly Loaded[]): string {
  const advice = 'import real ones with: npm run import -- FILE'
  if (loaded.length === 0) return `none; ${advice}`
  if (loaded.every(({ synthetic }) => synthetic)) {
    return `SYNTHETIC: invented municipalities from GM9001, no real place; ${advice}`
  }
  const mixed = loaded.some(({ synthetic }) => synthetic)
  return mixed ? 'imported figures, and synthetic ones (municipalities GM9001 to GM9999)' : 'imported figures'
}
