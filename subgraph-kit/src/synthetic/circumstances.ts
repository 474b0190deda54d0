/**
 * What stands out in a person's life, one thing at most, so that what the domains keep of a person belongs together. As many people of
 * a neighbourhood are in each as its counts by group say; each only at the ages where it occurs.
 */
import { ageBands, type Ages } from './population.ts'
import { oncePerPlace, type Place } from './place.ts'
import { seekersIn } from './seekers.ts'

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
  const seekers = seekersIn(place)
  return {
    WITHOUT_HOME: { count: seekers.HOMELESS.persons, ages: [18, 75] },
    MUST_MOVE: { count: seekers.HOME_SEEKERS_IN_A_HURRY.persons, ages: [0, 75] },
    LEAVING_INSTITUTION: { count: seekers.LEAVING_INSTITUTIONS.persons, ages: [18, 75] },
    REFUGEE: { count: seekers.STATUS_HOLDERS.persons, ages: [0, 75] },
    STUDENT: { count: seekers.STUDENTS.persons, ages: [17, 25] },
    MIGRANT_WORKER: { count: seekers.LABOUR_MIGRANTS.persons, ages: [18, 65] },
    DISABLED: { count: seekers.PEOPLE_WITH_DISABILITIES.persons, ages: [0, 95] },
    OLDER_IN_NEED: { count: seekers.OLDER_PEOPLE.persons, ages: [65, 95] },
  }
}

/** Of each circumstance, how likely it is for those of its ages. */
const likelihoods = oncePerPlace((place) =>
  Object.entries(occurrences(place)).map(([circumstance, { count, ages }]) => {
    const peopleOfAges = between(place.ages, ...ages)
    return {
      circumstance: circumstance as Circumstance,
      ages,
      likelihood: peopleOfAges > 0 ? count / peopleOfAges : 0,
    }
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
