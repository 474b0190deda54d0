/** The caller of a request, and what is recorded while the request runs. */
import type { Caller } from '@samenhang/subgraph-kit/caller'
import type { UnrunOperation } from '../engine/prepared.ts'
import type { Explain } from './refusal.ts'

/** What one request carries through the gateway. */
export interface RequestContext {
  readonly caller: Caller
  /** The client application, where the token says. */
  readonly client: string | null
  /** The name under which it queues and is counted: that of the token, or the client's network. */
  readonly turn: string
  /** Answers with no data at all where a part is refused. */
  readonly wholeOrNothing: boolean
  /** Aborted when the client disconnects, which ends the fetches. */
  readonly signal?: AbortSignal | undefined
  /** How often each subgraph was called. */
  readonly fetches: Map<string, number>
  /** The codes of the errors in the answer, for the log. */
  readonly codes: Set<string>
  /** What the caller lacks for a field that is refused. */
  readonly explain?: Explain | undefined
  /** Whether the hub asked it at its start, to check that it is refused: that is neither logged nor counted. */
  readonly isCanary?: boolean
  /** There for a dry run: the operation is prepared, put here, and not run. */
  readonly dryRun?: DryRun | undefined
  /** Alarms of subgraphs, for the audit log only. */
  readonly alarms: Set<string>
}

/** Shared by the copies that Apollo Server makes of a context. */
export interface DryRun {
  unrun?: UnrunOperation
}
