/**
 * Turns of the processes of a hub at what takes the processors: making the gateway of another release. One at a time does; each waits for those that
 * asked before, for a while at most, and one that is gone holds up nobody.
 */
import type { Peer, PeerAnswers } from './peer.ts'

/** Milliseconds that a turn may take; whoever takes longer has no more of it than others. */
const longest = 60_000

export interface Turns {
  /** What the leader answers to this process. */
  answers(holder: unknown): PeerAnswers
  /** Ends its turn, or its waiting for one. */
  give(holder: unknown): void
}

const asking = 'turn'
const ending = 'end of turn'

export function createTurns(): Turns {
  let waiting: { readonly holder: unknown; start(): void }[] = []
  let current: { readonly holder: unknown; readonly late: NodeJS.Timeout } | undefined
  const begin = (holder: unknown): void => {
    current = { holder, late: setTimeout(() => give(holder), longest).unref() }
  }
  const give = (holder: unknown): void => {
    waiting = waiting.filter((one) => one.holder !== holder)
    if (!current || current.holder !== holder) return
    clearTimeout(current.late)
    current = undefined
    const next = waiting.shift()
    if (!next) return
    begin(next.holder)
    next.start()
  }
  return {
    answers: (holder) => ({
      [asking]: () =>
        new Promise<null>((resolve) => {
          if (current) waiting.push({ holder, start: () => resolve(null) })
          else {
            begin(holder)
            resolve(null)
          }
        }),
      [ending]: () => {
        give(holder)
        return null
      },
    }),
    give,
  }
}

/** Runs `act` in a turn of this process; where the leader gives none in time, without. */
export async function inTurn<Value>(leader: Peer, act: () => Promise<Value>): Promise<Value> {
  await leader.ask(asking, null, longest).catch(() => undefined)
  try {
    return await act()
  } finally {
    leader.ask(ending).catch(() => undefined)
  }
}
