/**
 * Every query to the results, one statement each whatever the number of areas. A row carries what its run says of it, so that an answer is
 * of one refresh. Batching belongs to loaders.ts, writing to write-results.ts.
 */
import { levelOf } from '@samenhang/subgraph-kit/area-code'
import type { Page, PageRequest } from '@samenhang/subgraph-kit/connection'
import type { Database } from '@samenhang/subgraph-kit/database'
import { HubError } from '@samenhang/subgraph-kit/errors'
import type { Reference } from './distributions.ts'
import { explain } from './need.ts'
import type { Progress } from './progress.ts'
import type { Need, Placement, SocialLoad, Unavailable } from './results.ts'
import { variants } from './social-load-basis.ts'
import { readCompetition, readGroups } from './stored-lists.ts'
import type { AreaLevel, LoadVariant } from './vocabulary.ts'

/** What every result says of the run it is of. */
export interface OfRun {
  readonly code: string
  readonly computedAt: string
  readonly stale: boolean
}

export type NeedRow = Need & OfRun
export type PlacementRow = Placement & OfRun
export type SocialLoadRow = SocialLoad & OfRun & { readonly variant: LoadVariant; readonly kind: string }

/** Areas of one level within one area; without, within the country that stands in for it. */
export interface Ranking {
  readonly level: AreaLevel
  readonly within: string | null
}

export interface ResultStore {
  needs(codes: readonly string[]): Promise<NeedRow[]>
  socialLoads(variant: LoadVariant, codes: readonly string[]): Promise<SocialLoadRow[]>
  placements(codes: readonly string[]): Promise<PlacementRow[]>
  /** A page by what a year leaves of the queue, the most first, then by code. By partial index (<parent>, level, queue_left desc, code). */
  rankNeeds(ranking: Ranking, page: PageRequest): Promise<Page<NeedRow>>
  /** A page by score, the highest first, then by code. By partial index (<parent>, level, score desc, code). */
  rankSocialLoads(variant: LoadVariant, ranking: Ranking, page: PageRequest): Promise<Page<SocialLoadRow>>
  /** What scores over time are measured against, by kind of area and indicator: a hundred at most. */
  references(): Promise<ReadonlyMap<string, Reference>>
  /** The progress of each target of the programme, in the order of `targets`; empty before the first refresh. */
  progress(): Promise<readonly Progress[]>
}

export type Stored = Readonly<Record<string, string | number | null>> & {
  readonly code: string
  readonly computed_at: string
  readonly stale: number
}

const select = (table: string) =>
  `select t.*, r.computed_at, case when r.versions = r.known_versions then 0 else 1 end as stale
   from ${table} t cross join run r`

export function createResultStore(database: Database): ResultStore {
  const byCodes = (table: string, codes: readonly string[]) =>
    database.all<Stored>(`${select(table)} where ${database.among('t.code')}`, [database.keys(codes)])

  async function rank(
    table: string,
    ranked: string,
    { level, within }: Ranking,
    { first, after }: PageRequest,
  ): Promise<Page<Stored>> {
    const parent = columnFor(within)
    const parentSql = within === null ? '(select country from run)' : '?'
    const scopeParameters = within === null ? [level] : [within, level]
    const scope = `t.${parent} = ${parentSql} and t.level = ? and t.${ranked} is not null`
    const key = after === null ? null : readKey(after)
    const rows = await database.all<Stored>(
      `${select(table)} where ${scope} ${key ? `and t.${ranked} <= ? and (t.${ranked} < ? or t.code > ?)` : ''}
       order by t.${ranked} desc, t.code limit ?`,
      [...scopeParameters, ...(key ? [key.value, key.value, key.code] : []), first + 1],
    )
    const [counted] = await database.all<{ total: number | string }>(
      `select count(*) as total from ${table} t where ${scope}`,
      scopeParameters,
    )
    return { rows, total: Number(counted?.total) }
  }

  return {
    needs: async (codes) => (await byCodes('housing_need', codes)).map(toNeed),
    socialLoads: async (variant, codes) =>
      (await byCodes(variants[variant].table, codes)).map((row) => toSocialLoad(variant, row)),
    placements: async (codes) => (await byCodes('placement', codes)).map(toPlacement),
    async rankNeeds(ranking, page) {
      const { rows, total } = await rank('housing_need', 'queue_left', ranking, page)
      return { rows: rows.map(toNeed), total }
    },
    async rankSocialLoads(variant, ranking, page) {
      const { rows, total } = await rank(variants[variant].table, 'score', ranking, page)
      return { rows: rows.map((row) => toSocialLoad(variant, row)), total }
    },
    references: () => readReferences(database),
    async progress() {
      const [row] = await database.all<{ progress: string }>('select progress from run')
      return row ? (JSON.parse(row.progress) as Progress[]) : []
    },
  }
}

