/**
 * Which areas there are now: codes come and go with boundaries, and one that is gone must not be compared with those of today.
 * A year counts as loaded once it has half as many areas of a level as the fullest year, so that an import of a single
 * municipality makes nobody else disappear.
 */
import { groupBy } from '@samenhang/subgraph-kit/loader'
import type { AreaInput } from './inputs.ts'

export function currentAreas(areas: readonly AreaInput[]): readonly AreaInput[] {
  const loaded = new Map<string, number>()
  for (const [kind, alike] of groupBy(areas, kindOf)) loaded.set(kind, newestLoaded(alike))
  const newestWithin = new Map<string, number>()
  for (const area of areas) {
    const key = regionKey(area)
    newestWithin.set(key, Math.max(area.newest, newestWithin.get(key) ?? 0))
  }
  return areas.filter(
    (area) =>
      area.newest >= (loaded.get(kindOf(area)) ?? 0) &&
      (area.municipality === null ||
        area.level === 'MUNICIPALITY' ||
        area.newest >= (newestWithin.get(regionKey(area)) ?? 0)),
  )
}

/** Areas that may be compared: of one level and one country. */
export function kindOf({ level, country }: AreaInput): string {
  return `${country ?? ''} ${level}`
}

function regionKey({ level, municipality }: AreaInput): string {
  return `${municipality ?? ''} ${level}`
}

function newestLoaded(alike: readonly AreaInput[]): number {
  const counts = [...groupBy(alike, ({ newest }) => newest)].map(([year, { length }]) => ({ year, length }))
  const most = Math.max(...counts.map(({ length }) => length))
  return Math.max(...counts.filter(({ length }) => 2 * length >= most).map(({ year }) => year))
}
