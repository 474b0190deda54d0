/** Invented socio-economic status: the levels of education of households, and a score that rises with wealth, schooling and work. */
import type { SeedRows } from '@samenhang/subgraph-kit/seed'
import type { SyntheticCountry } from '@samenhang/subgraph-kit/synthetic/country'
import { count, derived, share, type Terms } from '@samenhang/subgraph-kit/synthetic/formulas'
import type { Place } from '@samenhang/subgraph-kit/synthetic/place'
import { profileRows } from '@samenhang/subgraph-kit/synthetic/profile'
import type { SocioEconomicStatusProfile } from './generated/resolver-types.ts'

type Sums = ReturnType<typeof households>

export function socioEconomicStatus(country: SyntheticCountry): SeedRows {
  const terms: Terms<keyof Sums> = { atLeast: ['households', 100], gaps: 0.02 }
  const level = { nearest: 0.1, ...terms }
  return profileRows<SocioEconomicStatusProfile, keyof Sums>(country, {
    quantities: households,
    indicators: {
      privateHouseholds: count('households', { nearest: 100 }),
      educationLowShare: share('low', 'households', level),
      educationIntermediateShare: share('intermediate', 'households', level),
      educationHighShare: share('high', 'households', level),
      score: derived((sums: Sums) => mean(sums, 'points'), terms),
      scoreSpread: derived((sums: Sums) => mean(sums, 'spread'), terms),
    },
  })
}

function households(place: Place) {
  const { affluence, schooling, frailty } = place.is
  const levels = place.split(place.households, {
    low: 15 + 25 * (1 - schooling),
    intermediate: 40,
    high: 10 + 50 * schooling,
  })
  const points = 0.5 * (affluence - 0.5) + 0.4 * (schooling - 0.5) - 0.3 * (frailty - 0.3)
  return {
    households: place.households,
    ...levels,
    points: place.households * (points + 0.1 * (place.own('status', 0.5) - 1)),
    spread: place.households * (0.7 + 0.3 * (1 - affluence)) * place.own('spread of status', 0.1),
  }
}

const mean = (sums: Sums, name: 'points' | 'spread'): number | null =>
  sums.households > 0 ? Math.round((sums[name] / sums.households) * 1000) / 1000 : null
