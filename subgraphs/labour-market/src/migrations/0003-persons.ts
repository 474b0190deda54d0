import { recordMigration } from '@samenhang/subgraph-kit/subject/record-store'

/** What is kept of people, one row each, under this subgraph's own pseudonym; lists are JSON. */
export const persons = recordMigration('0003-persons', 'person_labour_market', {
  position: 'text',
  income_band: 'text',
  trajectory: 'text',
  benefits: 'text',
})
