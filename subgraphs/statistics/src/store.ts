/**
 * The columns as they are kept, read when they are asked for: the catalogue and the areas once a refresh, a column once it is needed, within
 * a bound of memory. Whoever holds a `Figures` sees one revision; where a refresh replaced it, `within` answers anew from the next.
 */
import type { Database } from '@samenhang/subgraph-kit/database'
import { HubError } from '@samenhang/subgraph-kit/errors'
import { Lru } from '@samenhang/subgraph-kit/lru'
import { readAreaTable, type AreaTable } from './area-table.ts'
import { readColumn, type Column } from './column.ts'
import type { Source } from './generated/resolver-types.ts'
import type { IndicatorEntry } from './inventory.ts'

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

interface FiguresRow {
  readonly indicator: string
  readonly period: number
  readonly written: string
}

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
    async column(indicator, period) {
      const version = written.get(indicator)?.get(period)
      if (version === undefined) return undefined
      const key = `${indicator} ${period} ${version}`
      const cached = cache.get(key)
      if (cached) return cached
      const column = readKept(database, { indicator, period, written: version })
      const weight = areas.size * 9
      cache.set(key, column, weight)
      column.catch(() => cache.delete(key))
      return column
    },
  }
}

async function readKept(database: Database, { indicator, period, written }: FiguresRow): Promise<Column> {
  const [row] = await database.all<{ values: Buffer; reasons: Buffer }>(
    `select figure_values as "values", figure_reasons as reasons from figures
     where indicator = ? and period = ? and written = ?`,
    [indicator, period, written],
  )
  if (!row) throw new Replaced()
  return readColumn(row)
}
