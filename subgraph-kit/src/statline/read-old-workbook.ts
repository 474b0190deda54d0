/**
 * The sheets of an old Excel workbook (XLS), which the CBS gave until 2018, in the shape of the new one's: only rows with content, each
 * with its number; what is no number or text comes as `NoFigure`. Held whole. The library is read only when such a file comes.
 */
import { NoFigure, type SheetCell, type SheetRow } from './sheet-rows.ts'

export interface OldSheet {
  readonly name: string
  readonly rows: readonly SheetRow[]
}

/** A cell as the library has it: its type (`e` an error), its value, and how Excel would show it. */
interface LibraryCell {
  readonly t: string
  readonly v?: unknown
  readonly w?: string
}

/** Throws whatever the library throws where it is no workbook. */
export async function readOldSheets(bytes: Buffer): Promise<readonly OldSheet[]> {
  const { read, utils } = await import('@e965/xlsx')
  const { SheetNames, Sheets } = read(bytes, {
    type: 'buffer',
    cellDates: true,
    cellFormula: false,
    cellHTML: false,
    dense: false,
  })
  return SheetNames.map((name) => {
    const sheet = Sheets[name] ?? {}
    const range = sheet['!ref']
    if (range === undefined) return { name, rows: [] }
    const { s: first, e: last } = utils.decode_range(range)
    const rows: SheetRow[] = []
    for (let row = first.r; row <= last.r; row += 1) {
      const cells = Array.from({ length: last.c + 1 }, (_, column) =>
        valueOf(sheet[utils.encode_cell({ r: row, c: column })] as LibraryCell | undefined),
      )
      if (cells.some((cell) => cell !== undefined)) rows.push({ line: row + 1, cells })
    }
    return { name, rows }
  })
}

function valueOf(cell: LibraryCell | undefined): SheetCell {
  if (cell?.t === 'e') return new NoFigure(`the error ${cell.w ?? ''}`)
  const value = cell?.v
  if (value === undefined || value === null) return undefined
  if (typeof value === 'string') return value.trim() === '' ? undefined : value
  if (typeof value === 'number') return value
  return new NoFigure(value instanceof Date ? 'a date' : `a ${typeof value}`)
}
