/**
 * The graph that `hub dev` serves: a gateway over one subgraph in a process of its own, the others in this one or where SUBGRAPH_URL_<NAME> says, and
 * in its place the next one, once that has started. What is asked meanwhile is answered by the one before.
 */
import { openAccess, tokenVerifierIn } from '@samenhang/gateway/access/open-access'
import { subgraphTokens } from '@samenhang/gateway/access/subgraph-token'
import { openAudit } from '@samenhang/gateway/audit/audit'
import type { Config } from '@samenhang/gateway/config'
import { readDocuments } from '@samenhang/gateway/document-files'
import { createGatewayOver, type Gateway } from '@samenhang/gateway/gateway'
import type { Logger } from '@samenhang/gateway/log'
import { createMetrics } from '@samenhang/gateway/metrics'
import { replaceableGateway } from '@samenhang/gateway/replaceable-gateway'
import { httpSource } from '@samenhang/gateway/sources/http'
import { closeSources, openSources } from '@samenhang/gateway/sources/open'
import { replaceableSource } from '@samenhang/gateway/sources/replaceable'
import { sparePlanning } from '@samenhang/gateway/spare-planning'
import { openKeys } from '@samenhang/subgraph-kit/access/keys'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import type { SubgraphProcess } from './subgraph-processes.ts'

export interface DevGraphOptions {
  /** The subgraph that runs in a process of its own. */
  readonly name: string
  /** The others of this process; closed with the gateway. */
  readonly subgraphs: readonly RunningSubgraph[]
  /** The others elsewhere. */
  readonly subgraphUrls: ReadonlyMap<string, URL>
  readonly environment: NodeJS.ProcessEnv
  readonly config: Pick<Config, 'executor' | 'operationsFolder' | 'trustedOnly'>
  readonly logger: Logger
}

/** A gateway that is ready to serve, or to be thrown away. */
export interface PreparedGraph {
  /** Has it served. */
  serve(): void
  /** Without having it served. */
  discard(): Promise<void>
}

export interface DevGraph {
  /** What serves, whichever it is; closing it closes the subgraphs too. */
  readonly gateway: Gateway
  /** Makes the next; `subgraph` may still be starting. Rejects where no gateway can be made of the supergraph. */
  prepare(supergraphSdl: string, subgraph: Promise<SubgraphProcess>): Promise<PreparedGraph>
  /** Has the same graph ask another process. */
  replaceSubgraph(subgraph: SubgraphProcess): void
  /** Has what the next one needs wait. */
  prepareNext(): void
}

/** Serves `supergraphSdl` first. */
export async function openDevGraph(
  options: DevGraphOptions,
  supergraphSdl: string,
  subgraph: Promise<SubgraphProcess>,
): Promise<DevGraph> {
  const { name, subgraphs, environment, config, logger } = options
  const sign = subgraphTokens(environment)
  const subgraphUrls = new Map([...options.subgraphUrls].filter(([other]) => other !== name))
  const others = openSources({ subgraphs, subgraphUrls, sign, logger })
  const audit = openAudit(environment, openKeys(environment), logger)
  const metrics = createMetrics()
  const planning = sparePlanning()
  const documents = readDocuments(config.operationsFolder)
  const verify = tokenVerifierIn(environment)
  const closeResources = async (): Promise<void> => {
    planning.end()
    await closeSources(others)
    audit.close()
  }
  const sourceOf = ({ url }: SubgraphProcess) => httpSource({ name, url, sign })
  const make = async (sdl: string, process: Promise<SubgraphProcess>) => {
    const source = replaceableSource(name, process.then(sourceOf))
    let lastProcess = process
    const gateway = await createGatewayOver(
      { sources: new Map([...others, [name, source]]), metrics, audit, logger },
      {
        supergraphSdl: sdl,
        access: (schema) => openAccess(environment, schema, verify),
        executor: config.executor,
        startPlanning: (planned) =>
          planning.start(planned, (lost) => logger.warn(lost, 'a planning process ended unexpectedly')),
        documents: documents.texts,
        brokenDocuments: documents.broken,
        // Each is planned when it is asked, so that a save is served sooner.
        isPrepared: false,
        trustedOnly: config.trustedOnly,
      },
    )
    const close = async (): Promise<void> => {
      await gateway.close()
      await source.close()
      await lastProcess.then(
        (ending) => ending.end(),
        () => undefined,
      )
    }
    return {
      gateway: { ...gateway, close },
      replaceSubgraph(next: SubgraphProcess) {
        const before = lastProcess
        lastProcess = Promise.resolve(next)
        void source.replace(sourceOf(next)).then(async () => (await before.catch(() => null))?.end())
      },
    }
  }
  try {
    let serving = await make(supergraphSdl, subgraph)
    const gateway = replaceableGateway(serving.gateway)
    return {
      gateway: Object.assign(Object.create(gateway) as typeof gateway, {
        close: () => gateway.close().finally(closeResources),
      }),
      async prepare(sdl, process) {
        const made = await make(sdl, process)
        return {
          serve() {
            serving = made
            gateway.replace(made.gateway)
          },
          discard: () => made.gateway.close(),
        }
      },
      replaceSubgraph: (next) => serving.replaceSubgraph(next),
      prepareNext: () => planning.prepare(),
    }
  } catch (error) {
    await closeResources()
    throw error
  }
}
