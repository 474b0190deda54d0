/**
 * The sources of fetches, opened once: subgraphs in this process and remote ones. They do not depend on a
 * supergraph, so they outlive a gateway that is replaced by one over another release: their connections,
 * circuit breakers and known data versions stay.
 */
import type { SignSubgraphToken } from '@samenhang/subgraph-kit/access/subgraph-token'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import type { Logger } from '../telemetry/log.ts'
import { withCircuitBreaker } from './circuit-breaker.ts'
import { httpSource } from './http.ts'
import { inProcessSource } from './in-process.ts'
import type { SubgraphSource } from './source.ts'

export interface SourceOptions {
  /** The subgraphs in this process. */
  readonly subgraphs: readonly RunningSubgraph[]
  /** The remote subgraphs, by name. */
  readonly subgraphUrls?: ReadonlyMap<string, URL>
  /** Signs the tokens of the gateway's requests, without which subgraphs of the kit refuse to answer. */
  readonly sign?: SignSubgraphToken
  readonly logger: Logger
}

/** By the name of the subgraph. */
export type Sources = ReadonlyMap<string, SubgraphSource>

/** Where a subgraph is both in this process and remote, the remote one is asked. */
export function openSources({ subgraphs, subgraphUrls = new Map(), sign, logger }: SourceOptions): Sources {
  const sources = new Map<string, SubgraphSource>()
  for (const subgraph of subgraphs) sources.set(subgraph.name, inProcessSource(subgraph, sign))
  for (const [name, url] of subgraphUrls)
    sources.set(name, withCircuitBreaker(httpSource({ name, url, sign }), logger))
  return sources
}

/** Closes the connections, and the subgraphs of this process. */
export async function closeSources(sources: Sources): Promise<void> {
  await Promise.allSettled([...sources.values()].map((source) => source.close()))
}

/** The names of the sources that cannot answer now. */
export async function namesOfUnready(sources: Sources): Promise<readonly string[]> {
  const names = [...sources.keys()]
  const outcomes = await Promise.allSettled([...sources.values()].map((source) => source.ready()))
  return names.filter((_name, index) => outcomes[index]?.status === 'rejected')
}
