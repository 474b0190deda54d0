/** What housing keeps of a person: declared once; the table, the file and the loaders are the kit's. */
import { count, day, oneOf, optional } from '@samenhang/subgraph-kit/column-types'
import { fromColumns } from '@samenhang/subgraph-kit/subject/from-columns'
import { recordShape, type RecordOf } from '@samenhang/subgraph-kit/subject/record-shape'
import { subjectRecords } from '@samenhang/subgraph-kit/subject/subject-records'
import type { Accommodation, HousingUrgency, Tenure } from './generated/resolver-types.ts'

const accommodations = [
  'STREET',
  'ASYLUM_CENTRE',
  'HOMELESS_SHELTER',
  'HOLIDAY_PARK',
  'STAYING_WITH_ACQUAINTANCES',
  'INSTITUTION',
  'STUDENT_ROOM',
  'OWN_DWELLING_UNSUITABLE',
  'SUITABLE_HOME',
  'OTHER',
] as const satisfies readonly Accommodation[]
const tenures = [
  'OWNER_OCCUPIED',
  'HOUSING_CORPORATION',
  'OTHER_LANDLORD',
] as const satisfies readonly Tenure[]
const urgencies = [
  'MEDICAL',
  'SOCIAL',
  'VIOLENCE',
  'LEAVING_INSTITUTION',
  'STATUS_HOLDER',
] as const satisfies readonly HousingUrgency[]

const shape = recordShape({
  table: 'person_housing',
  columns: {
    situation: optional(oneOf(...accommodations)),
    since: optional(day),
    tenure: optional(oneOf(...tenures)),
    registered_since: optional(day),
    urgency: optional(oneOf(...urgencies)),
    offers_made: optional(count),
    offers_refused: optional(count),
  },
  lists: {
    homelessness: {
      entry: 'homelessness',
      columns: { from: day, to: optional(day), accommodation: optional(oneOf(...accommodations)) },
      order: ['from', 'newest'],
    },
  },
})

export type HousingRecord = RecordOf<typeof shape>

export const persons = subjectRecords('housing', shape)

export const personResolvers = {
  Person: persons.resolvers('housing'),
  PersonHousing: {
    // A file of before SUITABLE_HOME says OTHER of a home that suits, and how the person has it.
    situation: fromColumns(
      ['situation', 'tenure'],
      ({ situation, tenure }: Pick<HousingRecord, 'situation' | 'tenure'>) =>
        situation === 'OTHER' && tenure !== null ? 'SUITABLE_HOME' : situation,
    ),
    monthsRegistered: fromColumns(
      ['registeredSince'],
      ({ registeredSince }: Pick<HousingRecord, 'registeredSince'>) =>
        registeredSince === null ? null : wholeMonths(registeredSince, new Date()),
    ),
  },
}

export function wholeMonths(from: string, until: Date): number {
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number)
  const months = (until.getUTCFullYear() - year) * 12 + until.getUTCMonth() + 1 - month
  return Math.max(0, until.getUTCDate() < day ? months - 1 : months)
}
