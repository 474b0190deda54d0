/** The ETag of a registered query: the same ETag, the same answer. It follows the graph and the versions of the data that the query reads. */
import { createHash } from 'node:crypto'
import { subgraphsOf } from '../engine/compile/compile.ts'
import type { Variables } from '../engine/engine.ts'
import type { GraphState } from './graph-state.ts'
import type { StartedGraph } from './start.ts'
import { engineOperation, type TrustedDocument } from './trusted-documents.ts'

export type VersionedDocument = Pick<TrustedDocument, 'id' | 'text' | 'document' | 'digest'>

/** What an answer is of: its ETag, and the subgraphs whose data it reads. */
export interface AnswerVersion {
  readonly etag: string
  readonly reads: readonly string[]
}

type VersionedGraph = Pick<StartedGraph, 'engine' | 'sources' | 'graphMark'>

/** Of this state, by default as it is now. Undefined where a version is not known, and for protected fields. */
export async function versionOf(
  document: VersionedDocument,
  variables: Variables,
  { engine, sources, graphMark }: VersionedGraph,
  state?: GraphState,
): Promise<AnswerVersion | undefined> {
  const prepared = await engine?.prepare(engineOperation(document), variables)
  if (prepared?.kind !== 'ready' || prepared.isProtected) return undefined
  if (state && state.graph !== graphMark) return undefined
  const reads = subgraphsOf(prepared.step)
  const versions = await Promise.all(
    reads.map(async (name) =>
      state?.versions.has(name) ? state.versions.get(name) : sources.get(name)?.version?.(),
    ),
  )
  if (versions.includes(undefined)) return undefined
  return { etag: `"${markOf([graphMark, document.id, document.digest, variables, versions])}"`, reads }
}

/** The same for the same content, as JSON. */
export function markOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 22)
}
