/** What a release is made on: the newest one, or where there is none the composition that is committed, which then becomes release 0. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { composeSlices } from '../compose.ts'
import type { Registry } from '../registry/registry.ts'
import { isOwnSlice, statementIn, type ReleaseStatement, type SliceSource } from '../registry/release.ts'
import { ReleaseRefused } from '../registry/signing.ts'
import { readSliceSources, sliceOf, withOwnSlices } from '../slices.ts'
import { readSupergraph } from '../supergraph.ts'

export interface ReleaseBase {
  /** Null where nothing was released yet. */
  readonly statement: ReleaseStatement | null
  /** Those of subgraphs, by name. */
  readonly slices: readonly SliceSource[]
  readonly supergraph: string
  /** The schema as clients see it. */
  readonly api: string
}

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The newest release; without a registry or a release what is committed. Throws ReleaseRefused where that cannot be told. */
export async function readBase(registry: Pick<Registry, 'releases'> | null): Promise<ReleaseBase> {
  const release = await registry?.releases.current()
  if (!registry || !release) return committedBase()
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
 * The committed composition, and the slices that it was composed of: those of the working tree, or where these were changed since those of the last
 * commit.
 */
function committedBase(): ReleaseBase {
  const supergraph = readSupergraph()
  const composed = (slices: readonly SliceSource[]): boolean => {
    const graph = composeSlices(withOwnSlices(slices).map(sliceOf))
    return 'supergraphSdl' in graph && graph.supergraphSdl === supergraph
  }
  const api = readFileSync(new URL('../api.graphql', import.meta.url), 'utf8')
  const inTree = readSliceSources()
  for (const slices of [() => inTree, () => inTree.map(asCommitted)]) {
    const candidate = slices()
    if (isComposed(candidate, composed)) return { statement: null, slices: candidate, supergraph, api }
  }
  throw new ReleaseRefused([
    'Nothing was released yet, and schema/supergraph.graphql is not what the committed slices compose to. Check out what is served now, and release from there first.',
  ])
}

function isComposed(
  slices: readonly SliceSource[],
  composes: (slices: readonly SliceSource[]) => boolean,
): boolean {
  try {
    return composes(slices)
  } catch {
    // A slice that is no GraphQL is told where it is released.
    return false
  }
}

function asCommitted(slice: SliceSource): SliceSource {
  try {
    const sdl = execFileSync('git', ['show', `HEAD:${slice.file}`], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 50_000_000,
    })
    return { ...slice, sdl }
  } catch {
    return slice
  }
}
