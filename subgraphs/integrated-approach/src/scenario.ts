/**
 * What if: each focus group of one or more municipalities to 2030, before and after changes of homes, lettings, inflow and shelters. Pure:
 * inputs and changes in, an answer with bounds out, nothing kept. Before is the same with no changes. The formula: decision 73; what gains
 * and loses means: decision 74.
 */
import { exactly, minus, none, plus, scaled, toHomes, type Bounded } from './bounded.ts'
import type { Homes } from './ranges.ts'
import { inflowChangeIn, lastYear, noChanges, sharesIn, type Changes } from './scenario-changes.ts'
import { effectOf, undecided, type Effect } from './scenario-effect.ts'
import type { ScenarioInput } from './scenario-inputs.ts'
import { lettingsUnder } from './scenario-lettings.ts'
import { inflowBy, placesWith, poolOf, type Pool } from './scenario-pool.ts'
import {
  differencesOf,
  monthsWaiting,
  placesOf,
  queuesOf,
  type Flow,
  type State,
  type YearOutcome,
} from './scenario-projection.ts'
import { focusGroups, type FocusGroup, type ShelterKind } from './vocabulary.ts'

export interface GroupOutcome extends Effect {
  readonly group: FocusGroup
  readonly period: number | null
  readonly pool: Pool
  /** Empty where nothing is known of the group. */
  readonly years: readonly YearOutcome[]
}

/** The queues of all groups that are known. */
export interface YearTotal {
  readonly year: number
  readonly before: Homes
  readonly after: Homes
  readonly difference: Homes
}

export interface Outcome {
  /** The first year and the last. */
  readonly from: number
  readonly to: number
  readonly groups: readonly GroupOutcome[]
  readonly totals: readonly YearTotal[]
}

/** The year after the newest of the figures; null where there are none, or none before the last year. */
export function firstYearOf(inputs: readonly ScenarioInput[]): number | null {
  const period = inputs[0]?.period ?? null
  return period === null || period >= lastYear ? null : period + 1
}

/** Null where there is no year to project. */
export function scenario(inputs: readonly ScenarioInput[], changes: Changes): Outcome | null {
  const from = firstYearOf(inputs)
  if (from === null) return null
  const groups = focusGroups.map((group) => groupOutcome(inputs, group, changes, from))
  const totals = yearsFrom(from).map((year, at): YearTotal => {
    const ofYear = groups.flatMap(({ years }) => years[at] ?? [])
    const isKnown = ofYear.length > 0
    const sum = (of: (outcome: YearOutcome) => Bounded): Homes =>
      isKnown ? toHomes(plus(...ofYear.map(of))) : { value: null, lower: null, upper: null }
    return {
      year,
      before: sum(({ before }) => before.queue),
      after: sum(({ after }) => after.queue),
      difference: sum(({ queueDifference }) => queueDifference),
    }
  })
  return { from, to: lastYear, groups, totals }
}

function groupOutcome(
  inputs: readonly ScenarioInput[],
  group: FocusGroup,
  changes: Changes,
  from: number,
): GroupOutcome {
  const pool = poolOf(inputs, group, changes.lettings.length > 0)
  const period = inputs[0]?.groupPeriods[group] ?? null
  const of = { group, period, pool }
  if (pool.municipalities.length === 0 || period === null) return { ...of, years: [], ...undecided }
  const years = yearsFrom(period + 1)
  const before = flowsOf(pool, group, noChanges, years)
  const after = flowsOf(pool, group, changes, years)
  const [queues, changed] = [queuesOf(pool.households, before), queuesOf(pool.households, after)]
  const differences = differencesOf(
    queues,
    changed,
    after.map(({ change }) => change),
  )
  const outcomes = years.map((year, at): YearOutcome => {
    const stateOf = (flows: readonly FlowOfYear[], steps: typeof queues, opened: Opened): State => {
      const { inflow, homes } = flows[at] ?? { inflow: none, homes: none }
      const queue = steps[at]?.queue ?? none
      const following = flows.slice(at + 1)
      const waiting = monthsWaiting(
        queue,
        following.map((flow) => flow.homes),
        flows.at(-1)?.lettings ?? none,
      )
      return {
        inflow,
        homes,
        queue,
        monthsWaiting: waiting,
        ...placesOf(queue, pool.unsuitable, placesWith(pool, opened)),
      }
    }
    return {
      year,
      before: stateOf(before, queues, new Map()),
      after: stateOf(after, changed, openedBy(year, group, changes)),
      queueDifference: differences[at] ?? none,
    }
  })
  const shown = outcomes.filter(({ year }) => year >= from)
  const rate = { homes: before.at(-1)?.lettings ?? none, change: after.at(-1)?.lettingsChange ?? none }
  return { ...of, years: shown, ...effectOf(shown, rate) }
}

interface FlowOfYear extends Flow {
  /** The part of the homes that goes on after the last year. */
  readonly lettings: Bounded
  readonly lettingsChange: Bounded
  /** What the changes add to the queue in this year. */
  readonly change: Bounded
}

function flowsOf(
  pool: Pool,
  group: FocusGroup,
  changes: Changes,
  years: readonly number[],
): readonly FlowOfYear[] {
  let lettings = { lettings: pool.lettings, change: none }
  return years.map((year) => {
    if (changes.lettings.some(({ fromYear }) => fromYear === year)) {
      const shares = sharesIn(year, changes)
      const each = pool.municipalities.map((input) => lettingsUnder(input, group, shares))
      lettings = {
        lettings: plus(...each.map((entry) => entry.lettings)),
        change: plus(...each.map(({ change }) => change)),
      }
    }
    const more = inflowChangeIn(year, group, changes)
    const added = addedHomes(year, group, changes)
    return {
      inflow: scaled(pool.inflow, 1 + more / 100),
      lettings: lettings.lettings,
      lettingsChange: lettings.change,
      homes: plus(lettings.lettings, exactly((pool.planned.get(year) ?? 0) + added)),
      change: minus(inflowBy(pool, more), plus(lettings.change, exactly(added))),
    }
  })
}

/** Homes for several groups are divided equally. */
function addedHomes(year: number, group: FocusGroup, { homes }: Changes): number {
  return homes
    .filter((added) => added.year === year && added.forGroups.includes(group))
    .reduce((sum, added) => sum + added.homes / added.forGroups.length, 0)
}

type Opened = ReadonlyMap<ShelterKind, number>

function openedBy(year: number, group: FocusGroup, { shelters }: Changes): Opened {
  const opened = new Map<ShelterKind, number>()
  for (const change of shelters)
    if (change.fromYear <= year && change.group === group)
      opened.set(change.kind, (opened.get(change.kind) ?? 0) + change.places)
  return opened
}

function yearsFrom(first: number): readonly number[] {
  return Array.from({ length: Math.max(0, lastYear - first + 1) }, (_, at) => first + at)
}
