/** Invented figures of work, income, benefits and business: work rises with schooling, income with affluence, benefits fall with both. */
import type { SeedRows } from '@samenhang/subgraph-kit/seed'
import type { SyntheticCountry } from '@samenhang/subgraph-kit/synthetic/country'
import { average, count, share } from '@samenhang/subgraph-kit/synthetic/formulas'
import type { Place } from '@samenhang/subgraph-kit/synthetic/place'
import { profileRows } from '@samenhang/subgraph-kit/synthetic/profile'
import type { LabourMarketProfile } from './generated/resolver-types.ts'
import { incomes } from './seed-incomes.ts'
import { socioEconomicStatus } from './seed-socio-economic-status.ts'

export function seed(country: SyntheticCountry): Readonly<Record<string, SeedRows>> {
  const employed = { atLeast: ['employed', 150] as const }
  const hundredPersons = { nearest: 0.1, atLeast: ['recipients', 100] as const, gaps: 0.02 }
  const hundredHouseholds = { nearest: 0.1, atLeast: ['households', 100] as const, gaps: 0.02 }
  const income = { nearest: 100, atLeast: ['recipients', 100] as const, gaps: 0.02 }
  const householdIncome = { ...hundredHouseholds, nearest: 100 }
  const benefit = { nearest: 10, atLeast: ['inhabitants', 50] as const, gaps: 0.01 }
  const section = { atLeast: ['establishments', 20] as const }
  return {
    labourMarket: profileRows<LabourMarketProfile, keyof ReturnType<typeof people>>(country, {
      quantities: people,
      indicators: {
        employedLabourForce: count('employed', { nearest: 10, from: 2023 }),
        netParticipationRate: share('employed', 'from15To75', { atLeast: ['inhabitants', 150], gaps: 0.01 }),
        employeeShare: share('employees', 'employed', employed),
        permanentEmployeeShare: share('permanent', 'employed', { ...employed, from: 2023 }),
        flexibleEmployeeShare: share('flexible', 'employed', { ...employed, from: 2023 }),
        selfEmployedShare: share('selfEmployed', 'employed', employed),
        incomeRecipients: count('recipients', { nearest: 100, atLeast: ['recipients', 50] }),
        averageIncomePerRecipient: average('income', 'recipients', income),
        averageIncomePerInhabitant: average('income', 'inhabitants', income),
        personsInLowestIncomeGroupShare: share('lowestPersons', 'recipients', hundredPersons),
        personsInHighestIncomeGroupShare: share('highestPersons', 'recipients', hundredPersons),
        povertyShare: share('poor', 'inhabitants', { ...hundredPersons, from: 2024 }),
        nearPovertyShare: share('nearlyPoor', 'inhabitants', { ...hundredPersons, from: 2024 }),
        averageStandardisedHouseholdIncome: average('householdIncome', 'households', householdIncome),
        householdsInLowestIncomeGroupShare: share('lowestHouseholds', 'households', hundredHouseholds),
        householdsInHighestIncomeGroupShare: share('highestHouseholds', 'households', hundredHouseholds),
        lowIncomeHouseholdShare: share('lowIncome', 'households', hundredHouseholds),
        householdsAroundSocialMinimumShare: share('socialMinimum', 'households', hundredHouseholds),
        householdsUpTo110PercentOfSocialMinimumShare: share('upTo110', 'households', hundredHouseholds),
        householdsUpTo120PercentOfSocialMinimumShare: share('upTo120', 'households', hundredHouseholds),
        medianHouseholdWealth: average('wealth', 'households', householdIncome),
        socialAssistanceRecipients: count('socialAssistance', benefit),
        disabilityBenefitRecipients: count('disability', benefit),
        unemploymentBenefitRecipients: count('unemployment', benefit),
        oldAgePensionRecipients: count('oldAgePension', benefit),
        establishments: count('establishments'),
        establishmentsAgricultureForestryAndFishing: count('agriculture', section),
        establishmentsIndustryAndEnergy: count('industry', section),
        establishmentsTradeAndHospitality: count('trade', section),
        establishmentsTransportAndCommunication: count('transport', section),
        establishmentsFinanceAndRealEstate: count('finance', section),
        establishmentsBusinessServices: count('business', section),
        establishmentsGovernmentEducationAndCare: count('government', { ...section, from: 2020 }),
        establishmentsCultureRecreationAndOtherServices: count('culture', section),
      },
    }),
    socioEconomicStatus: socioEconomicStatus(country),
  }
}

export function people(place: Place) {
  const { inhabitants, households, ages } = place
  const from15To75 = Math.round(ages.to25 + ages.to45 + ages.to65 + 0.55 * ages.older)
  return {
    inhabitants,
    households,
    from15To75,
    ...work(place, from15To75),
    ...incomes(place),
    ...benefits(place),
    ...businesses(place),
  }
}

function work(place: Place, from15To75: number) {
  const { affluence, schooling, greying, urbanity } = place.is
  const employed = place.some(
    'employed',
    from15To75,
    0.65 + 0.13 * schooling - 0.08 * greying + 0.007 * place.yearsOn,
    0.03,
  )
  const kinds = place.split(employed, {
    permanent: 58,
    flexible: 30 - 8 * affluence,
    selfEmployed: 9 + 7 * affluence + 3 * urbanity,
  })
  return { employed, employees: kinds.permanent + kinds.flexible, ...kinds }
}

/** Unemployment against 2019: it rose in the first year of the pandemic, then fell. */
const unemployment = [1, 1.22, 0.92, 0.72, 0.74, 0.8]

function benefits(place: Place) {
  const { ages, yearsOn } = place
  const { affluence, schooling, frailty, urbanity } = place.is
  const adults = Math.round(0.7 * ages.to25 + ages.to45 + ages.to65)
  const need = (1 - affluence) * (1 - schooling)
  return {
    socialAssistance: place.some(
      'socialAssistance',
      adults,
      0.004 + (0.1 + 0.08 * urbanity) * need * (1 - 0.02 * yearsOn),
    ),
    disability: place.some('disability', adults, 0.03 + 0.09 * frailty),
    unemployment: place.some('unemployment', adults, 0.024 * (unemployment[yearsOn] ?? 1)),
    oldAgePension: place.some('oldAgePension', ages.older, 0.92, 0.02),
  }
}

function businesses(place: Place) {
  const { inhabitants, period, yearsOn } = place
  const { affluence, urbanity } = place.is
  const all = Math.round(
    (12 + inhabitants * (0.05 + 0.04 * urbanity + 0.06 * affluence)) *
      (1 + 0.045 * yearsOn) *
      place.vary('businesses', 0.15),
  )
  const { government, ...sections } = place.split(all, {
    agriculture: 0.4 + 7 * (1 - urbanity) * (1 - urbanity),
    industry: 15,
    trade: 17,
    transport: 9 + 3 * urbanity,
    finance: 7,
    business: 20 + 8 * affluence,
    government: 17,
    culture: 11,
  })
  // The total of 2019 leaves out government, education and care, as the CBS's did.
  return { establishments: period === 2019 ? all - government : all, government, ...sections }
}
