/**
 * A file as rows and columns, whatever its container was (CSV, workbook, JSON, API): what the container readers give and
 * the rest of this folder reads. Nothing here knows what a column means.
 */
import { ImportRefused, type Cell } from './table.ts'

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
  /** Those of the columns that are dimensions, where the container says which. */
  readonly dimensions?: readonly string[]
  /** The id of the table, where the container says it. */
  readonly table?: string
  readonly rowCount: number | null
  /** Streams the records under the header, each as wide as the header; may be called again. Throws ImportRefused. */
  records(): AsyncIterable<GridRecord>
}

/** The text of a cell without spaces around it; null where there is none, or no such column. */
export function textAt(cells: readonly Cell[], at: number | null): string | null {
  const text = String((at === null ? null : cells[at]) ?? '').trim()
  return text === '' ? null : text
}

/** The same grid where each of its dimensions but the area has one value, without these. Throws ImportRefused where one has several. */
export async function withoutDimensions(origin: string, grid: Grid): Promise<Grid> {
  const { dimensions = [] } = grid
  if (dimensions.length === 0) return grid
  const first = new Map<number, string>()
  for await (const { line, cells } of grid.records()) {
    for (const name of dimensions) {
      const at = grid.header.indexOf(name)
      const text = String(cells[at] ?? '').trim()
      const seen = first.get(at) ?? text
      first.set(at, seen)
      if (seen === text) continue
      const problem = `the observations are of several ${name} (${seen}, ${text})`
      throw new ImportRefused(origin, problem, 'Take the observations of one of them.', {
        line,
        column: name,
      })
    }
  }
  return {
    ...grid,
    dimensions: [],
    header: grid.header.map((name) => (dimensions.includes(name) ? '' : name)),
  }
}
