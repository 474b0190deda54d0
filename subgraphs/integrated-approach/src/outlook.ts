/**
 * Where the last years would lead if they went on: of each group the households that seek a home, year by year, between the least and the
 * most that they changed in a year. The formula stands in docs/decisions/0081-outlook.md; it foresees nothing.
 */
import type { MissingOutlookReason } from './generated/resolver-types.ts'
import { ofPublished } from './ranges.ts'
import type { Need } from './results.ts'
import { focusGroups, type FocusGroup } from './vocabulary.ts'

/** Years of figures that follow each other, at least. */
export const leastYears = 5

export const outlookMethod =
  `An extrapolation, no forecast: to the households of the newest year each year adds the least, the mean and the most that they changed from one year to the next, in all years of figures that follow each other up to the newest, at least ${leastYears}; never under 0. ` +
  'A change is inflow less outflow. By counts as published, which are rounded to 5.'

/** The need of one year; null for a year that has none. */
export interface OutlookYear {
  readonly period: number
  readonly need: Pick<Need, 'competition'> | null
}

interface Flow {
  readonly period: number
  readonly inflow: number
  readonly change: number
  /** Of true counts: whoever left the queue, housed or not. */
  readonly outflow: { readonly lower: number; readonly upper: number }
}

interface OutlookPoint {
  readonly period: number
  readonly lower: number
  readonly middle: number
  readonly upper: number
}

export interface GroupOutlook {
  readonly group: FocusGroup
  readonly from: number | null
  readonly households: number | null
  readonly years: number
  readonly flows: readonly Flow[]
  readonly path: readonly OutlookPoint[]
  readonly missing: { readonly reason: MissingOutlookReason; readonly explanation: string } | null
}

interface Counted {
  readonly period: number
  readonly households: number
  readonly inflow: number
}

/** Every group, in order. `years` are in order of period, and the last one is where it starts. */
export function outlook(years: readonly OutlookYear[], until: number): readonly GroupOutlook[] {
  return focusGroups.map((group) => outlookOf(group, years, until))
}

function outlookOf(group: FocusGroup, years: readonly OutlookYear[], until: number): GroupOutlook {
  const counted = runOf(group, years)
  const newest = counted.at(-1)
  if (!newest || counted.length < leastYears) {
    const upTo = years.at(-1)?.period ?? null
    return {
      ...{ group, from: null, households: null, years: counted.length, flows: [], path: [] },
      missing: {
        reason: 'TOO_FEW_YEARS',
        explanation: `${counted.length} years with households and inflow follow each other up to ${String(upTo)}; it takes ${leastYears}.`,
      },
    }
  }
  const flows = flowsOf(counted)
  const changes = flows.map(({ change }) => change)
  const { period: from, households } = newest
  const mean = changes.reduce((sum, change) => sum + change, 0) / changes.length
  const after = (ahead: number, change: number) => Math.max(0, households + ahead * change)
  const path = Array.from({ length: until - from }, (_, at) => ({
    period: from + at + 1,
    lower: after(at + 1, Math.min(...changes)),
    middle: Math.round(after(at + 1, mean)),
    upper: after(at + 1, Math.max(...changes)),
  }))
  return { group, from, households, years: counted.length, flows, path, missing: null }
}

/** The years with both counts that follow each other up to the last one. */
function runOf(group: FocusGroup, years: readonly OutlookYear[]): readonly Counted[] {
  const run: Counted[] = []
  for (const { period, need } of years.toReversed()) {
    const own = need?.competition.find((entry) => entry.group === group)
    const expected = run[0] === undefined ? period : run[0].period - 1
    if (period !== expected || own?.queue == null || own.inflow === null) break
    run.unshift({ period, households: own.queue, inflow: own.inflow })
  }
  return run
}

function flowsOf(counted: readonly Counted[]): readonly Flow[] {
  return counted.slice(1).map(({ period, households, inflow }, at) => {
    const before = counted[at]?.households ?? 0
    const [now, then, joined] = [households, before, inflow].map(ofPublished)
    const lower = (joined?.lower ?? 0) + (then?.lower ?? 0) - (now?.upper ?? 0)
    const upper = (joined?.upper ?? 0) + (then?.upper ?? 0) - (now?.lower ?? 0)
    return {
      ...{ period, inflow, change: households - before },
      outflow: { lower: Math.max(0, lower), upper: Math.max(0, upper) },
    }
  })
}
