import type { Migration } from '@samenhang/subgraph-kit/migrations'
import { inKeyOrder, recordMigration } from '@samenhang/subgraph-kit/subject/record-store'

const person = recordMigration('0003-persons', 'person', {
  birth_year: 'integer',
  residence: 'text',
  household_kind: 'text',
  household_persons: 'integer',
  name: 'text',
  street: 'text',
  house_number: 'text',
  postcode: 'text',
  place: 'text',
})

/** People, one row each, under this subgraph's own pseudonym; and whose clients they are. */
export const persons: Migration = {
  name: '0003-persons',

  async up(knex) {
    await person.up(knex)
    await knex.raw(
      `create table caseload (actor text not null, subject text not null, synthetic integer not null, primary key (actor, subject))${inKeyOrder(knex)}`,
    )
  },
}
