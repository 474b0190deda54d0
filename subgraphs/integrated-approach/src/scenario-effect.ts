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

/** Of a group of which nothing is known. */
export const undecided: Effect = { effect: 'UNDECIDED', decidedBy: [] }

/** Homes a year from the last year on, before, and what that is more after. */
interface Rate {
  readonly homes: Bounded
  readonly change: Bounded
}

export function effectOf(
  years: readonly Pick<YearOutcome, 'before' | 'after' | 'queueDifference'>[],
  rate: Rate,
): Effect {
  const last = years.at(-1)
  if (!last) return undecided
  const { before, after, queueDifference } = last
  const directions: readonly (readonly [ScenarioMeasure, Direction])[] = [
    ['QUEUE', signOf(queueDifference)],
    [
      'WAITING',
      apart(before.monthsWaiting, after.monthsWaiting) ?? ofWait(before.queue, queueDifference, rate),
    ],
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

/**
 * At the end of the last year the wait is the queue over the homes of a year. It falls where the queue changes by less, in proportion to what
 * it was, than the homes do, and rises where by more: what is unknown of both is the same before and after.
 */
function ofWait(queue: Bounded, difference: Bounded, { homes, change }: Rate): Direction {
  const [ofQueue, ofHomes] = [inProportion(difference, queue), inProportion(change, homes)]
  const hasQueue = queue.lower > 0
  const hasHomes = homes.lower > 0
  if (ofQueue.upper < ofHomes.lower - rounding && hasQueue && (hasHomes || change.lower > 0)) return 'FALLS'
  if (ofQueue.lower > ofHomes.upper + rounding && hasHomes && (hasQueue || difference.lower > 0))
    return 'RISES'
  return null
}

/** A change over what was there; nothing falls by more than all of it. */
function inProportion(change: Bounded, of: Bounded): Pick<Bounded, 'lower' | 'upper'> {
  const over = (part: number, whole: number) => (part === 0 ? 0 : whole === Infinity ? 0 : part / whole)
  return {
    lower: Math.max(-1, over(change.lower, change.lower < 0 ? of.lower : of.upper)),
    upper: over(change.upper, change.upper < 0 ? of.upper : of.lower),
  }
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
