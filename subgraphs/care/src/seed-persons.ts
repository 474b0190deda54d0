/** Invented records of care: as many clients as the neighbourhood has, and care that fits the circumstances of a person. */
import type { SyntheticPerson } from '@samenhang/subgraph-kit/synthetic/persons'
import { oncePerPlace } from '@samenhang/subgraph-kit/synthetic/place'
import type { CareKind } from './generated/resolver-types.ts'
import type { CareRecord } from './persons.ts'
import { clients } from './seed.ts'

type Weights = Partial<Record<CareKind, number>>

const providers = [
  'Zorggroep De Linde',
  'Stichting Thuisnabij',
  'Het Baken',
  'De Brug',
  'Jeugdzorg Weidermeer',
]

/** How likely someone of these circumstances has care, and which. */
const care: Readonly<Partial<Record<SyntheticPerson['circumstance'], readonly [number, Weights]>>> = {
  WITHOUT_HOME: [0.8, { SHELTER: 45, SUPPORT_AT_HOME: 35, DAY_ACTIVITIES: 20 }],
  LEAVING_INSTITUTION: [1, { SHELTERED_HOUSING: 70, SUPPORT_AT_HOME: 20, DAY_ACTIVITIES: 10 }],
  DISABLED: [0.75, { SUPPORT_AT_HOME: 45, DAY_ACTIVITIES: 30, HOUSEHOLD_HELP: 15, LONG_TERM_CARE: 10 }],
  OLDER_IN_NEED: [0.8, { HOUSEHOLD_HELP: 70, SUPPORT_AT_HOME: 15, LONG_TERM_CARE: 15 }],
  MUST_MOVE: [0.2, { SUPPORT_AT_HOME: 1 }],
  REFUGEE: [0.15, { SUPPORT_AT_HOME: 1 }],
}

const clientsOf = oncePerPlace(clients)

export function seedPersons(person: SyntheticPerson): CareRecord | null {
  const [likely, weights] = careOf(person)
  if (!person.chance('has care', likely)) return null
  const kind = person.pick<CareKind>('care', weights)
  const waits = person.chance('waits', 0.25)
  const ended = person.age > 9 && person.chance('ended', 0.3)
  return {
    arrangements: [
      ...(waits && person.chance('nothing yet', 0.6) ? [] : [arrangement(person, kind, 'now')]),
      ...(ended ? [arrangement(person, person.pick<CareKind>('care before', weights), 'before')] : []),
    ],
    waitingFor: waits
      ? [{ kind: person.pick<CareKind>('waits for', weights), since: person.day('waits since', [5, 400]) }]
      : [],
  }
}

function arrangement(
  person: SyntheticPerson,
  kind: CareKind,
  when: 'now' | 'before',
): CareRecord['arrangements'][number] {
  const young = kind === 'YOUTH_SUPPORT' || kind === 'YOUTH_RESIDENTIAL'
  return {
    law: young ? 'YOUTH_ACT' : kind === 'LONG_TERM_CARE' ? 'WLZ' : 'WMO',
    kind,
    provider: providers[person.between(`provider ${when}`, 0, providers.length - 1)] ?? null,
    status: when === 'before' ? 'ENDED' : person.chance('paused', 0.05) ? 'PAUSED' : 'ACTIVE',
    from: person.day(`care from ${when}`, when === 'now' ? [20, 1_300] : [2_200, 3_500]),
    to: when === 'now' ? null : person.day('care to', [1_400, 2_190]),
  }
}

/** How likely someone has care, and which. */
function careOf(person: SyntheticPerson): readonly [number, Weights] {
  if (person.age < 18) return youth(person)
  return care[person.circumstance] ?? (person.age < 23 ? youth(person) : others(person))
}

/** Youth care as likely as among the young people of the neighbourhood. */
function youth({ place }: SyntheticPerson): readonly [number, Weights] {
  const { youthCare, youngPeople } = clientsOf(place)
  return [(1.15 * youthCare) / Math.max(1, youngPeople), { YOUTH_SUPPORT: 90, YOUTH_RESIDENTIAL: 10 }]
}

/** What is left of the neighbourhood's clients when those whose circumstances bring care are taken off. */
function others({ place }: SyntheticPerson): readonly [number, Weights] {
  const { socialSupport, inhabitants } = clientsOf(place)
  return [(0.85 * socialSupport) / Math.max(1, inhabitants), { HOUSEHOLD_HELP: 60, SUPPORT_AT_HOME: 40 }]
}
