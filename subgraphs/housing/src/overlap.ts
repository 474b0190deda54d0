/**
 * Households counted once over all focus groups: protected as one table of areas, stored and read back. Beside the small ones those are
 * withheld that would give away a group: where D are distinct, a group of n has at least D less all others, and at most D. So D is told
 * only where both leave a count under 10 open: where the groups together are 9 more than D at the least, and D 9 more than the largest.
 * Sums of exact counts decide, whoever withholds what, so it holds also for groups that other domains count.
 */
import type { Knex } from 'knex'
import { writeBulk } from '@samenhang/subgraph-kit/bulk'
import { levelOf } from '@samenhang/subgraph-kit/area-code'
import type { Database } from '@samenhang/subgraph-kit/database'
import { protect } from '@samenhang/subgraph-kit/disclosure'
import type { Count } from '@samenhang/subgraph-kit/count-table'
import { areasAround } from './areas-around.ts'

export interface Overlap {
  readonly code: string
  readonly province: string | null
  readonly distinct: number
  /** The households of each group that is known. */
  readonly groups: readonly number[]
}

export interface ProtectedOverlap {
  readonly code: string
  readonly province: string | null
  readonly count: Count
}

/** The most that is withheld for being small. */
const largestWithheld = 9

function revealsNoGroup({ distinct, groups }: Overlap): boolean {
  const together = groups.reduce((sum, households) => sum + households, 0)
  return together - distinct >= largestWithheld && distinct - Math.max(0, ...groups) >= largestWithheld
}

/** `wrong` says why they cannot be stored; null where they can. */
export function protectOverlaps(
  fromFile: readonly Overlap[],
  stored: readonly ProtectedOverlap[],
): {
  readonly protectedRows: readonly ProtectedOverlap[]
  readonly wrong: { readonly code: string; readonly problem: string; readonly remedy: string } | null
} {
  const all = [...fromFile, ...stored]
  const indexByCode = new Map(all.map(({ code }, at) => [code, at]))
  const { counts, contradictions, exposed } = protect({
    totals: [],
    rows: all.map((row) => {
      const around = [
        ...areasAround(row.code).slice(1, -1),
        row.province,
        areasAround(row.code).at(-1) ?? null,
      ]
      const parent = around.flatMap((code) =>
        code !== null && code !== row.code ? (indexByCode.get(code) ?? []) : [],
      )
      const rest = 'count' in row ? { counts: [row.count], stored: true } : { counts: [row.distinct] }
      // What was withheld stays so: here what would tell of a group.
      const before = 'count' in row || revealsNoGroup(row) ? {} : { before: ['WITHHELD' as const] }
      return { parent: parent[0] ?? -1, ...rest, ...before }
    }),
  })
  const protectedRows = fromFile.map(({ code, province }, at) => ({
    code,
    province,
    count: counts[at]?.[0] ?? null,
  }))
  const [contradiction] = contradictions
  const code = all[contradiction?.row ?? exposed[0] ?? -1]?.code
  if (code === undefined) return { protectedRows, wrong: null }
  return {
    protectedRows,
    wrong: contradiction
      ? {
          code,
          problem: `the areas in ${code} have ${String(contradiction.parts)} together, more than its ${String(contradiction.total)}`,
          remedy: 'Correct the one or the others.',
        }
      : {
          code,
          problem: `a count under 10 of ${code} would follow from what is stored already of the areas around it`,
          remedy: 'Import the areas that lie in one another from one file.',
        },
  }
}

/** Whether nothing says which province a municipality lies in beside rows of provinces. */
export function isAdrift(
  rows: readonly { readonly code: string; readonly province: string | null }[],
): boolean {
  return (
    rows.some(({ code }) => levelOf(code) === 'PROVINCE') &&
    rows.some(({ code, province }) => levelOf(code) === 'MUNICIPALITY' && province === null)
  )
}

/** The protected numbers of all imported areas of a year but these. Those of the synthetic country are of nobody. */
export async function storedOverlaps(
  transaction: Knex.Transaction,
  period: number,
  but: ReadonlySet<string>,
): Promise<readonly ProtectedOverlap[]> {
  const rows = await transaction
    .select<{ code: string; part_of: string | null; households: number | null }[]>(
      'o.code',
      'o.part_of',
      'o.households',
    )
    .from({ o: 'focus_group_overlap' })
    .join({ s: 'source' }, 's.id', 'o.source_id')
    .where({ 'o.period': period, 's.synthetic': false })
  return rows
    .filter(({ code }) => !but.has(code))
    .map(({ code, part_of: province, households }) => ({ code, province, count: households ?? 'WITHHELD' }))
}

export async function writeOverlaps(
  transaction: Knex.Transaction,
  { dialect }: Database,
  rows: readonly ProtectedOverlap[],
  about: { readonly period: number; readonly sourceId: number; readonly conflict: 'replace' | 'keep' },
): Promise<void> {
  await writeBulk(transaction, dialect, {
    table: 'focus_group_overlap',
    columns: ['code', 'period', 'source_id', 'part_of', 'households'],
    key: ['code', 'period'],
    conflict: about.conflict,
    rows: rows.map(({ code, province, count }) => [
      code,
      about.period,
      about.sourceId,
      province,
      typeof count === 'number' ? count : null,
    ]),
  })
}
