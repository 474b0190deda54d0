/** What the base registry keeps of a person: declared once; the table and the file are the kit's. Who and where, and nothing else. */
import { areaCode, count, oneOf, optional, text, year } from '@samenhang/subgraph-kit/column-types'
import { recordShape, type RecordOf } from '@samenhang/subgraph-kit/subject/record-shape'
import { subjectRecords } from '@samenhang/subgraph-kit/subject/subject-records'
import type { HouseholdKind } from './generated/resolver-types.ts'

const households = [
  'ONE_PERSON',
  'WITHOUT_CHILDREN',
  'WITH_CHILDREN',
  'INSTITUTIONAL',
] as const satisfies readonly HouseholdKind[]

export const shape = recordShape({
  table: 'person',
  columns: {
    birth_year: optional(year),
    residence: optional(areaCode('NEIGHBOURHOOD')),
    household_kind: optional(oneOf(...households)),
    household_persons: optional(count),
    name: optional(text),
    street: optional(text),
    house_number: optional(text),
    postcode: optional(text),
    place: optional(text),
  },
  lists: {},
})

export type PersonRecord = RecordOf<typeof shape>

export const persons = subjectRecords('base-registry', shape)
