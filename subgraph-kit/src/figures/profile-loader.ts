/**
 * Loads the figures of areas for one request: all areas that a request asks of are read together.
 * A miss is null; a year that nobody loaded is PERIOD_NOT_PUBLISHED for the areas that asked for it and for no other.
 */
import DataLoader from 'dataloader'
import { HubError } from '../errors/errors.ts'
import type { ProfileRow, ProfileStore } from './profile-store.ts'
import type { Source } from './source.ts'

/** The loaders of one profile in one request. */
export interface ProfileLoader {
  readonly store: ProfileStore
  /** The figures of a year, or the newest without one; null where the area has none. */
  load(code: string, period: number | null): Promise<ProfileRow | null>
  /** The figures of the years `from` to `to` that there are, oldest first. */
  series(code: string, from: number, to: number): Promise<readonly ProfileRow[]>
  /** The import that the row is of; the newest of them where it has parts of several. */
  source(row: ProfileRow): Promise<Source>
  /** Which of the profile's figures are of which import, the newest import first. */
  sources(row: ProfileRow): Promise<readonly FigureSource[]>
}

/** An import, and the fields of the profile that it gave a row. */
export interface FigureSource {
  readonly source: Source
  readonly fields: readonly string[]
}

interface Key {
  readonly code: string
  readonly period: number | null
}

export function createProfileLoader(store: ProfileStore, name: string): ProfileLoader {
  const rows = new DataLoader<Key, ProfileRow | null, string>((keys) => loadRows(store, name, keys), {
    cacheKeyFn: ({ code, period }) => `${code} ${String(period)}`,
  })
  const runs = new DataLoader<{ code: string; from: number; to: number }, readonly ProfileRow[], string>(
    async (keys) => {
      const rowsByKey = new Map<string, ProfileRow[]>()
      for (const group of groupBy(keys, ({ from, to }) => `${String(from)} ${String(to)}`).values()) {
        const [first] = group
        if (!first) continue
        for (const row of await store.series(
          group.map(({ code }) => code),
          first.from,
          first.to,
        )) {
          const key = `${row.code} ${String(first.from)} ${String(first.to)}`
          rowsByKey.set(key, [...(rowsByKey.get(key) ?? []), row])
        }
      }
      return keys.map(({ code, from, to }) => rowsByKey.get(`${code} ${String(from)} ${String(to)}`) ?? [])
    },
    { cacheKeyFn: ({ code, from, to }) => `${code} ${String(from)} ${String(to)}` },
  )
  const sources = new DataLoader<number, Source>(async (ids) => {
    const sourcesById = await store.sources(ids)
    return ids.map((id) => sourcesById.get(id) ?? new Error(`No source ${String(id)}`))
  })
  return {
    store,
    load: (code, period) => rows.load({ code, period }),
    series: (code, from, to) => runs.load({ code, from, to }),
    source: (row) => sources.load(row.sourceId),
    async sources(row) {
      const { parts } = await sources.load(row.sourceId)
      const figureSources = await Promise.all(
        parts.map(async ({ id, fields }) => ({
          source: await sources.load(id),
          fields: fieldsOf(store, new Set(fields)),
        })),
      )
      return figureSources
        .filter(({ fields }) => fields.length > 0)
        .sort((a, b) => (a.source.retrievedAt < b.source.retrievedAt ? 1 : -1))
    },
  }
}

/** Those of the fields that are the profile's, in its order. */
function fieldsOf({ profile }: ProfileStore, fields: ReadonlySet<string>): readonly string[] {
  return profile.indicators.map(({ field }) => field).filter((field) => fields.has(field))
}

async function loadRows(
  store: ProfileStore,
  name: string,
  keys: readonly Key[],
): Promise<(ProfileRow | null | HubError)[]> {
  const rowsByKey = new Map<string, ProfileRow>()
  const refused = new Map<number, HubError>()
  for (const [period, group] of groupBy(keys, (key) => key.period)) {
    const codes = group.map(({ code }) => code)
    const rows = period === null ? await store.latest(codes) : await store.ofPeriod(codes, period)
    for (const row of rows) rowsByKey.set(`${row.code} ${String(period)}`, row)
    if (period === null || rows.length > 0) continue
    const { loaded, latest } = await store.coverage(period)
    if (!loaded) refused.set(period, notPublished(name, period, latest))
  }
  return keys.map(
    ({ code, period }) =>
      rowsByKey.get(`${code} ${String(period)}`) ?? (period === null ? null : (refused.get(period) ?? null)),
  )
}

function notPublished(name: string, period: number, latest: number | null): HubError {
  const rest = latest === null ? 'nothing is loaded yet' : `the latest are of ${String(latest)}`
  return new HubError('PERIOD_NOT_PUBLISHED', `No ${name} figures for ${String(period)}; ${rest}.`, {
    period,
    latest,
  })
}

/** The values by key, in order of first appearance. */
export function groupBy<Value, Key>(
  values: readonly Value[],
  keyOf: (value: Value) => Key,
): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>()
  for (const value of values) {
    const group = groups.get(keyOf(value))
    if (group) group.push(value)
    else groups.set(keyOf(value), [value])
  }
  return groups
}
