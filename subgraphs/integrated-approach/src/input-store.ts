/**
 * Reads what is computed when it is asked (fair shares, scenarios) from inputs that a refresh keeps, a row a municipality as JSON: those of a
 * region, an area or some municipalities in one statement, with what the run says of them.
 */
import { levelOf } from '@samenhang/subgraph-kit/area-code'
import type { Database } from '@samenhang/subgraph-kit/database'

/** Which municipalities; by default those of the country that results are of. */
export type MunicipalitiesOf =
  { readonly region: string } | { readonly within: string } | { readonly within: null }

export interface MunicipalInputs<Input> {
  readonly computedAt: string
  readonly stale: boolean
  /** By code. */
  readonly inputs: readonly Input[]
  /** Codes of municipalities that the region has and this graph knows nothing of. */
  readonly absent: readonly string[]
}

export interface InputStore<Input> {
  /** Null before the first refresh, and where no such region or area has municipalities. */
  inputs(of: MunicipalitiesOf): Promise<MunicipalInputs<Input> | null>
  /** Of each municipality by itself; one that nothing is known of has no entry. */
  byMunicipality(codes: readonly string[]): Promise<ReadonlyMap<string, MunicipalInputs<Input>>>
}

interface InputRow {
  readonly code: string
  readonly input: string | null
  readonly computed_at: string | null
  readonly stale: number
}

const run = `r.computed_at, case when r.versions = r.known_versions then 0 else 1 end as stale`

export function createInputStore<Input>(
  database: Database,
  table: 'fair_share_input' | 'scenario_input',
): InputStore<Input> {
  const code = database.bytewise('code')
  const byRegion = `select m.municipality as code, f.input, ${run} from region_municipality m
    left join ${table} f on f.code = m.municipality cross join run r where m.region = ? order by ${code}`
  const where = (condition: string) =>
    `select f.code, f.input, ${run} from ${table} f cross join run r where ${condition} order by ${code}`
  const read = async (of: MunicipalitiesOf): Promise<readonly InputRow[]> => {
    if ('region' in of) return database.all(byRegion, [of.region])
    if (of.within === null) return database.all(where('f.country = r.country'))
    const column = levelOf(of.within) === 'PROVINCE' ? 'province' : 'country'
    return database.all(where(`f.${column} = ?`), [of.within])
  }
  return {
    inputs: async (of) => together(await read(of)),
    async byMunicipality(codes) {
      const rows = await database.all<InputRow>(where(database.among('f.code')), [database.keys(codes)])
      return new Map(
        rows.flatMap((row) => {
          const inputs = together<Input>([row])
          return inputs ? [[row.code, inputs] as const] : []
        }),
      )
    },
  }
}

function together<Input>(rows: readonly InputRow[]): MunicipalInputs<Input> | null {
  const [first] = rows
  if (!first || first.computed_at === null) return null
  return {
    computedAt: first.computed_at,
    stale: first.stale === 1,
    inputs: rows.flatMap(({ input }) => (input === null ? [] : [JSON.parse(input) as Input])),
    absent: rows.flatMap((row) => (row.input === null ? [row.code] : [])),
  }
}
