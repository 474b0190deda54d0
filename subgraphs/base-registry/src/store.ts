/**
 * Every query about areas, and the shape of their rows. One statement each, whatever the number of keys.
 * Batching belongs to loaders.ts; writing belongs to import.ts.
 */
import type { AreaLevel } from '@samenhang/subgraph-kit/area-code'
import type { Page, PageRequest } from '@samenhang/subgraph-kit/connection'
import type { Database } from '@samenhang/subgraph-kit/database'
import { createEntityStore, type EntityStore } from '@samenhang/subgraph-kit/thing-store'
import { searchKey } from './search-key.ts'

/** An area in one year. */
export interface AreaRow {
  readonly code: string
  readonly name: string
  readonly level: AreaLevel
  readonly derived: number
  readonly countryCode: string | null
  readonly provinceCode: string | null
  readonly municipalityCode: string | null
  readonly districtCode: string | null
}

/** What a page of areas lies in and which level and year it is of; without a year, the newest that has such areas. */
export interface Within {
  readonly parent: 'country' | 'province' | 'municipality' | 'district'
  readonly level: AreaLevel
  readonly period: number | null
}

export interface Search {
  readonly name: string
  readonly level: AreaLevel | null
  readonly within: string | null
}

/** A found area and the key of its place in the order of the search. */
export type SearchRow = AreaRow & { readonly place: string }

export interface AreaStore {
  /** The newest row of each code and of the areas it lies in. By index (latest, code). */
  withParents(codes: readonly string[]): Promise<AreaRow[]>
  /** A page of the areas within each parent, in order of code. By index (<parent>_code, level, period, code). */
  within(
    parents: readonly string[],
    within: Within,
    page: PageRequest,
  ): Promise<ReadonlyMap<string, Page<AreaRow>>>
  /** Areas whose name holds the words: whole names first, then beginnings, then beginnings of a word. Reads all newest rows. */
  search(search: Search, page: PageRequest): Promise<Page<SearchRow>>
  /** The country that has figures, the real one first; one without where none has. Null where nothing is loaded. */
  countryWithFigures(): Promise<string | null>
  /** The years in which each code is known, oldest first. By primary key. */
  periods(codes: readonly string[]): Promise<ReadonlyMap<string, readonly number[]>>
}

/** A row's properties, and where each comes from. */
const columnOf = {
  code: 'a.code',
  name: 'coalesce(a.name, a.code)',
  level: 'a.level',
  derived: 'a.derived',
  countryCode: 'a.country_code',
  provinceCode: 'a.province_code',
  municipalityCode: 'a.municipality_code',
  districtCode: 'a.district_code',
} as const satisfies Record<keyof AreaRow, string>

const columns = Object.entries(columnOf)
  .map(([property, column]) => `${column} as "${property}"`)
  .join(', ')

/** Reads asked columns of the newest row of each code, without the areas it lies in. By index (latest, code). */
export function createAreaEntityStore(database: Database): EntityStore {
  return createEntityStore(database, {
    type: 'Area',
    from: 'area a',
    key: 'a.code',
    where: 'a.latest = 1',
    columns: columnOf,
  })
}

export function createAreaStore(database: Database): AreaStore {
  return {
    // SQLite keeps the order of a cross join: the few rows asked for first, then their parents by index.
    withParents: (codes) =>
      database.all<AreaRow>(
        `select distinct ${columns} from area c cross join area a
         where c.latest = 1 and ${database.among('c.code')} and a.latest = 1
           and a.code in (c.code, c.district_code, c.municipality_code, c.province_code, c.country_code)`,
        [database.keys(codes)],
      ),
    async within(parents, { parent, level, period }, { first, after }) {
      const column = `${parent}_code`
      const code = database.bytewise('a.code')
      const year =
        period === null
          ? `(select max(n.period) from area n where n.${column} = a.${column} and n.level = ?)`
          : 'cast(? as integer)'
      const rows = await database.all<AreaRow & { parent: string; total: number; place: number }>(
        `select * from (
           select ${columns}, a.${column} as parent,
             cast(count(*) over (partition by a.${column}) as integer) as total,
             row_number() over (partition by a.${column} order by case when ${code} > ? then 0 else 1 end, ${code}) as place
           from area a
           where ${database.among(`a.${column}`)} and a.level = ? and a.period = ${year}
         ) numbered where place <= ? order by parent, place`,
        [after ?? '', database.keys(parents), level, period ?? level, first + 1],
      )
      const pages = new Map<string, { rows: AreaRow[]; total: number }>()
      for (const row of rows) {
        const page = pages.get(row.parent) ?? { rows: [], total: row.total }
        // Rows up to the cursor stand last in the numbering, only so that the total is known on every page.
        if (after === null || row.code > after) page.rows.push(row)
        pages.set(row.parent, page)
      }
      return pages
    },
    async search({ name, level, within }, { first, after }) {
      const key = searchKey(name)
      const place = database.bytewise('place')
      const wanted = `a.latest = 1 and a.search_name like ? and (? = '' or a.level = ?)
        and (? = '' or ? in (a.code, a.district_code, a.municipality_code, a.province_code, a.country_code))`
      const wantedValues = [`%${key}%`, level ?? '', level ?? '', within ?? '', within ?? '']
      const counting = `select cast(count(*) as integer) as total from area a where ${wanted}`
      // The page is taken off the sort, so that a walk over all areas need not sort them for each page.
      const rows = await database.all<SearchRow & { total: number }>(
        `select found.*, (${counting}) as total from (
           select ${columns}, case when a.search_name = ? then '0' when a.search_name like ? then '1'
             when a.search_name like ? then '2' else '3' end || ' ' || a.search_name || ' ' || a.code as place
           from area a where ${wanted}
         ) found where ${place} > ? order by ${place} limit ?`,
        [...wantedValues, key, `${key}%`, `% ${key}%`, ...wantedValues, after ?? '', first + 1],
      )
      if (rows[0] || after === null) return { rows, total: rows[0]?.total ?? 0 }
      const [counted] = await database.all<{ total: number }>(counting, wantedValues)
      return { rows, total: counted?.total ?? 0 }
    },
    async countryWithFigures() {
      const [row] = await database.all<{ code: string }>(
        `select a.code from area a where a.latest = 1 and a.level = 'COUNTRY' order by case when exists (
           select 1 from population_profile p where p.code = a.code and p.has_figures = 1) then 0 else 1 end,
           ${database.bytewise('a.code')} limit 1`,
      )
      return row?.code ?? null
    },
    async periods(codes) {
      const rows = await database.all<{ code: string; period: number }>(
        `select a.code, a.period from area a where ${database.among('a.code')} and a.period > 0 order by a.code, a.period`,
        [database.keys(codes)],
      )
      const periodsByCode = new Map<string, number[]>()
      for (const { code, period } of rows) {
        const periods = periodsByCode.get(code)
        if (periods) periods.push(period)
        else periodsByCode.set(code, [period])
      }
      return periodsByCode
    },
  }
}
