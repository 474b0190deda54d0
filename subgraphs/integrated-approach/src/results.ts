/** What a refresh computes of one area and keeps: in the shape of the graph, without what every answer adds (area, run). */
import type { FocusGroup, MissingReason } from './vocabulary.ts'
import type { UnavailableReason } from './generated/resolver-types.ts'

export interface Unavailable {
  readonly field: string
  readonly reason: UnavailableReason
  readonly explanation: string
}

export interface GroupNeed {
  readonly group: FocusGroup
  readonly period: number | null
  readonly households: number | null
  readonly shareOfDemand: number | null
  readonly medianMonthsWaiting: number | null
  readonly unsuitableAccommodationShare: number | null
  readonly missing: readonly { readonly field: string; readonly reason: MissingReason }[]
}

export interface GroupCompetition {
  readonly group: FocusGroup
  readonly shareOfNeed: number | null
  readonly shareOfAllocations: number | null
}

export interface Need {
  readonly period: number
  readonly totalHouseholds: number | null
  readonly homesAvailablePerYear: number | null
  readonly allocatedHomes: number | null
  readonly plannedDeliveries: number | null
  readonly shortage: number | null
  readonly yearsToClear: number | null
  readonly groups: readonly GroupNeed[]
  readonly competition: readonly GroupCompetition[]
  readonly unavailable: readonly Unavailable[]
}

/** Of one indicator of the basis, in its order: the year, the value and the deviation, all null where missing. */
export type BasisFigure = readonly [period: number | null, value: number | null, deviation: number | null]

export interface Pressure {
  readonly inhabitants: number | null
  readonly score: number | null
  readonly percentile: number | null
  /** One a domain, in the order of the basis. */
  readonly components: readonly (number | null)[]
  readonly basis: readonly BasisFigure[]
  readonly unavailable: readonly Unavailable[]
}
