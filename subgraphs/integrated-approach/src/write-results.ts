/**
 * The record of the run and everything it computed, written in one transaction: a reader sees the old results or the new, a refresh that
 * dies leaves the old. Also the note that inputs moved on.
 */
import { writeBulk } from '@samenhang/subgraph-kit/bulk'
import { noteVersions } from '@samenhang/subgraph-kit/computed-run'
import type { Database } from '@samenhang/subgraph-kit/database'
import type { Knex } from 'knex'
import type { References } from './distributions.ts'
import type { FairShareInput } from './fair-share-inputs.ts'
import type { AreaInput, RegionInput } from './inputs.ts'
import type { Progress } from './progress.ts'
import type { Need, Placement, SocialLoad } from './results.ts'
import type { ScenarioInput } from './scenario-inputs.ts'
import type { PlacedProject } from './signal-projects.ts'
import { variants } from './social-load-basis.ts'
import { writeCompetition, writeGroups } from './stored-lists.ts'
import type { LoadVariant } from './vocabulary.ts'

export interface Results {
  readonly computedAt: string
  /** A digest of what was read. */
  readonly versions: string
  readonly areas: readonly AreaInput[]
  readonly needs: ReadonlyMap<string, Need>
  readonly loads: Readonly<Record<LoadVariant, ReadonlyMap<string, SocialLoad>>>
  readonly placements: ReadonlyMap<string, Placement>
  readonly references: References
  readonly fairShares: readonly FairShareInput[]
  readonly scenarios: readonly ScenarioInput[]
  readonly regions: readonly RegionInput[]
  readonly progress: readonly Progress[]
  readonly signalProjects: readonly PlacedProject[]
}

export interface RunRecord {
  readonly versions: string | null
  readonly known_versions: string
}

export async function readRun(database: Database): Promise<RunRecord | null> {
  const [run] = await database.all<RunRecord>('select versions, known_versions from run')
  return run ?? null
}

/** Notes the newest versions known; without any, that they are other than before. */
export function noteRun(database: Database, knownVersions?: string): Promise<void> {
  return noteVersions(database, { progress: '[]' }, knownVersions)
}

/** Replaces all results. What was noted since `known` stays noted, so that the new results are stale from the start. */
export async function writeResults(
  database: Database,
  results: Results,
  knownVersions: string,
): Promise<void> {
  const { areas, needs, versions } = results
  await database.transact(async (transaction) => {
    await transaction('run')
      .where('id', 1)
      .update({
        computed_at: results.computedAt,
        versions,
        known_versions: transaction.raw('case when known_versions = ? then ? else known_versions end', [
          knownVersions,
          versions,
        ]),
        country: rankedCountry(results),
        progress: JSON.stringify(results.progress),
      })
    await writeLoads(transaction, database, results)
    await writePlacements(transaction, database, results)
    await writeReferences(transaction, database, results)
    await writeInputs(transaction, database, results)
    await transaction('housing_need').delete()
    await writeBulk(transaction, database.dialect, {
      table: 'housing_need',
      columns: needRowColumns,
      key: ['code'],
      conflict: 'replace',
      rows: areas.flatMap((area) => {
        const areaNeed = needs.get(area.code)
        return areaNeed ? [needRow(area, areaNeed)] : []
      }),
    })
    await writeSignalProjects(transaction, database, results)
  })
}

async function writeLoads(
  transaction: Knex.Transaction,
  { dialect }: Database,
  { areas, loads }: Results,
): Promise<void> {
  for (const { name, table } of Object.values(variants)) {
    await transaction(table).delete()
    await writeBulk(transaction, dialect, {
      table,
      columns: [
        ...areaColumns,
        ...['inhabitants', 'score', 'percentile', 'score_over_time'],
        ...['rank_range', 'compared_with', 'components', 'basis', 'unavailable'],
      ],
      key: ['code'],
      conflict: 'replace',
      rows: areas.flatMap((area) => {
        const load = loads[name].get(area.code)
        if (!load) return []
        const { inhabitants, score, percentile, scoreOverTime } = load
        const { rankRange, comparedWith, components, basis, unavailable } = load
        return [
          [
            ...areaValues(area),
            ...[inhabitants, score, percentile, scoreOverTime],
            ...[rankRange, comparedWith, components, basis, unavailable].map(asJson),
          ],
        ]
      }),
    })
  }
}

