/** Reads the areas of the graph: where each lies, and in which years its code is known. */
import { countryOf, parentsOf, type AreaLevel } from '@samenhang/subgraph-kit/area-code'
import { pagesOf, type GraphClient } from '@samenhang/subgraph-kit/graph-client'

export interface AreaEntry {
  readonly code: string
  readonly level: AreaLevel
  readonly country: string | null
  readonly province: string | null
  readonly municipality: string | null
  readonly district: string | null
  /** The oldest first. */
  readonly periods: readonly number[]
}

const page = { first: 1_000 }

const areasQuery = `query AreasOfTheGraph($first: Int!, $after: String) {
  searchAreas(name: "", first: $first, after: $after) {
    pageInfo { hasNextPage endCursor }
    nodes { code level periods }
  }
}`

const provincesQuery = `query ProvincesOfTheGraph($first: Int!, $after: String) {
  searchAreas(name: "", level: MUNICIPALITY, first: $first, after: $after) {
    pageInfo { hasNextPage endCursor }
    nodes { code province { code } }
  }
}`

interface MunicipalityNode {
  readonly code: string
  readonly province: { readonly code: string } | null
}

/**
 * All areas, by code. What an area lies in follows from its code, but for the province, which a list gives each municipality. Throws HubError
 * SUBGRAPH_UNAVAILABLE where the graph does not answer in full.
 */
export async function readAreas(graph: GraphClient): Promise<readonly AreaEntry[]> {
  const provinces = new Map<string, string | null>()
  for await (const nodes of pagesOf<MunicipalityNode>(graph, provincesQuery, 'searchAreas', page))
    for (const { code, province } of nodes) provinces.set(code, province?.code ?? null)
  const areas: AreaEntry[] = []
  for await (const nodes of pagesOf<Pick<AreaEntry, 'code' | 'level' | 'periods'>>(
    graph,
    areasQuery,
    'searchAreas',
    page,
  ))
    for (const { code, level, periods } of nodes) {
      const { municipality, district } = placeOf(code, level)
      const province = level === 'PROVINCE' ? code : (provinces.get(municipality ?? '') ?? null)
      areas.push({ code, level, periods, country: countryOf(code), province, municipality, district })
    }
  return areas.sort((one, other) => (one.code < other.code ? -1 : 1))
}

/** Each area lies in itself, at its own level. */
function placeOf(code: string, level: AreaLevel): Pick<AreaEntry, 'municipality' | 'district'> {
  const { municipality, district } = parentsOf(code)
  return {
    municipality: level === 'MUNICIPALITY' ? code : municipality,
    district: level === 'DISTRICT' ? code : district,
  }
}
