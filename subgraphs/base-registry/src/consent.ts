/**
 * What people consented to, and which callers are people themselves: the files consents.csv and citizens.csv, the demonstration, and the
 * SQL that tells whether a consent holds. Who must have one is the gateway's to say (Access.needsConsent).
 */
import type { Knex } from 'knex'
import { writeBulk } from '@samenhang/subgraph-kit/bulk'
import type { Access } from '@samenhang/subgraph-kit/caller'
import { day, oneOf, optional, text } from '@samenhang/subgraph-kit/column-types'
import type { Database } from '@samenhang/subgraph-kit/database'
import { HubError } from '@samenhang/subgraph-kit/errors'
import type { RecordsFormat } from '@samenhang/subgraph-kit/records-file'
import type { Pseudonyms } from '@samenhang/subgraph-kit/subject/pseudonym'
import { rewriteInKeyOrder } from '@samenhang/subgraph-kit/subject/record-store'
import { subjectFile } from '@samenhang/subgraph-kit/subject/subject-file'

/** As the register of purposes names them: the subgraphs that keep records of persons. */
const domains = ['housing', 'care', 'education', 'labour-market', 'integration'] as const

/**
 * How many of the asked domains a person consented to; its parameters are those of `consentParameters`. A consent holds from the day it is given, up to and including its last day, and no longer on the day it is withdrawn.
 */
export const consentsHeld = ({ among }: Pick<Database, 'among'>, subject: string): string =>
  `(select count(*) from consent s where s.subject = ${subject} and s.purpose = ? and s.given_on <= ?
     and (s.until is null or s.until >= ?) and (s.withdrawn_on is null or s.withdrawn_on > ?) and ${among('s.domain')})`

export function consentParameters(
  { keys }: Pick<Database, 'keys'>,
  { purpose = null, needsConsent = [] }: Pick<Partial<Access>, 'purpose' | 'needsConsent'>,
): readonly unknown[] {
  const today = new Date().toISOString().slice(0, 10)
  return [purpose ?? '', today, today, today, keys(needsConsent)]
}

type Consent = readonly [
  subject: string,
  purpose: string,
  domain: string,
  givenOn: string,
  until: string | null,
  withdrawnOn: string | null,
]

/** A row replaces what the file before said of the same person, purpose and domain, and leaves all else. */
export function consentFormat(database: Database, pseudonyms: Pseudonyms): RecordsFormat {
  return subjectFile({
    subgraph: 'base-registry',
    database,
    pseudonyms,
    name: 'consents',
    columns: ['purpose', 'domain', 'given_on', 'until', 'withdrawn_on'],
    begin() {
      const consents: Consent[] = []
      return {
        accept(row) {
          const purpose = row.read('purpose', text)
          if (!/^(?:https?:\/\/|urn:)\S+$/.test(purpose))
            throw row.refuse('purpose', 'not the id of an activity', 'Give the URI that the register has.')
          const givenOn = row.read('given_on', day)
          const [until, withdrawnOn] = [
            row.read('until', optional(day)),
            row.read('withdrawn_on', optional(day)),
          ]
          for (const [column, date] of [
            ['until', until],
            ['withdrawn_on', withdrawnOn],
          ] as const)
            if (date !== null && date < givenOn)
              throw row.refuse(column, 'a day before consent was given', 'Check both days.')
          const subject = pseudonyms.pseudonymOf(row.rootId) ?? ''
          consents.push([
            subject,
            purpose,
            row.read('domain', oneOf(...domains)),
            givenOn,
            until,
            withdrawnOn,
          ])
        },
        count: () => consents.length,
        write: (transaction) => writeConsents(transaction, database, consents, false),
      }
    },
  })
}

/** Which caller a person is: the id that the caller's token has as `sub`. */
export function citizenFormat(database: Database, pseudonyms: Pseudonyms): RecordsFormat {
  return subjectFile({
    subgraph: 'base-registry',
    database,
    pseudonyms,
    name: 'citizens',
    columns: ['citizen'],
    begin() {
      const citizens: (readonly [actor: string, subject: string])[] = []
      return {
        accept(row) {
          citizens.push([row.read('citizen', text), pseudonyms.pseudonymOf(row.rootId) ?? ''])
        },
        count: () => citizens.length,
        write: (transaction) => writeCitizens(transaction, database, citizens, false),
      }
    },
  })
}

