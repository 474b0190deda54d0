/** What care keeps of a person: declared once; the table, the file and the loaders are the kit's. */
import { day, oneOf, optional, text } from '@samenhang/subgraph-kit/column-types'
import { fromColumns } from '@samenhang/subgraph-kit/subject/from-columns'
import { recordShape, type RecordOf } from '@samenhang/subgraph-kit/subject/record-shape'
import { subjectRecords } from '@samenhang/subgraph-kit/subject/subject-records'
import type { ArrangementStatus, CareKind, CareLaw } from './generated/resolver-types.ts'

const laws = ['WMO', 'YOUTH_ACT', 'WLZ'] as const satisfies readonly CareLaw[]
const kinds = [
  'SUPPORT_AT_HOME',
  'HOUSEHOLD_HELP',
  'DAY_ACTIVITIES',
  'SHELTERED_HOUSING',
  'SHELTER',
  'YOUTH_SUPPORT',
  'YOUTH_RESIDENTIAL',
  'LONG_TERM_CARE',
] as const satisfies readonly CareKind[]
const statuses = ['ACTIVE', 'PAUSED', 'ENDED'] as const satisfies readonly ArrangementStatus[]

const shape = recordShape({
  table: 'person_care',
  columns: {},
  lists: {
    arrangements: {
      entry: 'arrangement',
      columns: {
        law: oneOf(...laws),
        kind: oneOf(...kinds),
        provider: optional(text),
        status: oneOf(...statuses),
        from: optional(day),
        to: optional(day),
      },
      order: ['from', 'newest'],
    },
    waiting_for: {
      entry: 'waiting',
      columns: { kind: oneOf(...kinds), since: day },
      order: ['since', 'oldest'],
    },
  },
})

export type CareRecord = RecordOf<typeof shape>

export const persons = subjectRecords('care', shape)

const hasArrangement = (wantedKind: CareKind) =>
  fromColumns(['arrangements'], ({ arrangements }: Pick<CareRecord, 'arrangements'>) =>
    arrangements.some(({ kind, status }) => kind === wantedKind && status === 'ACTIVE'),
  )

export const personResolvers = {
  Person: persons.resolvers('care'),
  PersonCare: {
    shelteredHousing: hasArrangement('SHELTERED_HOUSING'),
    supportAtHome: hasArrangement('SUPPORT_AT_HOME'),
  },
}
