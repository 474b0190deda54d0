/**
 * What `hub start` does: synthetic data where there are none at all, then the gateway, in this process or in several (roles.ts), then a few plain
 * lines on stdout. Serving, draining and logging are the gateway's; logs go to stderr, so that they never run through these lines.
 */
import { refuseUnready } from '@samenhang/gateway/access/findings'
import { readMode } from '@samenhang/gateway/access/open-access'
import { subgraphTokens } from '@samenhang/gateway/access/subgraph-token'
import { deprecationsIn, readConfig } from '@samenhang/gateway/config'
import { createLogger, linesTo } from '@samenhang/gateway/log'
import { checkPorts } from '@samenhang/gateway/listeners'
import { startGateway } from '@samenhang/gateway/main'
import { sharedSpending } from '@samenhang/gateway/object-budget'
import { keptTables } from '@samenhang/gateway/saved-tables'
import { heavyProcess } from '@samenhang/gateway/processes/heavy-process'
import { peerWithin } from '@samenhang/gateway/processes/peer'
import { roleOf } from '@samenhang/gateway/processes/roles'
import { openSubgraphs } from '@samenhang/gateway/subgraphs'
import { sliceNames } from '@samenhang/schema/slices'
import { unknownSetting, unknownSettings } from '@samenhang/subgraph-kit/known-settings'
import { withDataLock } from '@samenhang/subgraph-kit/lock'
import { seedAll } from '@samenhang/subgraph-kit/seed-all'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { kindOfData, whatIsLoaded, type Loaded } from './loaded.ts'
import { count } from './progress.ts'
import { keepRefreshed } from './keep-refreshed.ts'
import { refreshAfter, refreshMinutes } from './refresh.ts'
import { lead, serveAsWorker, serveHeavy } from './roles.ts'
import { reportWait } from './wait.ts'

export async function start(initial: NodeJS.ProcessEnv): Promise<void> {
  const environment = {
    ...initial,
    LOG_LEVEL: initial['LOG_LEVEL'] || (process.stdout.isTTY ? 'warn' : 'info'),
  }
  const role = roleOf(environment)
  if (role === 'leader') warnOfSettings(initial)
  const config = readConfig(environment, sliceNames())
  const logger = createLogger(config.logLevel, linesTo(2))
  if (role === 'worker') return serveAsWorker(environment, logger)
  if (role === 'heavy') return serveHeavy(environment, logger)
  const minutes = refreshMinutes(environment)
  // Before anything is opened: opening makes what is not there.
  await refuseUnready({ environment, subgraphs: [], subgraphUrls: config.subgraphUrls })
  await checkPorts(config)
  const subgraphs = await openSubgraphs({ environment, logger, mayLackDatabase: true })
  const loaded = await fill(subgraphs, environment).catch(async (error: unknown) => {
    await closeAll(subgraphs)
    throw error
  })
  const greet = (url: string, adminUrl: string | null): void => {
    process.stdout.write(greeting({ url, adminUrl }, loaded, [...config.subgraphUrls.keys()]))
  }
  if (config.workers > 1) {
    await closeAll(subgraphs)
    const { url, adminUrl } = await lead(config, environment, logger)
    return greet(url, adminUrl)
  }
  // The objects that clients ask for are counted here for this process and for the one of heavy operations together.
  const answers = { ...sharedSpending(), ...keptTables() }
  const lane = heavyProcess(environment, logger, answers)
  const leader = peerWithin(answers)
  const running = await startGateway({ environment, logger, subgraphs, lane, leader })
  greet(running.url, running.adminUrl)
  await keepRefreshed({ gateway: running.gateway, subgraphs, environment, logger }, minutes)
}

function warnOfSettings(environment: NodeJS.ProcessEnv): void {
  const sentences = [...unknownSettings(environment).map(unknownSetting), ...deprecationsIn(environment)]
  for (const sentence of sentences) process.stderr.write(`hub start: ${sentence}\n`)
}

async function closeAll(subgraphs: readonly RunningSubgraph[]): Promise<void> {
  await Promise.allSettled(subgraphs.map((subgraph) => subgraph.close()))
}

async function fill(
  subgraphs: readonly RunningSubgraph[],
  environment: NodeJS.ProcessEnv,
): Promise<readonly Loaded[]> {
  await seedIfEmpty(subgraphs, environment)
  return whatIsLoaded(subgraphs, subgraphTokens(environment))
}

async function seedIfEmpty(
  subgraphs: readonly RunningSubgraph[],
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  const isEmpty = async () =>
    (await Promise.all(subgraphs.map((subgraph) => subgraph.isEmpty()))).every(Boolean)
  if (readMode(environment) === 'production') return
  if (subgraphs.length === 0 || !(await isEmpty())) return
  await withDataLock(
    environment,
    async () => {
      if (!(await isEmpty())) return
      process.stdout.write('first start: making the synthetic data ...\n')
      await seedAll(subgraphs, { seed: 1, neighbourhoods: 100, people: 20_000 })
      await refreshAfter('start', subgraphs, environment)
    },
    { onWait: reportWait },
  )
}

/** What a person who just started the hub needs: where it is, what it holds, whether that is real, and what to do next. */
export function greeting(
  { url, adminUrl }: { readonly url: string; readonly adminUrl: string | null },
  loaded: readonly Loaded[],
  elsewhere: readonly string[],
): string {
  const subgraphs = [...new Set(loaded.map(({ subgraph }) => subgraph))].sort()
  const periods = loaded.map(({ period }) => period)
  const areas = Math.max(0, ...loaded.map((set) => set.areas))
  const years = periods.length === 0 ? 'no figures yet' : `${Math.min(...periods)} to ${Math.max(...periods)}`
  const lines = [
    'Samenhang is running.',
    `  graph     ${url}/graphql`,
    `  explorer  ${url}/`,
    ...(adminUrl === null ? [] : [`  admin     ${adminUrl}/ready and ${adminUrl}/metrics`]),
    `  serves    ${subgraphs.join(', ') || 'nothing yet'}: up to ${count(areas)} areas, ${years}`,
    ...(elsewhere.length === 0 ? [] : [`  elsewhere ${elsewhere.join(', ')}`]),
    `  data      ${kindOfData(loaded)}`,
    'Stop it with Ctrl+C.',
    '',
  ]
  return lines.join('\n')
}
