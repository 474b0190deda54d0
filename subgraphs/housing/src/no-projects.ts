/**
 * Municipalities that say that they have no housing project, so that none is known to be none: a row of housing-projects.csv with phase
 * NONE. It says nothing of projects that other files have of the same municipality, which then count.
 */
import type { Knex } from 'knex'
import { levelOf } from '@samenhang/subgraph-kit/area-code'
import { writeBulk } from '@samenhang/subgraph-kit/bulk'
import type { Database } from '@samenhang/subgraph-kit/database'
import type { RowProblem } from '@samenhang/subgraph-kit/records-intake'

/** What stands in the column `phase` of such a row. */
export const noProjects = 'NONE'

interface NoProjects {
  readonly code: string
  readonly kind: string | null
  readonly homes: number
}

/** What such a row cannot say. */
export function contradictionInNone({ code, kind, homes }: NoProjects): RowProblem | null {
  if (levelOf(code) !== 'MUNICIPALITY') {
    const remedy = 'Give the code of the municipality that has none.'
    return { column: 'code', problem: `${code} is no municipality, yet the phase is ${noProjects}`, remedy }
  }
  if (homes > 0 || kind !== null) {
    const problem = `the phase is ${noProjects}, yet there are homes or a kind of homes`
    return { column: 'phase', problem, remedy: 'Give 0 homes and no kind, or another phase.' }
  }
  return null
}

export async function writeNoProjects(
  transaction: Knex.Transaction,
  { dialect }: Database,
  codes: readonly string[],
  sourceId: number,
): Promise<void> {
  await writeBulk(transaction, dialect, {
    table: 'no_housing_project',
    columns: ['code', 'source_id'],
    key: ['code'],
    conflict: 'replace',
    rows: codes.map((code) => [code, sourceId]),
  })
}
