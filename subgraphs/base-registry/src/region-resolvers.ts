/** The resolvers of regions. Each is one call; a rule belongs to the store or the loaders. */
import { readPageRequest, toConnection, type Connection } from '@samenhang/subgraph-kit/connection'
import { HubError } from '@samenhang/subgraph-kit/errors'
import type { RegionKind } from './generated/resolver-types.ts'
import type { AreaLoaders } from './loaders.ts'
import { kindOfCode } from './region-kinds.ts'
import type { RegionLoaders } from './region-loaders.ts'
import type { RegionRow } from './region-store.ts'
import type { AreaRow } from './store.ts'

export type RegionContext = RegionLoaders & Pick<AreaLoaders, 'area'>

interface PeriodArguments {
  readonly period?: number | null
}

interface MembershipArguments extends PeriodArguments {
  readonly kind?: RegionKind | null
}

interface PageArguments {
  readonly first: number
  readonly after?: string | null
}

export const regionRoots = {
  region: (
    _: unknown,
    { code, period = null }: PeriodArguments & { readonly code: string },
    { region }: RegionContext,
  ) => region(parseRegionCode(code), period),
  regions: async (
    _: unknown,
    { kind = null, period = null, ...pageArguments }: MembershipArguments & PageArguments,
    { regionPage }: RegionContext,
  ): Promise<Connection<RegionRow>> => {
    const page = readPageRequest(pageArguments)
    return toConnection(page, await regionPage({ kind, period }, page), ({ code }) => code)
  },
}

export const municipalityRegions = {
  regions: (
    { code }: AreaRow,
    { kind = null, period = null }: MembershipArguments,
    { regionsOf }: RegionContext,
  ) => regionsOf(code, { kind, period }),
}

export const regionResolvers = {
  Region: {
    __resolveReference: ({ code }: { readonly code: string }, { region }: RegionContext) =>
      region(parseRegionCode(code), null),
    country: ({ countryCode }: RegionRow, _: unknown, { area }: RegionContext) => area(countryCode),
    periods: ({ code }: RegionRow, _: unknown, { regionPeriods }: RegionContext) => regionPeriods(code),
    municipalityCodes: (row: RegionRow, _: unknown, { membersOf }: RegionContext) => membersOf(row),
    municipalities: membersPage,
    source: ({ sourceId }: RegionRow, _: unknown, { regionSource }: RegionContext) => regionSource(sourceId),
  },
}

async function membersPage(
  row: RegionRow,
  pageArguments: PageArguments,
  { membersOf, area }: RegionContext,
): Promise<Connection<AreaRow>> {
  const page = readPageRequest(pageArguments)
  const codes = await membersOf(row)
  const next = codes.filter((code) => page.after === null || code > page.after).slice(0, page.first + 1)
  const rows = await Promise.all(next.map((code) => area(code)))
  const known = rows.filter((member) => member !== null)
  return toConnection(page, { rows: known, total: codes.length }, ({ code }) => code)
}

/** Throws HubError BAD_ARGUMENT. */
function parseRegionCode(text: string): string {
  const code = text.trim()
  if (kindOfCode(code)) return code
  const problem = `"${code.slice(0, 20)}" is not the code of a region; expected one such as AM18 or GG0706.`
  throw new HubError('BAD_ARGUMENT', problem)
}
