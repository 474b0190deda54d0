/** Invented records of housing for adults: tenure as in the neighbourhood, no home or another for those whose circumstances say so. */
import type { SyntheticPerson } from '@samenhang/subgraph-kit/synthetic/persons'
import { oncePerPlace } from '@samenhang/subgraph-kit/synthetic/place'
import type { Accommodation, HousingUrgency, Tenure } from './generated/resolver-types.ts'
import type { HousingRecord } from './persons.ts'
import { housingStock } from './seed.ts'

/** Where people stay, by circumstance; others have a home. */
const stays: Readonly<
  Partial<Record<SyntheticPerson['circumstance'], Partial<Record<Accommodation, number>>>>
> = {
  WITHOUT_HOME: {
    STREET: 16,
    HOMELESS_SHELTER: 34,
    HOLIDAY_PARK: 9,
    STAYING_WITH_ACQUAINTANCES: 29,
    INSTITUTION: 6,
  },
  MUST_MOVE: {
    HOMELESS_SHELTER: 5,
    HOLIDAY_PARK: 12,
    STAYING_WITH_ACQUAINTANCES: 38,
    OWN_DWELLING_UNSUITABLE: 33,
    SUITABLE_HOME: 12,
  },
  LEAVING_INSTITUTION: { INSTITUTION: 74, HOMELESS_SHELTER: 14, STAYING_WITH_ACQUAINTANCES: 12 },
  REFUGEE: { ASYLUM_CENTRE: 16, STAYING_WITH_ACQUAINTANCES: 4, SUITABLE_HOME: 80 },
  STUDENT: { STUDENT_ROOM: 35, STAYING_WITH_ACQUAINTANCES: 5, SUITABLE_HOME: 60 },
  MIGRANT_WORKER: { HOLIDAY_PARK: 9, STAYING_WITH_ACQUAINTANCES: 6, SUITABLE_HOME: 85 },
  DISABLED: { OWN_DWELLING_UNSUITABLE: 6, INSTITUTION: 4, SUITABLE_HOME: 90 },
  OLDER_IN_NEED: { OWN_DWELLING_UNSUITABLE: 30, INSTITUTION: 10, SUITABLE_HOME: 60 },
}

const urgencyOf: Readonly<
  Partial<Record<SyntheticPerson['circumstance'], Partial<Record<HousingUrgency, number>>>>
> = {
  WITHOUT_HOME: { SOCIAL: 70, MEDICAL: 10, VIOLENCE: 20 },
  MUST_MOVE: { SOCIAL: 60, VIOLENCE: 30, MEDICAL: 10 },
  LEAVING_INSTITUTION: { LEAVING_INSTITUTION: 1 },
  DISABLED: { MEDICAL: 1 },
  OLDER_IN_NEED: { MEDICAL: 1 },
}

const stockOf = oncePerPlace(housingStock)

export function seedPersons(person: SyntheticPerson): HousingRecord | null {
  if (person.age < 18) return null
  const situation = person.pick<Accommodation>('stay', stays[person.circumstance] ?? { SUITABLE_HOME: 1 })
  const hasHome = situation === 'SUITABLE_HOME' || situation === 'OWN_DWELLING_UNSUITABLE'
  const { ownerOccupied, corporation, otherLandlord } = stockOf(person.place)
  const tenure = person.pick<Tenure>('tenure', {
    OWNER_OCCUPIED: ownerOccupied + 0.001,
    HOUSING_CORPORATION: corporation,
    OTHER_LANDLORD: otherLandlord,
  })
  const urgencies = urgencyOf[person.circumstance]
  const seeks = !hasHome || (urgencies !== undefined && situation !== 'SUITABLE_HOME')
  const registered = seeks || (tenure !== 'OWNER_OCCUPIED' && person.chance('registered', 0.4))
  const offers = registered && person.chance('offered', 0.3) ? person.between('offers', 1, 4) : 0
  const homeless = person.circumstance === 'WITHOUT_HOME'
  return {
    situation,
    since: person.day('home since', hasHome ? [60, 7_000] : [10, 900]),
    tenure: hasHome ? tenure : null,
    registeredSince: registered ? person.day('registered since', seeks ? [100, 2_500] : [100, 4_500]) : null,
    urgency: seeks && urgencies && person.chance('urgent', 0.6) ? person.pick('urgency', urgencies) : null,
    offersMade: registered ? offers : null,
    offersRefused: registered ? person.between('refused', 0, offers) : null,
    homelessness: homeless
      ? [
          { from: person.day('homeless since', [10, 900]), to: null, accommodation: situation },
          ...(person.chance('homeless before', 0.4)
            ? [
                {
                  from: person.day('homeless before from', [1_800, 3_000]),
                  to: person.day('homeless before to', [1_000, 1_790]),
                  accommodation: person.pick<Accommodation>('stay before', stays.WITHOUT_HOME ?? {}),
                },
              ]
            : []),
        ]
      : [],
  }
}
