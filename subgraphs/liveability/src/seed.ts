/** Invented liveability: surroundings where there is room, amenities in cities, nuisance there too, homes and cohesion with affluence. */
import type { SeedRows } from '@samenhang/subgraph-kit/seed'
import type { SyntheticCountry } from '@samenhang/subgraph-kit/synthetic/country'
import { derived, type Formula, type Terms } from '@samenhang/subgraph-kit/synthetic/formulas'
import type { Place } from '@samenhang/subgraph-kit/synthetic/place'
import { profileRows } from '@samenhang/subgraph-kit/synthetic/profile'
import type { LiveabilityProfile } from './generated/resolver-types.ts'

type Sums = ReturnType<typeof points>
type Dimension = Exclude<keyof Sums, 'inhabitants'>

const dimensions: readonly Dimension[] = ['physical', 'nuisance', 'social', 'amenities', 'housing']
/** What the invented country scores on average. */
const average = 4.1
const terms: Terms<keyof Sums> = { atLeast: ['inhabitants', 50], gaps: 0.02 }

export function seed(country: SyntheticCountry): Readonly<Record<string, SeedRows>> {
  return {
    liveability: profileRows<LiveabilityProfile, keyof Sums>(country, {
      quantities: points,
      indicators: {
        score: derived((sums: Sums) => rounded(average + deviationOf(sums)), terms),
        deviation: derived(deviationOf, terms),
        physicalSurroundings: ofDimension('physical'),
        nuisanceAndInsecurity: ofDimension('nuisance'),
        socialCohesion: ofDimension('social'),
        amenities: ofDimension('amenities'),
        housingStock: ofDimension('housing'),
      },
    }),
  }
}

/** Points of each dimension, times inhabitants: the mean of a larger area is that over its inhabitants. */
function points(place: Place) {
  const { inhabitants } = place
  const { affluence, schooling, frailty, urbanity } = place.is
  const of = (name: string, level: number) => inhabitants * (level + 0.1 * (place.own(name, 0.5) - 1))
  return {
    inhabitants,
    physical: of('physical surroundings', 0.12 * (1 - urbanity) - 0.06),
    nuisance: of('nuisance', 0.1 - 0.2 * urbanity * (1 - affluence)),
    social: of('social cohesion', 0.08 * affluence - 0.06 * frailty),
    amenities: of('amenities', 0.16 * urbanity - 0.06),
    housing: of('housing stock', 0.1 * affluence + 0.05 * schooling - 0.08),
  }
}

function ofDimension(name: Dimension): Formula<keyof Sums> {
  return derived((sums: Sums) => pointsOf(sums, name), terms)
}

/** Rounded, for parts that are rounded add up to their sum only where that is made of them. */
function deviationOf(sums: Sums): number {
  return rounded(dimensions.reduce((sum, name) => sum + pointsOf(sums, name), 0))
}

const pointsOf = (sums: Sums, name: Dimension): number =>
  rounded(sums.inhabitants > 0 ? sums[name] / sums.inhabitants : 0)
const rounded = (value: number): number => Math.round(value * 1000) / 1000
