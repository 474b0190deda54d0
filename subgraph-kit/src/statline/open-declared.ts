/**
 * Opens a table of a declared source, whatever container it came in: its columns by the declaration, its year from its rows, else from what is
 * said of the file. A file that has no declared column, whose year or table nothing tells, or of which a column could be one of several, is
 * refused.
 */
import type { DeclaredSource, DeclaredTable } from '../schema/declared-source.ts'
import { countItems } from './count-items.ts'
import { layOutDeclared, type DeclaredLayout } from './declared-layout.ts'
import { declaredRows, hasLimitRows, noRowToTake, RowNotes } from './declared-rows.ts'
import type { Claim, Grid } from './grid.ts'
import type { TableMetadata } from './metadata.ts'
import { keyOfTitle } from './occurrence.ts'
import { pivotCategories } from './pivot-categories.ts'
import { checkShared, wordsOf } from './period.ts'
import { tableFor, type Recognised } from './recognise-source.ts'
import type { Retrieval } from './retrieved-at.ts'
import { isPartOfYear, readYear } from './row-year.ts'
import { ImportRefused, type PublishedTable, type TableColumn } from './table.ts'
import { withStatuses } from './topic-status.ts'

export interface OpenDeclaredOptions {
  readonly origin: string
  readonly grid: Grid
  readonly recognised: Recognised
  /** `--year`, and whether it was given for several files. */
  readonly yearOption: number | undefined
  readonly isYearShared: boolean
  /** What names say of the year. */
  readonly claims: readonly Claim[]
  /** Of this very table, or null. */
  readonly metadata: TableMetadata | null
  readonly retrieval: Retrieval
  readonly digest: string
  /** Names of areas by code, where they came apart from the rows. */
  readonly names?: ReadonlyMap<string, string>
}

/** Throws ImportRefused. */
export async function openDeclared(options: OpenDeclaredOptions): Promise<PublishedTable> {
  const { origin, recognised, metadata, digest, names } = options
  const { source } = recognised
  const read = source.itemColumn === null ? options.grid : await countItems(origin, options.grid, source)
  if (read.rowCount === 0)
    throw new ImportRefused(origin, 'it has a header but no rows', 'Download it again.')
  const asPublished = layOutDeclared(origin, read.header, source, metadata?.headings)
  checkColumns(origin, asPublished, source)
  const pivoted =
    source.categories.size === 0 ? null : await pivotCategories(origin, read, asPublished, source)
  const { grid, layout } = pivoted ?? { grid: read, layout: asPublished }
  const notes = new RowNotes(pivoted?.leftOut)
  if (grid.rowCount === 0) throw noRowToTake(origin, null, notes)
  const year = await decideYear(options, grid, layout)
  const table = tableFor(origin, recognised, layout.period === null ? year.first : null, options.retrieval)
  if (layout.period === null && table.year !== null && table.year !== year.first) {
    const problem = `the table ${table.id} is of ${String(table.year)}, and ${String(year.first)} was said`
    throw new ImportRefused(origin, problem, 'Correct --year or --table.')
  }
  const ofOneYear = (period: number): PublishedTable => ({
    statistics: source.name,
    source: {
      ...sourceOf(source, table, period, options.retrieval),
      status: notes.statusOf(period) ?? metadata?.status ?? null,
    },
    period,
    origin,
    warnings: year.warnings,
    digest,
    columns: withStatuses(columnsOf(grid, layout), metadata?.topicStatuses),
    rowCount: grid.rowCount,
    rows: () =>
      declaredRows({
        origin,
        grid,
        layout,
        leavesOutPartYears: source.leavesOutPartYears,
        table,
        period: year.only,
        names,
        notes,
      }),
    notes: () => notes.sentences(),
  })
  return { ...ofOneYear(year.first), ...(layout.period !== null && { ofYear: ofOneYear }) }
}

function sourceOf(source: DeclaredSource, table: DeclaredTable, period: number, retrieval: Retrieval) {
  return {
    table: table.id,
    title: source.title.replace('{year}', String(period)),
    publisher: source.publisher,
    licence: source.licence,
    ...retrieval,
    kind: source.kind,
    boundaryYear: table.boundaryYear,
  }
}

