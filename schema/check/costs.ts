/** What a change makes dearer: the operations that take more fetches, or whose answer can hold more objects, before and after. */
import type { DocumentNode } from 'graphql'
import type { CheckedOperation } from './operations.ts'
import { findMoved, isTouched } from './touched.ts'
import type { UsesOf } from './who-breaks.ts'

export interface OperationCost {
  /** Requests to subgraphs, at most. */
  readonly fetches: number
  /** Objects that the answer can hold, at most. */
  readonly objects: number
}

/** What an operation costs on one supergraph; null for one that it cannot run. */
export type CostMeter = (document: DocumentNode) => Promise<OperationCost | null>

/** Makes the meter of a supergraph; called only where something has to be planned. */
export type MeterOf = (supergraphSdl: string) => Promise<CostMeter>

export interface DearerOperation extends CheckedOperation {
  readonly before: OperationCost
  readonly after: OperationCost
}

export interface Costs {
  /** How many operations were planned anew. */
  readonly planned: number
  readonly dearer: readonly DearerOperation[]
}

interface Supergraph {
  readonly sdl: string
  readonly document: DocumentNode
}

/** Plans those only that the change touches, each text once. */
export async function findCosts(
  { before, after }: { readonly before: Supergraph; readonly after: Supergraph },
  operations: readonly CheckedOperation[],
  uses: UsesOf,
  meterOf: MeterOf,
): Promise<Costs> {
  const moved = findMoved(before.document, after.document)
  const touched = operations.filter(({ document }) => isTouched(uses(document), moved))
  if (touched.length === 0) return { planned: 0, dearer: [] }
  const meters = [await meterOf(before.sdl), await meterOf(after.sdl)] as const
  const known = new Map<DocumentNode, readonly [OperationCost | null, OperationCost | null]>()
  for (const { document } of touched) {
    if (known.has(document)) continue
    const after = await meters[1](document)
    known.set(document, [after && (await meters[0](document)), after])
  }
  const dearer = touched.flatMap((checked): readonly DearerOperation[] => {
    const [before, after] = known.get(checked.document) ?? []
    if (!before || !after) return []
    return after.fetches > before.fetches || after.objects > before.objects
      ? [{ ...checked, before, after }]
      : []
  })
  return { planned: known.size, dearer }
}
