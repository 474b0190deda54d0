/**
 * What base-registry stores of a table beside its figures: the areas themselves, the parents that only their codes name, marked as
 * derived, and what all of them are called. Of the names of one year the newest release's stands, whatever the order of the files; an
 * area without a name takes none away. Reading files belongs to the kit.
 */
import type { Knex } from 'knex'
import { levelOf, parentsOf } from '@samenhang/subgraph-kit/area-code'
import { writeBulk } from '@samenhang/subgraph-kit/bulk'
import type { Database } from '@samenhang/subgraph-kit/database'
import type { Figure } from '@samenhang/subgraph-kit/figure'
import type { ImportExtension } from '@samenhang/subgraph-kit/intake'
import { searchKey } from './search-key.ts'

/** An area as it is written: parents by code, null where unknown. */
export interface AreaRecord {
  readonly code: string
  readonly period: number
  readonly name: string | null
  readonly country: string | null
  readonly province: string | null
  readonly municipality: string | null
  readonly district: string | null
  readonly derived: boolean
  readonly synthetic: boolean
}

/** What an area was called in a year, and when the file was retrieved that says so. */
export interface NameRecord {
  readonly code: string
  readonly period: number
  readonly name: string
  readonly retrievedAt: string
}

const country = 'NL00'

/** Takes the areas of a published table of one year. Holds their codes only. */
export function areaImport(database: Database, period: number, retrievedAt: string): ImportExtension {
  const present = new Set<string>()
  const parentNames = new Map<string, string | null>()
  return {
    async write(transaction, rows) {
      const areas = rows.map(({ code, name }) => realArea(code, period, name, false))
      for (const { code, municipalityName } of rows) {
        present.add(code)
        for (const parent of parentsIn(code)) if (!parentNames.has(parent)) parentNames.set(parent, null)
        const { municipality } = parentsOf(code)
        if (municipality && municipalityName !== null) parentNames.set(municipality, municipalityName)
      }
      await writeAreas(transaction, database, areas, 'replace')
      await writeNames(transaction, database, namesOf(areas, retrievedAt))
    },
    async finish(transaction) {
      const derived = [...parentNames]
        .filter(([code]) => !present.has(code))
        .map(([code, name]) => realArea(code, period, code === country ? 'Nederland' : name, true))
      await writeNames(transaction, database, namesOf(derived, retrievedAt))
      const before = await countAreas(transaction, period)
      await writeAreas(transaction, database, derived, 'keep')
      const added = (await countAreas(transaction, period)) - before
      await updateDerived(transaction, period)
      return added
    },
  }
}

/** The district, municipality and country that a code names. */
function parentsIn(code: string): string[] {
  const { district, municipality } = parentsOf(code)
  return [district, municipality, code === country ? null : country].filter((parent) => parent !== null)
}

/** Without a name where the file gives a mark for one. */
export function realArea(code: string, period: number, name: string | null, derived: boolean): AreaRecord {
  const { municipality, district } = parentsOf(code)
  const parent = code === country ? null : country
  return {
    code,
    period,
    name: name !== null && /[\p{L}\p{N}]/u.test(name) ? name : null,
    country: parent,
    province: null,
    municipality,
    district,
    derived,
    synthetic: false,
  }
}

/** The names that there are; of an area that stands twice, the last. */
export function namesOf(areas: readonly AreaRecord[], retrievedAt: string): readonly NameRecord[] {
  const namedAreas = areas.flatMap(({ code, period, name }) =>
    name === null ? [] : [{ code, period, name, retrievedAt }],
  )
  return [...new Map(namedAreas.map((area) => [area.code, area])).values()]
}

