/**
 * From a cell of a published table to a figure: a number in base units, a text, or null where the source marks it missing.
 * Nothing is guessed: a mark that is not known refuses the file, so it can never become a number.
 */
import type { Indicator } from './indicator.ts'
import type { Cell } from './statline/table.ts'

/** A stored figure. */
export type Figure = number | string | null

/** Why a cell cannot be read: what it holds and what to do. The importer adds where. */
export class UnreadableCell extends Error {
  constructor(
    readonly problem: string,
    readonly remedy: string,
  ) {
    super(problem)
  }
}

const missingMarks = new Set(['', '.', 'NA', 'null', '-99995', '-99997', '-99995.0', '-99997.0'])
const number = /^-?\d+([.,]\d+)?$/

/** The figure of a cell. Throws UnreadableCell. */
export function readFigure(cell: Cell, indicator: Pick<Indicator, 'type' | 'scale'>): Figure {
  const text = cell === null ? '' : String(cell).trim()
  if (missingMarks.has(text)) return null
  if (indicator.type === 'String') return text
  if (!number.test(text)) {
    throw new UnreadableCell(
      `«${text.slice(0, 30)}» is neither a number nor a known mark for missing (a dot, empty, NA, -99995, -99997)`,
      'Take the file from the publisher again, or correct the cell.',
    )
  }
  if (/,\d{3}$/.test(text)) {
    throw new UnreadableCell(
      `«${text}» may be a decimal or a thousand: the comma is ambiguous`,
      'Download the table without thousands separators.',
    )
  }
  // The decimal point is moved in the text: 37.8 x 1000 in binary floating point would not be 37800.
  const value = Number(`${text.replace(',', '.')}e${Math.log10(indicator.scale)}`)
  if (indicator.type === 'Int' && !Number.isSafeInteger(value)) {
    throw new UnreadableCell(
      `«${text}» has decimals where whole numbers belong`,
      'Check that the column is the one meant.',
    )
  }
  return value
}
