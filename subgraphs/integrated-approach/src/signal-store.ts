/** Reads what signals are found in: the newest three years of every municipality within an area, and the projects there. */
import { countryOf, levelOf } from '@samenhang/subgraph-kit/area-code'
import type { Database } from '@samenhang/subgraph-kit/database'
import type { SignalProject } from './signal-projects.ts'
import type { ProjectOfMunicipality, YearOfMunicipality } from './signals.ts'
import { readCompetition } from './stored-lists.ts'

interface SignalInputs {
  readonly computedAt: string
  readonly stale: boolean
  readonly within: string
  readonly years: readonly YearOfMunicipality[]
  readonly projects: readonly ProjectOfMunicipality[]
}

export interface SignalStore {
  /** Within a country, province or municipality; by default the country that results are of. Null before the first refresh. */
  inputs(within: string | null): Promise<SignalInputs | null>
}

interface RunRow {
  readonly computed_at: string | null
  readonly stale: number
  readonly country: string | null
}

const columns: Readonly<Record<string, string>> = { PROVINCE: 'province', MUNICIPALITY: 'municipality' }

export function createSignalStore(database: Database): SignalStore {
  return {
    async inputs(asked) {
      const [run] = await database.all<RunRow>(
        'select computed_at, country, case when versions = known_versions then 0 else 1 end as stale from run',
      )
      const within = asked ?? run?.country ?? null
      if (!run?.computed_at || within === null) return null
      // Every index begins with the country.
      const column = columns[levelOf(within) ?? ''] ?? 'country'
      const scope = [countryOf(within), within]
      const years = await database.all<{ code: string; period: number; competition: string }>(
        `select code, period, competition from housing_need_period
         where country = ? and level = 'MUNICIPALITY' and ${column} = ? and period > (
           select max(period) - 3 from housing_need_period where country = ? and level = 'MUNICIPALITY' and ${column} = ?)`,
        [...scope, ...scope],
      )
      const projects = await database.all<{ municipality: string; project: string }>(
        `select municipality, project from signal_project where country = ? and ${column} = ?`,
        scope,
      )
      return {
        computedAt: run.computed_at,
        stale: run.stale === 1,
        within,
        years: years.map(({ code, period, competition }) => ({
          ...{ code, period },
          competition: readCompetition(competition),
        })),
        projects: projects.map(({ municipality, project }) => ({
          municipality,
          project: JSON.parse(project) as SignalProject,
        })),
      }
    },
  }
}
