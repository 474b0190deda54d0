/** What integration keeps of a person: declared once; the table, the file and the loaders are the kit's. */
import { day, listOf, oneOf, optional, year } from '@samenhang/subgraph-kit/column-types'
import { fromColumns } from '@samenhang/subgraph-kit/subject/from-columns'
import { recordShape, type RecordOf } from '@samenhang/subgraph-kit/subject/record-shape'
import { subjectRecords } from '@samenhang/subgraph-kit/subject/subject-records'
import type { ExamPart, IntegrationRoute, LanguageLevel, PermitKind } from './generated/resolver-types.ts'

const permits = ['ASYLUM', 'FAMILY', 'WORK', 'STUDY', 'OTHER_PERMIT'] as const satisfies readonly PermitKind[]
const routes = ['B1', 'EDUCATION', 'SELF_RELIANCE'] as const satisfies readonly IntegrationRoute[]
export const examParts = [
  'READING',
  'LISTENING',
  'WRITING',
  'SPEAKING',
  'SOCIETY',
  'LABOUR_MARKET_MODULE',
] as const satisfies readonly ExamPart[]
const languageLevels = [
  'BELOW_A1',
  'A1',
  'A2',
  'B1_LEVEL',
  'B2_OR_HIGHER',
] as const satisfies readonly LanguageLevel[]

const shape = recordShape({
  table: 'person_integration',
  columns: {
    permit_kind: optional(oneOf(...permits)),
    permit_year: optional(year),
    route: optional(oneOf(...routes)),
    exam_parts_passed: listOf(oneOf(...examParts)),
    deadline: optional(day),
    language_level: optional(oneOf(...languageLevels)),
  },
  lists: {},
})

export type IntegrationRecord = RecordOf<typeof shape>

export const persons = subjectRecords('integration', shape)

export const personResolvers = {
  Person: persons.resolvers('integration'),
  PersonIntegration: {
    examPartsPassed: fromColumns(
      ['examPartsPassed'],
      ({ examPartsPassed }: Pick<IntegrationRecord, 'examPartsPassed'>) =>
        examParts.filter((part) => examPartsPassed.includes(part)),
    ),
  },
}
