/**
 * Ends waits at their deadline, or when their client disconnects. One timer serves all fetches of a gateway, which all have the same deadline, and
 * one listener serves all fetches of a request. Time in which this process was held up does not count: an answer that came meanwhile could not
 * be heard, and its subgraph is not late.
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

/** Milliseconds between two looks at whether this process was held up, and the least that counts as that. */
const look = { every: 100, least: 50 }

export function waitAtMost(milliseconds: number): Wait {
  // In the order in which they end, by the time in which answers could be heard.
  const waits = new Map<Cancellation, number>()
  let timer: NodeJS.Timeout | undefined
  let due = 0
  let heldUp = 0
  const heldUpNow = (now: number): number =>
    heldUp + (timer !== undefined && now - due >= look.least ? now - due : 0)
  const lookAfter = (delay: number): void => {
    due = performance.now() + delay
    timer = setTimeout(sweep, delay).unref()
  }
  const sweep = (): void => {
    const now = performance.now()
    heldUp = heldUpNow(now)
    timer = undefined
    const heard = now - heldUp
    for (const [cancellation, until] of waits) {
      if (until > heard) return lookAfter(Math.min(look.every, Math.ceil(until - heard)))
      waits.delete(cancellation)
      cancellation.cancel(new TooLate(`no answer within ${milliseconds} ms`))
    }
  }
  return (signal, act) =>
    new Promise((resolve, reject) => {
      const cancellation = new Cancellation(reject)
      const ofClient = signal && cancellationsOf(signal)
      if (signal?.aborted) return reject(new Error('the client disconnected'))
      const now = performance.now()
      waits.set(cancellation, now - heldUpNow(now) + milliseconds)
      ofClient?.add(cancellation)
      if (timer === undefined) lookAfter(Math.min(look.every, milliseconds))
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
