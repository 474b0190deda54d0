/**
 * Which year a table describes. The signs:
 * - what was said about the table: OData metadata in the answer or beside the file, the sheet's name, table ids in the names
 *   of the file and its folder, a year in the file's name. All of them must agree, or `--year` decides;
 * - the columns that hold figures: years they were not published in are out (year-evidence.ts). A column without any figure proves
 *   nothing, and several signs outvote a column: a first release still carries columns of the year before;
 * - nothing said: the year is taken from the columns where they fit exactly one.
 * `--year` wins over what was said and over columns of the year before, with a warning that names what contradicts it; over columns
 * of other years only where the file says the same. Where it was given for several files, one that contradicts it is refused.
 * The area codes are held against the year while the rows are read (area-rows.ts).
 * A name alone is not believed where it cannot be checked: 2019 and 2020 share all columns, and a first release (no incomes,
 * no education, no Wmo yet) under a name of either is as likely the other's. Such a file needs `--year`.
 */
import { basename, dirname, resolve } from 'node:path'
import type { Claim } from './grid.ts'
import { knownYears, yearOfTable } from './known-tables.ts'
import { yearOfMetadata, type TableMetadata } from './metadata.ts'
import { ImportRefused } from './table.ts'
import {
  describeYears,
  includes,
  isDatedColumn,
  themesAgainst,
  yearsOfColumns,
  type ColumnEvidence,
} from './year-evidence.ts'

export interface PeriodSigns {
  readonly origin: string
  /** `--year`. */
  readonly yearOption: number | undefined
  /** Whether `--year` was given for other files too. */
  readonly isShared?: boolean
  /** The names of the columns of figures, without ordinals. */
  readonly columns: readonly string[]
  /** What the file's inside or the metadata beside it says. */
  readonly inside: readonly Claim[]
  /** What the names of the file and its folder say. */
  readonly names: readonly Claim[]
  /** Those of the names whose columns hold any figure; read only where it matters. */
  readonly filled: (names: readonly string[]) => Promise<ReadonlySet<string>>
  /** Whether the figures that come last are all missing; read only where it matters. */
  readonly isFirstRelease: () => Promise<boolean>
}

/** The year, and what contradicts it. */
export interface Decision {
  readonly period: number
  readonly warnings: readonly string[]
}

/** A file that contradicts a `--year` that was given for several. */
export class YearContradicted extends ImportRefused {}

const alike: readonly number[] = [2019, 2020]

/** Throws ImportRefused where the year is unknown, doubtful or contradicted. */
export async function decidePeriod(signs: PeriodSigns): Promise<Decision> {
  return signs.yearOption === undefined ? fromSigns(signs) : fromOption(signs, signs.yearOption)
}

async function fromSigns(signs: PeriodSigns): Promise<Decision> {
  const { origin, inside, names } = signs
  const claims = [...inside, ...names]
  const [claimed, ...others] = new Set(claims.map(({ year }) => year))
  if (others.length > 0) {
    const problem = `its name and content disagree about the year: ${wordsOf(claims)}`
    throw new ImportRefused(origin, problem, 'Say which it is with --year.')
  }
  const { evidence, themes } = await readColumns(signs, claimed)
  if (claimed === undefined) {
    if (evidence.from > evidence.to) throw mixedColumns(origin, evidence)
    if (evidence.from === evidence.to) return { period: evidence.from, warnings: [] }
    const problem = `nothing says which year it describes; its columns fit ${describeYears(evidence)}`
    throw new ImportRefused(origin, problem, `Say which with --year (${knownYears}).`)
  }
  if (!includes(evidence, claimed)) {
    const column = contradictingColumn(evidence, claimed)
    if (!(await outvotes(signs, evidence, claimed, themes(claimed)))) {
      if (evidence.from > evidence.to) throw mixedColumns(origin, evidence)
      throw impossible(signs, evidence, column, claims[0]?.words ?? '')
    }
    const warning = `the year is taken to be ${claimed} (${wordsOf(claims)}), though column "${column.name}" ${column.words}`
    return { period: claimed, warnings: [warning] }
  }
  if (await isDoubtful(signs, evidence, claimed)) {
    const problem = `its year rests on its name alone (${names.map(({ words }) => words).join(', ')}), and a first release with columns shared by ${alike.join(' and ')} cannot be checked against it`
    throw new ImportRefused(origin, problem, 'Say which year it is with --year.')
  }
  return { period: claimed, warnings: [] }
}

