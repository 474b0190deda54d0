/**
 * The turns of the event loop, counted: what was read of the world in a turn may be taken to hold until it ends. Everything that is handled in
 * one turn was on its way before the turn began.
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
