/**
 * CSV files in formats that subgraphs define themselves, such as a list of municipalities: recognised by their header, read by the
 * subgraphs that take them, stored in all of these or in none. Tables of published figures are import.ts's.
 */
import { open } from 'node:fs/promises'
import { decodeText } from '../statline/decode-text.ts'
import type { Grid } from '../statline/grid.ts'
import type { OpenFileOptions } from '../statline/open-file.ts'
import { checkShared, readNames } from '../statline/period.ts'
import { readBytes } from '../statline/read-bytes.ts'
import { readCsv } from '../statline/read-csv.ts'
import { retrievedAt } from '../statline/retrieved-at.ts'
import { sniff } from '../statline/sniff.ts'
import { ImportRefused } from '../statline/table.ts'
import { commitAll, type Outcome, type Staged } from '../database/staged.ts'

/** One row of such a file: trimmed cells by the name of their column. */
export interface FileRecord {
  readonly line: number
  readonly values: Readonly<Record<string, string>>
}

/** An opened file; `records()` may be read once. */
export interface RecordsFile {
  readonly origin: string
  readonly digest: string
  readonly retrievedAt: string
  /** Whether that is only when the file was last written. */
  readonly datedByFile?: boolean
  /** What the caller said, else the one year in the file's name, else null. */
  readonly period: number | null
  readonly header: readonly string[]
  readonly rowCount: number | null
  records(): AsyncIterable<FileRecord>
}

/** A table that a format reads, and the year it is of. */
export interface RecordsTable {
  readonly id: string
  readonly year: number
}

/** A format that a subgraph takes: any CSV that has these columns, whatever their units. */
export interface RecordsFormat {
  /** What people call it: «list of municipalities». */
  readonly name: string
  readonly columns: readonly string[]
  /** The published tables that it reads through the publisher's interface. */
  readonly tables?: readonly RecordsTable[]
  /** Begins an import of one file. Throws ImportRefused where the file as a whole cannot be taken. */
  prepare(file: RecordsFile): RecordsImport
}

export interface RecordsImport {
  /** Reads one row. Throws ImportRefused with its line and column. */
  accept(record: FileRecord): void
  /** Writes what was accepted, uncommitted. Throws ImportRefused where stored rows are newer and not forced. */
  stage(options: { readonly force: boolean }): Promise<Staged<RecordsReport>>
}

export interface RecordsReport {
  readonly subgraph: string
  readonly format: string
  readonly rows: number
  readonly outcome: Outcome
  /** Of records of subjects, which nothing is computed from. */
  readonly subjects?: true
}

/** How much of a file is read to see its header. */
const headerBytes = 64 * 1024

/** Whether one of these formats takes the file, told from its first bytes; false also where it cannot be read. */
export async function isTaken(path: string, formats: readonly RecordsFormat[]): Promise<boolean> {
  try {
    const start = await readStart(path)
    if (sniff(path, start) !== 'csv') return false
    const { header } = await readCsv(path, decodeText(path, start))
    return takersOf(formats, header).length > 0
  } catch {
    return false
  }
}

/** Up to the end of the last whole line, so that no character is cut. */
async function readStart(path: string): Promise<Buffer> {
  const handle = await open(path)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headerBytes), 0, headerBytes, 0)
    const read = buffer.subarray(0, bytesRead)
    return bytesRead < headerBytes ? read : read.subarray(0, read.lastIndexOf(0x0a) + 1)
  } finally {
    await handle.close()
  }
}

function takersOf(formats: readonly RecordsFormat[], header: readonly string[]): readonly RecordsFormat[] {
  const named = new Set(header.map(withoutUnit))
  return formats.filter(({ columns }) => columns.every((column) => named.has(column)))
}

/** The heading without the unit that StatLine writes after it. */
export function withoutUnit(heading: string): string {
  return heading.replace(/\s*\([^()]*\)$/, '')
}

/** Opens a file as records; null where it is no CSV. Throws ImportRefused where it cannot be read. */
export async function openRecordsFile(
  path: string,
  options: OpenFileOptions = {},
): Promise<RecordsFile | null> {
  const { origin, bytes, digest, modifiedAt } = await readBytes(path)
  if (sniff(origin, bytes) !== 'csv') return null
  const grid = await readCsv(origin, decodeText(origin, bytes))
  const claims = readNames(path)
  const years = [...new Set(claims.map(({ year }) => year))]
  if (options.isPeriodShared) checkShared(origin, options.period, claims)
  return {
    origin,
    digest,
    ...retrievedAt(origin, options.retrievedAt, modifiedAt),
    period: options.period ?? (years.length === 1 ? (years[0] ?? null) : null),
    ...recordsOf(grid),
  }
}

/** The records of a grid, whose headings are the names of their cells. */
export function recordsOf({
  header,
  rowCount,
  records,
}: Grid): Pick<RecordsFile, 'header' | 'rowCount' | 'records'> {
  return {
    header,
    rowCount,
    async *records() {
      for await (const { line, cells } of records()) {
        const values = header.map((column, at) => [column, String(cells[at] ?? '').trim()] as const)
        yield { line, values: Object.fromEntries(values) }
      }
    },
  }
}

/** Imports the file into every subgraph that takes it; null where none does. Throws ImportRefused, and then nothing is stored. */
export async function importRecords(
  formats: readonly RecordsFormat[],
  file: RecordsFile,
  {
    force = false,
    onProgress,
  }: { readonly force?: boolean; readonly onProgress?: (rows: number) => void } = {},
): Promise<readonly RecordsReport[] | null> {
  const takers = takersOf(formats, file.header)
  if (takers.length === 0) return null
  const imports = takers.map((format) => format.prepare(file))
  let read = 0
  for await (const record of file.records()) {
    read += 1
    onProgress?.(read)
    for (const recordsImport of imports) recordsImport.accept(record)
  }
  if (read === 0)
    throw new ImportRefused(file.origin, 'it has a header but no rows', 'Check that it was written whole.')
  return commitAll(imports.map((recordsImport) => () => recordsImport.stage({ force })))
}