async function fromOption(signs: PeriodSigns, yearOption: number): Promise<Decision> {
  const { origin, inside, names, isShared = false } = signs
  const other = [...inside, ...names].filter(({ year }) => year !== yearOption)
  const { evidence, themes } = await readColumns(signs, yearOption)
  if (evidence.from > evidence.to + 1) throw mixedColumns(origin, evidence)
  const column = includes(evidence, yearOption) ? null : contradictingColumn(evidence, yearOption)
  if (isShared) checkShared(origin, yearOption, other)
  if (isShared && column !== null && !(await outvotes(signs, evidence, yearOption, themes(yearOption)))) {
    throw contradicted(origin, yearOption, `its column "${column.name}" ${column.words}`)
  }
  const isSaidByFile = other.length === 0 && inside.length + names.length > 0
  if (column !== null && evidence.to !== yearOption - 1 && !isSaidByFile) {
    throw impossible(signs, evidence, column, `--year says ${yearOption}`)
  }
  const contradictions = [
    ...(other.length > 0 ? [wordsOf(other)] : []),
    ...(column === null ? [] : [`column "${column.name}" ${column.words}`]),
  ]
  const warnings = contradictions.map(
    (words) => `the year is taken to be ${yearOption} (--year), though ${words}`,
  )
  return { period: yearOption, warnings }
}

/**
 * What the columns with figures tell. Whether a column has any is read only where the columns contradict the year, themselves, or
 * where there is nothing else to go by.
 */
async function readColumns(
  { columns, filled }: PeriodSigns,
  year: number | undefined,
): Promise<{ readonly evidence: ColumnEvidence; readonly themes: (year: number) => number }> {
  const datedColumns = columns.filter(isDatedColumn)
  const all = yearsOfColumns(datedColumns)
  if (datedColumns.length === 0 || (year !== undefined && includes(all, year))) {
    return { evidence: all, themes: () => 0 }
  }
  const holding = await filled(datedColumns)
  const names = datedColumns.filter((name) => holding.has(name))
  return { evidence: yearsOfColumns(names), themes: (wantedYear) => themesAgainst(names, wantedYear) }
}

/**
 * Whether there are several signs of the year, and more than there are themes with a column of other years. Nothing carries columns of
 * a later year, so against those both the name and the content must say it.
 */
async function outvotes(
  { inside, names, isFirstRelease }: PeriodSigns,
  evidence: ColumnEvidence,
  year: number,
  against: number,
): Promise<boolean> {
  const claims = [...inside, ...names].filter((claim) => claim.year === year).length
  if (year < evidence.from && (inside.length === 0 || names.length === 0)) return false
  const began = evidence.from === year ? 1 : 0
  const staged = evidence.to === year - 1 && (await isFirstRelease()) ? 1 : 0
  const votes = claims + began + staged
  return votes > 1 && votes > against
}

async function isDoubtful(signs: PeriodSigns, evidence: ColumnEvidence, year: number): Promise<boolean> {
  const { columns, inside } = signs
  if (inside.length > 0 || !alike.includes(year) || evidence.to > 2022) return false
  if (!alike.every((other) => includes(evidence, other))) return false
  return columns.length > 0 && (await signs.isFirstRelease())
}

interface Contradiction {
  readonly name: string
  readonly words: string
}

