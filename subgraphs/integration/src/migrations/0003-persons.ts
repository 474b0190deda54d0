import { recordMigration } from '@samenhang/subgraph-kit/subject/record-store'

/** What is kept of people, one row each, under this subgraph's own pseudonym; lists are JSON. */
export const persons = recordMigration('0003-persons', 'person_integration', {
  permit_kind: 'text',
  permit_year: 'integer',
  route: 'text',
  exam_parts_passed: 'text',
  deadline: 'text',
  language_level: 'text',
})
