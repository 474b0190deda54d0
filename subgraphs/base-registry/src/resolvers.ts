/**
 * The resolvers of places: roots, hierarchy, pages, and the profiles. Each is one call; a rule belongs to the store, the
 * loaders or the kit.
 */
import { parseAreaCode, type AreaLevel } from '@samenhang/subgraph-kit/area-code'
import {
  maxPageSize,
  readPageRequest,
  toConnection,
  type Connection,
} from '@samenhang/subgraph-kit/connection'
import { newestFirst } from '@samenhang/subgraph-kit/datasets'
import { areaResolvers, profileDatasets, profileResolvers } from '@samenhang/subgraph-kit/profile-resolvers'
import { HubError } from '@samenhang/subgraph-kit/errors'
import {
  boundaryBreaksOf,
  predecessorsOf,
  successorsOf,
  type Succession,
} from '@samenhang/subgraph-kit/municipal-changes'
import { entityResolvers } from '@samenhang/subgraph-kit/thing-resolvers'
import type { AreaLoaders } from './loaders.ts'
import { personMutations, personResolvers, personRoots, type PersonContext } from './person-resolvers.ts'
import type { RegionLoaders } from './region-loaders.ts'
import { municipalityRegions, regionResolvers, regionRoots } from './region-resolvers.ts'
import type { AreaRow, AreaStore, Within } from './store.ts'

export interface BaseRegistryContext extends PersonContext, AreaLoaders, RegionLoaders {
  readonly store: AreaStore
}

interface PageArguments {
  readonly first: number
  readonly after?: string | null
  readonly period?: number | null
}

type Parent = Within['parent']

const typeOf = {
  COUNTRY: 'Country',
  PROVINCE: 'Province',
  MUNICIPALITY: 'Municipality',
  DISTRICT: 'District',
  NEIGHBOURHOOD: 'Neighbourhood',
} as const satisfies Record<AreaLevel, string>

const areaEntities = entityResolvers<AreaRow, AreaLevel, BaseRegistryContext>({
  type: 'Area',
  key: 'code',
  kind: 'level',
  typeOf,
  parse: parseAreaCode,
  checkMany(codes) {
    if (codes.length <= maxPageSize) return
    const most = `at most ${String(maxPageSize)}`
    throw new HubError('PAGE_TOO_LARGE', `codes has ${String(codes.length)} values; ${most}.`)
  },
  load: (code, { area }) => area(code),
})

const byCode = areaEntities.one('COUNTRY')

/** The area of this level that an area lies in, or is. */
const up =
  (parent: Parent) =>
  (row: AreaRow, _: unknown, { area }: BaseRegistryContext) => {
    const code = row[`${parent}Code`]
    if (typeOf[row.level].toLowerCase() === parent) return row
    return code === null ? null : area(code)
  }

/** A page of the areas of a level within this one. */
const down =
  (parent: Parent, level: AreaLevel) =>
  async (row: AreaRow, { period = null, ...pageArguments }: PageArguments, context: BaseRegistryContext) => {
    const page = readPageRequest(pageArguments)
    return toConnection(
      page,
      await context.within(row.code, { parent, level, period }, page),
      ({ code }) => code,
    )
  }

const area = {
  __resolveReference: areaEntities.reference,
  derived: (row: AreaRow) => row.derived === 1,
  country: up('country'),
  province: up('province'),
  municipality: up('municipality'),
  district: up('district'),
  periods: (row: AreaRow, _: unknown, { periods }: BaseRegistryContext) => periods(row.code),
  successors: ({ code }: AreaRow) => successorsOf(code),
  predecessors: ({ code }: AreaRow) => predecessorsOf(code),
  breaks: boundaryBreaks,
  ...areaResolvers('population'),
  ...areaResolvers('surroundings'),
  ...areaResolvers('surroundingsProximity'),
}

/** By the list of municipalities, and by what the CBS says in each year's table. */
async function boundaryBreaks({ code }: AreaRow, _: unknown, { profiles }: BaseRegistryContext) {
  const listed = boundaryBreaksOf(code)
  const rows = (await profiles['surroundings']?.series(code, 0, 9999)) ?? []
  const redrawn = rows.flatMap(({ period, boundaryChange }) => {
    if (boundaryChange !== 3 || listed.some((listedBreak) => listedBreak.period === period)) return []
    const year = String(period)
    return [{ period, note: `The CBS drew the boundary anew in ${year}: not comparable with earlier years.` }]
  })
  return [...listed, ...redrawn].sort((a, b) => a.period - b.period)
}

export const resolvers = {
  Query: {
    country: async (_: unknown, { code }: { code?: string | null }, context: BaseRegistryContext) => {
      const wantedCode = code ?? (await context.store.countryWithFigures())
      return wantedCode === null ? null : byCode(_, { code: wantedCode }, context)
    },
    province: areaEntities.one('PROVINCE'),
    municipality: areaEntities.one('MUNICIPALITY'),
    district: areaEntities.one('DISTRICT'),
    neighbourhood: areaEntities.one('NEIGHBOURHOOD'),
    area: areaEntities.one(),
    areas: areaEntities.many,
    searchAreas: async (
      _: unknown,
      {
        name,
        level = null,
        within,
        ...pageArguments
      }: { name: string; level?: AreaLevel | null; within?: string | null } & PageArguments,
      { store }: BaseRegistryContext,
    ): Promise<Connection<AreaRow>> => {
      const page = readPageRequest(pageArguments)
      const search = { name, level, within: within ? parseAreaCode(within) : null }
      return toConnection(page, await store.search(search, page), ({ place }) => place)
    },
    datasets: () => ({}),
    ...regionRoots,
    ...personRoots,
  },
  Mutation: personMutations,
  Datasets: {
    baseRegistry: (_: unknown, __: unknown, context: BaseRegistryContext) =>
      newestFirst(profileDatasets(context), context.regionDatasets()),
  },
  Area: { ...area, __resolveType: areaEntities.resolveType },
  Country: {
    ...area,
    provinces: down('country', 'PROVINCE'),
    municipalities: down('country', 'MUNICIPALITY'),
  },
  Province: { ...area, municipalities: down('province', 'MUNICIPALITY') },
  Municipality: {
    ...area,
    districts: down('municipality', 'DISTRICT'),
    neighbourhoods: down('municipality', 'NEIGHBOURHOOD'),
    ...municipalityRegions,
  },
  ...regionResolvers,
  AreaSuccession: {
    area: ({ code }: Succession, _: unknown, context: BaseRegistryContext) => context.area(code),
  },
  District: { ...area, neighbourhoods: down('district', 'NEIGHBOURHOOD') },
  Neighbourhood: area,
  ...personResolvers,
  PopulationProfile: profileResolvers('population'),
  SurroundingsProfile: profileResolvers('surroundings'),
  SurroundingsProximityProfile: profileResolvers('surroundingsProximity'),
}
