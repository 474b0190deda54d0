/**
 * Loads the figures of areas for one request: all areas that a request asks of are read together.
 * A miss is null; a year that nobody loaded is PERIOD_NOT_PUBLISHED for the areas that asked for it and for no other.
 */
import DataLoader from 'dataloader'
import { HubError } from '../errors/errors.ts'
import { Lru } from '../async/lru.ts'
import { figureReader, type FigureColumns, type FigureReader } from './figure-reader.ts'
import { storedColumns, type Profile } from './indicator.ts'
import type { ProfileRow, ProfileStore } from './profile-store.ts'
import { sourceLoader } from './source-loader.ts'
import { sourceStoreOf, type Source } from './source.ts'

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
  readonly store: ProfileStore
  readonly code: string
  readonly period: number | null
}

/** The rows of one request, whichever of the subgraph's profiles they are of: those that are asked at one moment are read together. */
type RowLoader = DataLoader<Key, ProfileRow | null, string>

/** Reads all figures of these profiles. */
type ReaderOf = (profiles: readonly Profile[]) => FigureReader

/** The loaders of a request: one for each of the profiles of the subgraph `name`, by its field on Area. */
export function profileLoaders(
  stores: readonly ProfileStore[],
  name: string,
): () => Readonly<Record<string, ProfileLoader>> {
  const [first] = stores
  if (!first) return () => ({})
  const { database } = first
  const readers = new Lru<string, FigureReader>(100, 100)
  const readerOf: ReaderOf = (profiles) => {
    const fields = profiles.map(({ areaField }) => areaField).join(' ')
    const known = readers.get(fields)
    if (known) return known
    const reader = figureReader(database, profiles.map(allColumns))
    readers.set(fields, reader, 1)
    return reader
  }
  return () => {
    const rows: RowLoader = new DataLoader<Key, ProfileRow | null, string>(
      (keys) => loadRows(name, keys, readerOf),
      { cacheKeyFn: ({ store, code, period }) => `${store.profile.areaField} ${code} ${String(period)}` },
    )
    const source = sourceLoader(sourceStoreOf(database))
    return Object.fromEntries(
      stores.map((store) => [store.profile.areaField, createProfileLoader(store, rows, source)]),
    )
  }
}

function allColumns(profile: Profile): FigureColumns {
  const columns = ['period', 'source_id', ...storedColumns(profile).map(({ column }) => column)]
  return { profile, columns, tellsNulls: false }
}

function createProfileLoader(
  store: ProfileStore,
  rows: RowLoader,
  source: ReturnType<typeof sourceLoader>,
): ProfileLoader {
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
  return {
    store,
    load: (code, period) => rows.load({ store, code, period }),
    series: (code, from, to) => runs.load({ code, from, to }),
    source: (row) => source(row.sourceId),
    async sources(row) {
      const { parts } = await source(row.sourceId)
      const figureSources = await Promise.all(
        parts.map(async ({ id, fields }) => ({
          source: await source(id),
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

/** Rows of one year, or the newest where it is null, of one profile. */
interface Asked {
  readonly store: ProfileStore
  readonly period: number | null
  readonly codes: readonly string[]
}

async function loadRows(
  name: string,
  keys: readonly Key[],
  readerOf: ReaderOf,
): Promise<(ProfileRow | null | HubError)[]> {
  const nameOf = ({ store, period }: Pick<Key, 'store' | 'period'>) =>
    `${store.profile.areaField} ${String(period)}`
  const asked = [...groupBy(keys, nameOf).values()].flatMap((group): Asked[] => {
    const [first] = group
    return first ? [{ ...first, codes: group.map(({ code }) => code) }] : []
  })
  const found = new Map<string, ReadonlyMap<string, ProfileRow>>()
  const refused = new Map<string, HubError>()
  // Of the same areas, so that one statement has them all.
  for (const ofSameAreas of groupBy(asked, ({ codes }) => codes.join(' ')).values()) {
    const rows = await readFigures(ofSameAreas, readerOf)
    for (const [index, one] of ofSameAreas.entries()) {
      const ofOne = rows[index] ?? new Map<string, ProfileRow>()
      found.set(nameOf(one), ofOne)
      if (one.period === null || ofOne.size > 0) continue
      const { loaded, latest } = await one.store.coverage(one.period)
      if (!loaded) refused.set(nameOf(one), notPublished(name, one.period, latest))
    }
  }
  return keys.map((key) => found.get(nameOf(key))?.get(key.code) ?? refused.get(nameOf(key)) ?? null)
}

/** All figures of the same areas, by area, for each in its order. */
async function readFigures(
  asked: readonly Asked[],
  readerOf: ReaderOf,
): Promise<readonly ReadonlyMap<string, ProfileRow>[]> {
  const profiles = asked.map(({ store }) => store.profile)
  const rows = await readerOf(profiles)(
    asked[0]?.codes ?? [],
    asked.map(({ period }) => period),
  )
  return profiles.map((profile, index) => {
    const fields = ['code', 'period', 'sourceId', ...storedColumns(profile).map(({ field }) => field)]
    return new Map(
      (rows[index] ?? []).map((row) => [
        String(row[0]),
        Object.fromEntries(fields.map((field, at) => [field, row[at]])) as unknown as ProfileRow,
      ]),
    )
  })
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
