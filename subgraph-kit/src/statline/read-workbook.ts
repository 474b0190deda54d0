/**
 * The CBS's workbook (XLSX, or XLS of before 2018) as a grid: the sheet whose first row has area codes for a column. Numbers stored as text
 * stay text. The packed bytes and the texts that cells share are held; rows stream out of the zip, as often as they are asked for. An XLS
 * is held whole.
 */
import { columnLetters } from './column-letters.ts'
import type { Claim, Grid } from './grid.ts'
import { readOldSheets } from './read-old-workbook.ts'
import { NoFigure, readSheet, type SheetCell, type SheetRow } from './sheet-rows.ts'
import { ImportRefused, type Cell } from './table.ts'
import { BadZip, readDirectory, unpackStream, type ZipEntry } from './unzip.ts'
import {
  readSharedCells,
  readSheetNames,
  type NamedSheet,
  type Parts,
  type SharedCells,
} from './workbook-parts.ts'
import { BadXml } from './xml-events.ts'

const largest = 100 * 1024 * 1024
/** Of one file in the workbook: texts are held, rows are not. */
const largestUnpacked = 512 * 1024 * 1024
const asCsv = 'Save the sheet as CSV and import that.'
const codeColumn = /^(?:gwb_code(?:_10)?|Codering_\d+|WijkenEnBuurten|Regioaanduiding\/Codering \(code\))$/

/** A sheet, as far as its first two rows tell. */
interface Sheet {
  readonly name: string
  readonly head: readonly SheetCell[]
  /** Rows under the first by the sheet's own word; 0 where there is none, null where it does not say. */
  readonly rowCount: number | null
  /** All of them with content, the first too. */
  rows(): AsyncGenerator<SheetRow>
}

const isOld = (bytes: Buffer): boolean => bytes.readUInt32BE(0) === 0xd0cf11e0

/** `period` chooses between several sheets with a year in their names. */
export async function readWorkbook(origin: string, bytes: Buffer, period: number | undefined): Promise<Grid> {
  if (bytes.length > largest) throw new ImportRefused(origin, 'the workbook is larger than 100 MB', asCsv)
  const sheets = await (isOld(bytes) ? openOld(origin, bytes) : refusing(origin, () => open(origin, bytes)))
  const sheet = chooseSheet(origin, sheets, period)
  const header = headerOf(sheet)
  const year = yearOf(sheet)
  const claims: Claim[] =
    year === undefined ? [] : [{ year, words: `its sheet "${sheet.name}" says ${year}` }]
  return { header, claims, rowCount: sheet.rowCount, records: () => records(origin, sheet, header) }
}

async function open(origin: string, bytes: Buffer): Promise<readonly Sheet[]> {
  const parts = partsOf([...readDirectory(bytes)])
  const names = await readSheetNames(parts)
  if (names.length === 0) throw unreadable(origin)
  const shared = await readSharedCells(parts)
  const sheets: Sheet[] = []
  for (const sheetName of names) sheets.push(await peek(parts, sheetName, shared))
  return sheets
}

async function openOld(origin: string, bytes: Buffer): Promise<readonly Sheet[]> {
  const sheets = await readOldSheets(bytes).catch(() => {
    throw unreadable(origin)
  })
  return sheets.map(({ name, rows }) => ({
    name,
    head: rows[0]?.cells ?? [],
    rowCount: Math.max(0, rows.length - 1),
    async *rows() {
      await Promise.resolve()
      yield* rows
    },
  }))
}

function unreadable(origin: string): ImportRefused {
  const problem = 'it is no workbook that can be read'
  return new ImportRefused(origin, problem, 'Download it again, or save it as CSV.')
}

async function* records(origin: string, sheet: Sheet, header: readonly string[]) {
  const rows = sheet.rows()
  try {
    let next = await refusing(origin, () => rows.next())
    while (!next.done) {
      next = await refusing(origin, () => rows.next())
      if (!next.done) yield recordOf(origin, next.value, header)
    }
  } finally {
    await rows.return(undefined)
  }
}

function recordOf(origin: string, { line, cells }: SheetRow, header: readonly string[]) {
  return { line, cells: header.map((column, at) => cellOf(origin, cells[at], line, column, at)) }
}

function partsOf(entries: readonly ZipEntry[]): Parts {
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  return {
    open(name) {
      const entry = byName.get(name)
      return entry && unpackStream(entry, largestUnpacked)
    },
  }
}

async function peek(parts: Parts, { name, file }: NamedSheet, shared: SharedCells): Promise<Sheet> {
  const openRows = () => readSheet(parts.open(file) ?? noParts(), shared)
  const sheet = openRows()
  const first: SheetRow[] = []
  for await (const row of sheet.rows()) {
    first.push(row)
    if (first.length === 2) break
  }
  const [head, next] = first
  const last = sheet.lastLine()
  const rowCount =
    next === undefined ? 0 : last === null || last < next.line ? null : last - (head?.line ?? 0)
  return { name, head: head?.cells ?? [], rowCount, rows: () => openRows().rows() }
}

/** What keeps a workbook from being read, as a refusal that says so. */
async function refusing<T>(origin: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof BadZip && error.reason === 'too large') {
      throw new ImportRefused(origin, 'the workbook unpacks to more than 512 MB', asCsv)
    }
    if (!(error instanceof BadZip) && !(error instanceof BadXml)) throw error
    throw new ImportRefused(origin, 'the workbook is cut off or damaged', 'Download it again.')
  }
}

function chooseSheet(origin: string, sheets: readonly Sheet[], period: number | undefined): Sheet {
  const tables = sheets.filter((sheet) => headerOf(sheet).some((name) => codeColumn.test(name)))
  const names = (some: readonly Sheet[]) => some.map(({ name }) => `"${name}"`).join(', ')
  const [first, second] = tables
  if (first === undefined) {
    const problem = `no sheet has a column of area codes (gwb_code_10) in row 1; its sheets are ${names(sheets)}`
    throw new ImportRefused(origin, problem, 'Import the workbook as the CBS publishes it.')
  }
  if (second === undefined) return first
  const [ofYear, another] = tables.filter((sheet) => yearOf(sheet) === period)
  if (period !== undefined && ofYear !== undefined && another === undefined) return ofYear
  const problem = `several sheets hold a table: ${names(tables)}`
  throw new ImportRefused(origin, problem, 'Say which year with --year, or keep one of them.')
}

function headerOf({ head }: Sheet): readonly string[] {
  return Array.from(head, (cell) => (cell instanceof NoFigure ? '' : String(cell ?? '').trim()))
}

function yearOf({ name }: Sheet): number | undefined {
  const year = /(?<!\d)20\d\d(?!\d)/.exec(name)?.[0]
  return year === undefined ? undefined : Number(year)
}

function cellOf(origin: string, value: SheetCell, line: number, column: string, at: number): Cell {
  if (!(value instanceof NoFigure)) return value ?? null
  const problem = value.words.startsWith('the error')
    ? `cell ${columnLetters(at)}${line} holds ${value.words}`
    : `${value.words} stands where a number or text belongs`
  throw new ImportRefused(origin, problem, 'Correct the cell, or download the workbook again.', {
    line,
    column,
  })
}

async function* noParts(): AsyncGenerator<Buffer> {
  // A sheet whose file is not there has no rows.
}
