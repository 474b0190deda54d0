import { recordMigration } from '@samenhang/subgraph-kit/subject/record-store'

/** What is kept of people, one row each, under this subgraph's own pseudonym; booleans are 0 and 1. */
export const persons = recordMigration('0003-persons', 'person_education', {
  highest_level: 'text',
  enrolment: 'text',
  early_school_leaver: 'integer',
  basic_qualification: 'integer',
})
