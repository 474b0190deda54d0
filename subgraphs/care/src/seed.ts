/** Invented figures of care: youth care where people are frail and affluence is low, social support where they are frail and old. */
import type { SeedRows } from '@samenhang/subgraph-kit/seed'
import type { SyntheticCountry } from '@samenhang/subgraph-kit/synthetic/country'
import { average, count, perThousand, share } from '@samenhang/subgraph-kit/synthetic/formulas'
import type { Place } from '@samenhang/subgraph-kit/synthetic/place'
import { profileRows } from '@samenhang/subgraph-kit/synthetic/profile'
import type { CareProfile } from './generated/resolver-types.ts'

export function seed(country: SyntheticCountry): Readonly<Record<string, SeedRows>> {
  // 0 to 7 is withheld, and now and then more, so that nobody can be recognised.
  const youth = { atLeast: ['youthCare', 8] as const, gaps: 0.01 }
  const support = { atLeast: ['socialSupport', 8] as const, gaps: 0.01 }
  return {
    care: profileRows<CareProfile, keyof ReturnType<typeof clients>>(country, {
      quantities: clients,
      indicators: {
        youthCareClients: count('youthCare', youth),
        youthCareShare: share('youthCare', 'youngPeople', { nearest: 0.1, ...youth }),
        socialSupportClients: count('socialSupport', support),
        socialSupportClientsPer1000: perThousand('socialSupport', 'inhabitants', support),
        distanceToGeneralPractice: average('toGeneralPractice', 'inhabitants', {
          nearest: 0.1,
          atLeast: ['inhabitants', 10],
        }),
      },
    }),
  }
}

export function clients(place: Place) {
  const { inhabitants, ages, yearsOn } = place
  const { affluence, frailty, urbanity, greying } = place.is
  const youngPeople = Math.round(ages.to15 + 0.8 * ages.to25)
  const remoteness = (1 - urbanity) * (1 - urbanity)
  return {
    inhabitants,
    youngPeople,
    youthCare: place.some(
      'youthCare',
      youngPeople,
      0.05 + 0.055 * (1 - affluence) + 0.055 * frailty + 0.001 * yearsOn,
      0.15,
    ),
    socialSupport: place.some(
      'socialSupport',
      inhabitants,
      0.012 + 0.055 * frailty + 0.06 * greying + 0.0008 * yearsOn,
      0.15,
    ),
    toGeneralPractice: inhabitants * (0.4 + 2.6 * remoteness) * place.own('general practice', 0.35),
  }
}
