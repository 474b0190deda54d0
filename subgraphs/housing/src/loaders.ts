/**
 * Loads the supply of homes for one request: whatever areas a request asks of are read together.
 * Null says that nothing is known of an area: no allocations, no grants, no projects or a level that has none.
 */
import DataLoader from 'dataloader'
import { levelOf, parentsOf } from '@samenhang/subgraph-kit/area-code'
import type { Page, PageRequest } from '@samenhang/subgraph-kit/connection'
import type { Database } from '@samenhang/subgraph-kit/database'
import { readDatasets, type Dataset } from '@samenhang/subgraph-kit/datasets'
import { groupBy } from '@samenhang/subgraph-kit/loader'
import { sourceStoreOf, type Source } from '@samenhang/subgraph-kit/source'
import { sourceLoader } from '@samenhang/subgraph-kit/source-loader'
import { countedTasks } from './status-holder-task-store.ts'
import {
  countedSupply,
  createSupplyStore,
  type AllocationRow,
  type GrantRow,
  type OverlapRow,
  type ProjectFilter,
  type ProjectRow,
} from './store.ts'

/** The homes an area is to get, by year: all, and those in projects that name a focus group. */
export type Deliveries = ReadonlyMap<number, { readonly homes: number; readonly toGroups: number }>

export interface SupplyLoaders {
  /** The allocations of a year, or of the newest without one. */
  allocations(code: string, period: number | null): Promise<AllocationRow | null>
  /** Null for a province, and where the municipality neither has projects nor says that it has none. */
  deliveries(code: string): Promise<Deliveries | null>
  grants(code: string): Promise<readonly GrantRow[] | null>
  /** Projects within an area, or all without one. Null for a province. */
  projects(code: string | null, filter: ProjectFilter, page: PageRequest): Promise<Page<ProjectRow> | null>
  overlap(code: string): Promise<OverlapRow | null>
  supplySource(id: number): Promise<Source>
  /** Of allocations, grants, projects and tasks. */
  supplyDatasets(): Promise<Dataset[]>
}

interface Year {
  readonly code: string
  readonly period: number | null
}

interface ProjectPage {
  readonly code: string
  readonly filter: ProjectFilter
  readonly page: PageRequest
}

export function supplyLoaders(database: Database): () => SupplyLoaders {
  const store = createSupplyStore(database)
  const sources = sourceStoreOf(database)
  return () => {
    const allocations = new DataLoader<Year, AllocationRow | null, string>(
      async (keys) => {
        const rowsByKey = new Map<string, AllocationRow>()
        for (const [period, group] of groupBy(keys, (key) => key.period)) {
          const codes = group.map(({ code }) => code)
          const rows = await (period === null
            ? store.newestAllocations(codes)
            : store.allocationsOf(codes, period))
          for (const row of rows) rowsByKey.set(keyOf({ code: row.code, period }), row)
        }
        return keys.map((key) => rowsByKey.get(keyOf(key)) ?? null)
      },
      { cacheKeyFn: keyOf },
    )
    const deliveries = new DataLoader<string, Deliveries | null>(async (codes) => {
      const rows = await store.deliveries([...new Set([...codes, ...codes.map(municipalityOf)])])
      const deliveriesByCode = groupBy(rows, ({ code }) => code)
      return codes.map((code) =>
        deliveriesByCode.has(municipalityOf(code))
          ? new Map((deliveriesByCode.get(code) ?? []).map((row) => [row.year ?? 0, row]))
          : null,
      )
    })
    const grants = new DataLoader<string, readonly GrantRow[] | null>(async (codes) => {
      const grantsByCode = groupBy(await store.grants(codes), ({ code }) => code)
      return codes.map((code) => grantsByCode.get(code) ?? null)
    })
    const overlaps = new DataLoader<string, OverlapRow | null>(async (codes) => {
      const overlapsByCode = new Map((await store.overlaps(codes)).map((row) => [row.code, row]))
      return codes.map((code) => overlapsByCode.get(code) ?? null)
    })
    const projects = new DataLoader<ProjectPage, Page<ProjectRow>, string>(
      async (keys) => {
        const groupKey = ({ filter, page }: ProjectPage) => JSON.stringify([filter, page])
        const pagesByGroup = new Map<string, ReadonlyMap<string, Page<ProjectRow>>>()
        for (const [group, [first, ...rest]] of groupBy(keys, groupKey)) {
          if (!first) continue
          const codes = [first, ...rest].map(({ code }) => code)
          pagesByGroup.set(group, await store.projectsWithin(codes, first.filter, first.page))
        }
        return keys.map((key) => pagesByGroup.get(groupKey(key))?.get(key.code) ?? { rows: [], total: 0 })
      },
      { cacheKeyFn: (key) => JSON.stringify(key) },
    )
    return {
      allocations: (code, period) => allocations.load({ code, period }),
      deliveries: async (code) => (levelOf(code) === 'PROVINCE' ? null : deliveries.load(code)),
      grants: async (code) => (levelOf(code) === 'MUNICIPALITY' ? grants.load(code) : null),
      async projects(code, filter, page) {
        if (code === null) return store.allProjects(filter, page)
        return levelOf(code) === 'PROVINCE' ? null : projects.load({ code, filter, page })
      },
      overlap: (code) => overlaps.load(code),
      supplySource: sourceLoader(sources),
      supplyDatasets: () => readDatasets(database, sources, [...countedSupply, countedTasks]),
    }
  }
}

function keyOf({ code, period }: Year): string {
  return `${code} ${String(period)}`
}

/** The municipality an area lies in, the area itself where it is larger. */
function municipalityOf(code: string): string {
  return parentsOf(code).municipality ?? code
}
