/**
 * Protects the counts of one group and year, those of a file together with those that are stored, and refuses rows that contradict each other or
 * cannot be protected.
 */
import { protect } from '../disclosure/disclosure.ts'
import type { Count } from '../disclosure/count-table.ts'
import { countryOf, levelOf, parentsOf } from '../identifiers/area-code.ts'
import type { RowProblem } from '../import/csv-format.ts'
import type { ImportRefused } from '../statline/table.ts'
import { countColumns, totalsOf, type GroupCountsShape } from './shape.ts'

export type CountsRow = Readonly<Record<string, string | number | null>>

/** An area of one group and year, new or stored. */
export interface Entry {
  readonly code: string
  /** The province of a municipality, where known. */
  readonly province: string | null
  readonly counts: readonly Count[]
  /** The row of the file; null where it is stored. */
  readonly row: CountsRow | null
  /** What is stored of it, where the file replaces it. */
  readonly before: readonly Count[] | null
}

/** Says what is wrong with a row of the file. */
export type Refuse = (row: CountsRow, wrong: RowProblem) => ImportRefused

/** The province that a municipality lies in. */
export const province = 'province'

export function protectEntries(
  shape: GroupCountsShape,
  entries: readonly Entry[],
  refuse: Refuse,
): readonly (readonly Count[])[] {
  const index = new Map(entries.map(({ code }, at) => [code, at]))
  const provinces = entries.some(({ code }) => levelOf(code) === 'PROVINCE')
  const adrift = entries.find(({ code, province: of }) => levelOf(code) === 'MUNICIPALITY' && of === null)
  const blamed = adrift?.row ?? entries.find(({ row }) => row)?.row
  if (provinces && adrift && blamed) {
    throw refuse(blamed, {
      column: province,
      problem: `nothing says which province ${adrift.code} lies in, so small counts could follow from those of the provinces`,
      remedy: `Fill the column ${province} for every municipality, or leave the provinces out.`,
    })
  }
  const beside = entries.some(({ row }) => row === null)
  const { counts, contradictions, exposed } = protect({
    totals: totalsOf(shape),
    rows: entries.map((entry) => ({
      parent: nearest(entry, index),
      counts: entry.counts,
      stored: entry.row === null,
      // A file that replaces all there is starts afresh.
      ...(beside && entry.before ? { before: entry.before } : {}),
    })),
  })
  for (const { row, column, total, parts } of contradictions) {
    const entry = entries[row]
    if (!entry?.row) continue
    throw refuse(entry.row, {
      column: countColumns(shape)[column] ?? '',
      problem: `the areas in ${entry.code} have ${String(parts)} together, more than its ${String(total)}`,
      remedy: 'Correct the one or the others.',
    })
  }
  for (const row of exposed) {
    const entry = entries[row]
    if (!entry?.row) continue
    throw refuse(entry.row, {
      problem: `a count under 10 of ${entry.code} would follow from what is stored already of the areas around it`,
      remedy: 'Import the areas that lie in one another from one file.',
    })
  }
  return counts
}

/** The smallest area that this one lies in and that has a row; -1 for none. */
function nearest({ code, province: of }: Entry, index: ReadonlyMap<string, number>): number {
  const { district, municipality } = parentsOf(code)
  const country = countryOf(code)
  const ancestor = [district, municipality, of, country === code ? null : country].find(
    (above) => above !== null && index.has(above),
  )
  return (ancestor ? index.get(ancestor) : undefined) ?? -1
}
