/**
 * Every query about the supply of homes, and the shape of its rows. One statement each, whatever the number of areas.
 * Figures of the housing stock are the kit's profile store; batching belongs to loaders.ts; writing to the formats.
 */
import type { Page, PageRequest } from '@samenhang/subgraph-kit/connection'
import type { Database } from '@samenhang/subgraph-kit/database'
import type { CountedTable } from '@samenhang/subgraph-kit/datasets'
import type { HousingProjectKind, HousingProjectPhase } from './generated/resolver-types.ts'
import { columnOf, recipients, type Recipient } from './recipients.ts'

/** Homes let in one area and year, by recipient: null where withheld. */
export type AllocationRow = Readonly<Record<Recipient, number | null>> & {
  readonly code: string
  readonly period: number
  readonly sourceId: number
  readonly total: number | null
  /** Columns of recipients that the file did not tell apart, by spaces: these are no withheld ones. */
  readonly absent: string | null
}

/** Homes of projects that are under way in an area, by the year they are planned for; without a year those not planned. */
export interface DeliveryRow {
  readonly code: string
  readonly year: number | null
  readonly homes: number
  /** Of these, in projects that name a focus group. */
  readonly toGroups: number
}

export interface GrantRow {
  readonly code: string
  readonly scheme: string
  readonly year: number
  readonly euro: number
  readonly homesToAccelerate: number | null
  readonly homesDelivered: number | null
  readonly sourceId: number
}

export interface ProjectRow {
  readonly id: string
  readonly name: string
  readonly code: string
  readonly forGroups: number
  readonly kind: HousingProjectKind
  readonly homes: number
  readonly supportArranged: number
  readonly supportBy: string | null
  readonly phase: HousingProjectPhase
  readonly objections: number
  readonly views: number | null
  readonly formalObjections: number | null
  readonly objectionsSince: string | null
  readonly appeals: number | null
  readonly plannedDelivery: string | null
  readonly delivered: string | null
  readonly sourceId: number
}

/** Distinct households over all groups; null where withheld. */
export interface OverlapRow {
  readonly code: string
  readonly period: number
  readonly households: number | null
  readonly sourceId: number
}

/** Conditions on projects: null is none. */
export interface ProjectFilter {
  /** Bits of groups, of which a project must have at least one. */
  readonly forGroups: number | null
  readonly kinds: readonly HousingProjectKind[] | null
  readonly phases: readonly HousingProjectPhase[] | null
}

/** What is loaded of one table, year and source; for projects the year is that of the source. */
export const countedSupply: readonly CountedTable[] = [
  {
    table: 'allocation',
    kind: 'LETTINGS',
    counts: 'select source_id, period, count(*) as areas from allocation group by source_id, period',
  },
  {
    table: 'municipal_grant',
    kind: 'GRANTS',
    counts:
      'select source_id, year as period, count(distinct code) as areas from municipal_grant group by source_id, year',
  },
  {
    table: 'housing_project',
    kind: 'PROJECTS',
    counts:
      'select source_id, null as period, count(distinct code) as areas from housing_project group by source_id',
  },
  {
    table: 'no_housing_project',
    kind: 'PROJECTS',
    counts: 'select source_id, null as period, count(*) as areas from no_housing_project group by source_id',
  },
  {
    table: 'focus_group_overlap',
    kind: 'GROUP_OVERLAP',
    counts: 'select source_id, period, count(*) as areas from focus_group_overlap group by source_id, period',
  },
]

export interface SupplyStore {
  /** The newest year with allocations of each area. By primary key. */
  newestAllocations(codes: readonly string[]): Promise<AllocationRow[]>
  /** The allocations of one year. By primary key. */
  allocationsOf(codes: readonly string[], period: number): Promise<AllocationRow[]>
  /** A row for each area and year that projects are planned for, one at least where any project is known or known to be none. By primary keys. */
  deliveries(codes: readonly string[]): Promise<DeliveryRow[]>
  /** The newest year first. By primary key. */
  grants(codes: readonly string[]): Promise<GrantRow[]>
  /** The newest year of each area. By primary key. */
  overlaps(codes: readonly string[]): Promise<OverlapRow[]>
  /** A page of the projects within each area, by id. By primary key of housing_project_area. */
  projectsWithin(
    codes: readonly string[],
    filter: ProjectFilter,
    page: PageRequest,
  ): Promise<ReadonlyMap<string, Page<ProjectRow>>>
  /** A page of all projects, by id. */
  allProjects(filter: ProjectFilter, page: PageRequest): Promise<Page<ProjectRow>>
}

const allocationColumns = recipients
  .map((recipient) => `a.${columnOf(recipient)} as "${recipient}"`)
  .join(', ')
