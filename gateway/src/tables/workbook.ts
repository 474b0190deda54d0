/**
 * A workbook (XLSX) with one sheet, made at once when all rows were read. Codes are text. A text that a spreadsheet could read as a formula, when it is
 * edited or saved as another file, begins with an apostrophe.
 */
import writeExcelFile from 'write-excel-file/node'
import type { Column } from './columns.ts'
import type { Cell, Row } from './rows.ts'
import type { TableWriter } from './writer.ts'

export function workbook(columns: readonly Column[]): TableWriter {
  const rows: Row[] = []
  return {
    begin: () => '',
    rows(batch) {
      rows.push(...batch)
      return ''
    },
    end() {
      const header = columns.map(({ name }) => ({ value: name, type: String, fontWeight: 'bold' as const }))
      const data = [header, ...rows.map((row) => row.map(sheetCell))]
      return writeExcelFile(data, { sheet: 'Table', stickyRowsCount: 1 }).toBuffer()
    },
  }
}

function sheetCell(value: Cell) {
  if (value === null || value === '') return null
  if (typeof value === 'number') return { value, type: Number }
  if (typeof value === 'boolean') return { value, type: Boolean }
  return { value: formula.test(value) ? `'${value}` : value, type: String }
}

/** Also behind white space, which some programs take away. */
const formula = /^\s*[=+\-@]/
