/**
 * The basis of the social load: which indicators, of which domain, which way more load lies, and which domains a variant counts. Why these,
 * and what they cannot say: docs/decisions/0008-pressure-index.md. Stored results name indicators by their place here, so a change needs a
 * migration.
 */
import type { YearFigures } from './inputs.ts'
import type { LoadDirection, LoadDomain, LoadVariant } from './vocabulary.ts'

export interface Indicator {
  readonly indicator: string
  readonly measure: string
  readonly domain: LoadDomain
  readonly direction: LoadDirection
  valueOf(figures: YearFigures): number | null
}

/** `weight` in the score of its variant, where nothing is missing. */
export type BasisIndicator = Indicator & { readonly weight: number }

type Entry = Pick<Indicator, 'indicator' | 'measure' | 'valueOf'> & { readonly lower?: true }

const byDomain: Readonly<Record<LoadDomain, readonly Entry[]>> = {
  HOUSING: [
    {
      indicator: 'housing.averageWozValue',
      measure: 'Average WOZ value of dwellings, in euro',
      lower: true,
      valueOf: ({ housing }) => housing?.averageWozValue ?? null,
    },
    {
      indicator: 'housing.housingCorporationShare',
      measure: 'Dwellings owned by a housing corporation, in per cent',
      valueOf: ({ housing }) => housing?.housingCorporationShare ?? null,
    },
  ],
  CARE: [
    {
      indicator: 'care.youthCareShare',
      measure: 'Young people with youth care, in per cent',
      valueOf: ({ care }) => care?.youthCareShare ?? null,
    },
    {
      indicator: 'care.socialSupportClientsPer1000',
      measure: 'Clients of the Social Support Act per 1,000 inhabitants',
      valueOf: ({ care }) => care?.socialSupportClientsPer1000 ?? null,
    },
  ],
  EDUCATION: [
    {
      indicator: 'education.educationLow',
      measure: 'Highest education attained low, in per cent of low, intermediate and high together',
      valueOf: ({ education }) => lowShare(education),
    },
  ],
  LABOUR_MARKET: [
    {
      indicator: 'labourMarket.netParticipationRate',
      measure: 'Net participation rate, in per cent',
      lower: true,
      valueOf: ({ labourMarket }) => labourMarket?.netParticipationRate ?? null,
    },
    {
      indicator: 'labourMarket.socialAssistanceRecipients',
      measure: 'Social assistance recipients per 1,000 inhabitants',
      valueOf: ({ labourMarket, population }) =>
        perThousand(labourMarket?.socialAssistanceRecipients, population?.inhabitants),
    },
    {
      indicator: 'labourMarket.lowIncomeHouseholdShare',
      measure: 'Households with a low income, in per cent',
      valueOf: ({ labourMarket }) => labourMarket?.lowIncomeHouseholdShare ?? null,
    },
  ],
  INTEGRATION: [
    {
      indicator: 'integration.bornAbroadOriginOutsideEurope',
      measure: 'Inhabitants born abroad, of origin outside Europe, per 1,000 inhabitants',
      valueOf: ({ integration, population }) =>
        perThousand(integration?.bornAbroadOriginOutsideEurope, population?.inhabitants),
    },
    {
      indicator: 'integration.bornAbroadOriginEurope',
      measure: 'Inhabitants born abroad, of European origin, per 1,000 inhabitants',
      valueOf: ({ integration, population }) =>
        perThousand(integration?.bornAbroadOriginEurope, population?.inhabitants),
    },
  ],
}

/** Every indicator that any variant counts, by domain. What an area carries is compared by these, in this order. */
export const indicators: readonly Indicator[] = Object.entries(byDomain).flatMap(([domain, entries]) =>
  entries.map(({ lower, ...entry }) => ({
    ...entry,
    domain: domain as LoadDomain,
    direction: lower ? 'LOWER_IS_MORE_LOAD' : 'HIGHER_IS_MORE_LOAD',
  })),
)

/** What a variant counts: each of its domains weighs the same, and within one each indicator. */
export interface Variant {
  readonly name: LoadVariant
  /** Where its results are stored. */
  readonly table: string
  readonly domains: readonly LoadDomain[]
  /** The first of `indicators`, so that a place in one is the same place in the other. */
  readonly basis: readonly BasisIndicator[]
}

/** Where people were born is a load in none but the variant that says so, and stands last in the order of indicators. */
export const variants: Readonly<Record<LoadVariant, Variant>> = {
  WITHOUT_ORIGIN: variantOf('WITHOUT_ORIGIN', 'social_load', [
    'HOUSING',
    'CARE',
    'EDUCATION',
    'LABOUR_MARKET',
  ]),
  WITH_ORIGIN: variantOf('WITH_ORIGIN', 'social_load_with_origin', [
    'HOUSING',
    'CARE',
    'EDUCATION',
    'LABOUR_MARKET',
    'INTEGRATION',
  ]),
}

function variantOf(name: LoadVariant, table: string, domains: readonly LoadDomain[]): Variant {
  const basis = indicators
    .filter(({ domain }) => domains.includes(domain))
    .map((indicator) => ({
      ...indicator,
      weight: 1 / domains.length / byDomain[indicator.domain].length,
    }))
  return { name, table, domains, basis }
}

function lowShare(education: YearFigures['education']): number | null {
  const { educationLow: low, educationIntermediate: intermediate, educationHigh: high } = education ?? {}
  if (low == null || intermediate == null || high == null) return null
  const all = low + intermediate + high
  return all > 0 ? (100 * low) / all : null
}

function perThousand(
  count: number | null | undefined,
  inhabitants: number | null | undefined,
): number | null {
  return count == null || !inhabitants ? null : (1_000 * count) / inhabitants
}
