/** Whose clients people are: the file caseload.csv, and the demonstration caseloads of the synthetic country. */
import type { Knex } from 'knex'
import { writeBulk } from '@samenhang/subgraph-kit/bulk'
import { text } from '@samenhang/subgraph-kit/column-types'
import type { Database } from '@samenhang/subgraph-kit/database'
import type { RecordsFormat } from '@samenhang/subgraph-kit/records-file'
import type { Pseudonyms } from '@samenhang/subgraph-kit/subject/pseudonym'
import { rewriteInKeyOrder } from '@samenhang/subgraph-kit/subject/record-store'
import { subjectFile } from '@samenhang/subgraph-kit/subject/subject-file'
import { seedConsents } from './consent.ts'
import type { SyntheticCountry } from '@samenhang/subgraph-kit/synthetic/country'
import type { Circumstance } from '@samenhang/subgraph-kit/synthetic/circumstances'
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
          for (const actor of new Set(clients.map(([owner]) => owner)))
            await transaction('caseload').where({ actor }).delete()
          await writeClients(transaction, database, clients, false)
        },
      }
    },
  })
}

const demonstration = ['caseworker-1', 'caseworker-2']
const clientsEach = 50

/** Those a caseworker meets, as many of each where there are. */
const clientele: readonly Circumstance[] = [
  'WITHOUT_HOME',
  'LEAVING_INSTITUTION',
  'REFUGEE',
  'MUST_MOVE',
  'DISABLED',
  'OLDER_IN_NEED',
]

/** Gives each of these caseworkers fifty clients, most of them people for whom something stands out. */
export async function seedCaseload(
  database: Database,
  pseudonyms: Pseudonyms,
  country: SyntheticCountry,
): Promise<void> {
  const persons = new SyntheticPersons(country)
  const clients = choose(persons).map((number, at): Client => [
    demonstration[at % demonstration.length] ?? '',
    pseudonyms.pseudonymOf(pseudonyms.rootOf(number)) ?? '',
  ])
  await database.transact(async (transaction) => {
    await transaction('caseload').where({ synthetic: 1 }).delete()
    await writeClients(transaction, database, clients, true)
    await seedConsents(
      transaction,
      database,
      clients.map(([, subject]) => subject),
    )
  })
}

/** The numbers of the clients, from all over the country. */
function choose(persons: SyntheticPersons): readonly string[] {
  const wanted = demonstration.length * clientsEach
  const most = Math.ceil(wanted / clientele.length)
  const chosen = new Map<Circumstance, string[]>()
  const usual: string[] = []
  // Steps that share no factor with the number of people come by everyone once; 20,000 people are enough to choose from.
  for (let step = 0, at = 0; step < Math.min(persons.count, 20_000); step += 1) {
    at = (at + stride(persons.count)) % persons.count
    const { number, circumstance } = persons.at(at)
    const alike = chosen.get(circumstance) ?? []
    if (!clientele.includes(circumstance) || alike.length >= most) {
      if (usual.length < wanted) usual.push(number)
      continue
    }
    chosen.set(circumstance, [...alike, number])
  }
  return [...[...chosen.values()].flat(), ...usual].slice(0, wanted)
}

function stride(count: number): number {
  const divides = (a: number, b: number): number => (b === 0 ? a : divides(b, a % b))
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
      .sort((a, b) => (String(a[1]) < String(b[1]) ? -1 : 1)),
  })
  await rewriteInKeyOrder(transaction, database, 'caseload')
}
