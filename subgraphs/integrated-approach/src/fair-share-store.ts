/**
 * Reads what the fair share of a region, a province or a country is computed from, in one statement, with what the run says of it. The
 * computation is fair-share.ts's.
 */
import { levelOf } from '@samenhang/subgraph-kit/area-code'
import type { Database } from '@samenhang/subgraph-kit/database'
import type { FairShareInput } from './fair-share-inputs.ts'

/** Over which municipalities homes are divided; by default those of the country that results are of. */
export type DividedOver =
  { readonly region: string } | { readonly within: string } | { readonly within: null }

export interface FairShareInputs {
  readonly computedAt: string
  readonly stale: boolean
  /** By code. */
  readonly inputs: readonly FairShareInput[]
  /** Codes of municipalities that the region has and this graph knows nothing of. */
  readonly absent: readonly string[]
}

export interface FairShareStore {
  /** Null before the first refresh, and where no such region or area has municipalities. */
  inputs(over: DividedOver): Promise<FairShareInputs | null>
}

interface InputRow {
  readonly code: string
  readonly input: string | null
  readonly computed_at: string | null
  readonly stale: number
}

const run = `r.computed_at, case when r.versions = r.known_versions then 0 else 1 end as stale`

export function createFairShareStore(database: Database): FairShareStore {
  const code = database.bytewise('code')
  const byRegion = `select m.municipality as code, f.input, ${run} from region_municipality m
    left join fair_share_input f on f.code = m.municipality cross join run r where m.region = ? order by ${code}`
  const byArea = (condition: string) =>
    `select f.code, f.input, ${run} from fair_share_input f cross join run r where ${condition} order by ${code}`
  const read = async (over: DividedOver): Promise<readonly InputRow[]> => {
    if ('region' in over) return database.all(byRegion, [over.region])
    if (over.within === null) return database.all(byArea('f.country = r.country'))
    const column = levelOf(over.within) === 'PROVINCE' ? 'province' : 'country'
    return database.all(byArea(`f.${column} = ?`), [over.within])
  }
  return {
    async inputs(over) {
      const rows = await read(over)
      const [first] = rows
      if (!first || first.computed_at === null) return null
      return {
        computedAt: first.computed_at,
        stale: first.stale === 1,
        inputs: rows.flatMap(({ input }) => (input === null ? [] : [JSON.parse(input) as FairShareInput])),
        absent: rows.flatMap((row) => (row.input === null ? [row.code] : [])),
      }
    },
  }
}
