/**
 * What `hub dev` does: opens the other subgraphs and the graph, serves it, and has every save of the one subgraph served (reload.ts), one after another.
 * What is served and what became of each save is told on stdout; logs go to stderr.
 */
import { join } from 'node:path'
import { refuseUnready } from '@samenhang/gateway/access/findings'
import { demoTokens } from '@samenhang/gateway/access/demo-endpoint'
import { readMode } from '@samenhang/gateway/access/open-access'
import { subgraphTokens } from '@samenhang/gateway/access/subgraph-token'
import { readConfig, type Config } from '@samenhang/gateway/config'
import { checkPorts, openListeners } from '@samenhang/gateway/listeners'
import { createLogger, linesTo, type Logger } from '@samenhang/gateway/log'
import { openSubgraphs } from '@samenhang/gateway/subgraphs'
import type { SliceSource } from '@samenhang/schema/registry/release'
import { readSliceSources, sliceNames } from '@samenhang/schema/slices'
import { ConfigError } from '@samenhang/subgraph-kit/config-error'
import { closeOnSignals } from '@samenhang/subgraph-kit/http-server'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { InvalidArgumentError } from 'commander'
import { repository } from '../../bin/dependencies.js'
import { CommandRefused } from '../faults.ts'
import { kindOfData, whatIsLoaded } from '../loaded.ts'
import { baseHere, type DevBase } from './base.ts'
import { openComposer } from './composer.ts'
import { openDevGraph } from './graph.ts'
import { baseAt } from './remote-base.ts'
import { greeting, reportOf } from './report.ts'
import { reloads } from './reloads.ts'
import { seedWhereEmpty } from './seed-first.ts'
import { NotServed, subgraphProcesses, type SubgraphProcess } from './subgraph-processes.ts'
import { watchSubgraph } from './watch.ts'

export interface DevOptions {
  readonly port?: number
  /** The hub whose release the slice is composed with, instead of the one in the registry. */
  readonly base?: URL
  /** For that hub. */
  readonly token?: string
}

/** Serves until the process is told to end. Throws InvalidArgumentError for what was asked wrongly; nothing was changed then. */
export async function dev(name: string, options: DevOptions, initial: NodeJS.ProcessEnv): Promise<void> {
  const environment: NodeJS.ProcessEnv = {
    ...initial,
    LOG_LEVEL: initial['LOG_LEVEL'] || 'warn',
    ...(options.port !== undefined && { PORT: String(options.port) }),
  }
  if (!sliceNames().includes(name))
    throw new InvalidArgumentError(`There is no subgraph ${name}; there are ${sliceNames().join(', ')}.`)
  if (readMode(environment) === 'production')
    throw new ConfigError(
      'hub dev serves rules of access that nobody released, so it does not start in production mode. Leave HUB_MODE out.',
    )
  const config = await readDevConfig(environment)
  await refuseUnready({ environment, subgraphs: [], subgraphUrls: config.subgraphUrls })
  const token = options.token ?? (environment['HUB_RELEASE_TOKEN'] || undefined)
  const base = await (options.base ? baseAt(options.base, token, environment) : baseHere(environment))
  const logger = createLogger(config.logLevel, linesTo(2))
  const others = await openSubgraphs({ environment, logger, mayLackDatabase: true, without: name })
  await serve({ name, environment, config, base, logger, others }).catch(async (error: unknown) => {
    await Promise.allSettled(others.map((subgraph) => subgraph.close()))
    throw error
  })
}

interface Serving {
  readonly name: string
  readonly environment: NodeJS.ProcessEnv
  readonly config: Omit<Config, 'adminPort'> & { readonly adminPort: number | null }
  readonly base: DevBase
  readonly logger: Logger
  readonly others: readonly RunningSubgraph[]
}

async function serve({ name, environment, config, base, logger, others }: Serving): Promise<void> {
  await refuseUnready({ environment, subgraphs: others, subgraphUrls: config.subgraphUrls })
  await seedWhereEmpty(others, environment)
  const folder = join(repository, 'subgraphs', name)
  const processes = subgraphProcesses(name, environment)
  const composer = openComposer(base.slices, environment)
  const closeBoth = () => Promise.all([processes.close(), composer.close()])
  try {
    const notYet = Promise.reject<SubgraphProcess>(new NotServed(`${name} is not served yet`))
    notYet.catch(() => undefined)
    const graph = await openDevGraph(
      { name, subgraphs: others, subgraphUrls: urlsOf(base, config), environment, config, logger },
      base.supergraph,
      notYet,
    )
    const listeners = await openListeners(graph.gateway, {
      ...config,
      logger,
      demo: demoTokens(environment, graph.gateway.register),
      signals: false,
    })
    const loop = reloads({
      parts: { graph, composer, processes, readSlice: () => sliceHere(name) },
      first: { sdl: '', api: base.api, process: null },
      folder,
      report: (report) => process.stdout.write(reportOf(name, report)),
      prepareNext: (sources) => {
        processes.prepare(sources)
        graph.prepareNext()
      },
    })
    const watched = watchSubgraph(folder, (files) => void loop.reload(files))
    closeOnSignals(async () => {
      watched.close()
      loop.stop()
      await listeners.close()
      await closeBoth()
    })
    const loaded = await whatIsLoaded(others, subgraphTokens(environment))
    process.stdout.write(greeting({ name, url: listeners.url, from: base.from, data: kindOfData(loaded) }))
    await loop.reload(new Set())
    await composer.warm()
    await composer.warm()
  } catch (error) {
    await closeBoth()
    throw error
  }
}

/** Probes and metrics have a port only where one is set: a hub beside may have it. */
async function readDevConfig(environment: NodeJS.ProcessEnv): Promise<Serving['config']> {
  const config = readConfig(environment, sliceNames())
  const ports = { ...config, adminPort: environment['HUB_ADMIN_PORT'] ? config.adminPort : null }
  await checkPorts(ports).catch((error: unknown) => {
    throw error instanceof ConfigError ? new InvalidArgumentError(error.message) : error
  })
  return ports
}

/** Where subgraphs elsewhere are; those that this tree does not have are where their release says. */
function urlsOf(
  { slices }: DevBase,
  { subgraphUrls }: Pick<Config, 'subgraphUrls'>,
): ReadonlyMap<string, URL> {
  const here = new Set(sliceNames())
  const released = slices
    .filter(({ name }) => !here.has(name))
    .map(({ name, url }) => [name, new URL(url)] as const)
  return new Map([...released, ...subgraphUrls])
}

function sliceHere(name: string): SliceSource {
  const slice = readSliceSources().find((source) => source.name === name)
  if (!slice) throw new CommandRefused([`There is no subgraphs/${name}/schema.graphql.`])
  return slice
}