async function writePlacements(
  transaction: Knex.Transaction,
  { dialect }: Database,
  { areas, placements }: Results,
): Promise<void> {
  await transaction('placement').delete()
  await writeBulk(transaction, dialect, {
    table: 'placement',
    columns: [...areaColumns, 'homes', 'homes_period', 'placed', 'unavailable'],
    key: ['code'],
    conflict: 'replace',
    rows: areas.flatMap((area) => {
      const placement = placements.get(area.code)
      if (!placement) return []
      const { homes, homesPeriod, placed, unavailable } = placement
      return [[...areaValues(area), homes, homesPeriod, ...[placed, unavailable].map(asJson)]]
    }),
  })
}

/** What fair shares and scenarios are computed from when they are asked, and the regions that they can be asked of. */
async function writeInputs(
  transaction: Knex.Transaction,
  { dialect }: Database,
  { fairShares, scenarios, regions }: Results,
): Promise<void> {
  for (const [table, inputs] of [
    ['fair_share_input', fairShares],
    ['scenario_input', scenarios],
  ] as const) {
    await transaction(table).delete()
    await writeBulk(transaction, dialect, {
      table,
      columns: ['code', 'country', 'province', 'input'],
      key: ['code'],
      conflict: 'replace',
      rows: inputs.map((input) => [input.code, input.country, input.province, asJson(input)]),
    })
  }
  await transaction('region_municipality').delete()
  await writeBulk(transaction, dialect, {
    table: 'region_municipality',
    columns: ['region', 'municipality'],
    key: ['region', 'municipality'],
    conflict: 'keep',
    rows: regions.flatMap(({ code, municipalityCodes }) =>
      municipalityCodes.map((municipality) => [code, municipality]),
    ),
  })
}

async function writeSignalProjects(
  transaction: Knex.Transaction,
  { dialect }: Database,
  { signalProjects }: Results,
): Promise<void> {
  await transaction('signal_project').delete()
  await writeBulk(transaction, dialect, {
    table: 'signal_project',
    columns: ['id', 'country', 'province', 'municipality', 'project'],
    key: ['id'],
    conflict: 'replace',
    rows: signalProjects.map(({ area, project }) => [
      ...[project.id, area.country, area.province, area.municipality, asJson(project)],
    ]),
  })
}

async function writeReferences(
  transaction: Knex.Transaction,
  { dialect }: Database,
  { references }: Results,
): Promise<void> {
  await writeBulk(transaction, dialect, {
    table: 'social_load_reference',
    columns: ['kind', 'indicator', 'period', 'areas', 'municipalities', 'mean', 'standard_deviation'],
    key: ['kind', 'indicator'],
    conflict: 'replace',
    rows: [...references].map(([name, { period, areas, municipalities, mean, standardDeviation }]) => {
      const at = name.lastIndexOf(' ')
      return [name.slice(0, at), name.slice(at + 1), period, areas, municipalities, mean, standardDeviation]
    }),
  })
}

export const areaColumns = ['code', 'level', 'country', 'province', 'municipality', 'district']

export function areaValues({ code, level, country, province, municipality, district }: AreaInput) {
  return [code, level, country, province, municipality, district]
}

const needColumns = [
  ['period', 'period'],
  ['total_households', 'totalHouseholds'],
  ['homes_let_period', 'homesLetPeriod'],
  ['homes_let', 'homesLet'],
  ['homes_let_to_focus_groups', 'homesLetToFocusGroups'],
  ['planned_deliveries', 'plannedDeliveries'],
  ['planned_deliveries_for_focus_groups', 'plannedDeliveriesForFocusGroups'],
  ['homes_available_per_year', 'homesAvailablePerYear'],
  ['homes_for_focus_groups_per_year', 'homesForFocusGroupsPerYear'],
  ['queue_left', 'queueLeft'],
  ['years_to_clear', 'yearsToClear'],
] as const

/** The columns of a need, in the order of `needRow`. */
export const needRowColumns = [
  ...areaColumns,
  ...['distinct_least', 'distinct_most'],
  ...needColumns.map(([column]) => column),
  ...['groups', 'competition', 'unavailable'],
]

export function needRow(area: AreaInput, need: Need) {
  return [
    ...areaValues(area),
    need.distinctHouseholds.lower,
    need.distinctHouseholds.upper,
    ...needColumns.map(([, field]) => need[field]),
    writeGroups(need.groups),
    writeCompetition(need.competition),
    asJson(need.unavailable.map(({ field, reason }) => [field, reason])),
  ]
}

export function asJson(value: unknown): string {
  return JSON.stringify(value)
}

/** The real country where anything is known of it, else the synthetic one: real codes sort first. */
function rankedCountry({ areas, needs, loads }: Results): string | null {
  const computed = areas.filter(({ code }) => needs.has(code) || loads.WITH_ORIGIN.has(code))
  return computed
    .flatMap(({ country }) => country ?? [])
    .reduce<string | null>((first, code) => (first === null || code < first ? code : first), null)
}