const allocations = `select a.code, a.period, a.source_id as "sourceId", a.total, a.absent, ${allocationColumns} from allocation a`

const project = `p.id, p.name, p.code, p.for_groups as "forGroups", p.kind, p.homes, p.support_arranged as "supportArranged",
  p.support_by as "supportBy", p.phase, p.objections, p.views,
  p.formal_objections as "formalObjections", p.appeals, p.objections_since as "objectionsSince", p.planned_delivery as "plannedDelivery", p.delivered, p.source_id as "sourceId"`

export function createSupplyStore(database: Database): SupplyStore {
  const id = database.bytewise('p.id')

  /** Rows up to the cursor stand last in the numbering, only so that the total is known on every page. */
  const page = (parent: string, from: string) =>
    `select ${project}, numbered.parent, numbered.total from (
       select ${parent} as parent, p.id, cast(count(*) over (partition by ${parent}) as integer) as total,
         row_number() over (partition by ${parent} order by case when ${id} > ? then 0 else 1 end, ${id}) as place
       from ${from} and (? = 1 or (p.for_groups & ?) <> 0)
         and (? = 1 or ${database.among('p.kind')}) and (? = 1 or ${database.among('p.phase')})
     ) numbered cross join housing_project p
     where p.id = numbered.id and numbered.place <= ? order by numbered.parent, numbered.place`

  async function read(
    sql: string,
    codes: readonly string[] | null,
    { forGroups, kinds, phases }: ProjectFilter,
    { first, after }: PageRequest,
  ): Promise<ReadonlyMap<string, Page<ProjectRow>>> {
    const rows = await database.all<ProjectRow & { parent: string; total: number }>(sql, [
      after ?? '',
      ...(codes ? [database.keys(codes)] : []),
      forGroups === null ? 1 : 0,
      forGroups ?? 0,
      kinds === null ? 1 : 0,
      database.keys(kinds ?? []),
      phases === null ? 1 : 0,
      database.keys(phases ?? []),
      first + 1,
    ])
    const pages = new Map<string, { rows: ProjectRow[]; total: number }>()
    for (const row of rows) {
      const of = pages.get(row.parent) ?? { rows: [], total: row.total }
      if (after === null || row.id > after) of.rows.push(row)
      pages.set(row.parent, of)
    }
    return pages
  }

  const within = page(
    'w.area_code',
    `housing_project_area w join housing_project p on p.id = w.project_id where ${database.among('w.area_code')}`,
  )
  const everywhere = page(`'*'`, 'housing_project p where true')

  return {
    newestAllocations: (codes) =>
      database.all(
        `${allocations} where ${database.among('a.code')}
           and a.period = (select max(n.period) from allocation n where n.code = a.code)`,
        [database.keys(codes)],
      ),
    allocationsOf: (codes, period) =>
      database.all(`${allocations} where ${database.among('a.code')} and a.period = ?`, [
        database.keys(codes),
        period,
      ]),
    deliveries: (codes) =>
      database.all(
        `select code, year, cast(sum(homes) as integer) as homes, cast(sum(to_groups) as integer) as "toGroups" from (
           select w.area_code as code, p.homes, case when p.for_groups = 0 then 0 else p.homes end as to_groups, case when p.phase not in ('DELIVERED', 'STOPPED')
             then cast(substr(p.planned_delivery, 1, 4) as integer) end as year
           from housing_project_area w join housing_project p on p.id = w.project_id
           where ${database.among('w.area_code')}
           union all
           select code, 0, 0, null from no_housing_project where ${database.among('code')}
         ) planned group by code, year`,
        [database.keys(codes), database.keys(codes)],
      ),
    grants: (codes) =>
      database.all(
        `select g.code, g.scheme, g.year, g.euro, g.homes_to_accelerate as "homesToAccelerate",
           g.homes_delivered as "homesDelivered", g.source_id as "sourceId"
         from municipal_grant g where ${database.among('g.code')}
         order by g.code, g.year desc, ${database.bytewise('g.scheme')}`,
        [database.keys(codes)],
      ),
    overlaps: (codes) =>
      database.all(
        `select o.code, o.period, o.households, o.source_id as "sourceId" from focus_group_overlap o
         where ${database.among('o.code')}
           and o.period = (select max(n.period) from focus_group_overlap n where n.code = o.code)`,
        [database.keys(codes)],
      ),
    projectsWithin: (codes, filter, request) => read(within, codes, filter, request),
    async allProjects(filter, request) {
      return (await read(everywhere, null, filter, request)).get('*') ?? { rows: [], total: 0 }
    },
  }
}