export interface ConsentChange {
  readonly subject: string
  readonly purpose: string
  readonly domain: string
  readonly until: string | null
}

/** Throws HubError BAD_ARGUMENT where it names no domain, or ends before it begins. */
export async function recordConsent(
  database: Database,
  { subject, purpose, domain, until }: ConsentChange,
): Promise<void> {
  const today = new Date().toISOString().slice(0, 10)
  checkDomain(domain)
  if (until !== null && (!isDay(until) || until < today))
    throw new HubError('BAD_ARGUMENT', 'until is no day from today on: give it as 2027-12-31.')
  await database.transact((transaction) =>
    writeConsents(transaction, database, [[subject, purpose, domain, today, until, null]], false),
  )
}

/** Throws HubError BAD_ARGUMENT where it names no domain. */
export async function withdrawConsent(
  database: Database,
  { subject, purpose, domain }: Omit<ConsentChange, 'until'>,
): Promise<void> {
  checkDomain(domain)
  const today = new Date().toISOString().slice(0, 10)
  await database.transact(async (transaction) => {
    await transaction('consent').where({ subject, purpose, domain }).update({ withdrawn_on: today })
  })
}

function checkDomain(domain: string): void {
  if (domains.some((candidate) => candidate === domain)) return
  throw new HubError('BAD_ARGUMENT', `domain is none that keeps records of persons: ${domains.join(', ')}.`)
}

function isDay(text: string): boolean {
  const date = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : null
  return date !== null && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** What the demonstration has: each of these consents to everything the example register asks consent for, and the first is a caller. */
export async function seedConsents(
  transaction: Knex.Transaction,
  database: Database,
  subjects: readonly string[],
): Promise<void> {
  await transaction('consent').where({ synthetic: 1 }).delete()
  await transaction('citizen').where({ synthetic: 1 }).delete()
  const purposes = ['wmo-intake', 'open-needs'].map((name) => `https://samenhang.example/register/${name}`)
  const consents = subjects.flatMap((subject) =>
    purposes.flatMap((purpose) =>
      domains.map((domain): Consent => [subject, purpose, domain, '2024-01-01', null, null]),
    ),
  )
  await writeConsents(transaction, database, consents, true)
  await writeCitizens(
    transaction,
    database,
    subjects.slice(0, 1).map((subject) => ['citizen-1', subject]),
    true,
  )
}

async function writeConsents(
  transaction: Knex.Transaction,
  database: Database,
  consents: readonly Consent[],
  synthetic: boolean,
): Promise<void> {
  await writeBulk(transaction, database.dialect, {
    table: 'consent',
    columns: ['subject', 'purpose', 'domain', 'given_on', 'until', 'withdrawn_on', 'synthetic'],
    key: ['subject', 'purpose', 'domain'],
    conflict: synthetic ? 'keep' : 'replace',
    rows: consents.map((row) => [...row, synthetic ? 1 : 0]).sort(bySubject),
  })
  await rewriteInKeyOrder(transaction, database, 'consent')
}

/** A citizen is a caller with a caseload of one: themselves. */
async function writeCitizens(
  transaction: Knex.Transaction,
  database: Database,
  citizens: readonly (readonly [actor: string, subject: string])[],
  synthetic: boolean,
): Promise<void> {
  const { dialect } = database
  for (const [actor] of citizens) await transaction('caseload').where({ actor }).delete()
  const rows = citizens.map(([actor, subject]) => [actor, subject, synthetic ? 1 : 0])
  const columns = ['actor', 'subject', 'synthetic']
  const conflict = synthetic ? 'keep' : 'replace'
  await writeBulk(transaction, dialect, { table: 'citizen', columns, key: ['actor'], conflict, rows })
  await writeBulk(transaction, dialect, {
    table: 'caseload',
    columns,
    key: ['actor', 'subject'],
    conflict,
    rows,
  })
  for (const table of ['citizen', 'caseload']) await rewriteInKeyOrder(transaction, database, table)
}

/** No order of the file stays in the table. */
function bySubject(a: readonly unknown[], b: readonly unknown[]): number {
  return String(a[0]) < String(b[0]) ? -1 : 1
}
