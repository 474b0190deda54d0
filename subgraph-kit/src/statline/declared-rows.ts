/**
 * The records of a declared table as rows of areas: of fixed dimensions the declared value, each area once a year, numbers of municipalities
 * with their zeros put back, limits from the rows that hold them beside the figures. What is left out or mended is counted and said.
 */
import type { DeclaredTable } from '../schema/declared-source.ts'
import { readAreaCode, whyNotIn } from './area-code.ts'
import type { DeclaredLayout, DimensionColumn } from './declared-layout.ts'
import type { Grid, GridRecord } from './grid.ts'
import { readYear, type RowYear } from './row-year.ts'
import { ImportRefused, type Cell, type CellsOf, type SourceStatus, type TableRow } from './table.ts'

export interface DeclaredRowsOptions {
  readonly origin: string
  readonly grid: Grid
  readonly layout: DeclaredLayout
  readonly table: DeclaredTable
  /** The only year that is taken; null where each row says its own. */
  readonly period: number | null
  /** Names by code, where they came apart from the rows. */
  readonly names?: ReadonlyMap<string, string> | undefined
  readonly notes: RowNotes
}

/** What is said of the rows after the last. */
export class RowNotes {
  readonly #leftOut = new Map<string, number>()
  readonly #mended = new Map<string, string>()
  readonly #statuses = new Map<number, SourceStatus>()

  leaveOut(dimension: string): void {
    this.#leftOut.set(dimension, 1 + (this.#leftOut.get(dimension) ?? 0))
  }

  mend(text: string, code: string): void {
    this.#mended.set(text, code)
  }

  /** Of a year that a row was seen of. */
  statusOf(year: number): SourceStatus | null {
    return this.#statuses.get(year) ?? null
  }

  markYear({ year, status }: RowYear): void {
    if (status !== null) this.#statuses.set(year, status)
  }

  sentences(): readonly string[] {
    const [mended] = this.#mended
    return [
      ...[...this.#leftOut].map(
        ([name, count]) => `${String(count)} rows of other ${name} than the declared one are left out`,
      ),
      ...(mended
        ? [
            `${String(this.#mended.size)} numbers of municipalities had lost their zeros: ${mended[0]} is read as ${mended[1]}`,
          ]
        : []),
    ]
  }
}

/** Throws ImportRefused at the first row that cannot be read. */
export async function* declaredRows(options: DeclaredRowsOptions): AsyncGenerator<TableRow> {
  const { origin, grid, layout, table, period: onlyYear, names, notes } = options
  const limits = await readLimits(options)
  const lines = new Map<string, number>()
  const seen = new Map<string, string>()
  for await (const record of grid.records()) {
    const { line, cells } = record
    if (sideOf(origin, record, layout, seen, notes) !== 'figure') continue
    const rowYear = yearOf(origin, record, layout, grid)
    const period = rowYear?.year ?? onlyYear
    if (rowYear) notes.markYear(rowYear)
    if (period === null) throw new Error(`${origin}: a table without a year`)
    if (onlyYear !== null && period !== onlyYear) {
      notes.leaveOut('years')
      continue
    }
    const code = codeOf(origin, record, options)
    if (code === null) {
      notes.leaveOut('kinds of regions')
      continue
    }
    const key = `${String(period)} ${code}`
    const location = { line, column: grid.header[layout.code] ?? '' }
    const earlier = lines.get(key)
    if (earlier !== undefined) {
      const problem = `area ${code} of ${String(period)} stands twice, first on line ${earlier}`
      throw new ImportRefused(origin, problem, 'Remove one of them, or download the table again.', location)
    }
    lines.set(key, line)
    const reason = whyNotIn(code, table.boundaryYear ?? period)
    if (reason !== null) {
      const problem = `area ${code} does not exist in ${String(table.boundaryYear ?? period)}: ${reason}`
      throw new ImportRefused(
        origin,
        problem,
        'The file is of another year: say which with --year.',
        location,
      )
    }
    const municipality = textAt(cells, layout.municipalityName)
    const own = textAt(cells, layout.name)
    yield {
      line,
      code,
      period,
      name:
        names?.get(code) ?? (own !== null && readAreaCode(own) === null ? own : nameOf(code, municipality)),
      municipalityName: code === 'NL00' ? null : municipality,
      cells: limits === null ? cells : [...cells, ...limits.of(key)],
    }
  }
  if (lines.size > 0) return
  const problem = onlyYear === null ? 'it has no row to take' : `it has no row of ${String(onlyYear)}`
  throw new ImportRefused(origin, problem, 'Check --year and the rows that were selected.')
}

/** A municipality's and the country's name is also that in the column of municipalities. */
function nameOf(code: string, municipality: string | null): string | null {
  return code.startsWith('GM') || code === 'NL00' ? municipality : null
}

