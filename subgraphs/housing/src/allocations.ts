/**
 * Homes let to home seekers, as they are stored: counts of few people, so protected before they are written. A recipient without a line
 * got none, but for a group that the whole file of a year does not tell apart; the total is the sum of all.
 */
import type { Knex } from 'knex'
import { writeBulk } from '@samenhang/subgraph-kit/bulk'
import type { Database } from '@samenhang/subgraph-kit/database'
import { protect } from '@samenhang/subgraph-kit/disclosure'
import type { Count, Protection } from '@samenhang/subgraph-kit/count-table'
import { columnOf, recipients, type Recipient } from './recipients.ts'

/** The homes of one area and year: the total, then those of each recipient in order. */
export type Homes = readonly Count[]

/** One area of a year that is protected as a whole; `parent` is the place in the list of the area it lies in, or -1. */
export interface AllocationArea {
  readonly parent: number
  readonly counts: Homes
  readonly stored?: boolean
}

const columns = ['total', ...recipients.map(columnOf)]
const totals = [{ total: 0, parts: recipients.map((_, at) => at + 1) }]

export function homesOf(homesByRecipient: ReadonlyMap<Recipient, number>): readonly number[] {
  const homes = recipients.map((recipient) => homesByRecipient.get(recipient) ?? 0)
  return [homes.reduce((sum, count) => sum + count, 0), ...homes]
}

/** The homes of a file that does not tell this recipient apart. */
export function without(recipient: Recipient, homes: Homes): Homes {
  return homes.with(recipients.indexOf(recipient) + 1, 'NO_COLUMN')
}

export function protectAllocations(rows: readonly AllocationArea[]): Protection {
  return protect({ rows, totals })
}

/** The protected homes of all imported areas of a year but these. Those of the synthetic country are of nobody. */
export async function storedAllocations(
  transaction: Knex.Transaction,
  period: number,
  but: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Homes>> {
  const rows = await transaction
    .select<Record<string, unknown>[]>('a.code', 'a.absent', ...columns.map((column) => `a.${column}`))
    .from({ a: 'allocation' })
    .join({ s: 'source' }, 's.id', 'a.source_id')
    .where({ 'a.period': period, 's.synthetic': false })
  const stored = rows.filter((row) => !but.has(String(row['code'])))
  return new Map(
    stored.map((row) => [
      String(row['code']),
      columns.map((column): Count => {
        if (row[column] !== null) return Number(row[column])
        return absentIn(row['absent']).includes(column) ? 'NO_COLUMN' : 'WITHHELD'
      }),
    ]),
  )
}

/** The columns that a row says nothing of. */
export function absentIn(absent: unknown): readonly string[] {
  return typeof absent === 'string' ? absent.split(' ') : []
}

/** Writes protected homes, by code; `keep` leaves areas that have allocations of that year as they are. */
export async function writeAllocations(
  transaction: Knex.Transaction,
  { dialect }: Database,
  homes: Iterable<readonly [code: string, homes: Homes]>,
  { period, sourceId, conflict }: { period: number; sourceId: number; conflict: 'replace' | 'keep' },
): Promise<void> {
  await writeBulk(transaction, dialect, {
    table: 'allocation',
    columns: ['code', 'period', 'source_id', 'absent', ...columns],
    key: ['code', 'period'],
    conflict,
    rows: Array.from(homes, ([code, counts]) => [
      code,
      period,
      sourceId,
      columns.filter((_, at) => counts[at] === 'NO_COLUMN').join(' ') || null,
      ...counts.map((count) => (typeof count === 'number' ? count : null)),
    ]),
  })
}
