/**
 * Small tables for tests, written to a folder of their own, and read back whole.
 */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFile, type OpenFileOptions } from '../../src/statline/open-file.ts'
import { ImportRefused, type Cell, type PublishedTable, type TableRow } from '../../src/statline/table.ts'

export function writeTemporary(name: string, content: string | Uint8Array, folder = newFolder()): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

export function newFolder(name = 'statline'): string {
  return mkdtempSync(join(tmpdir(), `${name}-`))
}

/** Lines of a bulk CSV: the area attributes, then the given keys. */
export function bulkCsv(keys: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const header = ['ID', 'WijkenEnBuurten', 'Gemeentenaam_1', 'SoortRegio_2', 'Codering_3', ...keys]
  const lines = rows.map(([code, ...cells], id) => [id, code, 'Testdorp', 'Gemeente', code, ...cells])
  return [header, ...lines].map((cells) => `${cells.map((cell) => `"${cell ?? ''}"`).join(';')}\n`).join('')
}

export async function rowsOf(table: PublishedTable): Promise<readonly TableRow[]> {
  const rows: TableRow[] = []
  for await (const row of table.rows()) rows.push(row)
  return rows
}

export function cellOf(table: PublishedTable, row: TableRow | undefined, name: string, occurrence = 1): Cell {
  const column = table.columns.find((one) => one.name === name && one.occurrence === occurrence)
  if (column === undefined || row === undefined) throw new Error(`no ${name} #${occurrence}`)
  return row.cells[column.index] ?? null
}

export function numberOf(
  table: PublishedTable,
  row: TableRow | undefined,
  name: string,
  occurrence = 1,
): number {
  return Number(String(cellOf(table, row, name, occurrence)).trim())
}

/** The refusal of opening and reading a file whole; fails where it is read. */
export async function refusalOf(path: string, options: OpenFileOptions = {}): Promise<ImportRefused> {
  try {
    await rowsOf(await openFile(path, options))
  } catch (error) {
    if (error instanceof ImportRefused) return error
    throw error
  }
  throw new Error('it was read')
}
