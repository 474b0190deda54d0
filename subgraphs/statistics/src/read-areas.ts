/** Reads the areas of the graph: where each lies, and in which years its code is known. */
import type { AreaLevel } from '@samenhang/subgraph-kit/area-code'
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

const areasPerPage = 1_000

const query = `query AreasOfTheGraph($first: Int!, $after: String) {
  searchAreas(name: "", first: $first, after: $after) {
    pageInfo { hasNextPage endCursor }
    nodes {
      code level periods
      country { code } province { code } municipality { code } district { code }
    }
  }
}`

type Parent = { readonly code: string } | null

interface AreaNode extends Pick<AreaEntry, 'code' | 'level' | 'periods'> {
  readonly country: Parent
  readonly province: Parent
  readonly municipality: Parent
  readonly district: Parent
}

/** All areas, by code. Throws HubError SUBGRAPH_UNAVAILABLE where the graph does not answer in full. */
export async function readAreas(graph: GraphClient): Promise<readonly AreaEntry[]> {
  const areas: AreaEntry[] = []
  for await (const nodes of pagesOf<AreaNode>(graph, query, 'searchAreas', { first: areasPerPage }))
    for (const { country, province, municipality, district, ...area } of nodes)
      areas.push({
        ...area,
        country: country?.code ?? null,
        province: province?.code ?? null,
        municipality: municipality?.code ?? null,
        district: district?.code ?? null,
      })
  return areas.sort((one, other) => (one.code < other.code ? -1 : 1))
}
