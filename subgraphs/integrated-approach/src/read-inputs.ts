/**
 * Reads everything the results are computed from out of the graph, by the operations in operations/. Whole or not at all: an
 * error in any answer ends it with a sentence that names the domain.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { HubError } from '@samenhang/subgraph-kit/errors'
import { groupBy } from '@samenhang/subgraph-kit/loader'
import { askInFull, pagesOf, present, type GraphClient } from '@samenhang/subgraph-kit/graph-client'
import { accommodate } from './accommodation.ts'
import type {
  AreaInput,
  GrantInput,
  GroupFigures,
  Overlap,
  ProjectDetail,
  RefreshInputs,
  RegionInput,
  Supply,
  YearFigures,
} from './inputs.ts'
import { shelteredIn } from './placement.ts'
import { accommodations, type AreaLevel } from './vocabulary.ts'

const operation = (name: string) =>
  readFileSync(new URL(`operations/${name}.graphql`, import.meta.url), 'utf8')
const areasOperation = operation('areas')
const periodOperation = operation('period')
const projectsOperation = operation('projects')
const regionsOperation = operation('regions')

/** A page of areas must come within the gateway's deadline for one fetch. */
const areasPerPage = 500
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

const digestOf = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex')

/** The areas of one year, with what is known of that year alone. Throws HubError SUBGRAPH_UNAVAILABLE as `readInputs`. */
export async function readPeriod(graph: GraphClient, period: number): Promise<readonly AreaInput[]> {
  const areas: AreaInput[] = []
  for await (const page of pagesOf<AreaNode>(graph, periodOperation, 'searchAreas', {
    first: areasPerPage,
    period,
  }))
    areas.push(...page.map(toArea).filter(({ figures, groups }) => figures.size > 0 || groups.length > 0))
  return areas
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

type Series<Name extends keyof YearFigures> =
  readonly (Readonly<{ period: number }> & NonNullable<YearFigures[Name]>)[] | null

/** Accommodation comes without its kinds, which would double the answer: one entry each, in the order of the enum. */
type GroupNode = Omit<GroupFigures, 'accommodated' | 'sheltered'> & {
  readonly accommodation: readonly { readonly households: number | null }[]
}

interface AreaNode {
  readonly code: string
  readonly level: AreaLevel
  readonly periods: readonly number[]
  readonly country: { readonly code: string } | null
  readonly province: { readonly code: string } | null
  readonly municipality: { readonly code: string } | null
  readonly district: { readonly code: string } | null
  readonly populationSeries: Series<'population'>
  readonly housingSeries: Series<'housing'>
  readonly careSeries: Series<'care'>
  readonly educationSeries: Series<'education'>
  readonly labourMarketSeries: Series<'labourMarket'>
  readonly integrationSeries: Series<'integration'>
  readonly housingFocusGroups: readonly GroupNode[] | null
  readonly careFocusGroups: readonly GroupNode[] | null
  readonly educationFocusGroups: readonly GroupNode[] | null
  readonly labourMarketFocusGroups: readonly GroupNode[] | null
  readonly integrationFocusGroups: readonly GroupNode[] | null
  readonly housingSupply: Supply | null
  readonly focusGroupOverlap: Overlap | null
  readonly grants: readonly GrantInput[] | null
}

function toArea(node: AreaNode): AreaInput {
  const figures = new Map<number, Record<string, unknown>>()
  const series = {
    population: node.populationSeries,
    housing: node.housingSeries,
    care: node.careSeries,
    education: node.educationSeries,
    labourMarket: node.labourMarketSeries,
    integration: node.integrationSeries,
  }
  for (const [domain, years] of Object.entries(series)) {
    for (const row of present(`${domain}Series`, years)) {
      const year = figures.get(row.period)
      if (year) year[domain] = row
      else figures.set(row.period, { [domain]: row })
    }
  }
  return {
    code: node.code,
    level: node.level,
    newest: Math.max(0, ...node.periods),
    country: node.country?.code ?? null,
    province: node.province?.code ?? null,
    municipality: node.municipality?.code ?? null,
    district: node.district?.code ?? null,
    figures,
    groups: [
      ...(node.housingFocusGroups ?? []),
      ...(node.careFocusGroups ?? []),
      ...(node.educationFocusGroups ?? []),
      ...(node.labourMarketFocusGroups ?? []),
      ...(node.integrationFocusGroups ?? []),
    ].map(toGroup),
    supply: node.housingSupply,
    overlap: node.focusGroupOverlap,
    grants: node.grants ?? [],
  }
}

function toGroup({ accommodation, group, ...figures }: GroupNode): GroupFigures {
  if (accommodation.length !== accommodations.length) {
    const [received, expected] = [accommodation.length, accommodations.length]
    throw new HubError(
      'SUBGRAPH_UNAVAILABLE',
      `${group} has ${received} kinds of accommodation; expected ${expected}.`,
    )
  }
  const reasons = new Map(figures.missing.map(({ field, reason }) => [field, reason]))
  return {
    group,
    ...figures,
    missing: figures.missing.filter(({ field }) => !field.startsWith('accommodation.')),
    accommodated: accommodate(
      accommodations.map(({ kind, suits }, at) => ({
        suits,
        households: accommodation[at]?.households ?? null,
        reason: reasons.get(`accommodation.${kind}`) ?? null,
      })),
    ),
    sheltered: shelteredIn(accommodation),
  }
}
