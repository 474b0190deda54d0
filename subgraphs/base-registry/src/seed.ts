/** Invented figures of people and surroundings: the country's own population, divided by sex, age, marital status and household. */
import type { SeedRows } from '@samenhang/subgraph-kit/seed'
import type { SyntheticCountry } from '@samenhang/subgraph-kit/synthetic/country'
import { average, count, derived, perThousand } from '@samenhang/subgraph-kit/synthetic/formulas'
import type { Place } from '@samenhang/subgraph-kit/synthetic/place'
import { profileRows } from '@samenhang/subgraph-kit/synthetic/profile'
import type { PopulationProfile, SurroundingsProfile } from './generated/resolver-types.ts'

type Surrounding = keyof ReturnType<typeof land>

export function seed(country: SyntheticCountry): Readonly<Record<string, SeedRows>> {
  return { population: population(country), surroundings: surroundings(country) }
}

function population(country: SyntheticCountry): SeedRows {
  const inhabited = ['inhabitants', 10] as const
  return profileRows<PopulationProfile, keyof ReturnType<typeof people>>(country, {
    quantities: people,
    indicators: {
      inhabitants: count('inhabitants'),
      men: count('men'),
      women: count('women'),
      aged0To15: count('to15'),
      aged15To25: count('to25'),
      aged25To45: count('to45'),
      aged45To65: count('to65'),
      aged65OrOlder: count('older'),
      neverMarried: count('neverMarried'),
      married: count('married'),
      divorced: count('divorced'),
      widowed: count('widowed'),
      births: count('births', { gaps: 0.01 }),
      birthsPer1000: perThousand('births', 'inhabitants', { atLeast: inhabited }),
      deaths: count('deaths', { gaps: 0.01 }),
      deathsPer1000: perThousand('deaths', 'inhabitants', { atLeast: inhabited }),
      households: count('households'),
      onePersonHouseholds: count('onePerson'),
      householdsWithoutChildren: count('withoutChildren'),
      householdsWithChildren: count('withChildren'),
      averageHouseholdSize: average('inHouseholds', 'households', { nearest: 0.1, atLeast: inhabited }),
      density: average('inhabitants', 'squareKilometres', { atLeast: inhabited }),
    },
  })
}

export function people(place: Place) {
  const { inhabitants, households, ages, land } = place
  const { urbanity, families, greying, students } = place.is
  return {
    inhabitants,
    households,
    ...ages,
    ...place.split(inhabitants, { men: 49.7, women: 50.3 }, 0.03),
    ...place.split(inhabitants, {
      neverMarried: ages.to15 + 0.98 * ages.to25 + (0.5 + 0.2 * urbanity) * ages.to45 + 0.18 * ages.to65,
      married: (0.44 - 0.2 * urbanity) * ages.to45 + 0.64 * ages.to65 + 0.56 * ages.older,
      divorced: 0.05 * ages.to45 + 0.16 * ages.to65 + 0.13 * ages.older,
      widowed: 0.02 * ages.to65 + 0.24 * ages.older,
    }),
    births: place.some('births', ages.to45, 0.037),
    deaths: place.some('deaths', ages.older, 0.042),
    ...place.split(households, {
      onePerson: 24 + 22 * urbanity + 20 * students - 14 * families + 8 * greying,
      withoutChildren: 28,
      withChildren: 14 + 38 * families,
    }),
    inHouseholds: Math.round(0.985 * inhabitants),
    squareKilometres: land / 100,
  }
}

function surroundings(country: SyntheticCountry): SeedRows {
  const fiftyHouseholds = ['households', 50] as const
  const nearby = { nearest: 0.1, atLeast: ['inhabitants', 10] as const }
  return profileRows<SurroundingsProfile, Surrounding>(country, {
    quantities: land,
    indicators: {
      boundaryChange: derived((_, { level }) => (level === 'COUNTRY' ? null : 1)),
      surfaceArea: count('surface', { nearest: 1 }),
      landArea: count('land', { nearest: 1 }),
      waterArea: count('water', { nearest: 1 }),
      degreeOfUrbanisation: derived<Surrounding>(
        (sums) => (sums.addresses > 0 ? degreeOfUrbanisation(sums.addressDensity / sums.addresses) : null),
        { atLeast: ['addresses', 1] },
      ),
      addressDensity: average('addressDensity', 'addresses', { atLeast: ['addresses', 1] }),
      mostCommonPostcode: derived<Surrounding>(
        (_, { level, parents }) => (level === 'NEIGHBOURHOOD' ? postcode(parents.district) : null),
        {
          atLeast: ['addresses', 1],
        },
      ),
      postcodeCoverage: derived<Surrounding>(
        (sums, { level }) => (level === 'NEIGHBOURHOOD' ? sums.postcodeCoverage : null),
        {
          atLeast: ['addresses', 1],
        },
      ),
      passengerCars: count('cars'),
      passengerCarsPetrol: count('petrol'),
      passengerCarsOtherFuel: count('otherFuel'),
      passengerCarsPerHousehold: average('cars', 'households', { nearest: 0.1, atLeast: fiftyHouseholds }),
      passengerCarsPerSquareKilometre: average('cars', 'squareKilometres', { atLeast: fiftyHouseholds }),
      motorcycles: count('motorcycles', { gaps: 0.01 }),
      distanceToLargeSupermarket: average('toSupermarket', 'inhabitants', nearby),
      distanceToDayNursery: average('toNursery', 'inhabitants', nearby),
    },
  })
}

function land(place: Place) {
  const { inhabitants, households, yearsOn } = place
  const { affluence, urbanity } = place.is
  const addresses = Math.round(1.07 * households)
  const density =
    (120 + 4_600 * urbanity * urbanity) * place.own('address density', 0.1) * (1 + 0.008 * yearsOn)
  const water = Math.round(0.08 * place.land * place.own('water', 0.9))
  const cars = Math.round(households * (1.3 - 0.75 * urbanity + 0.25 * affluence) * place.vary('cars', 0.1))
  const remoteness = (1 - urbanity) * (1 - urbanity)
  return {
    inhabitants,
    households,
    land: place.land,
    water,
    surface: place.land + water,
    squareKilometres: place.land / 100,
    addresses,
    addressDensity: density * addresses,
    postcodeCoverage: Math.ceil(6 * (place.own('postcode', 0.9) - 0.1) * 0.55),
    cars,
    ...place.split(cars, { petrol: 80 - 2 * yearsOn, otherFuel: 20 + 2 * yearsOn }, 0.05),
    motorcycles: place.some('motorcycles', inhabitants, 0.045 - 0.02 * urbanity),
    toSupermarket: inhabitants * (0.4 + 2.4 * remoteness) * place.own('supermarket', 0.35),
    toNursery: inhabitants * (0.35 + 1.6 * remoteness) * place.own('nursery', 0.35),
  }
}

/** By addresses per square kilometre, as the CBS draws the line. */
function degreeOfUrbanisation(density: number): number {
  return 1 + [2_500, 1_500, 1_000, 500].filter((bound) => density < bound).length
}

/** No Dutch postcode begins with 0, so these are no real ones. */
function postcode(district: string | null): string {
  return `0${String(100 + (Number(district?.slice(2)) % 900))}`
}
