/**
 * The records of a declared table as rows of areas: of fixed dimensions the declared category, each area once a year, numbers of municipalities
 * with their zeros put back, limits from the rows that hold them beside the figures. What is left out or mended is counted and said.
 */
import type { DeclaredTable } from '../schema/declared-source.ts'
import { readAreaCode, whyNotIn } from './area-code.ts'
import type { DeclaredLayout, DimensionColumn } from './declared-layout.ts'
import { textAt, type Grid, type GridRecord } from './grid.ts'
import { RowSets } from './row-sets.ts'
import { isPartOfYear, readYear, type RowYear } from './row-year.ts'
import { ImportRefused, type Cell, type SourceStatus, type TableRow } from './table.ts'

export interface DeclaredRowsOptions {
  readonly origin: string
  readonly grid: Grid
  readonly layout: DeclaredLayout
  readonly leavesOutPartYears: boolean
  readonly table: DeclaredTable
  /** The only year that is taken; null where each row says its own. */
  readonly period: number | null
  /** Names by code, where they came apart from the rows. */
  readonly names?: ReadonlyMap<string, string> | undefined
  readonly notes: RowNotes
}

/** What is said of the rows after the last. */
export class RowNotes {
  readonly #leftOut: Map<string, number>
  #partsOfYears = 0
  readonly #mended = new Map<string, string>()
  readonly #statuses = new Map<number, SourceStatus>()

  /** `leftOut`: what was left out before, by the dimension. */
  constructor(leftOut: ReadonlyMap<string, number> = new Map()) {
    this.#leftOut = new Map(leftOut)
  }

  leaveOut(dimension: string): void {
    this.#leftOut.set(dimension, 1 + (this.#leftOut.get(dimension) ?? 0))
  }

