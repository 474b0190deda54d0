/**
 * What stands out in a person's life, one thing at most, so that what the domains keep of a person belongs together. As many people of
 * a neighbourhood are in each as its counts by group say; each only at the ages where it occurs.
 */
import { ageBands, type Ages } from './population.ts'
import { oncePerPlace, type Place } from './place.ts'

type Remarkable =
  | 'WITHOUT_HOME'
  | 'MUST_MOVE'
  | 'LEAVING_INSTITUTION'
  | 'REFUGEE'
  | 'STUDENT'
  | 'MIGRANT_WORKER'
  | 'DISABLED'
  | 'OLDER_IN_NEED'

export type Circumstance = Remarkable | 'SETTLED'

interface Occurrence {
  /** How many people of the place. */
  readonly count: number
  /** From which age, and under which. */
  readonly ages: readonly [from: number, under: number]
}

function occurrences(place: Place): Readonly<Record<Remarkable, Occurrence>> {
  const { inhabitants, households, ages, yearsOn } = place
  const { affluence, urbanity, diversity, students } = place.is
  const scarcity = (1 - affluence) * (0.6 + 0.8 * urbanity) * (1 + 0.05 * yearsOn)
  const migrants = 0.004 + 0.022 * diversity + 0.004 * (1 - urbanity)
  return {
    WITHOUT_HOME: { count: place.some('homeless', inhabitants, 0.003 * scarcity, 0.6), ages: [18, 75] },
    MUST_MOVE: {
      count: Math.round(1.9 * place.some('urgent', households, 0.008 * scarcity, 0.5)),
      ages: [0, 75],
    },
    LEAVING_INSTITUTION: {
      count: place.some('leaving', inhabitants, 0.0003 + 0.0015 * scarcity, 0.6),
      ages: [18, 75],
    },
    REFUGEE: {
      count: place.some('status holders', inhabitants, 0.003 + 0.009 * diversity, 0.5),
      ages: [0, 75],
    },
    STUDENT: { count: place.some('studying', ages.to25, 0.2 + 0.5 * students), ages: [17, 25] },
    MIGRANT_WORKER: { count: place.some('labour migrants', inhabitants, migrants, 0.5), ages: [18, 65] },
    DISABLED: {
      count: place.some('disabled', inhabitants, 0.025 + 0.03 * (1 - affluence)),
      ages: [0, 95],
    },
    OLDER_IN_NEED: { count: place.some('older', ages.older, 0.05 + 0.05 * scarcity), ages: [65, 95] },
  }
}

/** Of each circumstance, how likely it is for those of its ages. */
const likelihoods = oncePerPlace((place) =>
  Object.entries(occurrences(place)).map(([circumstance, { count, ages }]) => {
    const whole = between(place.ages, ...ages)
    return { circumstance: circumstance as Circumstance, ages, likelihood: whole > 0 ? count / whole : 0 }
  }),
)

/** The circumstance that this draw, from 0 up to 1, gives a person of this age. */
export function circumstanceOf(place: Place, age: number, drawn: number): Circumstance {
  let left = drawn
  for (const { circumstance, likelihood, ages } of likelihoods(place)) {
    if (age < ages[0] || age >= ages[1]) continue
    left -= likelihood
    if (left < 0) return circumstance
  }
  return 'SETTLED'
}

/** How many people are of these ages, each age in a band as common as the others. */
function between(ages: Ages, from: number, under: number): number {
  return ageBands(ages).reduce(
    (sum, [size, low, high]) =>
      sum + (size * Math.max(0, Math.min(high, under) - Math.max(low, from))) / (high - low),
    0,
  )
}
