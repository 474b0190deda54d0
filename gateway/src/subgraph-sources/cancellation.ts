/**
 * Ends waits at their deadline, or when their client disconnects. One timer serves all fetches of a gateway, which all have the same deadline, and
 * one listener serves all fetches of a request.
 */

/** Cancels a wait and the work behind it. */
export class Cancellation {
  #reason: Error | undefined
  #act: ((reason: Error) => void) | undefined
  readonly #reject: (reason: Error) => void

  constructor(reject: (reason: Error) => void) {
    this.#reject = reject
  }

  /** Why the wait was cancelled; undefined where it was not. */
  get reason(): Error | undefined {
    return this.#reason
  }

  /** Sets what ends the work behind the wait; the last one set is called, once. */
  onCancel(act: (reason: Error) => void): void {
    if (this.#reason) act(this.#reason)
    else this.#act = act
  }

  cancel(reason: Error): void {
    if (this.#reason) return
    this.#reason = reason
    this.#reject(reason)
    this.#act?.(reason)
  }
}

/** No answer came in time. */
export class TooLate extends Error {
  override readonly name = 'TooLate'
}

/** Waits for what `act` gives; rejects at the deadline and when `signal` is aborted. */
export type Wait = <T>(
  signal: AbortSignal | undefined,
  act: (cancellation: Cancellation) => Promise<T>,
) => Promise<T>

export function waitAtMost(milliseconds: number): Wait {
  // In the order in which they end.
  const waits = new Map<Cancellation, number>()
  let timer: NodeJS.Timeout | undefined
  const sweep = (): void => {
    timer = undefined
    const now = performance.now()
    for (const [cancellation, until] of waits) {
      if (until > now) {
        timer = setTimeout(sweep, Math.ceil(until - now)).unref()
        return
      }
      waits.delete(cancellation)
      cancellation.cancel(new TooLate(`no answer within ${milliseconds} ms`))
    }
  }
  return (signal, act) =>
    new Promise((resolve, reject) => {
      const cancellation = new Cancellation(reject)
      const ofClient = signal && cancellationsOf(signal)
      if (signal?.aborted) return reject(new Error('the client disconnected'))
      waits.set(cancellation, performance.now() + milliseconds)
      ofClient?.add(cancellation)
      timer ??= setTimeout(sweep, milliseconds).unref()
      const end = (): void => {
        waits.delete(cancellation)
        ofClient?.delete(cancellation)
      }
      act(cancellation).finally(end).then(resolve, reject)
    })
}

const cancellationsBySignal = new WeakMap<AbortSignal, Set<Cancellation>>()

function cancellationsOf(signal: AbortSignal): Set<Cancellation> {
  const existing = cancellationsBySignal.get(signal)
  if (existing) return existing
  const cancellations = new Set<Cancellation>()
  cancellationsBySignal.set(signal, cancellations)
  signal.addEventListener(
    'abort',
    () => cancellations.forEach((cancellation) => cancellation.cancel(new Error('the client disconnected'))),
    { once: true },
  )
  return cancellations
}
