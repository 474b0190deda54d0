/** What differs between the two databases of a registry. */
import type { Knex } from 'knex'

/** A sum or a count, which PostgreSQL gives as a text. */
export function numberOf(value: number | string): number {
  return Number(value)
}

export function isPostgres(knex: Knex): boolean {
  const { config } = knex.client as { readonly config: { readonly client: unknown } }
  return config.client === 'pg'
}
