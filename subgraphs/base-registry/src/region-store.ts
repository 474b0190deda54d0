/**
 * Every query about regions, and the shape of their rows. One statement each, whatever the number of regions or municipalities.
 * Batching belongs to region-loaders.ts; writing to write-regions.ts.
 */
import type { Page, PageRequest } from '@samenhang/subgraph-kit/connection'
import type { Database } from '@samenhang/subgraph-kit/database'
import type { CountedTable } from '@samenhang/subgraph-kit/datasets'
import type { RegionKind } from './generated/resolver-types.ts'

/** A region in one year. */
export interface RegionRow {
  readonly code: string
  readonly period: number
  readonly kind: RegionKind
  readonly name: string
  readonly countryCode: string
  readonly sourceId: number
}

/** A year of each kind that a municipality lies in a region of, or the newest without one. */
export interface Membership {
  readonly kind: RegionKind | null
  readonly period: number | null
}

export const countedRegions: readonly CountedTable[] = [
  {
    table: 'region_municipality',
    kind: 'REGIONS',
    counts:
      'select source_id, period, count(distinct municipality) as areas from region_municipality group by source_id, period',
  },
]

export interface RegionStore {
  /** A year of each region, or its newest. By primary key. */
  byCodes(codes: readonly string[], period: number | null): Promise<RegionRow[]>
  /** The regions of each municipality, by kind. By unique index (municipality, kind, period). */
  ofMunicipalities(
    municipalities: readonly string[],
    membership: Membership,
  ): Promise<(RegionRow & { readonly municipality: string })[]>
  /** The codes of the municipalities of regions in all their years, in order. By primary key. */
  members(codes: readonly string[]): Promise<{ code: string; period: number; municipality: string }[]>
  /** A page by code; without a year, the newest of each kind and country. By index (kind, country, period). */
  page(membership: Membership, page: PageRequest): Promise<Page<RegionRow>>
  /** The years of each region, the oldest first. By primary key. */
  periods(codes: readonly string[]): Promise<{ code: string; period: number }[]>
  /** The years that any region is loaded of, the oldest first. */
  loadedPeriods(): Promise<readonly number[]>
}

const columns = 'r.code, r.period, r.kind, r.name, r.country_code as "countryCode", r.source_id as "sourceId"'

export function createRegionStore(database: Database): RegionStore {
  const code = database.bytewise('r.code')
  return {
    byCodes: (codes, period) =>
      database.all(
        `select ${columns} from region r where ${database.among('r.code')} and r.period = ${
          period === null
            ? '(select max(n.period) from region n where n.code = r.code)'
            : 'cast(? as integer)'
        }`,
        [database.keys(codes), ...(period === null ? [] : [period])],
      ),
    ofMunicipalities: (municipalities, { kind, period }) =>
      database.all(
        `select m.municipality, ${columns} from region_municipality m
         join region r on r.code = m.code and r.period = m.period
         where ${database.among('m.municipality')} ${kind === null ? '' : 'and m.kind = ?'} and m.period = ${
           period === null
             ? '(select max(n.period) from region_municipality n where n.municipality = m.municipality and n.kind = m.kind)'
             : 'cast(? as integer)'
         } order by m.municipality, r.kind`,
        [
          database.keys(municipalities),
          ...(kind === null ? [] : [kind]),
          ...(period === null ? [] : [period]),
        ],
      ),
    members: (codes) =>
      database.all(
        `select m.code, m.period, m.municipality from region_municipality m
         where ${database.among('m.code')} order by m.code, m.period, ${database.bytewise('m.municipality')}`,
        [database.keys(codes)],
      ),
    async page({ kind, period }, { first, after }) {
      const year =
        period === null
          ? '(select max(n.period) from region n where n.kind = r.kind and n.country_code = r.country_code)'
          : 'cast(? as integer)'
      const rows = await database.all<RegionRow & { total: number; place: number }>(
        `select * from (
           select ${columns}, cast(count(*) over () as integer) as total,
             row_number() over (order by case when ${code} > ? then 0 else 1 end, ${code}) as place
           from region r where ${kind === null ? '' : 'r.kind = ? and'} r.period = ${year}
         ) numbered where place <= ? order by place`,
        [after ?? '', ...(kind === null ? [] : [kind]), ...(period === null ? [] : [period]), first + 1],
      )
      // Rows up to the cursor stand last in the numbering, only so that the total is known on every page.
      const next = rows.filter((row) => after === null || row.code > after)
      return { rows: next, total: rows[0]?.total ?? 0 }
    },
    periods: (codes) =>
      database.all(
        `select r.code, r.period from region r where ${database.among('r.code')} order by r.code, r.period`,
        [database.keys(codes)],
      ),
    async loadedPeriods() {
      const rows = await database.all<{ period: number }>(
        'select distinct period from region order by period',
      )
      return rows.map(({ period }) => period)
    },
  }
}
