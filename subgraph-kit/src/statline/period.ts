/**
 * Which year a table describes. Three kinds of sign, from strong to weak:
 * - the columns: years they cannot be of (year-evidence.ts) are out, whatever anyone says, `--year` included; the area codes
 *   are held against the year in the same way while the rows are read (area-rows.ts);
 * - what was said about the table: OData metadata in the answer or beside the file, the sheet's name, table ids in the names
 *   of the file and its folder, a year in the file's name. All of them must agree, or `--year` decides;
 * - nothing said: the year is taken from the columns where they fit exactly one.
 * A name alone is not believed where it cannot be checked: 2019 and 2020 share all columns, and a first release (no incomes,
 * no education, no Wmo yet) under a name of either is as likely the other's. Such a file needs `--year`.
 */
import { basename, dirname, resolve } from 'node:path'
import type { Claim } from './grid.ts'
import { knownYears, yearOfTable } from './known-tables.ts'
import { yearOfMetadata, type TableMetadata } from './metadata.ts'
import { ImportRefused } from './table.ts'
import { describeYears, includes, yearsOfColumns, type ColumnEvidence } from './year-evidence.ts'

export interface PeriodSigns {
  readonly origin: string
  /** `--year`. */
  readonly asked: number | undefined
  /** The names of the columns of figures, without ordinals. */
  readonly columns: readonly string[]
  /** What the file's inside or the metadata beside it says. */
  readonly inside: readonly Claim[]
  /** What the names of the file and its folder say. */
  readonly names: readonly Claim[]
  /** Whether the figures that come last are all missing; read only where it matters. */
  readonly isFirstRelease: () => Promise<boolean>
}

const alike: readonly number[] = [2019, 2020]

/** Throws ImportRefused where the year is unknown, doubtful or contradicted. */
export async function decidePeriod(signs: PeriodSigns): Promise<number> {
  const { origin, asked, inside, names } = signs
  const evidence = yearsOfColumns(signs.columns)
  if (evidence.from > evidence.to) throw mixedColumns(origin, evidence)
  const claims = [...inside, ...names]
  const said = [...new Set(claims.map(({ year }) => year))]
  const year =
    asked ?? (said.length > 0 ? said[0] : evidence.from === evidence.to ? evidence.from : undefined)
  if (year === undefined) {
    const problem = `nothing says which year it describes; its columns fit ${describeYears(evidence)}`
    throw new ImportRefused(origin, problem, `Say which with --year (${knownYears}).`)
  }
  if (asked === undefined && said.length > 1) {
    const words = claims.filter(({ year: other }, at) => claims.findIndex((one) => one.year === other) === at)
    const problem = `its name and content disagree about the year: ${words.map((claim) => claim.words).join(', ')}`
    throw new ImportRefused(origin, problem, 'Say which it is with --year.')
  }
  if (!includes(evidence, year))
    throw contradiction(origin, year, evidence, asked === undefined ? claims : [])
  if (asked === undefined && (await isDoubtful(signs, evidence, year))) {
    const problem = `its year rests on its name alone (${names.map(({ words }) => words).join(', ')}), and a first release with columns shared by ${alike.join(' and ')} cannot be checked against it`
    throw new ImportRefused(origin, problem, 'Say which year it is with --year.')
  }
  return year
}

async function isDoubtful(signs: PeriodSigns, evidence: ColumnEvidence, year: number): Promise<boolean> {
  const { columns, inside } = signs
  if (inside.length > 0 || !alike.includes(year) || evidence.to > 2022) return false
  if (!alike.every((other) => includes(evidence, other))) return false
  return columns.length > 0 && (await signs.isFirstRelease())
}

function contradiction(
  origin: string,
  year: number,
  evidence: ColumnEvidence,
  claims: readonly Claim[],
): ImportRefused {
  const early = year < evidence.from
  const column = (early ? evidence.fromColumn : evidence.toColumn) ?? ''
  const since = early ? `was first published for ${evidence.from}` : `was last published for ${evidence.to}`
  const said = claims[0]?.words ?? `--year says ${year}`
  const problem = `${said}, but this column ${since}`
  const remedy = `Its columns fit ${describeYears(evidence)}: say which year with --year.`
  return new ImportRefused(origin, problem, remedy, { column })
}

function mixedColumns(origin: string, evidence: ColumnEvidence): ImportRefused {
  const problem = `columns of different years stand together: "${evidence.toColumn}" ended in ${evidence.to}, "${evidence.fromColumn}" began in ${evidence.from}`
  return new ImportRefused(origin, problem, 'Import one year at a time, as published.')
}

/** What the file's own name and its folder's say: table ids in both, free-standing years in the file's. */
export function readNames(path: string): readonly Claim[] {
  const file = basename(path)
  const folder = basename(dirname(resolve(path)))
  const bare = file
    .replace(/\d{5}NED/gi, ' ')
    .replace(/(?:GM|WK|BU)\d[0-9A-Z]*/g, ' ')
    .replace(/20\d\d-\d\d-\d\d/g, ' ')
  const years = [...bare.matchAll(/(?<!\d)20[1-4]\d(?!\d)/g)].map(([text]) => Number(text))
  return [
    ...tablesIn(file).map(([table, year]) => ({
      year,
      words: `the table id ${table} in its name is of ${year}`,
    })),
    ...years.map((year) => ({ year, words: `its name says ${year}` })),
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
