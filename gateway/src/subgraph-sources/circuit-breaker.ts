/**
 * Stops asking a subgraph elsewhere that does not answer: after a few fetches in a row that came to nothing, others fail at once, until the
 * subgraph answers a question of the hub's own. What a subgraph answers, errors included, is an answer, and so is one that is too long to take.
 */
import { publicAccess } from '@samenhang/subgraph-kit/caller'
import { BodyTooLarge } from '@samenhang/subgraph-kit/http-body'
import { CircuitState, circuitBreaker, ConsecutiveBreaker, handleWhen } from 'cockatiel'
import type { Logger } from '../telemetry/log.ts'
import type { SubgraphSource } from './source.ts'
import { waitAtMost, type Stop } from './cancellation.ts'
import { newTraceId } from '../telemetry/trace-id.ts'

export interface BreakerLimits {
  /** Fetches in a row that came to nothing. */
  readonly failures: number
  /** Milliseconds between two questions of the hub's own, and that each may take. */
  readonly probeEvery: number
  readonly probePatience: number
}

const usual: BreakerLimits = { failures: 5, probeEvery: 2_000, probePatience: 1_000 }

/** Fails without having asked. */
export class NotAsked extends Error {
  override readonly name = 'NotAsked'
}

export function withCircuitBreaker(
  source: SubgraphSource,
  logger: Pick<Logger, 'warn' | 'info'>,
  given: Partial<BreakerLimits> = {},
): SubgraphSource {
  const { failures, probeEvery, probePatience } = { ...usual, ...given }
  const clientLeft = new WeakSet<object>()
  const policy = circuitBreaker(
    handleWhen((error) => !clientLeft.has(error) && !(error instanceof BodyTooLarge)),
    { halfOpenAfter: probeEvery, breaker: new ConsecutiveBreaker(failures) },
  )
  const patience = waitAtMost(probePatience)
  let timer: NodeJS.Timeout | undefined
  /** The first fetch after a while is let through by the policy; it is never a client's. */
  const probe = (): void => {
    policy
      .execute(() =>
        patience(undefined, (stop) =>
          source.fetch({ query: '{ __typename }' }, { traceId: newTraceId(), access: publicAccess }, stop),
        ),
      )
      .catch(() => undefined)
  }
  policy.onBreak(() => {
    logger.warn({ subgraph: source.name }, 'the subgraph does not answer; it is not asked until it does')
    timer ??= setInterval(probe, probeEvery + 10).unref()
  })
  policy.onReset(() => {
    clearInterval(timer)
    timer = undefined
    logger.info({ subgraph: source.name }, 'the subgraph answers again')
  })
  return {
    ...source,
    async fetch(request, caller, stop) {
      if (policy.state !== CircuitState.Closed)
        throw new NotAsked('It did not answer before, and is not asked until it does')
      return policy.execute(() =>
        source.fetch(request, caller, stop).catch((error: unknown) => {
          if (typeof error === 'object' && error !== null && hasLeft(stop)) clientLeft.add(error)
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

/** Whether nobody waited any more, for another reason than the time it took. */
function hasLeft({ reason }: Stop): boolean {
  return reason !== undefined && reason.name !== 'TooLate'
}
