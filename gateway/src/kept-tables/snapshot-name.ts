/** Which data and which graph an answer is of: the version of each subgraph's data, and the graph. A snapshot is the name of one such state. */
import { createHash } from 'node:crypto'
import type { GraphState } from '../operation/graph-state.ts'

/** Undefined where a subgraph does not tell the version of its data: its state has no name then. */
export function snapshotName({ graph, versions }: GraphState): string | undefined {
  if (versions.size === 0) return undefined
  const entries = [...versions].sort(([one], [other]) => (one < other ? -1 : 1))
  if (entries.some(([, version]) => version === undefined)) return undefined
  return createHash('sha256')
    .update(JSON.stringify([graph, entries]))
    .digest('hex')
    .slice(0, 16)
}

export function isSnapshotName(name: string): boolean {
  return /^[0-9a-f]{16}$/.test(name)
}
