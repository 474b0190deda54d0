/**
 * Reads some figures of areas by one statement, of one profile or of several together: a domain with several sources has a profile of each.
 * A row is what was asked of an area, as values in the order of the columns; which figures are null follows them where that is asked
 * (null-bits.ts).
 */
import { inChunks } from '../database/chunks.ts'
import type { Database } from '../database/database.ts'
import { storedColumns, type Profile } from './indicator.ts'
import { nullBits } from './null-bits.ts'
import { allOf, andThen, type PromiseOrValue } from '../async/promise-or-value.ts'

type Row = readonly unknown[]

/** What is read of one profile. */
export interface FigureColumns {
  readonly profile: Profile
  /** Those of indicators and their limits, `period` and `source_id`. */
  readonly columns: readonly string[]
  readonly tellsNulls: boolean
}

/**
 * The rows of these areas for each profile, whose first value is the code of the area: those of the year that is given for it, or the
 * newest with figures where that is null.
 */
export type FigureReader = (
  codes: readonly string[],
  periods: readonly (number | null)[],
) => PromiseOrValue<readonly (readonly Row[])[]>

const newestFirst = 'order by l.has_figures desc, l.period desc limit 1'

/** SQLite joins at most 64 tables, and PostgreSQL answers at most 1,664 columns. */
const most = { tables: 16, columns: 1_000 }

/**
 * Reads of profiles of one database, the newest by index (code, has_figures, period) and a year by primary key. Throws where a profile has
 * no such column.
 */
export function figureReader(database: Database, reads: readonly FigureColumns[]): FigureReader {
  const groups = groupsOf(reads).map((group) => ({
    size: group.length,
    read: group.length === 1 ? readerOfOne(database, group) : readerOfSeveral(database, group),
  }))
  const [only] = groups
  if (only && groups.length === 1) return only.read
  return (codes, periods) => {
    let start = 0
    const rows = groups.map(({ size, read }) => {
      const first = start
      start += size
      return read(codes, periods.slice(first, start))
    })
    return andThen(allOf(rows), (all) => all.flat())
  }
}

function readerOfOne(database: Database, [read]: readonly FigureColumns[]): FigureReader {
  if (!read) return () => []
  const { table } = read.profile
  const selected = (row: string) => named(valuesOf(read, row))
  // SQLite finds a row by its place in one search less than by code and year.
  const latest =
    database.dialect === 'sqlite'
      ? `select ${selected('p')} from json_each(?) k cross join ${table} p where ${isLatest(table, 'p')}`
      : `select ${selected('p')} from ${table} p where ${database.among('p.code')}
         and p.period = (select l.period from ${table} l where l.code = p.code ${newestFirst})`
  const latestOfOne = `select ${selected('l')} from ${table} l where l.code = ? ${newestFirst}`
  const ofYear = `select ${selected('p')} from ${table} p where ${database.among('p.code')} and p.period = ?`
  return (all, [period = null]) => {
    const rows =
      period === null && all.length === 1
        ? database.values(latestOfOne, all)
        : inChunks(all, (codes) =>
            period === null
              ? database.values(latest, [database.keys(codes)])
              : database.values(ofYear, [database.keys(codes), period]),
          )
    return andThen(rows, (ofOne) => [ofOne])
  }
}

function readerOfSeveral(database: Database, reads: readonly FigureColumns[]): FigureReader {
  const values = reads.map((read, index) => valuesOf(read, `p${String(index)}`))
  const keys = database.dialect === 'sqlite' ? 'json_each(?) k' : 'unnest(?::text[]) as k(value)'
  const from = `select ${named(values.flat())} from ${keys}`
  const joins = reads.map(({ profile: { table } }, index) => {
    const row = `p${String(index)}`
    return {
      year: ` left join ${table} ${row} on ${row}.code = k.value and ${row}.period = ?`,
      latest:
        database.dialect === 'sqlite'
          ? ` left join ${table} ${row} on ${isLatest(table, row)}`
          : ` left join lateral (select l.* from ${table} l where l.code = k.value ${newestFirst}) ${row} on true`,
    }
  })
  return (all, periods) => {
    const statement =
      from + joins.map(({ year, latest }, index) => (periods[index] === null ? latest : year)).join('')
    const years = periods.filter((period) => period !== null)
    const read = inChunks(all, (codes) => database.values(statement, [database.keys(codes), ...years]))
    return andThen(read, (rows) => {
      let start = 0
      return values.map(({ length }) => {
        const first = start
        start += length
        return rows.flatMap((row) => (row[first] === null ? [] : [row.slice(first, first + length)]))
      })
    })
  }
}

/** That a row of SQLite is the newest of the key `k`. */
function isLatest(table: string, row: string): string {
  return `${row}.rowid = (select l.rowid from ${table} l where l.code = k.value ${newestFirst})`
}

function groupsOf(reads: readonly FigureColumns[]): readonly (readonly FigureColumns[])[] {
  const groups: FigureColumns[][] = []
  let columns = 0
  for (const read of reads) {
    const { length } = valuesOf(read, 'p')
    const group = groups.at(-1)
    columns += length
    if (group && group.length < most.tables && columns <= most.columns) group.push(read)
    else {
      groups.push([read])
      columns = length
    }
  }
  return groups
}

function valuesOf({ profile, columns, tellsNulls }: FigureColumns, row: string): readonly string[] {
  const readable = new Set(['period', 'source_id', ...storedColumns(profile).map(({ column }) => column)])
  const unknown = columns.find((column) => !readable.has(column))
  if (unknown !== undefined) throw new Error(`No column ${unknown} in ${profile.table}`)
  return [
    ...['code', ...columns].map((column) => `${row}.${column}`),
    ...(tellsNulls ? nullBits(profile.indicators, row) : []),
  ]
}

function named(values: readonly string[]): string {
  return values.map((value, index) => `${value} as c${String(index)}`).join(', ')
}
