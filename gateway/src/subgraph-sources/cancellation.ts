/**
 * Ends waits: at their deadline, or when the client they are for goes away. One timer serves all fetches of a gateway, since all may take
 * as long, and one listener serves all fetches of a request.
 */

/** Tells the one who waits, and the one who works for it, that nobody waits any more. */
export class Stop {
  #reason: Error | undefined
  #act: ((reason: Error) => void) | undefined
  readonly #left: (reason: Error) => void

  constructor(left: (reason: Error) => void) {
    this.#left = left
  }

  /** Why nobody waits any more; undefined while somebody does. */
  get reason(): Error | undefined {
    return this.#reason
  }

  /** What is to be done when nobody waits any more. Only the last one given is. */
  whenStopped(act: (reason: Error) => void): void {
    if (this.#reason) act(this.#reason)
    else this.#act = act
  }

  stop(reason: Error): void {
    if (this.#reason) return
    this.#reason = reason
    this.#left(reason)
    this.#act?.(reason)
  }
}

/** No answer came in time. */
export class TooLate extends Error {
  override readonly name = 'TooLate'
}

/** Waits for what `act` gives; rejects at the deadline and when `gone` ends. */
export type Wait = <T>(gone: AbortSignal | undefined, act: (stop: Stop) => Promise<T>) => Promise<T>

export function waitAtMost(milliseconds: number): Wait {
  // In the order in which they end.
  const waits = new Map<Stop, number>()
  let timer: NodeJS.Timeout | undefined
  const sweep = (): void => {
    timer = undefined
    const now = performance.now()
    for (const [stop, until] of waits) {
      if (until > now) {
        timer = setTimeout(sweep, Math.ceil(until - now)).unref()
        return
      }
      waits.delete(stop)
      stop.stop(new TooLate(`no answer within ${milliseconds} ms`))
    }
  }
  return (gone, act) =>
    new Promise((resolve, reject) => {
      const stop = new Stop(reject)
      const leaving = gone && stopsOf(gone)
      if (gone?.aborted) return reject(new Error('the client went away'))
      waits.set(stop, performance.now() + milliseconds)
      leaving?.add(stop)
      timer ??= setTimeout(sweep, milliseconds).unref()
      const end = (): void => {
        waits.delete(stop)
        leaving?.delete(stop)
      }
      act(stop).finally(end).then(resolve, reject)
    })
}

const stopsBySignal = new WeakMap<AbortSignal, Set<Stop>>()

function stopsOf(gone: AbortSignal): Set<Stop> {
  const known = stopsBySignal.get(gone)
  if (known) return known
  const stops = new Set<Stop>()
  stopsBySignal.set(gone, stops)
  gone.addEventListener(
    'abort',
    () => stops.forEach((stop) => stop.stop(new Error('the client went away'))),
    { once: true },
  )
  return stops
}
