/** The state of writing an answer: the current path, the incomplete paths, the refused paths. */
import type { Path } from '../compile/data.ts'

/** What is wrong at a place of the answer that no subgraph said anything of. */
export interface Incomplete {
  readonly path: Path
  readonly message: string
}

/** A place of the answer that is null because its caller may not have it, and what it would have been: `Type.field`, or `Type`. */
export interface RefusedPlace {
  readonly path: Path
  readonly coordinate: string
}

/** What one answer carries while it is written. */
export interface Trail {
  readonly path: (string | number)[]
  readonly incomplete: Incomplete[]
  readonly refused: RefusedPlace[]
  /** Places of which the data say nothing; null where nobody wants to know. */
  readonly absent: Path[] | null
}
