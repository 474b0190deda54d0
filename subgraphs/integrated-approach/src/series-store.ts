/**
 * Reads the results of single years, one statement for all areas that are asked together, and puts them in order with the years that lack
 * one between them. What is read stays in the words of store.ts.
 */
import { countryOf } from '@samenhang/subgraph-kit/area-code'
import type { Database } from '@samenhang/subgraph-kit/database'
import { groupBy } from '@samenhang/subgraph-kit/loader'
import DataLoader from 'dataloader'
import { referencePeriod, type Pressure, type PressureReference } from './pressure-series.ts'
import { json, toNeed, type NeedRow, type Stored } from './store.ts'
import { readPeriodRuns, readPressureReferences, type PeriodRun } from './write-series.ts'

/** What a result of one year says of what it is from. */
interface OfPeriod {
  readonly period: number
  readonly versions: string
  readonly computedAt: string
  /** Whether its inputs are gone since. */
  readonly isKept: boolean
}

export type NeedOfPeriod = OfPeriod & { readonly need: NeedRow }
export type PressureOfPeriod = OfPeriod & { readonly pressure: Pressure; readonly isComparable: boolean }

/** A year without a result: because nothing of it is loaded, or because nothing is known of the area. */
export interface Gap {
  readonly period: number
  readonly reason: 'NOT_LOADED' | 'NO_FIGURES'
}

/** In order of period, without a year between the first and the last of its country left out. */
export type Series<Result> = readonly (Result | Gap)[]

export interface SeriesLoaders {
  needSeries(code: string): Promise<Series<NeedOfPeriod> | null>
  pressureSeries(code: string): Promise<Series<PressureOfPeriod> | null>
  pressureReferences(): Promise<readonly PressureReference[]>
}

export function createSeriesLoaders(database: Database): SeriesLoaders {
  let runs: Promise<readonly PeriodRun[]> | undefined
  let references: Promise<readonly PressureReference[]> | undefined
  const series = <Result extends { readonly period: number }>(
    table: string,
    toResult: (row: Stored, of: OfPeriod, reference: string | undefined) => Result,
  ) => {
    const loader = new DataLoader<string, Series<Result> | null>(async (codes) => {
      const known = await (runs ??= readPeriodRuns(database))
      const byPeriod = new Map(known.map((run) => [run.period, run]))
      const rows = await database.all<Stored>(
        `select t.*, case when r.versions = r.known_versions then 0 else 1 end as stale
         from ${table} t cross join run r where ${database.among('t.code')} order by t.period`,
        [database.keys(codes)],
      )
      const byCode = groupBy(rows, ({ code }) => code)
      return codes.map((code) => {
        const own = byCode.get(code)
        if (!own) return null
        const results = own.map((row) => {
          const period = Number(row['period'])
          const versions = String(row['versions'])
          const isKept = byPeriod.get(period)?.versions !== versions
          const of = { period, versions, computedAt: row.computed_at, isKept }
          return toResult(row, of, byPeriod.get(referencePeriod)?.reference)
        })
        return withGaps(results, known, countryOf(code))
      })
    })
    return (code: string) => loader.load(code)
  }
  return {
    needSeries: series('housing_need_period', (row, of) => ({ ...of, need: toNeed(row) })),
    pressureSeries: series('pressure_period', (row, of, reference) => ({
      ...of,
      pressure: {
        inhabitants: row['inhabitants'] as number | null,
        score: row['score'] as number | null,
        components: json(row['components']) as Pressure['components'],
        basis: json(row['basis']) as Pressure['basis'],
        missing: json(row['missing']) as Pressure['missing'],
      },
      isComparable: row['reference'] === reference,
    })),
    pressureReferences: () => (references ??= readPressureReferences(database)),
  }
}

function withGaps<Result extends { readonly period: number }>(
  results: readonly Result[],
  runs: readonly PeriodRun[],
  country: string,
): Series<Result> {
  const byPeriod = new Map(results.map((result) => [result.period, result]))
  const loaded = new Set(
    runs.filter(({ countries }) => countries.split(' ').includes(country)).map(({ period }) => period),
  )
  const periods = [...loaded, ...byPeriod.keys()]
  const first = Math.min(...periods)
  return Array.from({ length: Math.max(...periods) - first + 1 }, (_, at) => {
    const period = first + at
    return byPeriod.get(period) ?? { period, reason: loaded.has(period) ? 'NO_FIGURES' : 'NOT_LOADED' }
  })
}
