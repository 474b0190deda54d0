/**
 * A circuit breaker for remote subgraphs: after several failed fetches in a row, others fail at once, until
 * the subgraph answers a probe of the hub. Any answer of a subgraph is a success, errors included, and so is
 * one that is too large.
 */
import { publicAccess } from '@samenhang/subgraph-kit/caller'
import { BodyTooLarge } from '@samenhang/subgraph-kit/http-body'
import { CircuitState, circuitBreaker, ConsecutiveBreaker, handleWhen } from 'cockatiel'
import type { Logger } from '../telemetry/log.ts'
import type { SubgraphSource } from './source.ts'
import { waitAtMost, type Cancellation } from './cancellation.ts'
import { newTraceId } from '../telemetry/trace-id.ts'

export interface BreakerLimits {
  /** Failed fetches in a row. */
  readonly failures: number
  /** Milliseconds between two probes, and that each may take. */
  readonly probeEvery: number
  readonly probePatience: number
}

const usual: BreakerLimits = { failures: 5, probeEvery: 2_000, probePatience: 1_000 }

/** The failure of a fetch that was not sent. */
export class NotAsked extends Error {
  override readonly name = 'NotAsked'
}

export function withCircuitBreaker(
  source: SubgraphSource,
  logger: Pick<Logger, 'warn' | 'info'>,
  limits: Partial<BreakerLimits> = {},
): SubgraphSource {
  const { failures, probeEvery, probePatience } = { ...usual, ...limits }
  const disconnected = new WeakSet<object>()
  const policy = circuitBreaker(
    handleWhen((error) => !disconnected.has(error) && !(error instanceof BodyTooLarge)),
    { halfOpenAfter: probeEvery, breaker: new ConsecutiveBreaker(failures) },
  )
  const patience = waitAtMost(probePatience)
  let timer: NodeJS.Timeout | undefined
  /** The policy lets the first fetch after a while through; that is this probe and never a client's fetch. */
  const probe = (): void => {
    policy
      .execute(() =>
        patience(undefined, (cancellation) =>
          source.fetch(
            { query: '{ __typename }' },
            { traceId: newTraceId(), access: publicAccess },
            cancellation,
          ),
        ),
      )
      .catch(() => undefined)
  }
  policy.onBreak(() => {
    logger.warn({ subgraph: source.name }, 'the subgraph does not answer; no requests are sent until it does')
    timer ??= setInterval(probe, probeEvery + 10).unref()
  })
  policy.onReset(() => {
    clearInterval(timer)
    timer = undefined
    logger.info({ subgraph: source.name }, 'the subgraph answers again')
  })
  return {
    ...source,
    async fetch(request, caller, cancellation) {
      if (policy.state !== CircuitState.Closed)
        throw new NotAsked('It did not answer before; no requests are sent until it does')
      return policy.execute(() =>
        source.fetch(request, caller, cancellation).catch((error: unknown) => {
          if (typeof error === 'object' && error !== null && hasDisconnected(cancellation))
            disconnected.add(error)
          throw error
        }),
      )
    },
    close: () => {
      clearInterval(timer)
      return source.close()
    },
  }
}

/** Whether the client disconnected, and the fetch was not merely too slow. */
function hasDisconnected({ reason }: Cancellation): boolean {
  return reason !== undefined && reason.name !== 'TooLate'
}
