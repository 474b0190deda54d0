/**
 * What `hub dev` composes a slice with: the slices of the others as they are released; where nothing was released, as they stand in the working tree,
 * which the others are run from too.
 */
import { baseInTree } from '@samenhang/schema/release/committed'
import { isOwnSlice, type SliceSource } from '@samenhang/schema/registry/release'
import { withRegistry } from '../with-registry.ts'

export interface DevBase {
  /** What it is, in words. */
  readonly from: string
  /** Those of subgraphs. */
  readonly slices: readonly SliceSource[]
  /** What is served before the slice was composed for the first time. */
  readonly supergraph: string
  /** The schema as clients see it. */
  readonly api: string
}

export async function baseHere(environment: NodeJS.ProcessEnv): Promise<DevBase> {
  const released = await withRegistry(environment, async (registry) => {
    const release = await registry?.releases.current()
    if (!registry || !release) return null
    const { number, supergraph, api } = release
    const slices = await registry.releases.slices(release)
    return {
      from: `release ${String(number)}`,
      slices: slices.filter(({ name }) => !isOwnSlice(name)),
      supergraph,
      api,
    }
  })
  return released ?? { from: 'this working tree', ...baseInTree() }
}
