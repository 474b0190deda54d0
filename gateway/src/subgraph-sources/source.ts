/**
 * The interface to subgraphs: one way to ask, whether the subgraph runs in this process or elsewhere. A
 * source gives a complete answer or throws; fetch.ts decides what a failure means for the client's answer.
 */
import type { Caller } from '@samenhang/subgraph-kit/caller'
import type { PromiseOrValue } from '@samenhang/subgraph-kit/promise-or-value'
import type { SubgraphAnswer, SubgraphRequest } from '@samenhang/subgraph-kit/subgraph'
import type { Cancellation } from './cancellation.ts'
import type { Coordinates } from './slice-coordinates.ts'

export interface SubgraphSource {
  /** The subgraph's name, as the supergraph has it. */
  readonly name: string
  /** Whether it runs in another process, so that its answers are checked against the supergraph. */
  readonly isRemote?: boolean
  /** One fetch of a query plan. Throws where no whole answer came. `cancellation` ends its work when nobody waits for it. */
  fetch(request: SubgraphRequest, caller: Caller, cancellation: Cancellation): Promise<SubgraphAnswer>
  /** As `fetch`, of a subgraph in this process: the answer is there at once where nothing has to be waited for. */
  call?(request: SubgraphRequest, caller: Caller): PromiseOrValue<SubgraphAnswer>
  /**
   * Changes whenever the subgraph's data do: their version now, not as it was before this was called, or in this process before this turn of
   * the event loop. Undefined where it is not known.
   */
  version?(): PromiseOrValue<string | undefined>
  /** The fields and arguments that a subgraph in this process serves; one elsewhere is asked. */
  served?(): Coordinates
  /** Throws where the subgraph cannot answer now. */
  ready(): Promise<void>
  close(): Promise<void>
}
