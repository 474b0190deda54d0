/**
 * The CBS's workbook (XLSX, or XLS of before 2018) as a grid: the sheet whose first row has area codes for a column. Numbers stored as text stay
 * text. A workbook is held whole while it is read; what it unpacks to is checked first.
 */
import readSheets from 'read-excel-file/node'
import type { Claim, Grid } from './grid.ts'
import { ErrorCell, readOldSheets, type Sheet } from './read-old-workbook.ts'
import { ImportRefused, type Cell } from './table.ts'
import { BadZip, unzip } from './unzip.ts'

const largest = 100 * 1024 * 1024
const largestUnpacked = 512 * 1024 * 1024
const asCsv = 'Save the sheet as CSV and import that.'
const codeColumn = /^(?:gwb_code(?:_10)?|Codering_\d+|WijkenEnBuurten|Regioaanduiding\/Codering \(code\))$/

const isOld = (bytes: Buffer): boolean => bytes.readUInt32BE(0) === 0xd0cf11e0

/** `period` chooses between several sheets with a year in their names. */
export async function readWorkbook(origin: string, bytes: Buffer, period: number | undefined): Promise<Grid> {
  if (bytes.length > largest) throw new ImportRefused(origin, 'the workbook is larger than 100 MB', asCsv)
  if (!isOld(bytes)) checkFiles(origin, bytes)
  const sheet = chooseSheet(origin, await readAll(origin, bytes), period)
  const [head = [], ...rows] = sheet.data
  const header = head.map((cell) => String(cell ?? '').trim())
  const year = yearOf(sheet)
  const claims: Claim[] =
    year === undefined ? [] : [{ year, words: `its sheet "${sheet.sheet}" says ${year}` }]
  return {
    header,
    claims,
    rowCount: rows.filter(hasContent).length,
    async *records() {
      for (const [index, row] of rows.entries()) {
        if (!hasContent(row)) continue
        const line = index + 2
        yield { line, cells: header.map((column, at) => cellOf(origin, row[at], line, column)) }
      }
    },
  }
}

/** The library reads an error cell as an empty one and unpacks whatever it is given: both are looked for first. */
function checkFiles(origin: string, bytes: Buffer): void {
  try {
    for (const { name, bytes: xml } of unzip(bytes, largestUnpacked)) {
      const at = name.startsWith('xl/worksheets/') ? xml.indexOf(' t="e"') : -1
      if (at < 0) continue
      const [, place, value] =
        /<c r="(\w+)"[^>]*>.*?<v>([^<]*)/s.exec(xml.toString('utf8', xml.lastIndexOf('<c', at), at + 999)) ??
        []
      throw errorIn(origin, place, value)
    }
  } catch (error) {
    if (!(error instanceof BadZip)) throw error
    if (error.reason === 'too large') {
      throw new ImportRefused(origin, 'the workbook unpacks to more than 512 MB', asCsv)
    }
    throw new ImportRefused(origin, 'the workbook is cut off or damaged', 'Download it again.')
  }
}

function errorIn(origin: string, place = '', value = ''): ImportRefused {
  const problem = `cell ${place} holds the error ${value}`
  return new ImportRefused(origin, problem, 'Correct it, or download it again.')
}

async function readAll(origin: string, bytes: Buffer): Promise<readonly Sheet[]> {
  try {
    return await (isOld(bytes) ? readOldSheets(bytes) : readSheets(bytes))
  } catch (error) {
    if (error instanceof ErrorCell) throw errorIn(origin, error.place, error.value)
    throw new ImportRefused(
      origin,
      'it is no workbook that can be read',
      'Download it again, or save it as CSV.',
    )
  }
}

function chooseSheet(origin: string, sheets: readonly Sheet[], period: number | undefined): Sheet {
  const tables = sheets.filter(({ data }) => data[0]?.some((cell) => codeColumn.test(String(cell).trim())))
  const names = (some: readonly Sheet[]) => some.map(({ sheet }) => `"${sheet}"`).join(', ')
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

function yearOf({ sheet }: Sheet): number | undefined {
  const year = /(?<!\d)20\d\d(?!\d)/.exec(sheet)?.[0]
  return year === undefined ? undefined : Number(year)
}

function hasContent(row: readonly unknown[]): boolean {
  return row.some((cell) => cell !== null && String(cell).trim() !== '')
}

function cellOf(origin: string, value: unknown, line: number, column: string): Cell {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'number') return value
  const kind = value instanceof Date ? 'a date' : `a ${typeof value}`
  const problem = `${kind} stands where a number or text belongs`
  throw new ImportRefused(origin, problem, 'Correct the cell, or download the workbook again.', {
    line,
    column,
  })
}
