/** Who asks, and what is noted of a request on its way. */
import type { Caller } from '@samenhang/subgraph-kit/caller'
import type { Explain } from './refusal.ts'

/** What one request carries through the gateway. */
export interface RequestContext {
  readonly caller: Caller
  /** The application that asks, where its token says. */
  readonly client: string | null
  /** Whose turn it takes where many wait: the token's name, or where the request came from. */
  readonly turn: string
  /** Gives nothing where a part is refused. */
  readonly wholeOrNothing: boolean
  /** Ends when the client goes away; nobody waits for the fetches then. */
  readonly gone?: AbortSignal | undefined
  /** How often each subgraph was called. */
  readonly fetches: Map<string, number>
  /** The codes of the errors in the answer, for the log. */
  readonly codes: Set<string>
  /** What the caller lacks for a field that is refused. */
  readonly explain?: Explain | undefined
  /** Asked by the hub itself at its start, to see that it is refused: that is neither logged nor counted. */
  readonly isCanary?: boolean
  /** What subgraphs told the gateway alone, for the audit log. */
  readonly alarms: Set<string>
}
