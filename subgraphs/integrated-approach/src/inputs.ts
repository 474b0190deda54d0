/**
 * What the results are computed from, as the two stored operations bring it: figures, focus groups and homes of every area, projects and
 * grants, and which versions these are. Reading them is read-inputs.ts's.
 */
import type { AreaLevel, FocusGroup, MissingReason } from './vocabulary.ts'

/** The figures of one area and year by domain; null where the source has none. */
export interface YearFigures {
  readonly population?: Readonly<Record<'inhabitants', number | null>>
  readonly housing?: Readonly<
    Record<'dwellings' | 'averageWozValue' | 'housingCorporationShare', number | null>
  >
  readonly care?: Readonly<Record<'youthCareShare' | 'socialSupportClientsPer1000', number | null>>
  readonly education?: Readonly<
    Record<'educationLow' | 'educationIntermediate' | 'educationHigh', number | null>
  >
  readonly labourMarket?: Readonly<
    Record<'netParticipationRate' | 'socialAssistanceRecipients' | 'lowIncomeHouseholdShare', number | null>
  >
  readonly integration?: Readonly<
    Record<'bornAbroadOriginEurope' | 'bornAbroadOriginOutsideEurope', number | null>
  >
}

export interface GroupFigures {
  readonly group: FocusGroup
  readonly period: number
  readonly households: number | null
  readonly medianMonthsWaiting: number | null
  readonly accommodated: Accommodated
  readonly sheltered: Sheltered
  readonly missing: readonly { readonly field: string; readonly reason: MissingReason }[]
}

/** Households by accommodation, of the kinds that are shown: all of these, and those where nobody should have to stay. */
export interface Accommodated {
  readonly shown: number
  readonly unsuitable: number
  /** Why the others are not shown; null where all are. */
  readonly reason: MissingReason | null
}

/** Households in shelters, asylum centres and institutions, as far as shown; null where none of these is. */
export interface Sheltered {
  readonly households: number | null
  /** Whether any of these kinds is withheld or unknown. */
  readonly isPartial: boolean
}

export interface Supply {
  readonly allocatedHomes: number | null
  readonly plannedDeliveries: number | null
  /** A null group stands for home seekers of no focus group. */
  readonly allocations: readonly { readonly group: FocusGroup | null; readonly homes: number | null }[]
}

/** What an area lies in, by code; an area stands at its own level itself. */
export interface Parents {
  readonly country: string | null
  readonly province: string | null
  readonly municipality: string | null
  readonly district: string | null
}

export interface AreaInput extends Parents {
  readonly code: string
  readonly level: AreaLevel
  /** The newest year in which this code is known. */
  readonly newest: number
  readonly figures: ReadonlyMap<number, YearFigures>
  readonly groups: readonly GroupFigures[]
  readonly supply: Supply | null
  readonly grants: readonly GrantInput[]
}

export interface GrantInput {
  readonly year: number
  readonly homesDelivered: number | null
  readonly source: { readonly synthetic: boolean }
}

export interface ProjectInput {
  readonly kind: string
  readonly phase: string
  readonly homes: number
  readonly forGroups: readonly FocusGroup[]
  readonly delivered: string | null
  readonly area: { readonly code: string }
  readonly source: { readonly synthetic: boolean }
}

export interface Inputs {
  readonly areas: readonly AreaInput[]
  readonly projects: readonly ProjectInput[]
}
