/** What a refresh computes of one area and keeps: in the shape of the graph, without what every answer adds (area, run). */
import type { FocusGroup, MissingReason } from './vocabulary.ts'
import type { ShareRange } from './ranges.ts'
import type { PlacementKind, UnavailableReason } from './generated/resolver-types.ts'

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
  readonly unsuitableAccommodation: ShareRange
  readonly missing: readonly { readonly field: string; readonly reason: MissingReason }[]
}

export interface GroupCompetition {
  readonly group: FocusGroup
  readonly queue: number | null
  readonly inflow: number | null
  readonly housed: number | null
  readonly chance: ShareRange
  readonly medianMonthsWaiting: number | null
  readonly crowdedOut: boolean | null
  readonly shareOfNeed: number | null
  readonly shareOfLettings: number | null
  readonly shareOfLettingsToFocusGroups: number | null
  readonly missing: readonly { readonly field: string; readonly reason: MissingReason }[]
}

export interface Need {
  readonly period: number
  readonly totalHouseholds: number | null
  readonly distinctHouseholds: { readonly lower: number | null; readonly upper: number | null }
  readonly homesLetPeriod: number | null
  readonly homesLet: number | null
  readonly homesLetToFocusGroups: number | null
  readonly plannedDeliveries: number | null
  readonly plannedDeliveriesForFocusGroups: number | null
  readonly plannedDeliveriesKnown: boolean
  readonly homesAvailablePerYear: number | null
  readonly homesForFocusGroupsPerYear: number | null
  readonly queueLeft: number | null
  readonly yearsToClear: number | null
  readonly groups: readonly GroupNeed[]
  readonly competition: readonly GroupCompetition[]
  readonly unavailable: readonly Unavailable[]
}

/** Of one indicator of the basis, in its order: the year, the value and the deviation, all null where missing. */
export type BasisFigure = readonly [period: number | null, value: number | null, deviation: number | null]

/** The ranks that an area has over all choices tried: 1 is the heaviest load. */
export interface RankRange {
  from: number
  to: number
  /** How many areas are ranked. */
  readonly of: number
}

export interface ComparedWith {
  /** Areas with a score. */
  readonly areas: number
  /** Municipalities of which areas of this level are loaded, and how many there are; null where this graph does not know. */
  readonly loaded: number
  readonly of: number | null
  readonly isWholeCountry: boolean
}

export interface SocialLoad {
  readonly inhabitants: number | null
  readonly score: number | null
  readonly percentile: number | null
  readonly rankRange: RankRange | null
  readonly comparedWith: ComparedWith
  /** Against a reference that stays. */
  readonly scoreOverTime: number | null
  /** One a domain of the variant, in its order. */
  readonly components: readonly (number | null)[]
  readonly basis: readonly BasisFigure[]
  readonly unavailable: readonly Unavailable[]
}

/** What is placed in an area, of one kind. */
export interface Placed {
  readonly kind: PlacementKind
  readonly count: number | null
  readonly per1000Homes: number | null
  readonly percentile: number | null
  /** Whether a part of it is withheld or unknown, and left out. */
  readonly isPartial: boolean
}

export interface Placement {
  readonly homes: number | null
  readonly homesPeriod: number | null
  readonly placed: readonly Placed[]
  readonly unavailable: readonly Unavailable[]
}