/** The key that a cursor stands for: the place of a row in its ranking. */
export function rankingKey(value: number | null, code: string): string {
  return `${String(value)} ${code}`
}

function readKey(key: string): { readonly value: number; readonly code: string } {
  const [value = '', code = ''] = key.split(' ')
  if (value !== '' && Number.isFinite(Number(value)) && levelOf(code)) return { value: Number(value), code }
  throw new HubError(
    'BAD_ARGUMENT',
    'after is not a cursor of this list; take endCursor or the cursor of an edge.',
  )
}

function columnFor(within: string | null): string {
  const level = within === null ? 'COUNTRY' : levelOf(within)
  return level === null || level === 'NEIGHBOURHOOD' ? 'code' : level.toLowerCase()
}

function ofRun({ code, computed_at: computedAt, stale }: Stored): OfRun {
  return { code, computedAt, stale: stale === 1 }
}

export function json(text: string | number | null | undefined): unknown {
  return JSON.parse(String(text))
}

export function toNeed(row: Stored): NeedRow {
  const number = (column: string) => row[column] as number | null
  return {
    ...ofRun(row),
    period: Number(row['period']),
    totalHouseholds: number('total_households'),
    distinctHouseholds: { lower: number('distinct_least'), upper: number('distinct_most') },
    homesLetPeriod: number('homes_let_period'),
    homesLet: number('homes_let'),
    homesLetToFocusGroups: number('homes_let_to_focus_groups'),
    plannedDeliveries: number('planned_deliveries'),
    plannedDeliveriesForFocusGroups: number('planned_deliveries_for_focus_groups'),
    plannedDeliveriesKnown: number('planned_deliveries') !== null,
    homesAvailablePerYear: number('homes_available_per_year'),
    homesForFocusGroupsPerYear: number('homes_for_focus_groups_per_year'),
    queueLeft: number('queue_left'),
    yearsToClear: number('years_to_clear'),
    groups: readGroups(String(row['groups'])),
    competition: readCompetition(String(row['competition'])),
    unavailable: (json(row['unavailable']) as [string, Unavailable['reason']][]).map((entry) =>
      explain(...entry),
    ),
  }
}

function toSocialLoad(variant: LoadVariant, row: Stored): SocialLoadRow {
  const number = (column: string) => row[column] as number | null
  return {
    ...ofRun(row),
    variant,
    kind: `${row['country'] ?? ''} ${row['level'] ?? ''}`,
    inhabitants: number('inhabitants'),
    score: number('score'),
    percentile: number('percentile'),
    scoreOverTime: number('score_over_time'),
    rankRange: json(row['rank_range']) as SocialLoad['rankRange'],
    comparedWith: json(row['compared_with']) as SocialLoad['comparedWith'],
    components: json(row['components']) as SocialLoad['components'],
    basis: json(row['basis']) as SocialLoad['basis'],
    unavailable: json(row['unavailable']) as Unavailable[],
  }
}

function toPlacement(row: Stored): PlacementRow {
  return {
    ...ofRun(row),
    homes: row['homes'] as number | null,
    homesPeriod: row['homes_period'] as number | null,
    placed: json(row['placed']) as Placement['placed'],
    unavailable: json(row['unavailable']) as Unavailable[],
  }
}

/** By the kind of area and the indicator, as `NL00 NEIGHBOURHOOD care.youthCareShare`. */
export async function readReferences(database: Database): Promise<ReadonlyMap<string, Reference>> {
  const rows = await database.all<
    Omit<Reference, 'standardDeviation'> & { kind: string; indicator: string; standard_deviation: number }
  >('select * from social_load_reference')
  return new Map(
    rows.map(({ kind, indicator, standard_deviation: standardDeviation, ...rest }) => [
      `${kind} ${indicator}`,
      { ...rest, standardDeviation },
    ]),
  )
}
