/**
 * CSV as a grid: `;` or `,`, any line ends, quoted or not. Records are parsed as they are asked for, so a whole country
 * is never held as rows. A record as wide as the header is all that is promised; cells stay as they stand.
 */
import { Readable } from 'node:stream'
import { CsvError, parse, type Info, type Options } from 'csv-parse'
import type { Grid, GridRecord } from './grid.ts'
import { ImportRefused } from './table.ts'

const cutOff = 'It was cut off or edited by hand: download it again.'
const sourceLine = /^(?:bron|source)\s*:\s*cbs\.?$|^©/i

const dialect: Options = {
  record_delimiter: ['\r\n', '\n'],
  relax_column_count: true,
  skip_empty_lines: true,
  info: true,
}

/** `text` is UTF-8 without a byte order mark. */
export async function readCsv(origin: string, text: Buffer): Promise<Grid> {
  const delimiter = delimiterOf(text)
  const { cells, line: headLine } = await firstRecord(origin, text, delimiter)
  return {
    header: cells.map((cell) => String(cell).trim()),
    claims: [],
    rowCount: countRecords(text) - 1,
    async *records() {
      for await (const record of parseRecords(origin, text, delimiter)) {
        if (record.line === headLine || isSourceLine(record)) continue
        if (record.cells.length !== cells.length) {
          const problem = `the row has ${record.cells.length} fields where the header has ${cells.length}`
          throw new ImportRefused(origin, problem, cutOff, { line: record.line })
        }
        yield record
      }
    },
  }
}

/** The first records that can be read, header or not: to tell what a file is that has no header we know. */
export async function peekCsv(origin: string, text: Buffer, count: number): Promise<readonly GridRecord[]> {
  const records: GridRecord[] = []
  try {
    for await (const record of parseRecords(origin, text, delimiterOf(text), { to: count }))
      records.push(record)
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error
  }
  return records
}

/** Whichever stands more often in the first line, outside quotes. */
function delimiterOf(text: Buffer): string {
  let quoted = false
  let balance = 0
  for (const byte of text) {
    if (byte === 0x22) quoted = !quoted
    if (quoted) continue
    if (byte === 0x3b) balance++
    if (byte === 0x2c) balance--
    if (byte === 0x0a) break
  }
  return balance < 0 ? ',' : ';'
}

async function firstRecord(origin: string, text: Buffer, delimiter: string): Promise<GridRecord> {
  for await (const record of parseRecords(origin, text, delimiter, { to: 1 })) return record
  throw new ImportRefused(origin, 'the file is empty', 'Download it again.')
}

interface ParsedRecord {
  readonly record: readonly string[]
  readonly info: Info
}

async function* parseRecords(
  origin: string,
  text: Buffer,
  delimiter: string,
  options: Options = {},
): AsyncGenerator<GridRecord> {
  const parser = Readable.from(slices(text)).pipe(parse({ ...dialect, delimiter, ...options }))
  try {
    for await (const { record, info } of parser as AsyncIterable<ParsedRecord>) {
      yield { line: info.lines, cells: record }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = 'lines' in error ? Number(error['lines']) : undefined
    const problem =
      error.code === 'CSV_QUOTE_NOT_CLOSED'
        ? 'a quoted field does not end'
        : 'a quote stands where none belongs'
    throw new ImportRefused(origin, problem, cutOff, line === undefined ? {} : { line })
  }
}

function* slices(text: Buffer): Generator<Buffer> {
  const size = 256 * 1024
  for (let at = 0; at < text.length; at += size) yield text.subarray(at, at + size)
}

function isSourceLine({ cells }: GridRecord): boolean {
  return cells.length === 1 && sourceLine.test(String(cells[0]).trim())
}

/** Lines that are not blank, quoted line ends not counted; the publisher's name under the table counts for none. */
function countRecords(text: Buffer): number {
  let count = 0
  let quoted = false
  let blank = true
  // By place, for an iterator over bytes takes ten times as long.
  for (let at = 0; at < text.length; at += 1) {
    const byte = text[at]
    if (byte === 0x22) quoted = !quoted
    if (byte === 0x0a && !quoted) {
      if (!blank) count++
      blank = true
    } else if (byte !== 0x0d) blank = false
  }
  const all = blank ? count : count + 1
  const last = text.subarray(-64).toString().trim().split('\n').at(-1)?.replaceAll('"', '') ?? ''
  return sourceLine.test(last) ? all - 1 : all
}
