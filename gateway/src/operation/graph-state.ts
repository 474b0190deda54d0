/** Which graph is served, and which versions of the data: what a snapshot names. */
import { isOwnSlice } from '@samenhang/schema/registry/release'
import type { Sources } from '../subgraph-sources/open-sources.ts'

/** The graph that is served, and the data that it is over. */
export interface GraphState {
  /** Another with each graph and each version of this code. */
  readonly graph: string
  /** The version of the data of each subgraph, by its name, as they all are at one time or after; undefined where it is not known. */
  readonly versions: ReadonlyMap<string, string | undefined>
}

/** Without the slices that the gateway answers itself. */
export async function stateOf({
  sources,
  graphMark,
}: {
  readonly sources: Sources
  readonly graphMark: string
}): Promise<GraphState> {
  const subgraphs = [...sources].filter(([name]) => !isOwnSlice(name))
  const versions = await Promise.all(
    subgraphs.map(async ([name, source]) => [name, await source.version?.()] as const),
  )
  return { graph: graphMark, versions: new Map(versions) }
}
