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
import { bitsOf, groupsOf, recipients } from './recipients.ts'
import type { AllocationRow, GrantRow, ProjectRow } from './store.ts'

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
  grants: ({ code }: { code: string }, _: unknown, { grants }: SupplyContext) => grants(code),
  housingProjects: ({ code }: { code: string }, asked: ProjectArguments, context: SupplyContext) =>
    projectPage(code, asked, context),
}

export const querySupplyResolvers = {
  housingProjects: (
    _: unknown,
    { within, ...asked }: ProjectArguments & { within?: string | null },
    context: SupplyContext,
  ) => projectPage(within ? parseAreaCode(within) : null, asked, context),
}

export const supplyResolvers = {
  HousingSupply: {
    allocations: ({ row }: Supply): readonly Allocation[] =>
      row
        ? recipients.map((one) => ({
            __typename: 'Allocation',
            group: one === 'NONE' ? null : one,
            homes: row[one],
          }))
        : [],
    allocatedHomes: ({ row }: Supply) => row?.total ?? null,
    plannedDeliveries: async (supply: Supply, _: unknown, { deliveries }: SupplyContext) =>
      plannedAfter(supply, await deliveries(supply.code)),
    source: ({ row }: Supply, _: unknown, { supplySource }: SupplyContext) =>
      row && supplySource(row.sourceId),
    missing: async (supply: Supply, _: unknown, { deliveries }: SupplyContext) =>
      missingOf(supply, await deliveries(supply.code)),
  },
  Grant: { source: sourceOf },
  HousingProject: {
    area: ({ code }: ProjectRow) => ({ __typename: 'Area', code }),
    forGroups: ({ forGroups }: ProjectRow) => groupsOf(forGroups),
    supportArranged: ({ supportArranged }: ProjectRow) => supportArranged === 1,
    source: sourceOf,
  },
}

function sourceOf({ sourceId }: GrantRow | ProjectRow, _: unknown, { supplySource }: SupplyContext) {
  return supplySource(sourceId)
}

async function projectPage(
  code: string | null,
  { forGroups = null, kinds = null, phases = null, ...asked }: ProjectArguments,
  { projects }: SupplyContext,
): Promise<Connection<ProjectRow> | null> {
  const page = readPageRequest(asked)
  const found = await projects(code, { forGroups: forGroups && bitsOf(forGroups), kinds, phases }, page)
  return found && toConnection(page, found, ({ id }) => id)
}

function plannedAfter({ period }: Supply, deliveries: Deliveries | null): number | null {
  return deliveries && (deliveries.get(period + 1) ?? 0)
}

function missingOf({ row }: Supply, deliveries: Deliveries | null): MissingFigure[] {
  const withheld = row
    ? [
        ...recipients.filter((one) => row[one] === null).map((one) => `allocations.${one}`),
        ...(row.total === null ? ['allocatedHomes'] : []),
      ]
    : []
  const unknown = [...(row ? [] : ['allocatedHomes']), ...(deliveries ? [] : ['plannedDeliveries'])]
  return [
    ...withheld.map((field) => ({ field, reason: 'SUPPRESSED' as const })),
    ...unknown.map((field) => ({ field, reason: 'NOT_AVAILABLE' as const })),
  ]
}
