/**
 * The queue of the heavy process: a few operations run at once; the others wait in turns by caller, each for
 * a limited time and up to a limited number. A caller that finds the queue full learns when to try again,
 * estimated from recent operations.
 */
import { HubError } from '@samenhang/subgraph-kit/errors'

export interface HeavyQueueLimits {
  /** Operations at once. */
  readonly atOnce: number
  /** Operations that wait, of all callers and of each. */
  readonly waiting: number
  readonly waitingEach: number
  /** Milliseconds that one may wait. */
  readonly patience: number
}

/** What holds in a hub. */
export const usualQueue: HeavyQueueLimits = { atOnce: 1, waiting: 40, waitingEach: 6, patience: 30_000 }

export interface HeavyQueue {
  /** Runs `act` when it is this caller's turn. Rejects with HubError HUB_BUSY, having run nothing. */
  run<Value>(caller: string, act: () => Promise<Value>): Promise<Value>
}

interface QueuedOperation {
  readonly caller: string
  start(): void
}

export function createHeavyQueue(limits: Partial<HeavyQueueLimits> = {}): HeavyQueue {
  const { atOnce, waiting: most, waitingEach, patience } = { ...usualQueue, ...limits }
  let queue: QueuedOperation[] = []
  let running = 0
  let lastCaller = ''
  /** Milliseconds that one takes, by those before. */
  let usualMs = 1_000

  const busy = (): HubError => {
    const retryAfter = Math.max(1, Math.ceil((usualMs * (queue.length + 1)) / atOnce / 1_000))
    return new HubError(
      'HUB_BUSY',
      `The hub is busy with other large answers. Try again in ${String(retryAfter)} s, or ask for smaller pages.`,
      { retryAfter },
    )
  }
  /** The first of another caller than the last, so that each has a turn. */
  const next = (): void => {
    if (running >= atOnce) return
    const chosen = queue.find(({ caller }) => caller !== lastCaller) ?? queue[0]
    if (!chosen) return
    queue = queue.filter((entry) => entry !== chosen)
    lastCaller = chosen.caller
    chosen.start()
  }
  const turn = (caller: string): Promise<void> =>
    new Promise((resolve, reject) => {
      if (running < atOnce && queue.length === 0) {
        running += 1
        lastCaller = caller
        return resolve()
      }
      const own = queue.filter((entry) => entry.caller === caller).length
      if (queue.length >= most || own >= waitingEach) return reject(busy())
      const late = setTimeout(() => {
        queue = queue.filter((queued) => queued !== entry)
        reject(busy())
      }, patience)
      const entry: QueuedOperation = {
        caller,
        start() {
          clearTimeout(late)
          running += 1
          resolve()
        },
      }
      queue.push(entry)
    })
  return {
    async run(caller, act) {
      await turn(caller)
      const began = performance.now()
      try {
        return await act()
      } finally {
        usualMs = usualMs * 0.7 + (performance.now() - began) * 0.3
        running -= 1
        // After the events that arrived meanwhile: the next client may have disconnected.
        setImmediate(next)
      }
    },
  }
}
