import type { Migration } from '@samenhang/subgraph-kit/migrations'
import { inKeyOrder } from '@samenhang/subgraph-kit/subject/record-store'

/** What people consented to, by purpose and domain; and which callers are people themselves. */
export const consent: Migration = {
  name: '0005-consent',

  async up(knex) {
    await knex.raw(
      `create table consent (subject text not null, purpose text not null, domain text not null, given_on text not null, until text, withdrawn_on text,
         synthetic integer not null, primary key (subject, purpose, domain))${inKeyOrder(knex)}`,
    )
    await knex.raw(
      `create table citizen (actor text not null primary key, subject text not null, synthetic integer not null)${inKeyOrder(knex)}`,
    )
  },
}
