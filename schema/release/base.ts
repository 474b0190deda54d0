/** What a release is made on: the newest one, or where there is none the composition that is committed, which then becomes release 0. */
import { composeSlices } from '../compose.ts'
import type { Registry } from '../registry/registry.ts'
import { isOwnSlice, statementIn, type ReleaseBase, type SliceSource } from '../registry/release.ts'
import { ReleaseRefused } from '../registry/signing.ts'
import { sliceOf, withOwnSlices } from '../slices.ts'
import { baseInTree, committedBase } from './committed.ts'

/** The newest release; without a registry or a release what is committed. Throws ReleaseRefused where that cannot be told. */
export async function readBase(registry: Pick<Registry, 'releases'> | null): Promise<ReleaseBase> {
  const release = await registry?.releases.current()
  if (!registry || !release) return wholeBase()
  return {
    statement: statementIn(release),
    slices: subgraphsOnly(await registry.releases.slices(release)),
    supergraph: release.supergraph,
    api: release.api,
  }
}

/** The slices of subgraphs alone. */
export function subgraphsOnly(slices: readonly SliceSource[]): readonly SliceSource[] {
  return slices.filter(({ name }) => !isOwnSlice(name))
}

/**
 * The last commit, where its slices compose to its graph with the shared definitions of the working tree, which no slice has for itself; else the
 * working tree.
 */
function wholeBase(): ReleaseBase {
  for (const read of [committedBase, baseInTree]) {
    const base = read()
    if (isWhole(base)) return base
  }
  throw new ReleaseRefused([
    'Nothing was released yet, and schema/supergraph.graphql is not what the committed slices compose to. Check out what is served now, and release from there first.',
  ])
}

function isWhole({ slices, supergraph }: ReleaseBase): boolean {
  try {
    const graph = composeSlices(withOwnSlices(slices).map(sliceOf))
    return 'supergraphSdl' in graph && graph.supergraphSdl === supergraph
  } catch {
    // A slice that is no GraphQL is told where it is released.
    return false
  }
}
