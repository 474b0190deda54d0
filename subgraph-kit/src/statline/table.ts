/**
 * A published table on its way into the hub: what the readers in this folder give and every subgraph's import takes.
 * Readers know files and encodings; they know no indicator. Rows stream: a whole country is never held as text.
 */

import { cellReasons, type CellReason } from '../figures/cell-reasons.ts'
import type { SourceKind } from '../schema/declared-source.ts'

/** Whether the publisher calls the figures final, provisional (marked `*`) or revised. */
export type SourceStatus = 'FINAL' | 'PROVISIONAL' | 'REVISED'

/** Where a table comes from; what `Source` in the graph shows. */
export interface TableSource {
  /** The publisher's table id, such as `84583NED`. */
  readonly table: string
  readonly title: string
  readonly publisher: string
  readonly licence: string
  /** When the publisher was asked: ISO 8601, UTC. */
  readonly retrievedAt: string
  /** Whether that is only when the file was last written, which a copy changes. */
  readonly datedByFile?: boolean
  /** Null where the source does not say. */
  readonly status: SourceStatus | null
  /** What the figures are; observed by default. */
  readonly kind?: SourceKind
  /** The year whose boundaries all its areas have, where figures of several years are given for the areas of one. */
  readonly boundaryYear?: number | null
}

/**
 * Of which rows cells are: `figure` for those of the figures, `lower` and `upper` for those of their limits where these have rows of their own,
 * else the categories that an indicator declares, as it writes them.
 */
export type CellsOf = string

/** One column of a published table, under the name the source gave it. */
export interface TableColumn {
  /** As it stands in the file, trimmed: `Appartement_54`, `g_wozbag`, `Bevolking/Geslacht/Mannen (aantal)`. */
  readonly header: string
  /** What indicators are matched on: the key without its ordinal, the short code, or the heading without its unit. */
  readonly name: string
  /** Other names that indicators may know it by: its heading with the groups that it stands under, its header as it stands. */
  readonly otherNames?: readonly string[]
  /** Of the figures by default. */
  readonly cellsOf?: CellsOf
  /** 1 for the first column of this name in the table, 2 for the second; from metadata where there is any. */
  readonly occurrence: number
  /** Its place in `Row.cells`. */
  readonly index: number
  /** What the publisher calls its figures; absent or null where it does not say so of this column. */
  readonly status?: SourceStatus | null
}

/** A cell as the source has it: padded or not, `.` or null for missing, or `cellWithout`. Indicators decide what it means. */
export type Cell = string | number | null

/** Before the reason in a cell without a figure: no text of a file begins with it. */
const mark = '\u0000'

/** A cell without a figure of which the publisher says why. */
export const cellWithout = (reason: CellReason): Cell => `${mark}${reason}`

/** Why a cell has no figure, where the publisher says so. */
export function reasonIn(cell: Cell): CellReason | null {
  if (typeof cell !== 'string' || !cell.startsWith(mark)) return null
  return cellReasons.find((reason) => cell === `${mark}${reason}`) ?? null
}

/** One area of a published table. */
export interface TableRow {
  /** Line in the file, row in the sheet or record in the answer, counted from 1: for messages. */
  readonly line: number
  /** Trimmed area code: `NL00`, `GM0363`, `WK036300`, `BU03630000`. */
  readonly code: string
  /** Trimmed name of the area itself, or null where the table has none (OData rows have only the code). */
  readonly name: string | null
  /** Trimmed name of the municipality it lies in, or null. */
  readonly municipalityName: string | null
  readonly cells: readonly Cell[]
  /** The year of the row, in a table of several years. */
  readonly period?: number
}

/** A table that was recognised and opened. `rows()` may be read once. */
export interface PublishedTable {
  /** The name of the declared source that it is a table of: `KWB`. */
  readonly statistics: string
  readonly source: TableSource
  /** The year the figures describe; of a table of several years, that of its first row. */
  readonly period: number
  /** The table as it is of one of its years, where each row says its own; absent where all are of one. */
  readonly ofYear?: (period: number) => PublishedTable
  /** What is known once the rows are read: how many were left out, what was mended. Sentences. */
  readonly notes?: () => readonly string[]
  /** File name (base name only) or `cbs:85984NED`: for messages. */
  readonly origin: string
  /** What a reader of the import should know though it was taken, such as a year that the file contradicts: sentences. */
  readonly warnings?: readonly string[]
  /** SHA-256 of what was read, hex: the same content gives the same digest. */
  readonly digest: string
  readonly columns: readonly TableColumn[]
  /** How many rows there are, or null where that is known only at the end: for progress. */
  readonly rowCount: number | null
  /** Streams the rows; throws ImportRefused at the first that cannot be read. */
  rows(): AsyncIterable<TableRow>
}

/** An import that is refused whole: what is wrong, where, and what to do, in one line. Nothing was stored. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused'

  constructor(
    readonly origin: string,
    readonly problem: string,
    readonly remedy: string,
    readonly location: { readonly line?: number; readonly column?: string } = {},
  ) {
    const where = [
      location.line === undefined ? '' : `line ${location.line}`,
      location.column === undefined ? '' : `column ${location.column}`,
    ].filter(Boolean)
    super(`${[origin, ...where].join(', ')}: ${problem}. ${remedy}`)
  }
}
