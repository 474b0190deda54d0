/**
 * One operation while it is answered: its caller, what is counted, its line in the operational log, and its
 * answer where it is refused.
 */
import { publicAccess, type Caller } from '@samenhang/subgraph-kit/caller'
import { HubError } from '@samenhang/subgraph-kit/errors'
import type { Credentials, AuthenticatedCaller } from '../access/authenticate.ts'
import type { Explain } from '../access/refusal.ts'
import { jsonHeaders, type WrittenAnswer } from './engine-answer.ts'
import { errorBody, internalError, statusOf } from './mask-errors.ts'
import type { DryRun, RequestContext } from '../access/request-context.ts'
import type { OperationFacts } from '../limits/limits.ts'
import { logRequest, type Logger } from '../telemetry/log.ts'
import { nameForLogs } from '../telemetry/log-text.ts'
import { newTraceId } from '../telemetry/trace-id.ts'
import type { Client } from '../usage/usage-counter.ts'

const unnamed: Client = { name: '', version: '' }

/** What comes with an operation: who asks and what for, and how. */
export interface RequestOptions {
  readonly credentials?: Credentials
  /** Gives nothing where a part is refused. */
  readonly wholeOrNothing?: boolean
  /** By a URL, where nothing that is protected may stand. */
  readonly isGet?: boolean
  /** Where it came from, for a turn where many wait; the hub itself by default. */
  readonly from?: string | undefined
  /** The hub's own question at its start, which is neither logged nor counted. */
  readonly isCanary?: boolean
  /** Tells what it would take, and runs nothing. */
  readonly isDryRun?: boolean
  /** The client, as it names itself. */
  readonly client?: Client | undefined
  /** Ends when the client goes away. */
  readonly signal?: AbortSignal
}

/** What one request carries through the gateway, from when it came. */
export class OperationContext implements RequestContext {
  readonly at = performance.now()
  caller: Caller = { traceId: newTraceId(), access: publicAccess }
  client: string | null = null
  readonly wholeOrNothing: boolean
  readonly isCanary: boolean
  readonly dryRun: DryRun | undefined
  explain: Explain | undefined
  readonly fetches = new Map<string, number>()
  readonly codes = new Set<string>()
  readonly alarms = new Set<string>()
  // Apollo Server copies what it is given: none of the private fields of a class would come along.
  private readonly options: RequestOptions

  constructor(options: RequestOptions) {
    this.options = options
    this.wholeOrNothing = options.wholeOrNothing ?? false
    this.isCanary = options.isCanary ?? false
    this.dryRun = options.isDryRun ? {} : undefined
  }

  get turn(): string {
    return this.caller.access.actor === null ? (this.options.from ?? '') : `token ${this.caller.access.actor}`
  }

  /** As the client names itself, or else as its token does. */
  get usageClient(): Client {
    return this.options.client ?? (this.client === null ? unnamed : { name: this.client, version: '' })
  }

  get signal(): AbortSignal | undefined {
    return this.options.signal
  }

  identify({ access, client }: AuthenticatedCaller): void {
    if (access === publicAccess) return
    this.caller = { traceId: this.caller.traceId, access }
    this.client = client
  }
}

/** The answer to an operation that nothing was run of. */
export function refusal(error: unknown, { caller, codes }: RequestContext, logger: Logger): WrittenAnswer {
  const clientError = error instanceof HubError ? error : internalError(error, logger, caller.traceId)
  codes.add(String(clientError.extensions['code']))
  const { status, headers } = statusOf(error)
  return { status, headers: new Map([...jsonHeaders, ...headers]), text: errorBody(clientError) }
}

/** Writes the line of the operational log. */
export function logOperation(
  logger: Logger,
  { name, kind }: OperationFacts,
  { caller, fetches, codes }: RequestContext,
  { status, ms }: { readonly status: number; readonly ms: number },
): void {
  logRequest(logger, {
    traceId: caller.traceId,
    operation: name,
    kind,
    subgraphs: Object.fromEntries(fetches),
    status,
    ms: Math.round(ms),
    errors: [...codes].map(nameForLogs),
  })
}
