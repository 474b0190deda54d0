/**
 * Who gains by a scenario and who loses, in its last year: only what is certain whatever the counts are within their bounds. The rest is
 * undecided, never guessed.
 */
import type { Bounded } from './bounded.ts'
import type { ScenarioEffect, ScenarioMeasure } from './generated/resolver-types.ts'
import type { YearOutcome } from './scenario-projection.ts'

export interface Effect {
  readonly effect: ScenarioEffect
  /** What is certain to fall or to rise. */
  readonly decidedBy: readonly ScenarioMeasure[]
}

export function effectOf(
  years: readonly Pick<YearOutcome, 'before' | 'after' | 'queueDifference'>[],
): Effect {
  const last = years.at(-1)
  if (!last) return { effect: 'UNDECIDED', decidedBy: [] }
  const { before, after, queueDifference } = last
  const directions: readonly (readonly [ScenarioMeasure, Direction])[] = [
    ['QUEUE', signOf(queueDifference)],
    ['WAITING', apart(before.monthsWaiting, after.monthsWaiting)],
    ['UNSHELTERED', apart(before.unsheltered, after.unsheltered)],
  ]
  const certain = (direction: Direction) => directions.filter((entry) => entry[1] === direction)
  const [falling, rising] = [certain('FALLS'), certain('RISES')]
  const decidedBy = directions.flatMap(([measure, direction]) => (direction === null ? [] : [measure]))
  if (falling.length > 0 && rising.length === 0) return { effect: 'GAINS', decidedBy }
  if (rising.length > 0 && falling.length === 0) return { effect: 'LOSES', decidedBy }
  const isSame = decidedBy.length === 0 && isNothing(queueDifference) && years.every(isUnchanged)
  return { effect: isSame ? 'UNCHANGED' : 'UNDECIDED', decidedBy }
}

/** Of doubles that are added up: no household. */
const rounding = 1e-6

type Direction = 'FALLS' | 'RISES' | null

function signOf({ lower, upper }: Bounded): Direction {
  if (upper < -rounding) return 'FALLS'
  return lower > rounding ? 'RISES' : null
}

/** Ranges that have no number in common. */
function apart(before: Bounded | null, after: Bounded | null): Direction {
  if (!before || !after) return null
  if (after.upper < before.lower - rounding) return 'FALLS'
  return after.lower > before.upper + rounding ? 'RISES' : null
}

const isNothing = ({ lower, upper }: Bounded) => lower === 0 && upper === 0

function isUnchanged({ before, after, queueDifference }: Parameters<typeof effectOf>[0][number]): boolean {
  return (
    isNothing(queueDifference) &&
    areEqual(before.monthsWaiting, after.monthsWaiting) &&
    areEqual(before.unsheltered, after.unsheltered)
  )
}

function areEqual(a: Bounded | null, b: Bounded | null): boolean {
  return (
    a === b || (a !== null && b !== null && a.value === b.value && a.lower === b.lower && a.upper === b.upper)
  )
}
