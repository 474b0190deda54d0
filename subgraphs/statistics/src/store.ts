/**
 * The columns as they are kept, read when they are asked for: the catalogue and the areas once a refresh, a column once it is needed, within
 * a bound of memory. Whoever holds a `Figures` sees one revision; where a refresh replaced it, `within` answers anew from the next.
 */
import type { Database } from '@samenhang/subgraph-kit/database'
import { HubError } from '@samenhang/subgraph-kit/errors'
import { Lru } from '@samenhang/subgraph-kit/lru'
import { readAreaTable, type AreaTable } from './area-table.ts'
import { readColumn, type Column, type StoredColumn } from './column.ts'
import type { Source } from './generated/resolver-types.ts'
import type { IndicatorEntry } from './inventory.ts'

/** The figures of an indicator in a year. */
export interface ColumnName {
  readonly indicator: string
  readonly period: number
}

/** All kept figures, of one revision. */
export interface Figures {
  readonly computedAt: string
  /** Whether figures were imported since. */
  readonly stale: boolean
  readonly indicators: ReadonlyMap<string, IndicatorEntry>
  readonly areas: AreaTable
  /** The years of an indicator that are kept, the newest first. */
  periods(indicator: string): readonly number[]
  /** The tables that the figures of an indicator and year are from, real and synthetic. */
  sources(indicator: string, period: number): readonly Source[]
  /** Reads columns that will be asked for in one statement; those that are there already, or not kept, are passed over. */
  prepare(columns: readonly ColumnName[]): void
  /** Undefined for a year that is not kept. */
  column(indicator: string, period: number): Promise<Column | undefined>
}

export interface StatisticsStore {
  /** Answers from one revision. Throws HubError NOT_REFRESHED before the first refresh. */
  within<Answer>(answer: (figures: Figures) => Promise<Answer>): Promise<Answer>
}

/** The columns of a country of one year are 25 MB; those of questions that are asked again and again are far fewer. */
const mostColumnBytes = 96_000_000
const mostTries = 5

/** The revision was replaced while it was read. */
class Replaced extends Error {}

export function createStatisticsStore(database: Database): StatisticsStore {
  const columns = new Lru<string, Promise<Column>>(10_000, mostColumnBytes)
  let open: { readonly version: string; readonly figures: Promise<Figures> } | undefined

  async function current(): Promise<Figures> {
    const version = await database.version()
    if (version !== undefined && open?.version === version) return open.figures
    const figures = readFigures(database, columns)
    if (version !== undefined) {
      open = { version, figures }
      // What failed is tried anew by the next who asks.
      figures.catch(() => {
        if (open?.figures === figures) open = undefined
      })
    }
    return figures
  }

  return {
    async within(answer) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await answer(await current())
        } catch (error) {
          if (!(error instanceof Replaced)) throw error
          if (attempt === mostTries)
            throw new HubError(
              'SUBGRAPH_UNAVAILABLE',
              'Figures are refreshed time and again; try again later.',
            )
          open = undefined
        }
      }
    },
  }
}

interface RunRow {
  readonly revision: string | null
  readonly computedAt: string
  readonly stale: number
  readonly indicators: string
}

const runQuery = `select revision, computed_at as "computedAt", indicators,
  case when versions = known_versions then 0 else 1 end as stale from run`

interface FiguresRow extends ColumnName {
  readonly written: string
}

/** A column in the cache and, in SQL, in the database. */
const keyOf = ({ indicator, period, written }: FiguresRow) => `${indicator} ${period} ${written}`
const keyInSql = "indicator || ' ' || period || ' ' || written"

interface PartRow {
  readonly profile: string
  readonly period: number
  readonly sources: string
}

/** Reads what is small. Throws Replaced where a refresh ended meanwhile, HubError NOT_REFRESHED where none ever did. */
async function readFigures(database: Database, cache: Lru<string, Promise<Column>>): Promise<Figures> {
  const [run] = await database.all<RunRow>(runQuery)
  if (!run?.revision)
    throw new HubError(
      'NOT_REFRESHED',
      'The figures of all domains have not been gathered yet. For operators: run hub refresh.',
    )
  const { revision } = run
  const rows = await database.all<FiguresRow>(
    `select f.indicator, f.period, f.written from figures f
     join part p on p.profile = f.profile and p.period = f.period and p.written = f.written
     order by f.period desc`,
  )
  const parts = await database.all<PartRow>('select profile, period, sources from part')
  const areas = await readAreaTable(database)
  const [after] = await database.all<RunRow>(runQuery)
  if (after?.revision !== revision) throw new Replaced()
  const written = new Map<string, Map<number, string>>()
  for (const row of rows) {
    const years = written.get(row.indicator) ?? new Map<number, string>()
    years.set(row.period, row.written)
    written.set(row.indicator, years)
  }
  const sources = new Map(parts.map((part) => [`${part.profile} ${part.period}`, part.sources]))
  const kept = ({ indicator, period }: ColumnName): FiguresRow | undefined => {
    const version = written.get(indicator)?.get(period)
    return version === undefined ? undefined : { indicator, period, written: version }
  }
  const open = (rows: readonly FiguresRow[]) => openColumns(database, cache, rows, areas.size)
  const entries = JSON.parse(run.indicators) as IndicatorEntry[]
  return {
    computedAt: run.computedAt,
    stale: run.stale === 1,
    indicators: new Map(entries.map((entry) => [entry.id, entry])),
    areas,
    periods: (indicator) => [...(written.get(indicator)?.keys() ?? [])],
    sources(indicator, period) {
      const profile = indicator.slice(0, indicator.indexOf('.'))
      return JSON.parse(sources.get(`${profile} ${period}`) ?? '[]') as Source[]
    },
    prepare: (columns) => void open(columns.flatMap((name) => kept(name) ?? [])),
    async column(indicator, period) {
      const row = kept({ indicator, period })
      return row && open([row]).get(keyOf(row))
    },
  }
}

/** The columns of these rows by key, in one statement where any is not in the cache. Each throws Replaced where its row is gone. */
function openColumns(
  database: Database,
  cache: Lru<string, Promise<Column>>,
  rows: readonly FiguresRow[],
  size: number,
): ReadonlyMap<string, Promise<Column>> {
  const columns = new Map<string, Promise<Column>>()
  const absent = new Map<string, FiguresRow>()
  for (const row of rows) {
    const cached = cache.get(keyOf(row))
    if (cached) columns.set(keyOf(row), cached)
    else absent.set(keyOf(row), row)
  }
  if (absent.size === 0) return columns
  const stored = readKept(database, [...absent.values()])
  for (const key of absent.keys()) {
    const column = stored.then((found) => {
      const row = found.get(key)
      if (!row) throw new Replaced()
      return readColumn(row)
    })
    columns.set(key, column)
    cache.set(key, column, size * 9)
    column.catch(() => cache.delete(key))
  }
  return columns
}

async function readKept(
  database: Database,
  rows: readonly FiguresRow[],
): Promise<ReadonlyMap<string, StoredColumn>> {
  const stored = await database.all<StoredColumn & { readonly key: string }>(
    `select ${keyInSql} as "key", figure_values as "values", figure_reasons as reasons from figures
     where ${database.among('indicator')} and ${database.among(keyInSql)}`,
    [database.keys([...new Set(rows.map(({ indicator }) => indicator))]), database.keys(rows.map(keyOf))],
  )
  return new Map(stored.map((row) => [row.key, row]))
}
