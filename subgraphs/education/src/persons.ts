/** What education keeps of a person: declared once; the table, the file and the loaders are the kit's. */
import { oneOf, optional, yesOrNo } from '@samenhang/subgraph-kit/column-types'
import { fromColumns } from '@samenhang/subgraph-kit/subject/from-columns'
import { recordShape, type RecordOf } from '@samenhang/subgraph-kit/subject/record-shape'
import { subjectRecords } from '@samenhang/subgraph-kit/subject/subject-records'
import type { EducationLevel, Enrolment } from './generated/resolver-types.ts'

const levels = ['LOW', 'INTERMEDIATE', 'HIGH'] as const satisfies readonly EducationLevel[]
const enrolments = [
  'PRIMARY',
  'SECONDARY',
  'VOCATIONAL',
  'HIGHER_PROFESSIONAL',
  'UNIVERSITY',
] as const satisfies readonly Enrolment[]

const shape = recordShape({
  table: 'person_education',
  columns: {
    highest_level: optional(oneOf(...levels)),
    enrolment: optional(oneOf(...enrolments)),
    early_school_leaver: optional(yesOrNo),
    basic_qualification: optional(yesOrNo),
  },
  lists: {},
})

export type EducationRecord = RecordOf<typeof shape>

export const persons = subjectRecords('education', shape)

export const personResolvers = {
  Person: persons.resolvers('education'),
  PersonEducation: {
    enrolled: fromColumns(
      ['enrolment'],
      ({ enrolment }: Pick<EducationRecord, 'enrolment'>) => enrolment !== null,
    ),
  },
}
