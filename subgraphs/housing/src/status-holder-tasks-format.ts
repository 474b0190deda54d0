/**
 * status-holder-tasks.csv: the legal task of municipalities to house status holders, by half-year, with what was realised and the arrears at
 * its end. Each half-year must follow from the one before it, in the file or stored: a file that contradicts itself is refused, since an
 * arrears figure that does not add up is wrong in one of its parts and nobody can see in which.
 */
import { countryOf } from '@samenhang/subgraph-kit/area-code'
import { writeBulk } from '@samenhang/subgraph-kit/bulk'
import { areaCode, count, halfYear, optional, signedCount } from '@samenhang/subgraph-kit/column-types'
import type { Database } from '@samenhang/subgraph-kit/database'
import { predecessorsOf } from '@samenhang/subgraph-kit/municipal-changes'
import { recordsFormat, type RowProblem, type Values } from '@samenhang/subgraph-kit/records-intake'
import type { RecordsFormat } from '@samenhang/subgraph-kit/records-file'
import { whyNotIn } from '@samenhang/subgraph-kit/statline/area-code'
import type { Knex } from 'knex'
import { halfOf, halfYearOf, yearOf } from './half-years.ts'

const columns = {
  half_year: halfYear,
  code: areaCode('MUNICIPALITY'),
  task: count,
  realised: count,
  correction: optional(signedCount),
  arrears: signedCount,
}

export type TaskLine = Values<typeof columns>

interface Balance {
  readonly code: string
  readonly half: number
  readonly task: number
  readonly realised: number
  readonly correction: number | null
  readonly arrears: number
}

export function statusHolderTasksFormat(database: Database): RecordsFormat {
  return recordsFormat({
    subgraph: 'housing',
    database,
    name: 'status-holder-tasks',
    title: 'Legal task of municipalities to house status holders',
    columns,
    key: ['half_year', 'code'],
    mayLack: ['correction'],
    table: 'status_holder_task',
    about: ['code', 'half_year'],
    periodOf: (row) => yearOf(halfOf(row.half_year)),
    check({ code, half_year: half }) {
      const year = yearOf(halfOf(half))
      const why = countryOf(code) === 'NL00' ? whyNotIn(code, year) : null
      if (why === null) return null
      const problem = `there was no ${code} in ${String(year)}: ${why}`
      return { column: 'code', problem, remedy: 'Give the municipalities of that year.' }
    },
    async write(transaction, rows, sourceId, refuse) {
      const given = new Map(rows.map(entryOf))
      const stored = new Map(await storedBalances(transaction, database, rows))
      for (const row of rows) {
        const wrong = mismatchOf(halfOf(row.half_year), row.code, given, stored)
        if (wrong) throw refuse(row, wrong)
      }
      await writeTasks(transaction, database, rows, { sourceId, conflict: 'replace' })
    },
  })
}

const keyOf = (code: string, half: number) => `${code} ${String(half)}`

function entryOf({ half_year, ...row }: TaskLine): readonly [string, Balance] {
  const half = halfOf(half_year)
  return [keyOf(row.code, half), { ...row, half }]
}

/** What does not follow from the half-year before; and what is stored of the next, where it does not follow from this one. */
function mismatchOf(
  half: number,
  code: string,
  given: ReadonlyMap<string, Balance>,
  stored: ReadonlyMap<string, Balance>,
): RowProblem | null {
  const at = (offset: number) =>
    given.get(keyOf(code, half + offset)) ?? stored.get(keyOf(code, half + offset))
  const [before, own] = [at(-1), at(0)]
  const next = given.has(keyOf(code, half + 1)) ? undefined : at(1)
  return own ? (against(before, own) ?? (next ? against(own, next) : null)) : null
}

/** Null where it follows, and where nothing can be said. */
function against(before: Balance | undefined, balance: Balance): RowProblem | null {
  if (!before || gainedLand(balance)) return null
  const { code, half, task, realised, correction, arrears } = balance
  const expected = before.arrears + task - realised + (correction ?? 0)
  if (arrears === expected) return null
  const corrected = correction === null ? '' : `, corrected by ${String(correction)},`
  const problem = `arrears of ${code} are ${String(arrears)} in ${halfYearOf(half)}, where ${String(before.arrears)} before, a task of ${String(task)} and ${String(realised)} realised${corrected} leave ${String(expected)}`
  const remedy = 'Mend the line, or say in the column correction what was corrected in between.'
  return { column: 'arrears', problem, remedy }
}

/** Whether land of another municipality, with its arrears, was added since the half-year before. */
export function gainedLand({ code, half }: Pick<Balance, 'code' | 'half'>): boolean {
  return half % 2 === 0 && predecessorsOf(code).some(({ period }) => period === yearOf(half))
}

/** What was imported before of these municipalities; invented figures count for nothing. */
async function storedBalances(
  transaction: Knex.Transaction,
  database: Database,
  rows: readonly TaskLine[],
): Promise<readonly (readonly [string, Balance])[]> {
  const codes = [...new Set(rows.map(({ code }) => code))]
  const stored = await transaction
    .from({ t: 'status_holder_task' })
    .join({ s: 'source' }, 's.id', 't.source_id')
    .where('s.synthetic', false)
    .whereRaw(database.among('t.code'), [database.keys(codes)] as Knex.RawBinding[])
    .select<Balance[]>('t.code', 't.half', 't.task', 't.realised', 't.correction', 't.arrears')
  return stored.map((balance) => [keyOf(balance.code, balance.half), balance])
}

export async function writeTasks(
  transaction: Knex.Transaction,
  { dialect }: Database,
  rows: readonly TaskLine[],
  { sourceId, conflict }: { readonly sourceId: number; readonly conflict: 'replace' | 'keep' },
): Promise<void> {
  await writeBulk(transaction, dialect, {
    table: 'status_holder_task',
    columns: [
      'code',
      'half_year',
      'half',
      'country',
      'source_id',
      'task',
      'realised',
      'correction',
      'arrears',
    ],
    key: ['code', 'half'],
    conflict,
    rows: rows.map((row) => [
      row.code,
      row.half_year,
      halfOf(row.half_year),
      countryOf(row.code),
      sourceId,
      row.task,
      row.realised,
      row.correction,
      row.arrears,
    ]),
  })
}
