/**
 * Checks regions against each other and what is stored, and writes them: the members of a region and year are replaced together. A
 * municipality that no table has had yet gets a row without a year, so that a region never names one that cannot be asked for.
 */
import { countryOf } from '@samenhang/subgraph-kit/area-code'
import { writeBulk } from '@samenhang/subgraph-kit/bulk'
import type { Database } from '@samenhang/subgraph-kit/database'
import type { RowProblem } from '@samenhang/subgraph-kit/records-intake'
import type { ImportRefused } from '@samenhang/subgraph-kit/statline/table'
import type { Knex } from 'knex'
import type { RegionKind } from './generated/resolver-types.ts'
import { realArea, updateDerived, writeAreas } from './import.ts'

/** A municipality in a region in a year. */
export interface MemberLine {
  readonly period: number
  readonly kind: RegionKind
  readonly code: string
  readonly name: string
  readonly municipality: string
}

/** A municipality in the division of a year by a kind, as stored. */
interface StoredMember {
  readonly code: string
  readonly period: number
  readonly municipality: string
  readonly kind: RegionKind
}

/** No year has this number: answers do not show it. */
const withoutYear = 0

const regionKey = ({ code, period }: Pick<StoredMember, 'code' | 'period'>) => `${code} ${String(period)}`
const memberKey = ({ municipality, kind, period }: Omit<StoredMember, 'code'>) =>
  `${municipality} ${kind} ${String(period)}`

/** Throws ImportRefused where a region has two names or lies in two countries, or a municipality lies in two regions of a kind. */
export async function checkRegions<Line extends MemberLine>(
  transaction: Knex.Transaction,
  lines: readonly Line[],
  refuse: (line: Line, wrong: RowProblem) => ImportRefused,
): Promise<void> {
  const regions = new Map<string, Line>()
  const regionOf = new Map<string, string>()
  const replaced = new Set(lines.map(regionKey))
  for (const stored of await storedMembers(transaction, lines))
    if (!replaced.has(regionKey(stored))) regionOf.set(memberKey(stored), stored.code)
  for (const line of lines) {
    const { code, period, name, municipality } = line
    const year = String(period)
    const first = regions.get(regionKey(line)) ?? line
    regions.set(regionKey(line), first)
    if (first.name !== name) {
      const problem = `${code} is called "${first.name}" and "${name}" in ${year}`
      throw refuse(line, { column: 'name', problem, remedy: 'Give a region one name a year.' })
    }
    if (countryOf(first.municipality) !== countryOf(municipality)) {
      const problem = `${code} has real and invented municipalities, ${first.municipality} and ${municipality}`
      throw refuse(line, { column: 'municipality', problem, remedy: 'Never mix them.' })
    }
    const other = regionOf.get(memberKey(line)) ?? code
    regionOf.set(memberKey(line), code)
    if (other !== code) {
      const problem = `${municipality} lies in ${other} and in ${code} in ${year}`
      const remedy = 'A municipality lies in one region of a kind: give both regions in one file.'
      throw refuse(line, { column: 'municipality', problem, remedy })
    }
  }
}

/** Everything stored of the kinds and years of these lines. */
async function storedMembers(
  transaction: Knex.Transaction,
  lines: readonly MemberLine[],
): Promise<readonly StoredMember[]> {
  return transaction('region_municipality')
    .whereIn('period', [...new Set(lines.map(({ period }) => period))])
    .whereIn('kind', [...new Set(lines.map(({ kind }) => kind))])
    .select<StoredMember[]>('code', 'period', 'municipality', 'kind')
}

/** Replaces the regions and years of these lines. */
export async function writeRegions(
  transaction: Knex.Transaction,
  database: Database,
  lines: readonly MemberLine[],
  sourceId: number,
): Promise<void> {
  const regions = new Map(lines.map((line) => [regionKey(line), line]))
  for (const [period, codes] of codesByPeriod(regions.values())) {
    for (const table of ['region', 'region_municipality'])
      await transaction(table).where({ period }).whereIn('code', codes).delete()
  }
  await writeBulk(transaction, database.dialect, {
    table: 'region',
    columns: ['code', 'period', 'kind', 'name', 'country_code', 'source_id'],
    key: ['code', 'period'],
    conflict: 'replace',
    rows: Array.from(regions.values(), ({ code, period, kind, name, municipality }) => [
      code,
      period,
      kind,
      name,
      countryOf(municipality),
      sourceId,
    ]),
  })
  await writeBulk(transaction, database.dialect, {
    table: 'region_municipality',
    columns: ['code', 'period', 'municipality', 'kind', 'source_id'],
    key: ['code', 'period', 'municipality'],
    conflict: 'replace',
    rows: lines.map(({ code, period, municipality, kind }) => [code, period, municipality, kind, sourceId]),
  })
  await addUnknown(transaction, database, [...new Set(lines.map(({ municipality }) => municipality))])
}

/** Gives municipalities that no table has had a row without a year and a name. */
async function addUnknown(
  transaction: Knex.Transaction,
  database: Database,
  codes: readonly string[],
): Promise<void> {
  const known = new Set(
    await transaction('area').where('level', 'MUNICIPALITY').distinct().pluck<string[]>('code'),
  )
  const unknown = codes.filter((code) => !known.has(code))
  if (unknown.length === 0) return
  const areas = unknown.map((code) => ({
    ...realArea(code, withoutYear, null, true),
    country: countryOf(code),
  }))
  await writeAreas(transaction, database, areas, 'keep')
  await updateDerived(transaction, withoutYear)
}

function codesByPeriod(regions: Iterable<MemberLine>): ReadonlyMap<number, readonly string[]> {
  const codes = new Map<number, string[]>()
  for (const { period, code } of regions) codes.set(period, [...(codes.get(period) ?? []), code])
  return codes
}

/** Takes away what is stored of these kinds in a year, of real municipalities, for a file that has them whole. */
export async function deleteKinds(
  transaction: Knex.Transaction,
  kinds: readonly RegionKind[],
  period: number,
): Promise<void> {
  const stored = await transaction('region')
    .where({ period, country_code: 'NL00' })
    .whereIn('kind', kinds)
    .pluck<string[]>('code')
  for (const table of ['region_municipality', 'region'])
    await transaction(table).where({ period }).whereIn('code', stored).delete()
}
