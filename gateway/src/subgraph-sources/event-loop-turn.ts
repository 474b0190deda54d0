/**
 * A count of the turns of the event loop: what was read in a turn may be taken to hold until it ends, because
 * everything that is handled in a turn was requested before the turn began.
 */
let turn = 0
let isCounted = false

/** The number of this turn. */
export function turnNow(): number {
  if (!isCounted) {
    isCounted = true
    setImmediate(next)
  }
  return turn
}

function next(): void {
  isCounted = false
  turn += 1
}
