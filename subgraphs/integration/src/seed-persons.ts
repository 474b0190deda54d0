/** Invented records of integration: refugees, people who came to work, and some of the others where many are from elsewhere. */
import type { SyntheticPerson } from '@samenhang/subgraph-kit/synthetic/persons'
import type { IntegrationRoute, LanguageLevel, PermitKind } from './generated/resolver-types.ts'
import { examParts, type IntegrationRecord } from './persons.ts'

export function seedPersons(person: SyntheticPerson): IntegrationRecord | null {
  const permitKind = permitOf(person)
  if (!permitKind) return null
  const lastYear = person.place.period
  const permitYear = lastYear - person.between('permit years ago', 0, permitKind === 'ASYLUM' ? 6 : 9)
  const hasDuty = (permitKind === 'ASYLUM' || permitKind === 'FAMILY') && person.age >= 18 && person.age < 67
  const progress = person.draw('progress') * Math.min(1, (lastYear - permitYear + 1) / 5)
  const route = hasDuty
    ? person.pick<IntegrationRoute>('route', {
        B1: 55,
        EDUCATION: person.age < 28 ? 40 : 5,
        SELF_RELIANCE: 30,
      })
    : null
  return {
    permitKind,
    permitYear,
    route,
    examPartsPassed: hasDuty ? examParts.filter((part) => person.draw(part) < progress) : [],
    // Three years from a day in the year after the permit.
    deadline: hasDuty ? `${String(permitYear + 4)}-${monthAndDay(person)}` : null,
    languageLevel: hasDuty ? levelAt(progress) : null,
  }
}

function permitOf(person: SyntheticPerson): PermitKind | null {
  if (person.circumstance === 'REFUGEE') return 'ASYLUM'
  if (person.circumstance === 'MIGRANT_WORKER') return person.chance('permit to work', 0.25) ? 'WORK' : null
  if (person.circumstance === 'STUDENT') return person.chance('permit to study', 0.06) ? 'STUDY' : null
  return person.chance('permit', 0.01 + 0.05 * person.place.is.diversity)
    ? person.pick<PermitKind>('kind of permit', { FAMILY: 70, WORK: 20, OTHER_PERMIT: 10 })
    : null
}

function monthAndDay(person: SyntheticPerson): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${two(person.between('deadline month', 1, 12))}-${two(person.between('deadline day', 1, 28))}`
}

function levelAt(progress: number): LanguageLevel {
  if (progress < 0.15) return 'BELOW_A1'
  if (progress < 0.35) return 'A1'
  if (progress < 0.65) return 'A2'
  return progress < 0.92 ? 'B1_LEVEL' : 'B2_OR_HIGHER'
}
