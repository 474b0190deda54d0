/** Invented figures of education: levels attained follow schooling, pupils and students follow ages. */
import type { SeedRows } from '@samenhang/subgraph-kit/seed'
import type { SyntheticCountry } from '@samenhang/subgraph-kit/synthetic/country'
import { average, count } from '@samenhang/subgraph-kit/synthetic/formulas'
import type { Place } from '@samenhang/subgraph-kit/synthetic/place'
import { profileRows } from '@samenhang/subgraph-kit/synthetic/profile'
import type { EducationProfile } from './generated/resolver-types.ts'

export function seed(country: SyntheticCountry): Readonly<Record<string, SeedRows>> {
  const attending = { nearest: 10, from: 2023 }
  const attained = { nearest: 10, atLeast: ['inhabitants', 30] as const, gaps: 0.02 }
  const nearby = { nearest: 0.1, atLeast: ['inhabitants', 10] as const }
  return {
    education: profileRows<EducationProfile, keyof ReturnType<typeof learners>>(country, {
      quantities: learners,
      indicators: {
        pupilsPrimaryEducation: count('primary', attending),
        pupilsSecondaryEducation: count('secondary', attending),
        studentsSecondaryVocationalEducation: count('vocational', attending),
        studentsHigherProfessionalEducation: count('professional', attending),
        studentsUniversity: count('university', attending),
        educationLow: count('low', attained),
        educationIntermediate: count('intermediate', attained),
        educationHigh: count('high', attained),
        distanceToPrimarySchool: average('toSchool', 'inhabitants', nearby),
        primarySchoolsWithin3Kilometres: average('schoolsNearby', 'inhabitants', nearby),
      },
    }),
  }
}

export function learners(place: Place) {
  const { inhabitants, ages, yearsOn } = place
  const { schooling, urbanity, greying, students } = place.is
  const from15To75 = Math.round(ages.to25 + ages.to45 + ages.to65 + 0.55 * ages.older)
  const remoteness = (1 - urbanity) * (1 - urbanity)
  return {
    inhabitants,
    primary: place.some('primary', ages.to15, 0.55, 0.1),
    secondary: Math.round(
      place.some('secondary', ages.to15, 0.2, 0.1) + place.some('older pupils', ages.to25, 0.2),
    ),
    vocational: place.some('vocational', ages.to25, 0.32 - 0.18 * schooling),
    professional: place.some('professional', ages.to25, 0.15 + 0.1 * students + 0.06 * schooling),
    university: place.some('university', ages.to25, 0.06 + 0.25 * students + 0.06 * schooling),
    ...place.split(from15To75, {
      low: 9 + 36 * (1 - schooling) + 6 * greying - 0.5 * yearsOn,
      intermediate: 40,
      high: 8 + 44 * schooling + 8 * urbanity + 8 * students + 0.7 * yearsOn,
    }),
    toSchool: inhabitants * (0.4 + 1.1 * remoteness) * place.own('school', 0.3),
    schoolsNearby: inhabitants * (1.5 + 24 * urbanity * urbanity) * place.own('schools nearby', 0.25),
  }
}
