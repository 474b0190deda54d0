/**
 * Rows of a file of counts by group that count everybody of all groups once: what they may say, and who keeps them. They are read with
 * the file's other rows and written in the same transaction, by the one domain that keeps them.
 */
import type { Knex } from 'knex'
import type { Database } from '../database/database.ts'
import { allGroupsTogether, type GroupCountsShape } from './shape.ts'
import { sqlName } from '../figures/indicator.ts'
import type { RowProblem } from '../import/csv-format.ts'
import type { ImportRefused } from '../statline/table.ts'

type CountsRow = Readonly<Record<string, string | number | null>>

/** A row that counts everybody of all groups once: the exact number, and what the file says of each group there. */
export interface TogetherRow {
  readonly period: number
  readonly code: string
  readonly province: string | null
  readonly count: number
  readonly groups: readonly number[]
}

/**
 * Writes the rows of group ALL of a file, in the transaction of its other rows; throws what `refuse` makes of one. A function of the domain
 * that keeps them: others leave them to it.
 */
export type WriteTogether = (
  transaction: Knex.Transaction,
  database: Database,
  rows: readonly TogetherRow[],
  sourceId: number,
  refuse: (row: TogetherRow, wrong: RowProblem) => ImportRefused,
) => Promise<void>

export function isOfAllGroups({ group }: CountsRow): boolean {
  return group === allGroupsTogether
}

/** Other counts of all groups together would give away those of one, so they are not taken. */
export function checkTogether(
  { total, counts, typical, kinds }: GroupCountsShape,
  row: CountsRow,
): RowProblem | null {
  const column = sqlName(total)
  if (row[column] === null)
    return { column, problem: 'the cell is empty', remedy: `Give the number of distinct ${column}.` }
  const others = [...counts.filter((field) => field !== total), typical].map(sqlName)
  const filled = [...others, ...kinds.map((kind) => kind.toLowerCase())].find((candidate) => row[candidate])
  if (filled === undefined) return null
  const problem = `a row of group ${allGroupsTogether} counts ${column} once, and nothing else`
  return { column: filled, problem, remedy: 'Leave the cell empty.' }
}
