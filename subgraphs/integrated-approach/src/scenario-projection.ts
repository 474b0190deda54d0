/**
 * The queue of one group over the years, before and after changes, and what follows from it. With Q the queue at the end of a year, I those
 * who join, H the homes let and N the new homes of the next: Q' = max(0, Q + I - H - N). It grows with Q and I and shrinks with H and N, so its
 * bounds are those of these, taken from the right side.
 */
import { atLeastNone, least, minus, none, plus, times, within, type Bounded } from './bounded.ts'

/** What happens in one year. */
export interface Flow {
  readonly inflow: Bounded
  readonly homes: Bounded
}

/** At the end of one year; `left` is the queue before it is cut off at none. */
interface Step {
  readonly left: Bounded
  readonly queue: Bounded
}

export function queuesOf(start: Bounded, flows: readonly Flow[]): readonly Step[] {
  const steps: Step[] = []
  for (const { inflow, homes } of flows) {
    const left = minus(plus(steps.at(-1)?.queue ?? start, inflow), homes)
    steps.push({ left, queue: atLeastNone(left) })
  }
  return steps
}

/**
 * How much longer the queue is after than before, at the end of each year. `changes` are what each year adds to it by itself. Where neither
 * queue can be empty the difference is the sum of them exactly, however wide the bounds of the queues are; where one may be, it lies
 * between that and none.
 */
export function differencesOf(
  before: readonly Step[],
  after: readonly Step[],
  changes: readonly Bounded[],
): readonly Bounded[] {
  let difference = none
  return before.map((was, at) => {
    const becomes = after[at] ?? was
    const sum = plus(difference, changes[at] ?? none)
    const isFree = was.left.lower >= 0 && becomes.left.lower >= 0
    const apart = minus(becomes.queue, was.queue)
    difference = within(isFree ? sum : towardsNone(sum), apart)
    const { lower, upper } = difference
    return (difference = { value: apart.value ?? (lower === upper ? lower : null), lower, upper })
  })
}

function towardsNone({ lower, upper }: Bounded): Bounded {
  return { value: null, lower: Math.min(0, lower), upper: Math.max(0, upper) }
}

/**
 * Months until the homes of the following years reach the last of the queue, first come first served; after those years `rate` homes a year.
 * Infinite where they never do.
 */
export function monthsWaiting(queue: Bounded, homes: readonly Bounded[], rate: Bounded): Bounded {
  const of = (households: number, numberOf: (homes: Bounded) => number) =>
    monthsFor(households, homes.map(numberOf), numberOf(rate))
  const values = [...homes, rate].map(({ value }) => value)
  const isKnown = queue.value !== null && values.every((value) => value !== null)
  return {
    value: isKnown ? of(queue.value, ({ value }) => value ?? 0) : null,
    lower: of(queue.lower, ({ upper }) => upper),
    upper: of(queue.upper, ({ lower }) => lower),
  }
}

function monthsFor(households: number, homes: readonly number[], rate: number): number {
  let [left, months] = [households, 0]
  for (const ofYear of homes) {
    if (left <= ofYear) return months + part(left, ofYear)
    left -= ofYear
    months += 12
  }
  return months + part(left, rate)
}

function part(households: number, homes: number): number {
  if (households === 0) return 0
  if (homes === Infinity) return 0
  return homes === 0 ? Infinity : (12 * households) / homes
}

export interface Places {
  readonly unsuitable: Bounded | null
  readonly inShelter: Bounded | null
  readonly unsheltered: Bounded | null
}

/** The part of a queue that stays where nobody should have to, and of that who has a place in a shelter: as many as there are places. */
export function placesOf(queue: Bounded, part: Bounded | null, shelters: Bounded | null): Places {
  const unsuitable = part && times(queue, part)
  if (!unsuitable || !shelters) return { unsuitable, inShelter: null, unsheltered: null }
  return {
    unsuitable,
    inShelter: least(unsuitable, shelters),
    unsheltered: atLeastNone(minus(unsuitable, shelters)),
  }
}

/** In one year, at its end where it is a stock. */
export interface State extends Flow, Places {
  readonly queue: Bounded
  readonly monthsWaiting: Bounded
}

export interface YearOutcome {
  readonly year: number
  readonly before: State
  readonly after: State
  readonly queueDifference: Bounded
}