/** Whether a record holds figures or limits of them; null where it is of another value of a fixed dimension. */
function sideOf(
  origin: string,
  { line, cells }: GridRecord,
  { dimensions }: DeclaredLayout,
  seen: Map<string, string>,
  notes: RowNotes | null,
): CellsOf | null {
  let side: CellsOf = 'figure'
  for (const { index, header, fixed } of dimensions) {
    const text = textAt(cells, index) ?? ''
    if (fixed === null) checkOne(origin, line, header, text, seen)
    else if (fixed.lower.includes(text)) side = 'lower'
    else if (fixed.upper.includes(text)) side = 'upper'
    else if (!fixed.values.includes(text)) {
      notes?.leaveOut(header)
      return null
    }
  }
  return side
}

/** Of a dimension that is not declared, all rows have one value. */
function checkOne(origin: string, line: number, name: string, text: string, seen: Map<string, string>): void {
  const first = seen.get(name) ?? text
  seen.set(name, first)
  if (first === text) return
  const problem = `the rows are of several ${name} (${first}, ${text}), and no value of it is declared`
  throw new ImportRefused(origin, problem, 'Take the rows of one of them.', { line, column: name })
}

function yearOf(
  origin: string,
  { line, cells }: GridRecord,
  { period }: DeclaredLayout,
  { header }: Grid,
): RowYear | null {
  if (period === null) return null
  const text = textAt(cells, period) ?? ''
  const read = readYear(text)
  if (read) return read
  const problem = `"${text.slice(0, 40)}" is no whole year`
  throw new ImportRefused(origin, problem, 'Take the rows of whole years, such as 2020JJ00.', {
    line,
    column: header[period] ?? '',
  })
}

/** The code of the area; null where it is of a region that the graph has no level for. */
function codeOf(
  origin: string,
  { line, cells }: GridRecord,
  { grid, layout, notes }: DeclaredRowsOptions,
): string | null {
  const text = textAt(cells, layout.code)
  const location = { line, column: grid.header[layout.code] ?? '' }
  if (text === null) throw new ImportRefused(origin, 'the row has no area code', codesLookLike, location)
  const code = readAreaCode(text)
  if (code !== null) return code
  if (/^(?:LD|CR|AM|LB|COROP|GG|JZ|VR|PO|RU)\d+$/.test(text)) return null
  if (layout.isNumbered && /^\d{1,4}$/.test(text) && Number(text) > 0) {
    const mended = `GM${text.padStart(4, '0')}`
    if (text.length < 4) notes.mend(text, mended)
    return mended
  }
  throw new ImportRefused(origin, `"${text.slice(0, 40)}" is no area code`, codesLookLike, location)
}

const codesLookLike = 'Codes look like NL00, GM0363, WK036300, BU03630000.'

interface Limits {
  /** The cells of the lower limits, then those of the upper, of an area and year. */
  of(key: string): readonly Cell[]
}

/** The limits, from rows of their own: read before the figures, for nothing says in which order they come. Null where none can be there. */
async function readLimits(options: DeclaredRowsOptions): Promise<Limits | null> {
  const { origin, grid, layout, period: onlyYear } = options
  if (!hasLimitRows(layout.dimensions)) return null
  const width = grid.header.length
  const none: readonly Cell[] = Array.from({ length: width }, () => null)
  // As JSON, which takes a tenth of the memory of the cells of a whole country.
  const sides = { lower: new Map<string, string>(), upper: new Map<string, string>() }
  for await (const record of grid.records()) {
    const side = sideOf(origin, record, layout, new Map(), null)
    if (side === null || side === 'figure') continue
    const code = codeOf(origin, record, { ...options, notes: new RowNotes() })
    const key = `${String(yearOf(origin, record, layout, grid)?.year ?? onlyYear)} ${String(code)}`
    if (sides[side].has(key)) {
      const problem = `the ${side} limits of ${key} stand twice`
      throw new ImportRefused(origin, problem, 'Download the table again.', { line: record.line })
    }
    sides[side].set(key, JSON.stringify(record.cells))
  }
  const cellsOf = (text: string | undefined) =>
    text === undefined ? none : (JSON.parse(text) as readonly Cell[])
  return { of: (key) => [...cellsOf(sides.lower.get(key)), ...cellsOf(sides.upper.get(key))] }
}

export function hasLimitRows(dimensions: readonly DimensionColumn[]): boolean {
  return dimensions.some(({ fixed }) => fixed !== null && fixed.lower.length > 0)
}

function textAt(cells: readonly Cell[], at: number | null): string | null {
  const text = String((at === null ? null : cells[at]) ?? '').trim()
  return text === '' ? null : text
}
