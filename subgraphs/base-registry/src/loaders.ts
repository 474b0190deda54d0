/**
 * Loads areas for one request. An area's parents come with it in the same statement, so walking up the hierarchy costs nothing more.
 * A code that does not exist is null.
 */
import DataLoader from 'dataloader'
import type { Page, PageRequest } from '@samenhang/subgraph-kit/connection'
import { groupBy } from '@samenhang/subgraph-kit/loader'
import type { AreaRow, AreaStore, Within } from './store.ts'

export interface AreaLoaders {
  area(code: string): Promise<AreaRow | null>
  within(code: string, within: Within, page: PageRequest): Promise<Page<AreaRow>>
  periods(code: string): Promise<readonly number[]>
}

interface PageKey {
  readonly code: string
  readonly within: Within
  readonly page: PageRequest
}

export function createAreaLoaders(store: AreaStore): AreaLoaders {
  const areas = new DataLoader<string, AreaRow | null>(async (codes) => {
    const rows = new Map((await store.withParents(codes)).map((row) => [row.code, row]))
    for (const [code, row] of rows) areas.prime(code, row)
    return codes.map((code) => rows.get(code) ?? null)
  })
  const pages = new DataLoader<PageKey, Page<AreaRow>, string>(
    async (keys) => {
      const groups = groupBy(keys, ({ within, page }) => JSON.stringify([within, page]))
      const pagesByGroup = new Map<string, ReadonlyMap<string, Page<AreaRow>>>()
      for (const [group, [first, ...rest]] of groups) {
        if (!first) continue
        const codes = [first, ...rest].map(({ code }) => code)
        pagesByGroup.set(group, await store.within(codes, first.within, first.page))
      }
      return keys.map(
        ({ code, within, page }) =>
          pagesByGroup.get(JSON.stringify([within, page]))?.get(code) ?? { rows: [], total: 0 },
      )
    },
    { cacheKeyFn: (key) => JSON.stringify(key) },
  )
  const periods = new DataLoader<string, readonly number[]>(async (codes) => {
    const periodsByCode = await store.periods(codes)
    return codes.map((code) => periodsByCode.get(code) ?? [])
  })
  return {
    area: (code) => areas.load(code),
    within: (code, within, page) => pages.load({ code, within, page }),
    periods: (code) => periods.load(code),
  }
}
