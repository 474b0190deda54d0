/**
 * The resolvers that every profile shares: its field and its run of years on Area, its source, and why a figure is missing.
 * All of them follow from the slice's declaration; what a domain adds beyond that stands in its own resolvers.ts.
 */
import { isPublishedFor, type Break, type Indicator } from './indicator.ts'
import type { CellReason } from './cell-reasons.ts'
import type { FigureSource, ProfileLoader } from './profile-loader.ts'
import { boundaryBreaksOf } from '../identifiers/municipal-changes.ts'
import type { Figure } from './figure.ts'
import { readDatasets, type Dataset } from './datasets.ts'
import { countedProfile, type ProfileRow } from './profile-store.ts'
import { sourceStoreOf, type Source } from './source.ts'
import type { SourceStatus } from '../statline/table.ts'

/** What these resolvers need of a request: a loader by the profile's field on Area. */
export interface ProfileContext {
  readonly profiles: Readonly<Record<string, ProfileLoader>>
}

/** A figure that is null, and why. */
export interface MissingFigure {
  readonly field: string
  readonly reason: 'NOT_PUBLISHED' | 'NOT_IMPORTED' | 'NOT_AVAILABLE' | CellReason
}

/** What the publisher calls a figure. */
export interface FigureStatus {
  readonly field: string
  readonly status: SourceStatus
}

/** Between which limits a figure lies. */
export interface FigureLimits {
  readonly field: string
  readonly lower: Figure
  readonly upper: Figure
}

/** Why figures of a year do not compare with those of earlier years; of all of a profile where no field is named. */
export interface ProfileBreak extends Break {
  readonly field: string | null
}

/** Which profile a resolver answers with: what batch-read/operation.ts may read for a whole batch without calling it. */
const answersProfile = new WeakMap<object, string>()
/** What a profile says of itself by a resolver: what batch-read/profile-details.ts may read likewise. */
const answersDetail = new WeakMap<object, ProfileDetailName>()

export type ProfileDetailName = 'source' | 'missing'

/** What of a profile this resolver answers with; undefined for any other resolver. */
export function detailAnsweredBy(resolver: object | undefined): ProfileDetailName | undefined {
  return resolver && answersDetail.get(resolver)
}

/** The field on Area of the profile that this resolver answers with; undefined for any other resolver. */
export function profileAnsweredBy(resolver: object | undefined): string | undefined {
  return resolver && answersProfile.get(resolver)
}

/** What is loaded of all profiles of the subgraph, the newest year first: one statement, and those for sources not read yet. */
export async function profileDatasets({ profiles }: ProfileContext): Promise<Dataset[]> {
  const stores = Object.values(profiles).map(({ store }) => store)
  const [first] = stores
  if (!first) return []
  return readDatasets(
    first.database,
    sourceStoreOf(first.database),
    stores.map(({ profile }) => countedProfile(profile)),
  )
}

/** The resolvers of `Area.<field>(period:)` and `Area.<field>Series(from:, to:)`. */
export function areaResolvers(field: string) {
  const ofYear = (
    area: { code: string },
    { period }: { period?: number | null },
    { profiles }: ProfileContext,
  ) => loaderOf(profiles, field).load(area.code, period ?? null)
  answersProfile.set(ofYear, field)
  return {
    [field]: ofYear,
    [`${field}Series`]: (
      area: { code: string },
      { from, to }: { from?: number | null; to?: number | null },
      { profiles }: ProfileContext,
    ) => loaderOf(profiles, field).series(area.code, from ?? 0, to ?? 9999),
  }
}

/** The resolvers of what a profile says of its own figures, which are properties of the row. */
export function profileResolvers(field: string) {
  const resolvers = {
    source: (row: ProfileRow, _: unknown, { profiles }: ProfileContext): Promise<Source> =>
      loaderOf(profiles, field).source(row),
    sources: (row: ProfileRow, _: unknown, { profiles }: ProfileContext): Promise<readonly FigureSource[]> =>
      loaderOf(profiles, field).sources(row),
    missing: async (row: ProfileRow, _: unknown, { profiles }: ProfileContext): Promise<MissingFigure[]> => {
      const loader = loaderOf(profiles, field)
      const source = await loader.source(row)
      return loader.store.profile.indicators
        .filter((indicator) => row[indicator.field] === null)
        .map((indicator) => ({
          field: indicator.field,
          reason: reasonOf(indicator, row, source),
        }))
    },
    statuses: async (row: ProfileRow, _: unknown, { profiles }: ProfileContext): Promise<FigureStatus[]> => {
      const { statuses } = await loaderOf(profiles, field).source(row)
      return Object.entries(statuses).flatMap(([of, status]) =>
        row[of] === undefined || row[of] === null ? [] : [{ field: of, status }],
      )
    },
    breaks: async (row: ProfileRow, _: unknown, { profiles }: ProfileContext): Promise<ProfileBreak[]> => {
      const loader = loaderOf(profiles, field)
      const isFixed = mayHaveFixedBoundaries(loader) && (await loader.source(row)).boundaryYear !== null
      return [
        ...(isFixed ? [] : boundaryBreaksOf(row.code)).map((boundaryBreak) => ({
          ...boundaryBreak,
          field: null,
        })),
        ...loader.store.profile.indicators
          .filter((indicator) => row[indicator.field] !== null)
          .flatMap((indicator) =>
            indicator.breaks.map((boundaryBreak) => ({ ...boundaryBreak, field: indicator.field })),
          ),
      ].filter(({ period }) => period === row.period)
    },
  }
  answersDetail.set(resolvers.source, 'source')
  answersDetail.set(resolvers.missing, 'missing')
  return resolvers
}

/** Whether its source has a table whose areas have the boundaries of one year: these have no break where boundaries changed. */
function mayHaveFixedBoundaries({ store }: ProfileLoader): boolean {
  return store.profile.source?.tables.some(({ boundaryYear }) => boundaryYear !== null) ?? false
}

/** The resolver of the limits of a profile's figures, where its source gives them. */
export function limitResolvers(field: string) {
  return {
    limits: (row: ProfileRow, _: unknown, { profiles }: ProfileContext): FigureLimits[] => {
      const { indicators, limits } = loaderOf(profiles, field).store.profile
      if (limits.length === 0) return []
      return indicators
        .map(({ field: of }) => ({
          field: of,
          lower: row[`${of}.lower`] ?? null,
          upper: row[`${of}.upper`] ?? null,
        }))
        .filter(({ field: of, lower, upper }) => row[of] !== null && (lower !== null || upper !== null))
    },
  }
}

/** Why a figure of an area and year is null; `source` is the import that its row is of. */
export function reasonOf(
  indicator: Indicator,
  { code, period }: { readonly code: string; readonly period: number },
  { fields, reasons }: Pick<Source, 'fields' | 'reasons'>,
): MissingFigure['reason'] {
  if (fields.has(indicator.field)) return reasons.of(indicator.field, code) ?? 'NOT_AVAILABLE'
  return isPublishedFor(indicator, period) ? 'NOT_IMPORTED' : 'NOT_PUBLISHED'
}

function loaderOf(profiles: ProfileContext['profiles'], field: string): ProfileLoader {
  const loader = profiles[field]
  if (!loader) throw new Error(`No profile ${field}`)
  return loader
}