/** The columns of figures; where limits have rows of their own, the same again for each side, behind the cells of the row. */
function columnsOf({ header }: Grid, { columns, dimensions }: DeclaredLayout): readonly TableColumn[] {
  if (!hasLimitRows(dimensions)) return columns
  const beside = (cellsOf: 'lower' | 'upper', by: number) =>
    columns.map((column) => ({ ...column, cellsOf, index: column.index + by * header.length }))
  return [...columns, ...beside('lower', 1), ...beside('upper', 2)]
}

/** A file without a column of the source is of another; one with a key that only metadata could tell from its likes is not guessed at. */
function checkColumns(origin: string, { columns }: DeclaredLayout, source: DeclaredSource): void {
  const namesOf = (column: TableColumn) => [column.name, ...(column.otherNames ?? [])]
  const isKnown = (column: TableColumn) => namesOf(column).some((name) => source.columns.has(name))
  const stems = new Set(
    [...source.columns].filter((name) => name.includes('/')).map((name) => keyOfTitle(lastOf(name))),
  )
  const ambiguous = columns.find(
    (column) =>
      !isKnown(column) && /_\d+$/.test(column.header) && stems.has(column.header.replace(/_\d+$/, '')),
  )
  if (ambiguous) {
    const problem = `several topics of ${source.name} have this key, and nothing tells which of them it is`
    const remedy = 'Put TableInfos.json and DataProperties.json of the table beside the file.'
    throw new ImportRefused(origin, problem, remedy, { line: 1, column: ambiguous.header })
  }
  if (columns.some(isKnown)) return
  const problem = `it has no column of ${source.name} (${source.tables.map(({ id }) => id).join(', ')})`
  throw new ImportRefused(origin, problem, 'Check that it is the table meant.', { line: 1 })
}

const lastOf = (heading: string): string => heading.split('/').pop() ?? ''

interface DecidedYear {
  /** The year of the table, or of its first row. */
  readonly first: number
  /** The only year that is taken; null where all years of its rows are. */
  readonly only: number | null
  readonly warnings: readonly string[]
}

async function decideYear(
  options: OpenDeclaredOptions,
  grid: Grid,
  layout: DeclaredLayout,
): Promise<DecidedYear> {
  const { origin, recognised, yearOption, isYearShared, metadata } = options
  if (layout.period !== null) {
    const first = yearOption ?? (await firstYear(options, grid, layout.period))
    return { first, only: yearOption ?? null, warnings: [] }
  }
  const ofTable = recognised.table?.year ?? null
  const claims = [
    ...grid.claims,
    ...(metadata?.year
      ? [{ year: metadata.year, words: `TableInfos.json beside it says ${metadata.year}` }]
      : []),
    ...(ofTable === null
      ? []
      : [{ year: ofTable, words: `the table ${String(recognised.table?.id)} is of ${ofTable}` }]),
    ...options.claims,
  ]
  if (isYearShared) checkShared(origin, yearOption, claims)
  const [claimed, ...others] = new Set(claims.map(({ year }) => year))
  if (yearOption !== undefined) {
    const other = claims.filter(({ year }) => year !== yearOption)
    const warning = `the year is taken to be ${yearOption} (--year), though ${wordsOf(other)}`
    return { first: yearOption, only: yearOption, warnings: other.length > 0 ? [warning] : [] }
  }
  if (others.length > 0) {
    const problem = `its name and content disagree about the year: ${wordsOf(claims)}`
    throw new ImportRefused(origin, problem, 'Say which it is with --year.')
  }
  if (claimed !== undefined) return { first: claimed, only: claimed, warnings: [] }
  throw new ImportRefused(origin, 'nothing says which year it describes', 'Say which with --year.')
}

async function firstYear(
  { origin, recognised }: OpenDeclaredOptions,
  grid: Grid,
  column: number,
): Promise<number> {
  let isEmpty = true
  for await (const { line, cells } of grid.records()) {
    isEmpty = false
    const text = String(cells[column] ?? '').trim()
    const read = readYear(text)
    if (read) return read.year
    if (recognised.source.leavesOutPartYears && isPartOfYear(text)) continue
    const problem = `"${text.slice(0, 40)}" is no whole year`
    const location = { line, column: grid.header[column] ?? '' }
    throw new ImportRefused(origin, problem, 'Take the rows of whole years, such as 2020JJ00.', location)
  }
  const problem = isEmpty ? 'it has a header but no rows' : 'it has rows of parts of years only'
  throw new ImportRefused(origin, problem, isEmpty ? 'Download it again.' : 'Take the rows of whole years.')
}
