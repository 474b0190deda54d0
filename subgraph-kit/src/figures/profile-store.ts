/**
 * Queries to a table of figures: a run of years, and which years there are. One statement each, whatever the number of areas; the rows of one year
 * are figure-reader.ts's, which reads several tables together. Batching belongs to the loaders.
 */
import { inChunks } from '../database/chunks.ts'
import type { Database } from '../database/database.ts'
import type { CountedTable } from './datasets.ts'
import type { Figure } from './figure.ts'
import { storedColumns, type Profile } from './indicator.ts'

/** The figures of one area and year: one property an indicator, under its field's name. */
export type ProfileRow = Readonly<Record<string, Figure>> & {
  readonly code: string
  readonly period: number
  readonly sourceId: number
}

export interface ProfileStore {
  readonly profile: Profile
  readonly database: Database
  /** The years `from` to `to` of each area, oldest first. By primary key. */
  series(codes: readonly string[], from: number, to: number): Promise<ProfileRow[]>
  /** Whether any area has figures of the year, and the newest year that has. By index (period). */
  coverage(period: number): Promise<{ loaded: boolean; latest: number | null }>
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
  const figures = storedColumns(profile).map(({ column, field }) => `p.${column} as "${field}"`)
  const columns = ['p.code', 'p.period', 'p.source_id as "sourceId"', ...figures].join(', ')
  const series = `select ${columns} from ${table} p where ${database.among('p.code')}
    and p.period between ? and ? order by p.code, p.period`
  return {
    profile,
    database,
    series: async (all, from, to) =>
      inChunks(all, (codes) => database.all(series, [database.keys(codes), from, to])),
    async coverage(period) {
      const [row] = await database.all<{ loaded: number; latest: number | null }>(
        `select (select count(*) from (select 1 from ${table} where period = ? limit 1) one) as loaded,
                (select max(period) from ${table} where has_figures = 1) as latest`,
        [period],
      )
      return { loaded: Number(row?.loaded) > 0, latest: row?.latest ?? null }
    },
    async isEmpty() {
      const rows = await database.all(`select 1 from ${table} limit 1`)
      return rows.length === 0
    },
  }
}