  leaveOutPartOfYear(): void {
    this.#partsOfYears += 1
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
      ...(this.#partsOfYears > 0
        ? [`${String(this.#partsOfYears)} rows of half years, quarters or months are left out`]
        : []),
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
  const { origin, grid, layout, notes, period: onlyYear } = options
  const sets = new RowSets(layout.dimensions, { categories: new Map() })
  const limits = await readLimits(options, sets)
  const lines = new Map<string, number>()
  const seen = new Map<string, string>()
  for await (const record of grid.records()) {
    const found = sets.find(origin, record, seen)
    if ('leftOut' in found) {
      notes.leaveOut(found.leftOut)
      continue
    }
    if (found.cellsOf !== 'figure') continue
    const place = placeOf(record, options, notes)
    if (place === null) continue
    const earlier = lines.get(place.key)
    if (earlier !== undefined) {
      const problem = `area ${place.code} of ${String(place.period)} stands twice, first on line ${earlier}`
      throw new ImportRefused(origin, problem, 'Remove one of them, or download the table again.', {
        line: record.line,
        column: codeHeader(options),
      })
    }
    lines.set(place.key, record.line)
    yield rowOf(record, place, options, limits?.of(place.key) ?? [])
  }
  if (lines.size === 0) throw noRowToTake(origin, onlyYear, notes)
}

/** The refusal of a table of which no row is taken, with what was left out. */
export function noRowToTake(origin: string, onlyYear: number | null, notes: RowNotes): ImportRefused {
  const problem = onlyYear === null ? 'it has no row to take' : `it has no row of ${String(onlyYear)}`
  const [left] = notes.sentences()
  const remedy = 'Check --year and the rows that were selected.'
  return new ImportRefused(
    origin,
    problem,
    left === undefined ? remedy : `${remedy} Of what there is, ${left}.`,
  )
}

/** Where the figures of a record belong. */
interface Place {
  readonly code: string
  readonly period: number
  /** Of both. */
  readonly key: string
}

/** Null where the record is of a year or region that is not taken. Throws ImportRefused where it cannot be told. */
function placeOf(record: GridRecord, options: DeclaredRowsOptions, notes: RowNotes): Place | null {
  const { origin, grid, layout, leavesOutPartYears, period: onlyYear } = options
  const text = textAt(record.cells, layout.period) ?? ''
  if (layout.period !== null && leavesOutPartYears && isPartOfYear(text)) {
    notes.leaveOutPartOfYear()
    return null
  }
  const rowYear = yearOf(origin, record, layout, grid)
  const period = rowYear?.year ?? onlyYear
  if (rowYear) notes.markYear(rowYear)
  if (period === null) throw new Error(`${origin}: a table without a year`)
  if (onlyYear !== null && period !== onlyYear) {
    notes.leaveOut('years')
    return null
  }
  const { table } = options
  if (table.year !== null && period !== table.year) {
    const problem = `the row is of ${String(period)}, and the table ${table.id} is of ${String(table.year)}`
    throw new ImportRefused(origin, problem, 'It is of another table: say which with --table.', {
      line: record.line,
      column: grid.header[layout.period ?? -1] ?? '',
    })
  }
  const code = codeOf(record, options, notes)
  if (code !== null) return { code, period, key: `${String(period)} ${code}` }
  notes.leaveOut('kinds of regions')
  return null
}

function rowOf(
  { line, cells }: GridRecord,
  { code, period }: Place,
  options: DeclaredRowsOptions,
  limits: readonly Cell[],
): TableRow {
  const { origin, layout, table, names } = options
  const reason = whyNotIn(code, table.boundaryYear ?? period)
  if (reason !== null) {
    const problem = `area ${code} does not exist in ${String(table.boundaryYear ?? period)}: ${reason}`
    throw new ImportRefused(origin, problem, 'The file is of another year: say which with --year.', {
      line,
      column: codeHeader(options),
    })
  }
  const municipality = textAt(cells, layout.municipalityName)
  const own = textAt(cells, layout.name)
  return {
    line,
    code,
    period,
    name: names?.get(code) ?? (own !== null && readAreaCode(own) === null ? own : nameOf(code, municipality)),
    municipalityName: code === 'NL00' ? null : municipality,
    cells: limits.length === 0 ? cells : [...cells, ...limits],
  }
}

/** A municipality's and the country's name is also that in the column of municipalities. */
function nameOf(code: string, municipality: string | null): string | null {
  return code.startsWith('GM') || code === 'NL00' ? municipality : null
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
function codeOf(record: GridRecord, options: DeclaredRowsOptions, notes: RowNotes): string | null {
  const { origin, layout } = options
  if (layout.area !== null) return layout.area
  const text = textAt(record.cells, layout.code)
  const location = { line: record.line, column: codeHeader(options) }
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

const codeHeader = ({ grid, layout }: DeclaredRowsOptions): string => grid.header[layout.code ?? -1] ?? ''

interface Limits {
  /** The cells of the lower limits, then those of the upper, of an area and year. */
  of(key: string): readonly Cell[]
}

/** The limits, from rows of their own: read before the figures, for nothing says in which order they come. Null where none can be there. */
async function readLimits(options: DeclaredRowsOptions, sets: RowSets): Promise<Limits | null> {
  const { origin, grid, layout } = options
  if (!hasLimitRows(layout.dimensions)) return null
  const none: readonly Cell[] = Array.from({ length: grid.header.length }, () => null)
  // As JSON, which takes a tenth of the memory of the cells of a whole country.
  const sides = { lower: new Map<string, string>(), upper: new Map<string, string>() }
  const unsaid = new RowNotes()
  for await (const record of grid.records()) {
    const found = sets.find(origin, record, new Map())
    const side = 'cellsOf' in found ? found.cellsOf : 'figure'
    if (side !== 'lower' && side !== 'upper') continue
    const place = placeOf(record, options, unsaid)
    if (place === null) continue
    if (sides[side].has(place.key)) {
      const problem = `the ${side} limits of ${place.key} stand twice`
      throw new ImportRefused(origin, problem, 'Download the table again.', { line: record.line })
    }
    sides[side].set(place.key, JSON.stringify(record.cells))
  }
  const cellsOf = (text: string | undefined) =>
    text === undefined ? none : (JSON.parse(text) as readonly Cell[])
  return { of: (key) => [...cellsOf(sides.lower.get(key)), ...cellsOf(sides.upper.get(key))] }
}

export function hasLimitRows(dimensions: readonly DimensionColumn[]): boolean {
  return dimensions.some(({ fixed }) => fixed !== null && fixed.lower.length > 0)
}
