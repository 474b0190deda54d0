/**
 * The resolvers of supply, grants and projects: of fields on Area and of their own types. Each is one call; a rule belongs to the
 * store, the loaders or the function below that is named for it.
 */
import { parseAreaCode } from '@samenhang/subgraph-kit/area-code'
import { readPageRequest, toConnection, type Connection } from '@samenhang/subgraph-kit/connection'
import type { SubgraphContext } from '@samenhang/subgraph-kit/subgraph'
import type {
  Allocation,
  FocusGroup,
  HousingProjectKind,
  HousingProjectPhase,
  MissingFigure,
} from './generated/resolver-types.ts'
import type { Deliveries, SupplyLoaders } from './loaders.ts'
import { absentIn } from './allocations.ts'
import { bitsOf, columnOf, groupsOf, recipients } from './recipients.ts'
import type { AllocationRow, GrantRow, OverlapRow, ProjectRow } from './store.ts'

export type SupplyContext = SubgraphContext & SupplyLoaders

/** The supply of one area and year; `row` is null where there are no allocations of that year. */
interface Supply {
  readonly code: string
  readonly period: number
  readonly row: AllocationRow | null
}

interface ProjectArguments {
  readonly forGroups?: readonly FocusGroup[] | null
  readonly kinds?: readonly HousingProjectKind[] | null
  readonly phases?: readonly HousingProjectPhase[] | null
  readonly first: number
  readonly after?: string | null
}

export const areaSupplyResolvers = {
  housingSupply: async (
    { code }: { code: string },
    { period = null }: { period?: number | null },
    { allocations, deliveries }: SupplyContext,
  ): Promise<Supply | null> => {
    const row = await allocations(code, period)
    if (row) return { code, period: row.period, row }
    return period !== null && (await deliveries(code)) ? { code, period, row } : null
  },
  focusGroupOverlap: ({ code }: { code: string }, _: unknown, { overlap }: SupplyContext) => overlap(code),
  grants: ({ code }: { code: string }, _: unknown, { grants }: SupplyContext) => grants(code),
  housingProjects: ({ code }: { code: string }, pageArguments: ProjectArguments, context: SupplyContext) =>
    projectPage(code, pageArguments, context),
}

export const querySupplyResolvers = {
  housingProjects: (
    _: unknown,
    { within, ...pageArguments }: ProjectArguments & { within?: string | null },
    context: SupplyContext,
  ) => projectPage(within ? parseAreaCode(within) : null, pageArguments, context),
}

export const supplyResolvers = {
  HousingSupply: {
    allocations: ({ row }: Supply): readonly Allocation[] =>
      row
        ? recipients.map((recipient) => ({
            __typename: 'Allocation',
            group: recipient === 'NONE' ? null : recipient,
            homes: row[recipient],
          }))
        : [],
    homesLet,
    homesLetToFocusGroups,
    allocatedHomes: homesLet,
    plannedDeliveries: async (supply: Supply, _: unknown, { deliveries }: SupplyContext) =>
      plannedAfter(supply, await deliveries(supply.code))?.homes ?? null,
    plannedDeliveriesForFocusGroups: async (supply: Supply, _: unknown, { deliveries }: SupplyContext) =>
      plannedAfter(supply, await deliveries(supply.code))?.toGroups ?? null,
    source: ({ row }: Supply, _: unknown, { supplySource }: SupplyContext) =>
      row && supplySource(row.sourceId),
    missing: async (supply: Supply, _: unknown, { deliveries }: SupplyContext) =>
      missingOf(supply, await deliveries(supply.code)),
  },
  FocusGroupOverlap: {
    source: sourceOf,
    missing: ({ households }: OverlapRow): MissingFigure[] =>
      households === null ? [{ field: 'households', reason: 'SUPPRESSED' }] : [],
  },
  Grant: { source: sourceOf },
  HousingProject: {
    area: ({ code }: ProjectRow) => ({ __typename: 'Area', code }),
    forGroups: ({ forGroups }: ProjectRow) => groupsOf(forGroups),
    objectionsLodged: ({ objections, views, formalObjections, appeals }: ProjectRow) => ({
      total: objections,
      views,
      objections: formalObjections,
      appeals,
    }),
    supportArranged: ({ supportArranged }: ProjectRow) => supportArranged === 1,
    source: sourceOf,
  },
}

function homesLet({ row }: Supply): number | null {
  return row?.total ?? null
}

/** Of counts that are rounded and protected already, so it tells no more than they do. */
function homesLetToFocusGroups({ row }: Supply): number | null {
  return row === null || row.total === null || row.NONE === null ? null : Math.max(0, row.total - row.NONE)
}

function sourceOf(
  { sourceId }: GrantRow | OverlapRow | ProjectRow,
  _: unknown,
  { supplySource }: SupplyContext,
) {
  return supplySource(sourceId)
}

async function projectPage(
  code: string | null,
  { forGroups = null, kinds = null, phases = null, ...pageArguments }: ProjectArguments,
  { projects }: SupplyContext,
): Promise<Connection<ProjectRow> | null> {
  const page = readPageRequest(pageArguments)
  const projectRows = await projects(code, { forGroups: forGroups && bitsOf(forGroups), kinds, phases }, page)
  return projectRows && toConnection(page, projectRows, ({ id }) => id)
}

function plannedAfter({ period }: Supply, deliveries: Deliveries | null) {
  return deliveries && (deliveries.get(period + 1) ?? { homes: 0, toGroups: 0 })
}

function missingOf(supply: Supply, deliveries: Deliveries | null): MissingFigure[] {
  const { row } = supply
  const absent = absentIn(row?.absent)
  const missing: MissingFigure[] = []
  const add = (reason: MissingFigure['reason'], ...fields: readonly string[]) =>
    missing.push(...fields.map((field) => ({ field, reason })))
  for (const recipient of row ? recipients : [])
    if (row?.[recipient] === null)
      add(absent.includes(columnOf(recipient)) ? 'NOT_PUBLISHED' : 'SUPPRESSED', `allocations.${recipient}`)
  const why = row ? 'SUPPRESSED' : 'NOT_AVAILABLE'
  if (homesLet(supply) === null) add(why, 'homesLet')
  if (homesLetToFocusGroups(supply) === null) add(why, 'homesLetToFocusGroups')
  if (homesLet(supply) === null) add(why, 'allocatedHomes')
  if (!deliveries) add('NOT_AVAILABLE', 'plannedDeliveries', 'plannedDeliveriesForFocusGroups')
  return missing
}
