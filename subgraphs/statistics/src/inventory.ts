/**
 * What the graph has: the indicators of its catalogue, and the tables of figures that are loaded, by profile and year. This is all that this
 * subgraph knows of any domain; a new one is found here.
 */
import { createHash } from 'node:crypto'
import { askInFull, present, type GraphClient } from '@samenhang/subgraph-kit/graph-client'
import type { IndicatorKind, Source, Unit } from './generated/resolver-types.ts'

/** An indicator whose figures are numbers. */
export interface IndicatorEntry {
  /** `housing.averageWozValue`: the profile and its field. */
  readonly id: string
  readonly domain: string
  readonly field: string
  readonly label: { readonly nl: string; readonly en: string }
  readonly unit: Unit
  readonly kind: IndicatorKind | null
  /** The id of the indicator that it is weighted by. */
  readonly weight: string | null
  readonly minimum: number | null
  readonly maximum: number | null
}

/** The figures of one profile and year, where something is loaded of the domain and year. */
export interface InventoryPart {
  readonly profile: string
  readonly period: number
  /** Changes where a table of the domain and year is imported anew, or the profile has other indicators. */
  readonly digest: string
  readonly sources: readonly Source[]
}

export interface Inventory {
  /** Changes where anything of it does. */
  readonly digest: string
  readonly indicators: readonly IndicatorEntry[]
  readonly parts: readonly InventoryPart[]
}

interface Dataset {
  readonly kind: string
  readonly period: number
  readonly areas: number
  readonly version: string
  readonly source: Source
}

const catalogueQuery = `query Catalogue {
  indicators { id domain field label { nl en } unit valueType kind weight minimum maximum }
}`

const datasetsQuery = (fields: readonly string[]) => `query Loaded {
  datasets {
    ${fields.map((field) => `${field} { ...Loaded }`).join('\n    ')}
  }
}
fragment Loaded on Dataset {
  kind period areas version
  source { table title publisher licence retrievedAt datedByFile status synthetic }
}`

/** Throws HubError SUBGRAPH_UNAVAILABLE where a domain does not say what it has. */
export async function readInventory(graph: GraphClient): Promise<Inventory> {
  const { indicators } = await askInFull(graph, catalogueQuery, {})
  const all = present('indicators', indicators) as readonly (IndicatorEntry & {
    readonly valueType: string
  })[]
  const numeric = all.filter(({ valueType }) => valueType !== 'STRING')
  const domains = [...new Set(numeric.map(({ domain }) => domain))]
  const datasets = domains.length === 0 ? {} : await readDatasets(graph, domains)
  const parts = [...new Set(numeric.map(profileOf))].flatMap((profile) => {
    const own = numeric.filter((indicator) => profileOf(indicator) === profile)
    return partsOf(profile, own, datasets[datasetsField(own[0]?.domain ?? '')] ?? [])
  })
  return { digest: digestOf([numeric, datasets]), indicators: numeric, parts }
}

/** The field of an area that has the profile of an indicator. */
export function profileOf({ id }: Pick<IndicatorEntry, 'id'>): string {
  return id.slice(0, id.indexOf('.'))
}

export function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex')
}

async function readDatasets(
  graph: GraphClient,
  domains: readonly string[],
): Promise<Readonly<Record<string, readonly Dataset[]>>> {
  const fields = domains.map(datasetsField)
  const data = await askInFull(graph, datasetsQuery(fields), {})
  const datasets = present('datasets', data['datasets']) as Readonly<
    Record<string, readonly Dataset[] | null>
  >
  return Object.fromEntries(
    fields.map((field) => [
      field,
      present(`datasets.${field}`, datasets[field]).filter(({ kind }) => kind === 'PROFILE_FIGURES'),
    ]),
  )
}

/** `LABOUR_MARKET` adds the field `labourMarket` to what is loaded, as every domain adds its name. */
function datasetsField(domain: string): string {
  return domain.toLowerCase().replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}

function partsOf(
  profile: string,
  indicators: readonly IndicatorEntry[],
  datasets: readonly Dataset[],
): readonly InventoryPart[] {
  const fields = indicators.map(({ field }) => field)
  return [...new Set(datasets.map(({ period }) => period))].map((period) => {
    const loaded = datasets.filter((dataset) => dataset.period === period)
    return {
      profile,
      period,
      digest: digestOf([fields, loaded]),
      sources: loaded.map(({ source }) => source),
    }
  })
}
