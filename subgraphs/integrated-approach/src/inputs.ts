/**
 * What the results are computed from, as the two stored operations bring it: figures, focus groups and homes of every area, projects and
 * grants, and which versions these are. Reading them is read-inputs.ts's.
 */
import type { Amount, Range } from './ranges.ts'
import type { AreaLevel, FocusGroup, MissingReason, ShelterKind } from './vocabulary.ts'

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

/** Why figures are null: a field that is not named here is not available. */
export interface MissingReasons {
  readonly missing: readonly { readonly field: string; readonly reason: MissingReason }[]
}

export interface GroupFigures extends MissingReasons {
  readonly group: FocusGroup
  readonly period: number
  readonly households: number | null
  readonly inflow: number | null
  readonly medianMonthsWaiting: number | null
  /** Null where nothing is said of where they stay. */
  readonly accommodated: Accommodated | null
  readonly sheltered: Sheltered
  /** Households in each kind of shelter; null where nobody has the count. */
  readonly shelters: Readonly<Record<ShelterKind, Amount | null>>
}

/** Households of one kind of accommodation. */
export interface AccommodationInput {
  readonly suits: 'YES' | 'NO' | 'UNCLEAR'
  readonly households: number | null
  /** Why there is no number; null where there is. */
  readonly reason: MissingReason | null
}

/** Households in shelters, asylum centres and institutions, as far as shown; null where none of these is. */
export interface Sheltered {
  readonly households: number | null
  /** Whether any of these kinds is withheld or unknown. */
  readonly isPartial: boolean
}

export interface Supply extends MissingReasons {
  readonly period: number
  readonly homesLet: number | null
  readonly homesLetToFocusGroups: number | null
  readonly plannedDeliveries: number | null
  readonly plannedDeliveriesForFocusGroups: number | null
  /** A null group stands for home seekers of no focus group. */
  readonly allocations: readonly { readonly group: FocusGroup | null; readonly homes: number | null }[]
}

/** Distinct households over all focus groups; null where withheld. */
export interface Overlap {
  readonly period: number
  readonly households: number | null
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
  readonly overlap: Overlap | null
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
  /** Quarters, such as 2026-Q3. */
  readonly plannedDelivery: string | null
  readonly delivered: string | null
  readonly area: { readonly code: string }
  readonly source: { readonly synthetic: boolean }
}

/** What signals are found in, beside the rest of a project. */
export interface ProjectDetail extends ProjectInput {
  readonly id: string
  readonly name: string
  readonly supportArranged: boolean
  readonly objections: number
  /** The day, ISO 8601; null where the file does not say. */
  readonly objectionsSince: string | null
  readonly source: { readonly synthetic: boolean; readonly retrievedAt: string }
}

/** A region with its municipalities, in the newest year of its kind. */
export interface RegionInput {
  readonly code: string
  readonly municipalityCodes: readonly string[]
}

export interface Inputs {
  readonly areas: readonly AreaInput[]
  readonly projects: readonly ProjectInput[]
}

/** All that a refresh reads. */
export interface RefreshInputs extends Inputs {
  readonly projects: readonly ProjectDetail[]
  readonly regions: readonly RegionInput[]
}

/** What is known of the households of all kinds that suit, do not, or may do either. */
export interface Accommodated {
  readonly unsuitable: Range
  readonly suitable: Range
  readonly unclear: Range
  /** Whether these are all households: no kind is there of which the file has no number. */
  readonly isComplete: boolean
  /** Of unsuitable kinds as published; null where the share does not follow from what is published. */
  readonly published: number | null
  /** Why it does not. */
  readonly reason: MissingReason | null
}
