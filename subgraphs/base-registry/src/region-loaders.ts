/**
 * Loads regions for one request: whatever a request asks of regions or of the regions of municipalities is read together. A code that does
 * not exist is null; a year that no region is loaded of is PERIOD_NOT_PUBLISHED.
 */
import DataLoader from 'dataloader'
import type { Page, PageRequest } from '@samenhang/subgraph-kit/connection'
import type { Database } from '@samenhang/subgraph-kit/database'
import { readDatasets, type Dataset } from '@samenhang/subgraph-kit/datasets'
import { HubError } from '@samenhang/subgraph-kit/errors'
import { groupBy } from '@samenhang/subgraph-kit/loader'
import { sourceStoreOf, type Source } from '@samenhang/subgraph-kit/source'
import { sourceLoader } from '@samenhang/subgraph-kit/source-loader'
import { countedRegions, createRegionStore, type Membership, type RegionRow } from './region-store.ts'

export interface RegionLoaders {
  /** The region in a year, or in its newest. */
  region(code: string, period: number | null): Promise<RegionRow | null>
  /** The regions that a municipality lies in, by kind; without a year, in the newest of each kind that has it. */
  regionsOf(municipality: string, membership: Membership): Promise<readonly RegionRow[]>
  /** The codes of the municipalities of a region in its year, in order. */
  membersOf(region: RegionRow): Promise<readonly string[]>
  regionPeriods(code: string): Promise<readonly number[]>
  regionPage(membership: Membership, page: PageRequest): Promise<Page<RegionRow>>
  regionSource(id: number): Promise<Source>
  regionDatasets(): Promise<Dataset[]>
}

interface RegionKey {
  readonly code: string
  readonly period: number | null
}

interface MembershipKey {
  readonly municipality: string
  readonly membership: Membership
}

export function regionLoaders(database: Database): () => RegionLoaders {
  const store = createRegionStore(database)
  const sources = sourceStoreOf(database)
  return () => {
    let loaded: Promise<readonly number[]> | undefined
    /** Only where nothing was found, so an answer costs no statement more. */
    const checkPeriod = async (period: number | null) => {
      if (period === null) return
      const periods = await (loaded ??= store.loadedPeriods())
      if (!periods.includes(period)) throw notLoaded(period, periods)
    }
    const regions = new DataLoader<RegionKey, RegionRow | null, string>(
      async (keys) => {
        const rows = new Map<string, RegionRow>()
        for (const [period, group] of groupBy(keys, (key) => key.period)) {
          const codes = group.map(({ code }) => code)
          for (const row of await store.byCodes(codes, period)) rows.set(`${row.code} ${String(period)}`, row)
        }
        return keys.map(({ code, period }) => rows.get(`${code} ${String(period)}`) ?? null)
      },
      { cacheKeyFn: ({ code, period }) => `${code} ${String(period)}` },
    )
    const memberships = new DataLoader<MembershipKey, readonly RegionRow[], string>(
      async (keys) => {
        const groupKey = ({ membership: { kind, period } }: MembershipKey) => JSON.stringify([kind, period])
        const found = new Map<string, RegionRow[]>()
        for (const [group, [first, ...rest]] of groupBy(keys, groupKey)) {
          if (!first) continue
          const codes = [first, ...rest].map(({ municipality }) => municipality)
          for (const row of await store.ofMunicipalities(codes, first.membership)) {
            const key = `${row.municipality} ${group}`
            found.set(key, [...(found.get(key) ?? []), row])
          }
        }
        return keys.map((key) => found.get(`${key.municipality} ${groupKey(key)}`) ?? [])
      },
      { cacheKeyFn: (key) => JSON.stringify(key) },
    )
    const members = byCode(store.members, ({ period, municipality }) => ({ period, municipality }))
    const periods = byCode(store.periods, ({ period }) => period)
    return {
      async region(code, period) {
        const row = await regions.load({ code, period })
        if (row === null) await checkPeriod(period)
        return row
      },
      async regionsOf(municipality, membership) {
        const rows = await memberships.load({ municipality, membership })
        if (rows.length === 0) await checkPeriod(membership.period)
        return rows
      },
      async membersOf({ code, period }) {
        const all = await members.load(code)
        return all.filter((member) => member.period === period).map(({ municipality }) => municipality)
      },
      regionPeriods: (code) => periods.load(code),
      async regionPage(membership, page) {
        const found = await store.page(membership, page)
        if (found.total === 0) await checkPeriod(membership.period)
        return found
      },
      regionSource: sourceLoader(sources),
      regionDatasets: () => readDatasets(database, sources, countedRegions),
    }
  }
}

function byCode<Row extends { readonly code: string }, Value>(
  read: (codes: readonly string[]) => Promise<Row[]>,
  valueOf: (row: Row) => Value,
): DataLoader<string, readonly Value[]> {
  return new DataLoader(async (codes) => {
    const rows = groupBy(await read(codes), ({ code }) => code)
    return codes.map((code) => (rows.get(code) ?? []).map(valueOf))
  })
}

function notLoaded(period: number, periods: readonly number[]): HubError {
  const rest = periods.length === 0 ? 'none are loaded yet' : `loaded are those of ${periods.join(', ')}`
  return new HubError('PERIOD_NOT_PUBLISHED', `No regions of ${String(period)}; ${rest}.`, {
    period,
    latest: periods.at(-1) ?? null,
  })
}
