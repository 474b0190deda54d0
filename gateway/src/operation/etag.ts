/** The ETag of a registered query: the same ETag, the same answer. It follows the graph and the versions of the data that the query reads. */
import { createHash } from 'node:crypto'
import { subgraphsOf } from '../engine/compile/compile.ts'
import type { Variables } from '../engine/engine.ts'
import type { StartedGraph } from './start.ts'
import { engineOperation, type TrustedDocument } from './trusted-documents.ts'

export type VersionedDocument = Pick<TrustedDocument, 'id' | 'text' | 'document' | 'digest'>

/** Undefined where a version is not known, and for protected fields. */
export async function etagOf(
  document: VersionedDocument,
  variables: Variables,
  { engine, sources, graphMark }: Pick<StartedGraph, 'engine' | 'sources' | 'graphMark'>,
): Promise<string | undefined> {
  const prepared = await engine?.prepare(engineOperation(document), variables)
  if (prepared?.kind !== 'ready' || prepared.isProtected) return undefined
  const names = subgraphsOf(prepared.step)
  const versions = await Promise.all(names.map(async (name) => sources.get(name)?.version?.()))
  if (versions.includes(undefined)) return undefined
  return `"${markOf([graphMark, document.id, document.digest, variables, versions])}"`
}

/** The same for the same content, as JSON. */
export function markOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 22)
}