/** Of two names of one area and year the newer release's stands; of one release's, always the same one. */
export async function writeNames(
  transaction: Knex.Transaction,
  database: Database,
  names: readonly NameRecord[],
): Promise<void> {
  await writeBulk(transaction, database.dialect, {
    table: 'area_name',
    columns: ['code', 'period', 'name', 'search_name', 'retrieved_at'],
    key: ['code', 'period'],
    conflict: 'replace',
    replaces: `excluded.retrieved_at > area_name.retrieved_at
      or (excluded.retrieved_at = area_name.retrieved_at and excluded.name > area_name.name)`,
    rows: names.map(({ code, period, name, retrievedAt }) => [
      code,
      period,
      name,
      searchKey(name),
      retrievedAt,
    ]),
  })
}

/**
 * A new row is written as if nothing else were known of its code: with its own name, and as the newest. `updateDerived` then touches only
 * rows of which something else is true.
 */
export async function writeAreas(
  transaction: Knex.Transaction,
  database: Database,
  areas: readonly AreaRecord[],
  conflict: 'replace' | 'keep',
): Promise<void> {
  await writeBulk(transaction, database.dialect, {
    table: 'area',
    columns: [
      'code',
      'period',
      'name',
      'search_name',
      'level',
      'country_code',
      'province_code',
      'municipality_code',
      'district_code',
      'derived',
      'synthetic',
      'latest',
    ],
    key: ['code', 'period'],
    conflict,
    keeps: ['name', 'search_name', 'province_code', 'latest'],
    rows: areas.map((area): Figure[] => [
      area.code,
      area.period,
      area.name,
      searchKey(area.name ?? area.code),
      levelOf(area.code),
      area.country,
      area.province,
      area.municipality,
      area.district,
      area.derived ? 1 : 0,
      area.synthetic ? 1 : 0,
      1,
    ]),
  })
}

async function countAreas(transaction: Knex.Transaction, period: number): Promise<number> {
  const [row] = await transaction('area')
    .where({ period })
    .count<{ count: number | string }[]>({ count: '*' })
  return Number(row?.count)
}

/** Brings what follows from several rows up to date: the newest year and the newest name of each code, and the province of each area. */
export async function updateDerived(transaction: Knex.Transaction, period: number | null): Promise<void> {
  const newest = (column: string) =>
    `(select n.${column} from area_name n where n.code = area.code order by n.period desc limit 1)`
  const touched =
    period === null ? '' : `code in (select t.code from area t where t.period = ${String(period)}) and`
  await transaction.raw(
    `update area set name = ${newest('name')}, search_name = ${newest('search_name')}
     where ${touched} coalesce(name, '') <> ${newest('name')}`,
  )
  await (period === null ? updateNewest(transaction) : updateNewestOfYear(transaction, period))
  const province = `(select p.province_code from municipality_province p
    where p.code = coalesce(area.municipality_code, area.code)
    order by abs(p.period - area.period), p.period desc limit 1)`
  await transaction.raw(
    `update area set province_code = ${province}
     where synthetic = 0 and level in ('MUNICIPALITY', 'DISTRICT', 'NEIGHBOURHOOD')
       ${period === null ? '' : `and period = ${String(period)}`}
       and coalesce(province_code, '') <> coalesce(${province}, '')`,
  )
}

async function updateNewest(transaction: Knex.Transaction): Promise<void> {
  const newest = `case when period = (select max(n.period) from area n where n.code = area.code) then 1 else 0 end`
  await transaction.raw(`update area set latest = ${newest} where latest <> ${newest}`)
}

/** Of the other years, only the row that was a code's newest until now is touched. By index (latest, code) and primary key. */
async function updateNewestOfYear(transaction: Knex.Transaction, period: number): Promise<void> {
  await transaction.raw(
    `update area set latest = 0 where latest = 1 and period < ? and code in (select t.code from area t where t.period = ?)`,
    [period, period],
  )
  const isNewest = `not exists (select 1 from area n where n.code = area.code and n.period > area.period)`
  await transaction.raw(
    `update area set latest = 1 - latest where period = ? and latest <> case when ${isNewest} then 1 else 0 end`,
    [period],
  )
}
