/**
 * Reads everything the results are computed from out of the graph, by the operations in operations/. Whole or not at all: an
 * error in any answer ends it with a sentence that names the domain.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { groupBy } from '@samenhang/subgraph-kit/loader'
import { askInFull, pagesOf, present, type GraphClient } from '@samenhang/subgraph-kit/graph-client'
import { toArea, type AreaNode } from './area-nodes.ts'
import type { AreaInput, ProjectDetail, RefreshInputs, RegionInput } from './inputs.ts'

/** The text of an operation by its name. */
export const operation = (name: string) =>
  readFileSync(new URL(`operations/${name}.graphql`, import.meta.url), 'utf8')
const areasOperation = operation('areas')
const projectsOperation = operation('projects')
const regionsOperation = operation('regions')

/** A page of areas must come within the gateway's deadline for one fetch. */
export const areasPerPage = 500
const projectsPerPage = 1_000
const regionsPerPage = 1_000

/** How many years before the newest a figure may be of: the CBS publishes those of a year over three. */
const yearsBack = 2

/** The kinds of datasets that results of one year follow from; what projects plan counts in every year. */
const ofPeriod: ReadonlySet<string> = new Set([
  'PROFILE_FIGURES',
  'GROUP_COUNTS',
  'GROUP_OVERLAP',
  'LETTINGS',
])

/** What is loaded, and a digest of it that changes where anything of it does. */
export interface Versions {
  readonly digest: string
  /** From which year on figures are read. */
  readonly from: number
  /** By year of which anything is loaded that results follow from, a digest of that. */
  readonly periods: ReadonlyMap<number, string>
}

type Datasets = Readonly<
  Record<
    string,
    | readonly {
        readonly kind: string
        readonly period: number
        readonly source: { readonly synthetic: boolean }
      }[]
    | null
  >
>

/** Throws HubError SUBGRAPH_UNAVAILABLE where a domain does not tell what it has. */
export async function readVersions(graph: GraphClient): Promise<Versions> {
  const { datasets } = await askInFull(graph, projectsOperation, { first: 1, after: null })
  const loaded = Object.values(present('datasets', datasets) as Datasets).flatMap((sets) =>
    present('datasets', sets),
  )
  const newest = [true, false].flatMap((synthetic) => {
    const periods = loaded.filter(({ source }) => source.synthetic === synthetic).map(({ period }) => period)
    return periods.length > 0 ? [Math.max(...periods)] : []
  })
  return {
    digest: digestOf(datasets),
    from: (newest.length > 0 ? Math.min(...newest) : 0) - yearsBack,
    periods: new Map(
      [...groupBy(loaded, ({ kind, period }) => (ofPeriod.has(kind) ? period : null))].flatMap(
        ([period, sets]) =>
          period === null
            ? []
            : [[period, digestOf([...sets, ...loaded.filter(({ kind }) => kind === 'PROJECTS')])] as const],
      ),
    ),
  }
}

/** A name for a value that changes where it does. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex')
}

/** Throws HubError SUBGRAPH_UNAVAILABLE where a domain does not answer in full. */
export async function readInputs(graph: GraphClient, { from }: Versions): Promise<RefreshInputs> {
  const areas: AreaInput[] = []
  for await (const page of pagesOf<AreaNode>(graph, areasOperation, 'searchAreas', {
    first: areasPerPage,
    from,
  }))
    for (const node of page) areas.push(toArea(node))
  const projects: ProjectDetail[] = []
  for await (const page of pagesOf<ProjectDetail>(graph, projectsOperation, 'housingProjects', {
    first: projectsPerPage,
  }))
    projects.push(...page)
  const regions: RegionInput[] = []
  for await (const page of pagesOf<RegionInput>(graph, regionsOperation, 'regions', {
    first: regionsPerPage,
  }))
    regions.push(...page)
  return { areas, projects, regions }
}
