/**
 * Every query about the legal task to house status holders, and its loaders: a statement for all municipalities that a request asks of.
 * A row carries the arrears of the half-year before, so that no answer takes a second one.
 */
import DataLoader from 'dataloader'
import { levelOf, type AreaLevel } from '@samenhang/subgraph-kit/area-code'
import type { Page, PageRequest } from '@samenhang/subgraph-kit/connection'
import type { Database } from '@samenhang/subgraph-kit/database'
import type { CountedTable } from '@samenhang/subgraph-kit/datasets'
import { HubError } from '@samenhang/subgraph-kit/errors'
import { groupBy } from '@samenhang/subgraph-kit/loader'
import { halfOf, halfYearOf } from './half-years.ts'

/** The task of one municipality in one half-year; people. */
export interface TaskRow {
  readonly code: string
  readonly halfYear: string
  readonly half: number
  readonly task: number
  readonly realised: number
  readonly correction: number | null
  readonly arrears: number
  /** At the end of the half-year before; null where that is not loaded. */
  readonly arrearsBefore: number | null
  readonly sourceId: number
}

export const countedTasks: CountedTable = {
  table: 'status_holder_task',
  kind: 'STATUS_HOLDER_TASKS',
  counts:
    'select source_id, half / 2 as period, count(distinct code) as areas from status_holder_task group by source_id, half / 2',
}

export interface TaskLoaders {
  /** In a half-year, or the newest without one; null where there is none. Throws HubError BAD_ARGUMENT, PERIOD_NOT_PUBLISHED. */
  task(code: string, halfYear: string | null): Promise<TaskRow | null>
  /** From and up to these half-years, the oldest first; null for areas that are no municipality. Throws HubError BAD_ARGUMENT. */
  taskSeries(code: string, from: string | null, to: string | null): Promise<readonly TaskRow[] | null>
  /** A page of the municipalities of a country by arrears, the largest first, then by code. */
  rankTasks(country: string | null, halfYear: string | null, page: PageRequest): Promise<Page<TaskRow>>
}

const select = `select t.code, t.half_year as "halfYear", t.half, t.task, t.realised, t.correction, t.arrears,
  b.arrears as "arrearsBefore", t.source_id as "sourceId"
  from status_holder_task t left join status_holder_task b on b.code = t.code and b.half = t.half - 1`

export function taskLoaders(database: Database): () => TaskLoaders {
  /** Which half-years there are, and of how many municipalities of a country; the oldest first. By index (country, half). */
  const halves = () =>
    database.all<{ country: string; half: number; tasks: number }>(
      'select country, half, cast(count(*) as integer) as tasks from status_holder_task group by country, half order by country, half',
    )
  return () => {
    const series = new DataLoader<string, readonly TaskRow[]>(async (codes) => {
      const rows = await database.all<TaskRow>(
        `${select} where ${database.among('t.code')} order by t.code, t.half`,
        [database.keys(codes)],
      )
      const byCode = groupBy(rows, ({ code }) => code)
      return codes.map((code) => byCode.get(code) ?? [])
    })
    const all = async (code: string) => (isMunicipality(levelOf(code)) ? series.load(code) : null)
    return {
      async task(code, halfYear) {
        const half = readHalf(halfYear)
        const rows = await all(code)
        if (rows === null) return null
        if (half === null) return rows.at(-1) ?? null
        const row = rows.find((candidate) => candidate.half === half)
        if (row) return row
        checkLoaded(half, await halves())
        return null
      },
      async taskSeries(code, from, to) {
        const [first, last] = [readHalf(from) ?? -Infinity, readHalf(to) ?? Infinity]
        return (await all(code))?.filter(({ half }) => half >= first && half <= last) ?? null
      },
      async rankTasks(country, halfYear, { first, after }) {
        const wantedHalf = readHalf(halfYear)
        const key = after === null ? null : readKey(after)
        const loaded = await halves()
        const wantedCountry = country ?? loaded[0]?.country ?? null
        const ofCountry = loaded.filter((counted) => counted.country === wantedCountry)
        if (wantedHalf !== null) checkLoaded(wantedHalf, loaded)
        const ranked = ofCountry.find(({ half }) => half === (wantedHalf ?? newestWhole(ofCountry)))
        if (!ranked) return { rows: [], total: 0 }
        const rows = await database.all<TaskRow>(
          `${select} where t.country = ? and t.half = ?
             ${key ? 'and t.arrears <= ? and (t.arrears < ? or t.code > ?)' : ''}
           order by t.arrears desc, t.code limit ?`,
          [ranked.country, ranked.half, ...(key ? [key.arrears, key.arrears, key.code] : []), first + 1],
        )
        return { rows, total: ranked.tasks }
      },
    }
  }
}

/** The key that a cursor stands for: the place of a row in its ranking. */
export function taskKey({ arrears, code }: TaskRow): string {
  return `${String(arrears)} ${code}`
}

/** Throws HubError BAD_ARGUMENT. */
function readKey(key: string): { readonly arrears: number; readonly code: string } {
  const [, arrears = '', code = ''] = /^(-?\d+) (GM\d{4})$/.exec(key) ?? []
  if (code !== '') return { arrears: Number(arrears), code }
  throw new HubError(
    'BAD_ARGUMENT',
    'after is not a cursor of this list; take endCursor or the cursor of an edge.',
  )
}

/** Throws HubError BAD_ARGUMENT. */
function readHalf(halfYear: string | null): number | null {
  if (halfYear === null) return null
  if (/^20\d\d-H[12]$/.test(halfYear)) return halfOf(halfYear)
  throw new HubError(
    'BAD_ARGUMENT',
    `"${halfYear.slice(0, 20)}" is no half-year; expected one such as 2025-H1.`,
  )
}

/** The newest half-year that half as many municipalities have as the fullest: one that is still coming in ranks nobody. */
function newestWhole(loaded: readonly { readonly half: number; readonly tasks: number }[]): number | null {
  const most = Math.max(0, ...loaded.map(({ tasks }) => tasks))
  return loaded.findLast(({ tasks }) => 2 * tasks >= most)?.half ?? null
}

/** Throws HubError PERIOD_NOT_PUBLISHED where nobody has this half-year. */
function checkLoaded(half: number, loaded: readonly { readonly half: number }[]): void {
  if (loaded.some((counted) => counted.half === half)) return
  const latest = loaded.length === 0 ? null : halfYearOf(Math.max(...loaded.map((counted) => counted.half)))
  const rest = latest === null ? 'none are loaded yet' : `the latest are of ${latest}`
  throw new HubError('PERIOD_NOT_PUBLISHED', `No tasks of ${halfYearOf(half)}; ${rest}.`, {
    period: halfYearOf(half),
    latest,
  })
}

function isMunicipality(level: AreaLevel | null): boolean {
  return level === 'MUNICIPALITY'
}
