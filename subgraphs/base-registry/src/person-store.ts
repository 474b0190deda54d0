/**
 * Every query about persons. A person outside the caseload of the one who asks is read by the same statement as one who does not exist,
 * and answers the same; `isOutside` is for the alarm only.
 */
import type { Cursors, Page, PageRequest } from '@samenhang/subgraph-kit/connection'
import type { Access } from '@samenhang/subgraph-kit/caller'
import type { Database } from '@samenhang/subgraph-kit/database'
import type { Pseudonyms } from '@samenhang/subgraph-kit/subject/pseudonym'
import { readRecords } from '@samenhang/subgraph-kit/subject/record-store'
import { createSubjectReader, type SubjectReader } from '@samenhang/subgraph-kit/subject/subject-reader'
import {
  consentParameters,
  consentsHeld,
  recordConsent,
  withdrawConsent,
  type ConsentChange,
} from './consent.ts'
import { shape, type PersonRecord } from './persons.ts'

export type PersonRow = PersonRecord & { readonly id: string }

export interface PersonStore {
  /** By root id, those in the caseload of this actor; and whether others that were asked for exist. One statement, by primary key. */
  ofActor(
    access: Access,
    rootIds: readonly string[],
  ): Promise<{
    readonly rows: ReadonlyMap<string, PersonRow>
    readonly isOutside: boolean
    /** Those of the actor who did not consent to what is asked. */
    readonly withoutConsent: ReadonlySet<string>
  }>
  /** Records what a person consents to, or withdraws; whose client it is has been checked. Throws HubError BAD_ARGUMENT. */
  recordConsent(rootId: string, change: Omit<ConsentChange, 'subject'>): Promise<void>
  withdrawConsent(rootId: string, change: Omit<ConsentChange, 'subject' | 'until'>): Promise<void>
  /** The root id of the person that the actor is. By primary key (actor). */
  self(actor: string | null): Promise<string | null>
  /** A page of the root ids in the caseload of this actor. By primary key (actor, subject). */
  caseload(actor: string | null, page: PageRequest): Promise<Page<string>>
  /** The cursors of the pages of an actor's caseload. */
  cursors(actor: string | null): Cursors
  /** The root id of a number that passes the eleven-test, whether or not anyone has it. */
  rootOf(number: string): string
}

/** 1 where the person is in the caseload of the actor, the parameter. */
const isMine = `case when exists (select 1 from caseload c where c.actor = ? and c.subject = ${shape.table}.subject) then 1 else 0 end`

export const outsideCaseload = 'OUTSIDE_CASELOAD'
export const consentMissing = 'CONSENT_MISSING'

/** The residence as far as it stands in the row of a person: code and name of the neighbourhood as it is now. */
export const residenceInRow = {
  properties: ['residenceCode', 'residenceName'],
  make: ({ residenceCode: code, residenceName: name }: Readonly<Record<string, string | null>>) =>
    code === null ? null : { __typename: 'Neighbourhood', code, name },
  fields: ['__typename', 'code', 'name'],
}

/** Reads asked columns of people in the caseload of the actor, with their residence. One statement, by primary key. */
export function createPersonReader(database: Database, pseudonyms: Pseudonyms): SubjectReader {
  const ofResidence = (sql: string) =>
    `(select ${sql} from area a where a.latest = 1 and a.code = ${shape.table}.residence)`
  return createSubjectReader(database, pseudonyms, shape, {
    id: 'id',
    more: { residenceCode: ofResidence('a.code'), residenceName: ofResidence('coalesce(a.name, a.code)') },
    own: {
      sql: isMine,
      alarm: outsideCaseload,
      consents: {
        sql: consentsHeld(database, `${shape.table}.subject`),
        parameters: (asker) => consentParameters(database, asker),
      },
    },
  })
}

export function createPersonStore(database: Database, pseudonyms: Pseudonyms): PersonStore {
  return {
    async ofActor(access, rootIds) {
      const { actor, needsConsent = [] } = access
      const rootIdOf = new Map(rootIds.map((rootId) => [pseudonyms.pseudonymOf(rootId), rootId] as const))
      rootIdOf.delete(null)
      const records = await readRecords(database, shape, [...rootIdOf.keys()].map(String), {
        sql: `${isMine} as mine, ${consentsHeld(database, `${shape.table}.subject`)} as consents`,
        parameters: [actor ?? '', ...consentParameters(database, access)],
      })
      const withoutConsent = new Set<string>()
      let own = 0
      const rows = new Map<string, PersonRow>()
      for (const [pseudonym, record] of records) {
        const id = rootIdOf.get(pseudonym)
        // The table was made for this shape.
        if (id === undefined || record['mine'] !== 1) continue
        own += 1
        if (Number(record['consents']) < needsConsent.length) withoutConsent.add(id)
        else rows.set(id, { ...(record as unknown as PersonRecord), id })
      }
      return { rows, isOutside: own < records.size, withoutConsent }
    },
    recordConsent: (rootId, change) =>
      recordConsent(database, { subject: pseudonyms.pseudonymOf(rootId) ?? '', ...change }),
    withdrawConsent: (rootId, change) =>
      withdrawConsent(database, { subject: pseudonyms.pseudonymOf(rootId) ?? '', ...change }),
    async self(actor) {
      const [row] = await database.all<{ subject: string }>(
        `select z.subject from citizen z join ${shape.table} p on p.subject = z.subject where z.actor = ?`,
        [actor ?? ''],
      )
      return row ? pseudonyms.rootOfPseudonym(row.subject) : null
    },
    async caseload(actor, { first, after }) {
      const subject = database.bytewise('c.subject')
      const from = after === null ? '' : (pseudonyms.pseudonymOf(after) ?? '')
      const rows = await database.all<{ subject: string; total: number }>(
        `select c.subject, cast((select count(*) from caseload t join ${shape.table} p on p.subject = t.subject where t.actor = c.actor) as integer) as total
         from caseload c join ${shape.table} p on p.subject = c.subject
         where c.actor = ? and ${subject} > ? order by ${subject} limit ?`,
        [actor ?? '', from, first + 1],
      )
      return { rows: rows.map((row) => pseudonyms.rootOfPseudonym(row.subject)), total: rows[0]?.total ?? 0 }
    },
    cursors: (actor) => pseudonyms.cursors('caseload', actor),
    rootOf: pseudonyms.rootOf,
  }
}
