/**
 * The basis of the pressure index: which indicators, of which domain, and which way more pressure lies. Why these, and what they cannot
 * say: docs/decisions/0008-pressure-index.md. Stored results name them by their place here, so a change needs a migration.
 */
import type { YearFigures } from './inputs.ts'
import type { PressureDirection, PressureDomain } from './vocabulary.ts'

export interface BasisIndicator {
  readonly indicator: string
  readonly measure: string
  readonly domain: PressureDomain
  readonly direction: PressureDirection
  readonly weight: number
  valueOf(figures: YearFigures): number | null
}

type Entry = Pick<BasisIndicator, 'indicator' | 'measure' | 'valueOf'> & { readonly lower?: true }

const byDomain: Readonly<Record<PressureDomain, readonly Entry[]>> = {
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

export const pressureDomains = Object.keys(byDomain) as readonly PressureDomain[]

/** Each domain weighs the same, and within it each indicator. */
export const basis: readonly BasisIndicator[] = pressureDomains.flatMap((domain) =>
  byDomain[domain].map(({ lower, ...entry }, _, { length }) => ({
    ...entry,
    domain,
    direction: lower ? 'LOWER_IS_MORE_PRESSURE' : 'HIGHER_IS_MORE_PRESSURE',
    weight: 1 / pressureDomains.length / length,
  })),
)

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
