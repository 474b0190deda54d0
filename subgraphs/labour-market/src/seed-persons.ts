/** Invented records of work and income: positions and benefits as likely as in the neighbourhood, less work where life is in the way. */
import type { SyntheticPerson } from '@samenhang/subgraph-kit/synthetic/persons'
import { oncePerPlace } from '@samenhang/subgraph-kit/synthetic/place'
import type { BenefitKind, IncomeBand, LabourPosition, TrajectoryToWork } from './generated/resolver-types.ts'
import type { LabourRecord } from './persons.ts'
import { people } from './seed.ts'

const peopleOf = oncePerPlace((place) => {
  const { ages } = place
  const { employed, employees, from15To75, socialAssistance, disability, unemployment } = people(place)
  const adults = Math.max(1, Math.round(0.7 * ages.to25 + ages.to45 + ages.to65))
  return {
    employed: employed / Math.max(1, from15To75),
    employees: employees / Math.max(1, employed),
    socialAssistance: socialAssistance / adults,
    disability: disability / adults,
    unemployment: unemployment / adults,
  }
})

/** How much less likely work is, and how much likelier social assistance. */
const hindered: Readonly<
  Partial<Record<SyntheticPerson['circumstance'], readonly [work: number, assistance: number]>>
> = {
  WITHOUT_HOME: [0.3, 12],
  LEAVING_INSTITUTION: [0.3, 12],
  REFUGEE: [0.45, 12],
  DISABLED: [0.5, 1.5],
  MUST_MOVE: [0.8, 2.5],
  STUDENT: [0.7, 0],
}

export function seedPersons(person: SyntheticPerson): LabourRecord | null {
  const { age } = person
  if (age < 15) return null
  const rates = peopleOf(person.place)
  const [work, assistance] = hindered[person.circumstance] ?? [1.03, 1.5]
  const works = age < 75 && person.chance('works', Math.min(0.97, workAt(age) * rates.employed * work))
  const position: LabourPosition = works
    ? person.chance('employee', rates.employees)
      ? 'EMPLOYEE'
      : 'SELF_EMPLOYED'
    : age < 67 && person.chance('seeks work', 0.25)
      ? 'UNEMPLOYED'
      : 'NOT_SEEKING'
  const benefits: LabourRecord['benefits'][number][] = []
  const give = (kind: BenefitKind, days: readonly [number, number]) =>
    benefits.push({ kind, from: person.day(`${kind} from`, days), to: null })
  if (age >= 67) give('OLD_AGE', [30, 30 + (age - 66) * 365])
  else if (!works && age >= 18) {
    const without = Math.max(0.05, 1 - workAt(age) * rates.employed)
    if (person.chance('disability', rates.disability / without)) give('DISABILITY', [100, 5_000])
    else if (person.chance('assistance', Math.min(0.9, (assistance * rates.socialAssistance) / without)))
      give('SOCIAL_ASSISTANCE', [30, 3_000])
    else if (
      position === 'UNEMPLOYED' &&
      person.chance('unemployment', (2 * rates.unemployment) / without / 0.25)
    )
      give('UNEMPLOYMENT', [10, 500])
  }
  if (works && person.chance('benefit before', 0.08))
    benefits.push({
      kind: 'UNEMPLOYMENT',
      from: person.day('ww from', [1_500, 2_500]),
      to: person.day('ww to', [1_000, 1_490]),
    })
  return {
    position,
    incomeBand: incomeOf(person, works, benefits),
    trajectory:
      position === 'UNEMPLOYED' && person.chance('trajectory', 0.4)
        ? person.pick<TrajectoryToWork>('kind of trajectory', {
            JOB_COACHING: 40,
            TRAINING: 30,
            SHELTERED_WORK: 10,
            VOLUNTARY_WORK: 20,
          })
        : null,
    benefits,
  }
}

/** Work by age against the average from 15 to 75. */
function workAt(age: number): number {
  if (age < 18) return 0.6
  if (age < 65) return 1.12
  return age < 67 ? 0.6 : 0.18
}

function incomeOf(
  person: SyntheticPerson,
  works: boolean,
  benefits: readonly { readonly kind: BenefitKind }[],
): IncomeBand {
  const { affluence } = person.place.is
  if (!works && benefits.every(({ kind }) => kind !== 'OLD_AGE'))
    return person.pick<IncomeBand>('income', { LOWEST: 70, SECOND: 22, MIDDLE: 8 })
  return person.pick<IncomeBand>('income', {
    LOWEST: 18 - 14 * affluence,
    SECOND: 24 - 10 * affluence,
    MIDDLE: 22,
    FOURTH: 16 + 10 * affluence,
    HIGHEST: 6 + 30 * affluence,
  })
}
