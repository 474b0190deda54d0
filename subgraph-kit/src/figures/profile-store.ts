/**
 * Every query to a table of figures: the newest row of an area, the row of a year, a run of years, and what is loaded.
 * One statement each, whatever the number of areas. Batching belongs to the loaders.
 */
import { inChunks } from '../database/chunks.ts'
import type { Database } from '../database/database.ts'
import { readDatasets, type CountedTable, type Dataset } from './datasets.ts'
import type { Figure } from './figure.ts'
import { storedColumns, type Profile } from './indicator.ts'
import { nullBits } from './null-bits.ts'
import type { PromiseOrValue } from '../async/promise-or-value.ts'
import { createSourceStore, type Source } from './source.ts'

/** The figures of one area and year: one property an indicator, under its field's name. */
export type ProfileRow = Readonly<Record<string, Figure>> & {
  readonly code: string
  readonly period: number
  readonly sourceId: number
}

/** Reads some figures of one year of many areas: a row is the area's code, then the figures in the order asked, then which of all are null where that is asked. */
export interface FigureReader {
  /** As `latest`. */
  latest(codes: readonly string[]): PromiseOrValue<unknown[][]>
  /** As `ofPeriod`. */
  ofPeriod(codes: readonly string[], period: number): PromiseOrValue<unknown[][]>
}

export interface ProfileStore {
  readonly profile: Profile
  /** The newest year with figures of each area, else its newest year. By index (code, has_figures, period). */
  latest(codes: readonly string[]): Promise<ProfileRow[]>
  /** One year of each area. By primary key. */
  ofPeriod(codes: readonly string[], period: number): Promise<ProfileRow[]>
  /** The years `from` to `to` of each area, oldest first. By primary key. */
  series(codes: readonly string[], from: number, to: number): Promise<ProfileRow[]>
  /** Reads only these columns, by the same statements otherwise. Throws where a column is neither an indicator's nor `period` or `source_id`. */
  reader(columns: readonly string[], tellsNulls?: boolean): FigureReader
  /** Whether any area has figures of the year, and the newest year that has. By index (period). */
  coverage(period: number): Promise<{ loaded: boolean; latest: number | null }>
  /** Sources by the `sourceId` of rows. */
  sources(ids: Iterable<number>): Promise<ReadonlyMap<number, Source>>
  /** What is loaded: a row a year and source, newest first. */
  datasets(): Promise<Dataset[]>
  isEmpty(): Promise<boolean>
}

/** A source has figures of one year only. By index (source_id). */
export function countedProfile({ table }: Profile): CountedTable {
  const counted = `select source_id, null as period, count(*) as areas from ${table}`
  return {
    table,
    kind: 'PROFILE_FIGURES',
    counts: `${counted} group by source_id`,
    countsOfYear: `${counted} where source_id in (select id from source where period = ?) group by source_id`,
  }
}

export function createProfileStore(database: Database, profile: Profile): ProfileStore {
  const { table } = profile
  const sources = createSourceStore(database)
  const figures = storedColumns(profile).map(({ column, field }) => `p.${column} as "${field}"`)
  const columns = ['p.code', 'p.period', 'p.source_id as "sourceId"', ...figures].join(', ')
  const readable = new Set(['period', 'source_id', ...profile.indicators.map(({ column }) => column)])
  const newestFirst = 'order by l.has_figures desc, l.period desc limit 1'
  const among = (selected: string) => `select ${selected} from ${table} p where ${database.among('p.code')}`
  // SQLite finds a row by its place in one search less than by code and year, and takes the keys in their order.
  const latestOf = (selected: string) =>
    database.dialect === 'sqlite'
      ? `select ${selected} from json_each(?) k cross join ${table} p
         where p.rowid = (select l.rowid from ${table} l where l.code = k.value ${newestFirst})`
      : `${among(selected)} and p.period = (select l.period from ${table} l where l.code = p.code ${newestFirst})`
  const yearOf = (selected: string) => `${among(selected)} and p.period = ?`
  const latestOfOne = (selected: string) =>
    `select ${selected} from ${table} l where l.code = ? ${newestFirst}`
  return {
    profile,
    latest: async (all) => inChunks(all, (codes) => database.all(latestOf(columns), [database.keys(codes)])),
    ofPeriod: async (all, period) =>
      inChunks(all, (codes) => database.all(yearOf(columns), [database.keys(codes), period])),
    series: async (all, from, to) =>
      inChunks(all, (codes) =>
        database.all(`${among(columns)} and p.period between ? and ? order by p.code, p.period`, [
          database.keys(codes),
          from,
          to,
        ]),
      ),
    reader(selected, tellsNulls = false) {
      const unknown = selected.find((column) => !readable.has(column))
      if (unknown !== undefined) throw new Error(`No column ${unknown} in ${table}`)
      const selectedOf = (row: string) =>
        [
          ...['code', ...selected].map((column) => `${row}.${column}`),
          ...(tellsNulls ? nullBits(profile.indicators, row) : []),
        ]
          .map((value, index) => `${value} as c${String(index)}`)
          .join(', ')
      const [latest, year] = [latestOf(selectedOf('p')), yearOf(selectedOf('p'))]
      const latestOne = latestOfOne(selectedOf('l'))
      return {
        latest: (all) =>
          all.length === 1
            ? database.values(latestOne, all)
            : inChunks(all, (codes) => database.values(latest, [database.keys(codes)])),
        ofPeriod: (all, period) =>
          inChunks(all, (codes) => database.values(year, [database.keys(codes), period])),
      }
    },
    async coverage(period) {
      const [row] = await database.all<{ loaded: number; latest: number | null }>(
        `select (select count(*) from (select 1 from ${table} where period = ? limit 1) one) as loaded,
                (select max(period) from ${table} where has_figures = 1) as latest`,
        [period],
      )
      return { loaded: Number(row?.loaded) > 0, latest: row?.latest ?? null }
    },
    sources: (ids) => sources.byIds(ids),
    datasets: () => readDatasets(database, sources, [countedProfile(profile)]),
    async isEmpty() {
      const rows = await database.all(`select 1 from ${table} limit 1`)
      return rows.length === 0
    },
  }
}
