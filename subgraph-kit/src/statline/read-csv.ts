/**
 * CSV as a grid: fields apart by `;`, `,`, a tab or `|`, any line ends, quoted or not, with a first line `sep=;` or without.
 * Rows of nothing but delimiters, which spreadsheets leave behind, are none. Records are parsed as they are asked for, so a whole country
 * is never held as rows. A record as wide as the header is all that is promised; cells stay as they stand.
 */
import { Readable } from 'node:stream'
import { CsvError, parse, type Info, type Options } from 'csv-parse'
import type { Grid, GridRecord } from './grid.ts'
import { ImportRefused } from './table.ts'

const cutOff = 'It was cut off or edited by hand: download it again.'
const sourceLine = /^(?:bron|source)\s*:\s*cbs\.?$|^©/i

const options: Options = { relax_column_count: true, skip_empty_lines: true, info: true }
const [lineFeed, carriageReturn, quote, space] = [0x0a, 0x0d, 0x22, 0x20]
const delimiters = [';', ',', '\t', '|'] as const

/** How a file is written: its text without a first line `sep=;`, whose line end stays so that lines are counted right. */
interface Dialect {
  readonly text: Buffer
  readonly delimiter: string
  /** Line feed, or a lone carriage return where the text has no line feed. */
  readonly lineEnd: number
}

/** `text` is UTF-8 without a byte order mark. */
export async function readCsv(origin: string, text: Buffer): Promise<Grid> {
  const dialect = dialectOf(text)
  const { cells, line: headLine } = await firstRecord(origin, dialect)
  return {
    header: cells.map((cell) => String(cell).trim()),
    claims: [],
    rowCount: countRecords(dialect) - 1,
    async *records() {
      for await (const record of parseRecords(origin, dialect)) {
        if (record.line === headLine || isSourceLine(record) || isBlank(record)) continue
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
    for await (const record of parseRecords(origin, dialectOf(text), { to: count })) records.push(record)
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error
  }
  return records
}

function dialectOf(bytes: Buffer): Dialect {
  const lineEnd = bytes.includes(lineFeed) ? lineFeed : carriageReturn
  const said = /^"?sep=([;,\t|])"?(?=[\r\n])/i.exec(bytes.subarray(0, 16).toString('latin1'))
  const text = said === null ? bytes : bytes.subarray(said[0].length)
  return { text, lineEnd, delimiter: said?.[1] ?? delimiterOf(text, lineEnd) }
}

/** Whichever stands most often in the first line that is not blank, outside quotes. */
function delimiterOf(text: Buffer, lineEnd: number): string {
  const counts = delimiters.map((delimiter) => ({ byte: delimiter.charCodeAt(0), delimiter, count: 0 }))
  let quoted = false
  let blank = true
  for (const byte of text) {
    if (byte === quote) quoted = !quoted
    if (quoted) continue
    const counted = counts.find((candidate) => candidate.byte === byte)
    if (counted !== undefined) counted.count++
    if (byte === lineEnd && !blank) break
    if (byte !== lineEnd && byte !== carriageReturn && byte !== space) blank = false
  }
  return counts.reduce((best, candidate) => (candidate.count > best.count ? candidate : best)).delimiter
}

async function firstRecord(origin: string, dialect: Dialect): Promise<GridRecord> {
  for await (const record of parseRecords(origin, dialect, { to: 1 })) return record
  throw new ImportRefused(origin, 'the file is empty', 'Download it again.')
}

interface ParsedRecord {
  readonly record: readonly string[]
  readonly info: Info
}

async function* parseRecords(
  origin: string,
  { text, delimiter, lineEnd }: Dialect,
  some: Options = {},
): AsyncGenerator<GridRecord> {
  const record_delimiter = lineEnd === lineFeed ? ['\r\n', '\n'] : ['\r']
  const parser = Readable.from(slices(text)).pipe(parse({ ...options, record_delimiter, delimiter, ...some }))
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
  return sourceLine.test(String(cells[0]).trim()) && isBlank({ line: 0, cells: cells.slice(1) })
}

function isBlank({ cells }: GridRecord): boolean {
  return cells.every((cell) => String(cell).trim() === '')
}

/** Lines that are not blank, quoted line ends not counted; the publisher's name under the table counts for none. */
function countRecords({ text, delimiter, lineEnd }: Dialect): number {
  const fillers = new Set([quote, space, carriageReturn, delimiter.charCodeAt(0)])
  let count = 0
  let quoted = false
  let blank = true
  // By place, for an iterator over bytes takes ten times as long.
  for (let at = 0; at < text.length; at += 1) {
    const byte = text[at]
    if (byte === quote) quoted = !quoted
    if (byte === lineEnd && !quoted) {
      if (!blank) count++
      blank = true
    } else if (blank && byte !== undefined && !fillers.has(byte)) blank = false
  }
  const all = blank ? count : count + 1
  const last =
    text
      .subarray(-64)
      .toString()
      .split(/[\r\n]+/)
      .findLast((end) => end.trim() !== '') ?? ''
  return sourceLine.test(last.replace(/[";,\t|\s]+$|^["\s]+/g, '')) ? all - 1 : all
}
