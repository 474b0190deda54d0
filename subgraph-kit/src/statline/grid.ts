/**
 * A file as rows and columns, whatever its container was (CSV, workbook, JSON, API): what the container readers give and
 * the rest of this folder reads. Nothing here knows what a column means.
 */
import type { Cell } from './table.ts'

/** Something that says which year a table describes, with words for a message: `its sheet "kwb-2023" says 2023`. */
export interface Claim {
  readonly year: number
  readonly words: string
}

export interface GridRecord {
  /** Line in the file, row in the sheet, or record in the answer, counted from 1. */
  readonly line: number
  readonly cells: readonly Cell[]
}

export interface Grid {
  readonly header: readonly string[]
  /** What the container itself says about the year. */
  readonly claims: readonly Claim[]
  readonly rowCount: number | null
  /** Streams the records under the header, each as wide as the header; may be called again. Throws ImportRefused. */
  records(): AsyncIterable<GridRecord>
}
