/**
 * Rows of a published table as they are stored of a profile: code, year, source, whether there is any figure, then a figure an indicator. A cell
 * that cannot be read, and a sum that its parts do not add up to, refuse the table with line and column.
 */
import { readFigure, UnreadableCell, type Figure } from '../figures/figure.ts'
import type { Indicator } from '../figures/indicator.ts'
import type { Source } from '../figures/source.ts'
import {
  ImportRefused,
  reasonIn,
  type PublishedTable,
  type TableColumn,
  type TableRow,
} from '../statline/table.ts'
import type { Plan } from './column-match.ts'

/** Rows as they are stored of the import `own`, which notes the reasons of cells without a figure; counted into `tally`. */
export function figuresOf(
  { matches }: Plan,
  table: PublishedTable,
  rows: readonly TableRow[],
  own: Pick<Source, 'id' | 'reasons'>,
  tally: { figures: number; missing: number },
): Figure[][] {
  return rows.map((row) => {
    const values: Figure[] = [row.code, table.period, own.id, 0]
    for (const { indicator, column } of matches) {
      const value = read(table, row, column, indicator)
      if (value !== null) {
        tally.figures += 1
        values[3] = 1
      } else {
        tally.missing += 1
        const reason = reasonIn(row.cells[column.index] ?? null)
        if (reason !== null) own.reasons.add(indicator.field, row.code, reason)
      }
      values.push(value)
    }
    checkSums(matches, table, row, values.slice(4))
    return values
  })
}

/** What publishers add up in binary floating point differs by less than this part of the sum. */
const tolerance = 1e-9

/** Throws ImportRefused where an indicator is not the sum that its declaration says, of what is there. */
function checkSums(
  matches: Plan['matches'],
  table: PublishedTable,
  row: TableRow,
  values: readonly Figure[],
): void {
  for (const [at, { indicator, column }] of matches.entries()) {
    if (indicator.sumOf.length === 0) continue
    const parts = indicator.sumOf.map((field) => {
      const place = matches.findIndex((match) => match.indicator.field === field)
      return place < 0 ? null : (values[place] ?? null)
    })
    const total = values[at] ?? null
    if (total === null || parts.includes(null)) continue
    const sum = parts.reduce<number>((before, part) => before + Number(part), 0)
    if (Math.abs(sum - Number(total)) <= tolerance * Math.max(1, Math.abs(sum))) continue
    throw new ImportRefused(
      table.origin,
      `${String(total)} is not the sum of ${indicator.sumOf.join(', ')}, which is ${String(sum)}`,
      'Take the file from the publisher again.',
      { line: row.line, column: column.header },
    )
  }
}

function read(table: PublishedTable, row: TableRow, column: TableColumn, indicator: Indicator): Figure {
  try {
    return readFigure(row.cells[column.index] ?? null, indicator)
  } catch (error) {
    if (!(error instanceof UnreadableCell)) throw error
    throw new ImportRefused(table.origin, error.problem, error.remedy, {
      line: row.line,
      column: column.header,
    })
  }
}