/** The advice names years only where nothing the file says contradicts them. */
function impossible(
  { origin, inside, names }: PeriodSigns,
  evidence: ColumnEvidence,
  column: Contradiction,
  said: string,
): ImportRefused {
  const isOpen = [...inside, ...names].every(({ year }) => includes(evidence, year))
  const remedy = isOpen
    ? `Its columns fit ${describeYears(evidence)}: say which year with --year.`
    : 'Say which year it is with --year.'
  return new ImportRefused(origin, `${said}, but this column ${column.words}`, remedy, {
    column: column.name,
  })
}

function contradictingColumn(evidence: ColumnEvidence, year: number): Contradiction {
  return year < evidence.from
    ? { name: evidence.fromColumn ?? '', words: `was first published for ${evidence.from}` }
    : { name: evidence.toColumn ?? '', words: `was last published for ${evidence.to}` }
}

/** One claim of each year. */
export function wordsOf(claims: readonly Claim[]): string {
  return claims
    .filter(({ year }, at) => claims.findIndex((claim) => claim.year === year) === at)
    .map(({ words }) => words)
    .join(', ')
}

/** Throws YearContradicted where something says another year than was given for several files. */
export function checkShared(origin: string, yearOption: number | undefined, claims: readonly Claim[]): void {
  const other = claims.filter(({ year }) => yearOption !== undefined && year !== yearOption)
  if (yearOption !== undefined && other.length > 0) throw contradicted(origin, yearOption, wordsOf(other))
}

function contradicted(origin: string, yearOption: number, words: string): YearContradicted {
  const problem = `--year ${yearOption} was given for several files, and ${words}`
  return new YearContradicted(origin, problem, 'Import it by itself; nothing was imported.')
}

function mixedColumns(origin: string, evidence: ColumnEvidence): ImportRefused {
  const problem = `columns of different years stand together: "${evidence.toColumn}" ended in ${evidence.to}, "${evidence.fromColumn}" began in ${evidence.from}`
  return new ImportRefused(origin, problem, 'Import one year at a time, as published.')
}

/** What free-standing years in the file's name say; one in the id of a table or area, or in a date, is none. */
export function yearsInName(path: string): readonly Claim[] {
  const bare = basename(path)
    .replace(/\d{5}NED/gi, ' ')
    .replace(/(?:GM|WK|BU)\d[0-9A-Z]*/g, ' ')
    .replace(/20\d\d-\d\d-\d\d/g, ' ')
  const years = [...bare.matchAll(/(?<!\d)20[1-4]\d(?!\d)/g)].map(([text]) => Number(text))
  return years.map((year) => ({ year, words: `its name says ${year}` }))
}

/** What the file's own name and its folder's say: table ids in both, free-standing years in the file's. */
export function readNames(path: string): readonly Claim[] {
  const file = basename(path)
  const folder = basename(dirname(resolve(path)))
  const [, titled] = /kerncijfers_wijken_en_buurten_(20\d\d)_\d{8}_\d{6}/i.exec(file) ?? []
  return [
    ...tablesIn(file).map(([table, year]) => ({
      year,
      words: `the table id ${table} in its name is of ${year}`,
    })),
    ...yearsInName(path),
    ...(titled === undefined
      ? []
      : [{ year: Number(titled), words: `it is named as StatLine names its downloads of ${titled}` }]),
    ...tablesIn(folder).map(([table, year]) => ({ year, words: `its folder says ${table}, of ${year}` })),
  ]
}

function tablesIn(name: string): readonly (readonly [string, number])[] {
  return [...name.matchAll(/(?<!\d)\d{5}NED/gi)].flatMap(([match]) => {
    const table = match.toUpperCase()
    const year = yearOfTable(table)
    return year === undefined ? [] : [[table, year] as const]
  })
}

/** What the metadata beside a file says. */
export function claimOfMetadata(metadata: TableMetadata | null): readonly Claim[] {
  const year = metadata === null ? undefined : yearOfMetadata(metadata)
  return year === undefined ? [] : [{ year, words: `TableInfos.json beside it says ${year}` }]
}
