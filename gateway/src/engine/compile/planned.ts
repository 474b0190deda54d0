/** A plan before it is compiled: fetches as the planner made them, with their paths. */
import type { FetchNode } from '@apollo/query-planner'
import type { Branch } from './data.ts'

/** A fetch as the plan has it, and where. */
export interface PlannedFetch {
  readonly kind: 'fetch'
  readonly node: FetchNode
  readonly path: readonly string[]
  /** As in a Fetch; every object by default. */
  readonly branch?: Branch
  /** The fetch that this is a part of, for objects that no other part is for. */
  readonly partOf?: PlannedFetch
}

export type PlannedStep =
  { readonly kind: 'sequence' | 'parallel'; readonly steps: readonly PlannedStep[] } | PlannedFetch
