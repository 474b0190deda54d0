/** What the labour market keeps of a person: declared once; the table, the file and the loaders are the kit's. */
import { day, oneOf, optional } from '@samenhang/subgraph-kit/column-types'
import { recordShape, type RecordOf } from '@samenhang/subgraph-kit/subject/record-shape'
import { subjectRecords } from '@samenhang/subgraph-kit/subject/subject-records'
import type { BenefitKind, IncomeBand, LabourPosition, TrajectoryToWork } from './generated/resolver-types.ts'

const positions = [
  'EMPLOYEE',
  'SELF_EMPLOYED',
  'UNEMPLOYED',
  'NOT_SEEKING',
] as const satisfies readonly LabourPosition[]
const benefits = [
  'SOCIAL_ASSISTANCE',
  'UNEMPLOYMENT',
  'DISABILITY',
  'OLD_AGE',
] as const satisfies readonly BenefitKind[]
const bands = ['LOWEST', 'SECOND', 'MIDDLE', 'FOURTH', 'HIGHEST'] as const satisfies readonly IncomeBand[]
const trajectories = [
  'JOB_COACHING',
  'TRAINING',
  'SHELTERED_WORK',
  'VOLUNTARY_WORK',
] as const satisfies readonly TrajectoryToWork[]

const shape = recordShape({
  table: 'person_labour_market',
  columns: {
    position: optional(oneOf(...positions)),
    income_band: optional(oneOf(...bands)),
    trajectory: optional(oneOf(...trajectories)),
  },
  lists: {
    benefits: {
      entry: 'benefit',
      columns: { kind: oneOf(...benefits), from: optional(day), to: optional(day) },
      order: ['from', 'newest'],
    },
  },
})

export type LabourRecord = RecordOf<typeof shape>

export const persons = subjectRecords('labour-market', shape)

export const personResolvers = { Person: persons.resolvers('labourMarket') }
