/**
 * The sources of fetches, made once: subgraphs in this process and elsewhere. They know no supergraph, so that they outlive a gateway that is
 * replaced by one over another release. Their connections, circuit breakers and known versions of data stay.
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
  /** The subgraphs elsewhere, by name. */
  readonly subgraphUrls?: ReadonlyMap<string, URL>
  /** Signs the tokens that subgraphs are asked with; subgraphs of the kit answer nothing without one. */
  readonly sign?: SignSubgraphToken
  readonly logger: Logger
}

/** By the name of the subgraph. */
export type Sources = ReadonlyMap<string, SubgraphSource>

/** A subgraph that is both in this process and elsewhere is asked elsewhere. */
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
