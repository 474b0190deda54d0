/**
 * Writes synthetic records in bounded memory: people are made one by one, in the order of this subgraph's own pseudonyms. Only
 * synthetic rows are replaced; imported ones stand.
 */
import type { Knex } from 'knex'
import type { Database } from '../database/database.ts'
import type { SyntheticCountry } from '../synthetic/country.ts'
import { SyntheticPersons, type SyntheticPerson } from '../synthetic/persons.ts'
import type { Pseudonyms } from './pseudonym.ts'
import type { AnyRecord, RecordShape } from './record-shape.ts'
import { rewriteInKeyOrder, writeRecords, type StoredRecord } from './record-store.ts'

const personsAtOnce = 500

export async function seedRecords(
  database: Database,
  pseudonyms: Pseudonyms,
  shape: RecordShape,
  country: SyntheticCountry,
  make: (person: SyntheticPerson) => AnyRecord | null,
): Promise<void> {
  await database.transact(async (transaction: Knex.Transaction) => {
    await transaction(shape.table).where({ synthetic: 1 }).delete()
    const persons = new SyntheticPersons(country)
    const own = pseudonymsOf(persons, pseudonyms)
    const order = Uint32Array.from(own.keys()).sort((a, b) => ((own[a] ?? '') < (own[b] ?? '') ? -1 : 1))
    for (let start = 0; start < order.length; start += personsAtOnce) {
      const records: StoredRecord[] = []
      for (const at of order.subarray(start, start + personsAtOnce)) {
        const record = make(persons.at(at))
        if (record) records.push({ pseudonym: own[at] ?? '', record })
      }
      await writeRecords(transaction, database, shape, records, { synthetic: true, conflict: 'keep' })
    }
    await rewriteInKeyOrder(transaction, database, shape.table)
  })
}

/** The pseudonym of each person, by their place in the list. */
export function pseudonymsOf(persons: SyntheticPersons, pseudonyms: Pseudonyms): readonly string[] {
  return Array.from(
    persons.numbers,
    (number) => pseudonyms.pseudonymOf(pseudonyms.rootOf(String(number))) ?? '',
  )
}
