import { recordMigration } from '@samenhang/subgraph-kit/subject/record-store'

/** What is kept of people, one row each, under this subgraph's own pseudonym; lists are JSON. */
export const persons = recordMigration('0004-persons', 'person_housing', {
  situation: 'text',
  since: 'text',
  tenure: 'text',
  registered_since: 'text',
  urgency: 'text',
  offers_made: 'integer',
  offers_refused: 'integer',
  homelessness: 'text',
})
