/** Several databases, one import: every transaction is written before the first is committed, and where one fails none is. */
import type { Knex } from 'knex'
import type { Database } from './database.ts'

/** MERGED: added to what other files gave the same areas and year. */
export type Outcome = 'STORED' | 'REPLACED' | 'MERGED' | 'UNCHANGED' | 'NOTHING_OF_OURS'

/** Written in one database, not yet committed. */
export interface Staged<Report> {
  readonly report: Report
  commit(): Promise<void>
  rollback(): Promise<void>
}

/** Stages one after another, then commits all. Where one throws, those before it are rolled back. */
export async function commitAll<Report>(
  stages: readonly (() => Promise<Staged<Report>>)[],
): Promise<readonly Report[]> {
  const written: Staged<Report>[] = []
  try {
    for (const stage of stages) written.push(await stage())
  } catch (error) {
    for (const { rollback } of written) await rollback()
    throw error
  }
  for (const { commit } of written) await commit()
  return written.map(({ report }) => report)
}

/**
 * Writes into one database and reports what was written, for `commitAll` to end. What is reported as UNCHANGED is rolled back at once, and so is
 * what fails. Throws HubError where the database cannot.
 */
export async function stage<Report extends { readonly outcome: Outcome }>(
  database: Pick<Database, 'begin' | 'translate'>,
  write: (transaction: Knex.Transaction) => Promise<Report>,
): Promise<Staged<Report>> {
  const transaction = await database.begin()
  try {
    const report = await write(transaction)
    if (report.outcome !== 'UNCHANGED') return staged(transaction, report)
    await transaction.rollback()
    return nothingStaged(report)
  } catch (error) {
    await transaction.rollback().catch(() => undefined)
    throw database.translate(error)
  }
}

/** What stands written in an open transaction, for `commitAll` to end. */
export function staged<Report>(transaction: Knex.Transaction, report: Report): Staged<Report> {
  return {
    report,
    commit: async () => {
      await transaction.commit()
    },
    rollback: async () => {
      await transaction.rollback()
    },
  }
}

/** For a subgraph that has nothing to write. */
export function nothingStaged<Report>(report: Report): Staged<Report> {
  const resolved = () => Promise.resolve()
  return { report, commit: resolved, rollback: resolved }
}
