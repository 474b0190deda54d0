/** What would be released: a slice on top of what is released, composed. */
import { composeSlices } from '../compose.ts'
import { changesBetween } from '../changes.ts'
import { digestOf, type ReleaseBase, type SliceSource } from '../registry/release.ts'
import { changedSlices, ReleaseRefused } from '../registry/signing.ts'
import { sliceOf, withOwnSlices, withSlice } from '../slices.ts'

export interface Candidate {
  /** Of subgraphs, and then those that the gateway answers itself. */
  readonly slices: readonly SliceSource[]
  readonly supergraph: string
  readonly api: string
  /** What changes for clients, a line each. */
  readonly diff: readonly string[]
  /** The names of the slices that differ. */
  readonly changed: readonly string[]
}

/** Composes the slice with the rest as it is released. Throws ReleaseRefused with what the composer or the house rules say. */
export function candidateOf(base: ReleaseBase, slice: SliceSource): Candidate {
  const slices = withOwnSlices(withSlice(base.slices, slice))
  const composed = composeSlices(slices.map(sliceOf))
  if ('errors' in composed) throw new ReleaseRefused(composed.errors)
  const { supergraphSdl: supergraph, apiSdl: api } = composed
  return { slices, supergraph, api, ...differences(base, { slices, api }) }
}

/** What differs from the base. */
export function differences(
  base: ReleaseBase,
  { slices, api }: Pick<Candidate, 'slices' | 'api'>,
): Pick<Candidate, 'diff' | 'changed'> {
  return {
    diff: changesBetween(base.api, api),
    changed: changedSlices(base.slices.map(withDigest), slices.map(withDigest)),
  }
}

export function withDigest({ name, url, file, sdl }: SliceSource) {
  return { name, url, file, digest: digestOf(sdl) }
}
