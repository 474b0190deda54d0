/**
 * The invented regions of the synthetic country, a division of its own for each kind, so that their boundaries cross as those of real
 * regions do. Their codes have four digits from 9001 on, which nobody issues.
 */
import type { Database } from '@samenhang/subgraph-kit/database'
import { insertSource } from '@samenhang/subgraph-kit/source'
import type { SyntheticCountry } from '@samenhang/subgraph-kit/synthetic/country'
import type { RegionKind } from './generated/resolver-types.ts'
import { kindsOfRegion, regionKinds } from './region-kinds.ts'
import { writeRegions, type MemberLine } from './write-regions.ts'

/** How many municipalities a region has about, and by how many the first one is smaller: no two kinds divide alike. */
const divisions: Readonly<Record<RegionKind, { readonly size: number; readonly less: number }>> = {
  LABOUR_MARKET: { size: 10, less: 0 },
  YOUTH_CARE: { size: 8, less: 3 },
  GGD: { size: 14, less: 5 },
  SCHOOL_ATTENDANCE: { size: 9, less: 4 },
  SHELTER: { size: 8, less: 1 },
  HOUSING_DEAL: { size: 10, less: 6 },
}

export async function seedRegions(database: Database, country: SyntheticCountry): Promise<void> {
  const municipalities = country.areas.filter(({ level }) => level === 'MUNICIPALITY')
  const codes = municipalities.map(({ code }) => code)
  const nameOf = new Map(municipalities.map(({ code, name }) => [code, name]))
  await database.transact(async (transaction) => {
    const seeded = transaction('region').distinct('source_id')
    await transaction('source').where('synthetic', true).whereIn('id', seeded).delete()
    for (const period of country.periods) {
      const lines = regionKinds.flatMap((kind) => divide(kind, codes, nameOf, period))
      const sourceId = await insertSource(transaction, {
        ...country.source,
        period,
        synthetic: true,
        digest: `${country.source.table} regions ${String(period)}`,
        fields: [],
        areas: lines.length,
      })
      await writeRegions(transaction, database, lines, sourceId)
    }
  })
}

/** Runs of municipalities in order of code; a small country has two regions of a kind at least. */
function divide(
  kind: RegionKind,
  codes: readonly string[],
  nameOf: ReadonlyMap<string, string>,
  period: number,
): readonly MemberLine[] {
  const half = Math.max(1, Math.ceil(codes.length / 2))
  const size = Math.min(divisions[kind].size, half)
  const less = divisions[kind].less % size
  return codes.map((municipality, index) => {
    const region = Math.floor((index + less) / size)
    const first = codes[Math.max(0, region * size - less)] ?? municipality
    const code = `${kindsOfRegion[kind].prefix}${String(9001 + region)}`
    return { period, kind, code, name: `Regio ${nameOf.get(first) ?? first}`, municipality }
  })
}
