/** The cells of a column in the layout of Arrow (https://arrow.apache.org/docs/format/Columnar.html): values side by side, and a bit for each that is there. */
import type { Cell, Row } from './rows.ts'

interface Validity {
  readonly nullBitmap: Uint8Array
  readonly nullCount: number
}

/** A bit for each cell for which this holds; for each that is not null by default. `nullCount` counts the others. */
export function bitmapOf(
  rows: readonly Row[],
  index: number,
  holds: (cell: Cell | undefined) => boolean = isThere,
): Validity {
  const nullBitmap = new Uint8Array(((rows.length + 63) >> 6) << 3)
  let count = 0
  for (let row = 0; row < rows.length; row += 1) {
    if (!holds(rows[row]?.[index])) continue
    nullBitmap[row >> 3] = (nullBitmap[row >> 3] ?? 0) | (1 << (row & 7))
    count += 1
  }
  return { nullBitmap, nullCount: rows.length - count }
}

function isThere(cell: Cell | undefined): boolean {
  return cell !== null && cell !== undefined
}

export function numbersOf<Numbers extends Int32Array | Float64Array>(
  rows: readonly Row[],
  index: number,
  Numbers: new (length: number) => Numbers,
): Validity & { readonly length: number; readonly data: Numbers } {
  const data = new Numbers(rows.length)
  for (let row = 0; row < rows.length; row += 1) {
    const cell = rows[row]?.[index]
    if (typeof cell === 'number') data[row] = cell
  }
  return { length: rows.length, data, ...bitmapOf(rows, index) }
}

/** UTF-8, one text after the other, and where each begins. */
export function textOf(
  rows: readonly Row[],
  index: number,
): Validity & { readonly length: number; readonly valueOffsets: Int32Array; readonly data: Uint8Array } {
  const texts = rows.map((row) => {
    const cell = row[index]
    return cell === null || cell === undefined ? '' : String(cell)
  })
  const whole = texts.join('')
  const ascii = Buffer.from(whole)
  const isAscii = ascii.byteLength === whole.length
  // Apart, because what two texts begin and end with may be one character together.
  const parts = isAscii ? [] : texts.map((text) => Buffer.from(text))
  const valueOffsets = new Int32Array(rows.length + 1)
  let end = 0
  for (let row = 0; row < texts.length; row += 1) {
    end += isAscii ? (texts[row] ?? '').length : (parts[row]?.byteLength ?? 0)
    valueOffsets[row + 1] = end
  }
  const data = isAscii ? ascii : Buffer.concat(parts)
  return { length: rows.length, valueOffsets, data, ...bitmapOf(rows, index) }
}
