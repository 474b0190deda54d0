/** Invented records of education: levels as in the neighbourhood, enrolment by age. */
import type { SyntheticPerson } from '@samenhang/subgraph-kit/synthetic/persons'
import { oncePerPlace } from '@samenhang/subgraph-kit/synthetic/place'
import type { EducationLevel, Enrolment } from './generated/resolver-types.ts'
import type { EducationRecord } from './persons.ts'
import { learners } from './seed.ts'

const learnersOf = oncePerPlace(learners)

export function seedPersons(person: SyntheticPerson): EducationRecord | null {
  if (person.age < 4) return null
  const enrolment = enrolmentOf(person)
  const { low, intermediate, high } = learnersOf(person.place)
  const attained = person.pick<EducationLevel>('level', {
    // Those who are too young yet for their level make up for this.
    LOW: 0.7 * low + 0.001,
    INTERMEDIATE: intermediate,
    HIGH: 1.25 * high,
  })
  const highestLevel = person.age < 15 ? null : atMost(attained, person.age)
  const basicQualification =
    person.age < 16
      ? null
      : highestLevel !== 'LOW' || enrolment === 'UNIVERSITY' || enrolment === 'HIGHER_PROFESSIONAL'
  return {
    highestLevel,
    enrolment,
    earlySchoolLeaver:
      person.age >= 16 && person.age < 23 ? enrolment === null && !basicQualification : false,
    basicQualification,
  }
}

function enrolmentOf(person: SyntheticPerson): Enrolment | null {
  const { age } = person
  if (age < 12) return 'PRIMARY'
  if (age < 16) return 'SECONDARY'
  if (person.circumstance === 'STUDENT')
    return person.pick<Enrolment>('enrolment', { HIGHER_PROFESSIONAL: 60, UNIVERSITY: 40 })
  if (age < 18)
    return person.chance('at school', 0.95)
      ? person.chance('vocational', 0.45)
        ? 'VOCATIONAL'
        : 'SECONDARY'
      : null
  return age < 25 && person.chance('at school', 0.35) ? 'VOCATIONAL' : null
}

/** A level takes years: nobody has the highest at 17. */
function atMost(level: EducationLevel, age: number): EducationLevel {
  if (age < 18) return 'LOW'
  return age < 22 && level === 'HIGH' ? 'INTERMEDIATE' : level
}
