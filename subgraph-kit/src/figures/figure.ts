/**
 * From a cell of a published table to a figure: a number in base units, a text, or null where the source marks it missing.
 * Nothing is guessed: a mark that is not known, a value out of the indicator's bounds or a number that may be another one
 * refuses the file, so it can never become a figure.
 */
import type { Indicator } from './indicator.ts'
import { reasonIn, type Cell } from '../statline/table.ts'

/** A stored figure. */
export type Figure = number | string | null

/** How a cell is read. */
export type Reading = Pick<Indicator, 'type' | 'unit' | 'scale' | 'minimum' | 'maximum'> &
  Partial<Pick<Indicator, 'decimals'>>

/** Why a cell cannot be read: what it holds and what to do. The importer adds where. */
export class UnreadableCell extends Error {
  constructor(
    readonly problem: string,
    readonly remedy: string,
  ) {
    super(problem)
  }
}

const missingSymbols = new Set(['', '.', 'NA', 'null'])
/** What the CBS writes for missing in files with boundaries: not available, and secret. No other such number is documented. */
const missingNumbers = new Set(['-99995', '-99997'])
/** Programs write numbers near nought with a negative exponent. */
const number = /^(-?\d+(?:[.,]\d+)?)(?:e(-\d{1,2}))?$/i
/** A number of nines that stands for something else, in any spelling: `-99997,0`, `-99.998`, `- 99 999`, `-99999999`. */
const sentinel = /^-(9999\d|9{6,})(?:[.,]0+)?$/

const fromSource = 'Take the file from the publisher again, or correct the cell.'

/** The figure of a cell. Throws UnreadableCell. */
export function readFigure(cell: Cell, indicator: Reading): Figure {
  if (reasonIn(cell) !== null) return null
  const text = cell === null ? '' : String(cell).trim()
  if (missingSymbols.has(text)) return null
  const sentinelNumber = sentinelOf(text)
  if (sentinelNumber !== null && missingNumbers.has(sentinelNumber)) return null
  if (sentinelNumber !== null) {
    throw new UnreadableCell(
      `${quote(text)} is no figure but a mark that the CBS does not document`,
      fromSource,
    )
  }
  if (indicator.type === 'String') return readCode(text, indicator)
  const [, digits, exponent] = number.exec(text) ?? []
  if (digits === undefined || (exponent !== undefined && indicator.type !== 'Float')) {
    throw new UnreadableCell(
      `${quote(text)} is neither a number nor a known mark for missing (a dot, empty, NA, -99995, -99997)`,
      fromSource,
    )
  }
  checkSeparator(text, typeof cell === 'number', indicator)
  // The decimal point is moved in the text: 37.8 x 1000 in binary floating point would not be 37800.
  const power = Number(exponent ?? 0) + Math.log10(indicator.scale)
  const value = Number(`${digits.replace(',', '.')}e${power}`) + 0
  checkBounds(text, value, indicator)
  if (indicator.type === 'Int' && !Number.isSafeInteger(value)) {
    throw new UnreadableCell(
      `${quote(text)} has decimals where whole numbers belong`,
      'Check that the column is the one meant.',
    )
  }
  return value
}

/** The sentinel without separators and decimals, or null where the text is none. */
function sentinelOf(text: string): string | null {
  const bare = text.replace(/[\s\u2009\u202f]/g, '').replace(/^[\u2212\u2013]/, '-')
  const [, digits] = sentinel.exec(bare) ?? sentinel.exec(bare.replace(/^(-99)[.,](99\d)/, '$1$2')) ?? []
  return digits === undefined ? null : `-${digits}`
}

/** A text of an indicator with bounds is a code of digits within them, such as a postcode. */
function readCode(text: string, { minimum, maximum }: Reading): string {
  if (maximum === null) return text
  if (/^\d+$/.test(text) && Number(text) >= (minimum ?? 0) && Number(text) <= maximum) return text
  throw new UnreadableCell(`${quote(text)} is no code from ${minimum ?? 0} to ${maximum}`, fromSource)
}

/**
 * A comma before three digits is a decimal or a thousand; so is a point in a column of whole numbers or of thousands, where
 * no source gives three decimals, unless the indicator says so. A number that never was text had no separator, but in thousands it was read as one.
 */
function checkSeparator(text: string, wasNumber: boolean, { type, scale, decimals }: Reading): void {
  if (decimals === 3) return
  const separator = /^-?\d{1,3}([.,])\d{3}$/.exec(text)?.[1] ?? (/,\d{3}$/.test(text) ? ',' : undefined)
  const unlikely = separator === ',' || (separator === '.' && type === 'Int' && !(wasNumber && scale === 1))
  if (!unlikely) return
  throw new UnreadableCell(
    `${quote(text)} may be a decimal or a thousand: the ${separator === ',' ? 'comma' : 'point'} is ambiguous`,
    'Download the table without thousands separators.',
  )
}

function checkBounds(text: string, value: number, { unit, minimum, maximum }: Reading): void {
  if (minimum !== null && value < minimum) {
    const problem = minimum === 0 ? 'is negative, which this figure cannot be' : `is less than ${minimum}`
    throw new UnreadableCell(`${quote(text)} ${problem}`, fromSource)
  }
  if (maximum !== null && value > maximum) {
    const problem = unit.startsWith('PERCENT')
      ? `is a share over ${maximum} per cent`
      : `is more than ${maximum}`
    throw new UnreadableCell(`${quote(text)} ${problem}`, fromSource)
  }
}

const quote = (text: string): string => `«${text.slice(0, 30)}»`
