/**
 * What `hub dev` does at a save: runs the sources as they are in a process of their own, composes the slice where it changed, makes a gateway of the
 * result, and has all of it served together. Where any of it fails, that is told and what was served last stays.
 */
import { changesBetween } from '@samenhang/schema/changes'
import type { SliceSource } from '@samenhang/schema/registry/release'
import { lineFor } from '../faults.ts'
import type { Composer } from './composer.ts'
import type { DevGraph } from './graph.ts'
import { NotServed, type SubgraphProcess, type SubgraphProcesses } from './subgraph-processes.ts'

export interface ReloadParts {
  readonly graph: Pick<DevGraph, 'prepare' | 'replaceSubgraph'>
  readonly composer: Pick<Composer, 'compose'>
  readonly processes: Pick<SubgraphProcesses, 'open'>
  /** The slice as it is now. Throws where it cannot be read. */
  readonly readSlice: () => SliceSource
}

/** What is served. */
export interface Served {
  /** The text of the slice; empty before it was composed for the first time. */
  readonly sdl: string
  /** The schema as clients see it. */
  readonly api: string
  /** Null before the sources were served for the first time. */
  readonly process: SubgraphProcess | null
}

export type Reloaded =
  | {
      readonly served: Served
      /** What changed for clients, a line each. */
      readonly changes: readonly string[]
      /** What the author must mend before composition of the tree, a line each. */
      readonly warnings: readonly string[]
    }
  | { readonly faults: readonly string[] }

/** Never throws. */
export async function reload(parts: ReloadParts, before: Served): Promise<Reloaded> {
  try {
    const slice = parts.readSlice()
    return slice.sdl === before.sdl
      ? await replaceProcess(parts, before)
      : await replaceGraph(parts, before, slice)
  } catch (error) {
    return { faults: [message(error)] }
  }
}

async function replaceProcess({ graph, processes }: ReloadParts, before: Served): Promise<Reloaded> {
  const process = await processes.open()
  graph.replaceSubgraph(process)
  return { served: { ...before, process }, changes: [], warnings: [] }
}

async function replaceGraph(
  { graph, composer, processes }: ReloadParts,
  before: Served,
  slice: SliceSource,
): Promise<Reloaded> {
  const opening = processes.open()
  opening.catch(() => undefined)
  const composing = composer.compose(slice)
  const merged = await composing.merged
  if ('faults' in merged) return refuse(opening, merged.faults)
  // The rest of the composition takes about as long as the start of a gateway: they go side by side.
  const preparing = graph.prepare(merged.supergraphSdl, opening)
  const [prepared, checked, opened] = await Promise.allSettled([preparing, composing.checked, opening])
  const faults = checked.status === 'fulfilled' && 'faults' in checked.value ? [...checked.value.faults] : []
  for (const outcome of [opened, prepared, checked])
    if (outcome.status === 'rejected') faults.push(message(outcome.reason))
  if (
    faults.length === 0 &&
    prepared.status === 'fulfilled' &&
    opened.status === 'fulfilled' &&
    checked.status === 'fulfilled' &&
    'apiSdl' in checked.value
  ) {
    prepared.value.serve()
    const { apiSdl: api, warnings } = checked.value
    return {
      served: { sdl: slice.sdl, api, process: opened.value },
      changes: changesBetween(before.api, api),
      warnings,
    }
  }
  if (prepared.status === 'fulfilled') await prepared.value.discard()
  return refuse(opening, faults)
}

function refuse(opening: Promise<SubgraphProcess>, faults: readonly string[]): Reloaded {
  void opening.then(
    (process) => process.end(),
    () => undefined,
  )
  return { faults }
}

function message(reason: unknown): string {
  return reason instanceof NotServed ? reason.message : lineFor(reason)
}
