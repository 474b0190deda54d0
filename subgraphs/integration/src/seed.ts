/**
 * Invented figures of where people are from: by migration background up to 2022, by origin from 2023. Both follow from the same
 * places, but neither is computed from the other, since in life they cannot be.
 */
import type { SeedRows } from '@samenhang/subgraph-kit/seed'
import type { SyntheticCountry } from '@samenhang/subgraph-kit/synthetic/country'
import { count } from '@samenhang/subgraph-kit/synthetic/formulas'
import type { Place } from '@samenhang/subgraph-kit/synthetic/place'
import { profileRows } from '@samenhang/subgraph-kit/synthetic/profile'
import type { IntegrationProfile } from './generated/resolver-types.ts'

export function seed(country: SyntheticCountry): Readonly<Record<string, SeedRows>> {
  const background = { until: 2022, atLeast: ['inhabitants', 50] as const, gaps: 0.01 }
  const origin = { from: 2023, atLeast: ['inhabitants', 50] as const, gaps: 0.01 }
  return {
    integration: profileRows<IntegrationProfile, keyof ReturnType<typeof peopleByOrigin>>(country, {
      quantities: peopleByOrigin,
      indicators: {
        backgroundWestern: count('western', background),
        backgroundNonWestern: count('nonWestern', background),
        backgroundMorocco: count('morocco', background),
        backgroundNetherlandsAntillesAndAruba: count('antilles', background),
        backgroundSuriname: count('suriname', background),
        backgroundTurkey: count('turkey', background),
        backgroundOtherNonWestern: count('otherNonWestern', background),
        originNetherlands: count('bornHereDutch', origin),
        originEurope: count('european', origin),
        originOutsideEurope: count('fromOutsideEurope', origin),
        bornInNetherlandsOriginNetherlands: count('bornHereDutch', origin),
        bornInNetherlandsOriginEurope: count('bornHereEuropean', origin),
        bornInNetherlandsOriginOutsideEurope: count('bornHereOutsideEurope', origin),
        bornAbroadOriginEurope: count('bornAbroadEuropean', origin),
        bornAbroadOriginOutsideEurope: count('bornAbroadOutsideEurope', origin),
      },
    }),
  }
}

function peopleByOrigin(place: Place) {
  const { inhabitants, yearsOn } = place
  const { diversity, urbanity, affluence } = place.is
  const fromElsewhere = diversity * (1 + 0.02 * yearsOn)
  const background = place.split(inhabitants, {
    none: 92 - 62 * fromElsewhere,
    western: 5 + 11 * fromElsewhere + 4 * affluence * urbanity,
    morocco: 10 * fromElsewhere * urbanity,
    antilles: 0.2 + 2.5 * fromElsewhere,
    suriname: 0.3 + 7 * fromElsewhere * urbanity,
    turkey: 9 * fromElsewhere * (1.1 - affluence),
    otherNonWestern: 1 + 16 * fromElsewhere,
  })
  const origin = place.split(inhabitants, {
    bornHereDutch: 91 - 60 * fromElsewhere,
    bornHereEuropean: 2.5 + 3 * fromElsewhere,
    bornHereOutsideEurope: 1.5 + 20 * fromElsewhere,
    bornAbroadEuropean: (2.5 + 6 * fromElsewhere + 8 * affluence * urbanity) * place.own('from Europe', 0.8),
    bornAbroadOutsideEurope: 1.5 + 24 * fromElsewhere,
  })
  return {
    inhabitants,
    ...background,
    nonWestern:
      background.morocco +
      background.antilles +
      background.suriname +
      background.turkey +
      background.otherNonWestern,
    ...origin,
    european: origin.bornHereEuropean + origin.bornAbroadEuropean,
    fromOutsideEurope: origin.bornHereOutsideEurope + origin.bornAbroadOutsideEurope,
  }
}
