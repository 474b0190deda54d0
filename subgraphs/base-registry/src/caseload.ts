/** Whose clients persons are: the file caseload.csv, and the demonstration caseloads of the synthetic country. */
import type { Knex } from 'knex'
import { writeBulk } from '@samenhang/subgraph-kit/bulk'
import { text } from '@samenhang/subgraph-kit/column-types'
import type { Database } from '@samenhang/subgraph-kit/database'
import type { RecordsFormat } from '@samenhang/subgraph-kit/records-file'
import type { Pseudonyms } from '@samenhang/subgraph-kit/subject/pseudonym'
import { settleOrder } from '@samenhang/subgraph-kit/subject/record-store'
import { subjectFile } from '@samenhang/subgraph-kit/subject/subject-file'
import type { SyntheticCountry } from '@samenhang/subgraph-kit/synthetic/country'
import { SyntheticPersons } from '@samenhang/subgraph-kit/synthetic/persons'

type Client = readonly [actor: string, pseudonym: string]

/** A file has the whole caseload of each actor in it, and leaves the others. */
export function caseloadFormat(database: Database, pseudonyms: Pseudonyms): RecordsFormat {
  return subjectFile({
    subgraph: 'base-registry',
    database,
    pseudonyms,
    name: 'caseload',
    columns: ['actor'],
    begin() {
      const clients: Client[] = []
      return {
        accept(row) {
          clients.push([row.read('actor', text), pseudonyms.pseudonymOf(row.rootId) ?? ''])
        },
        count: () => clients.length,
        async write(transaction) {
          for (const actor of new Set(clients.map(([named]) => named)))
            await transaction('caseload').where({ actor }).delete()
          await writeClients(transaction, database, clients, false)
        },
      }
    },
  })
}

const demonstration = ['caseworker-1', 'caseworker-2']
const clientsEach = 50

/** Gives two caseworkers fifty clients each, most of them people for whom something stands out. */
export async function seedCaseload(
  database: Database,
  pseudonyms: Pseudonyms,
  country: SyntheticCountry,
): Promise<void> {
  await database.transact(async (transaction) => {
    await transaction('caseload').where({ synthetic: 1 }).delete()
    const persons = new SyntheticPersons(country)
    const wanted = Math.min(persons.count, demonstration.length * clientsEach)
    const clients: Client[] = []
    // From all over the country: steps that share no factor with the number of people come by everyone once.
    for (let step = 0, at = 0; step < persons.count && clients.length < wanted; step += 1) {
      at = (at + stride(persons.count)) % persons.count
      const { number, circumstance } = persons.at(at)
      const isUsual = ['SETTLED', 'STUDENT', 'MIGRANT_WORKER'].includes(circumstance)
      if (isUsual && clients.length % 10 < 9 && persons.count > 1_000) continue
      const actor = demonstration[clients.length % demonstration.length] ?? ''
      clients.push([actor, pseudonyms.pseudonymOf(pseudonyms.rootOf(number)) ?? ''])
    }
    await writeClients(transaction, database, clients, true)
  })
}

function stride(count: number): number {
  const divides = (one: number, other: number): number => (other === 0 ? one : divides(other, one % other))
  let step = Math.max(1, Math.floor(count * 0.618))
  while (divides(step, count) !== 1) step += 1
  return step
}

async function writeClients(
  transaction: Knex.Transaction,
  database: Database,
  clients: readonly Client[],
  synthetic: boolean,
): Promise<void> {
  await writeBulk(transaction, database.dialect, {
    table: 'caseload',
    columns: ['actor', 'subject', 'synthetic'],
    key: ['actor', 'subject'],
    conflict: synthetic ? 'keep' : 'replace',
    rows: clients
      .map(([actor, pseudonym]) => [actor, pseudonym, synthetic ? 1 : 0])
      .sort((one, other) => (String(one[1]) < String(other[1]) ? -1 : 1)),
  })
  await settleOrder(transaction, database, 'caseload')
}
