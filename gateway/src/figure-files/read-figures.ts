/**
 * Reads the figures of a domain for all areas out of the graph, page by page, into columns: a number and a status for each area, year and indicator. Whole or
 * not at all: an error anywhere in an answer ends it.
 */
import { setImmediate as turn } from 'node:timers/promises'
import { HubError } from '@samenhang/subgraph-kit/errors'
import { isRecord } from '@samenhang/subgraph-kit/http-body'
import { isObjectType } from 'graphql'
import type { Gateway } from '../operation/gateway.ts'
import type { Indicator } from '../subgraph-sources/catalogue.ts'
import { sourceFieldsOf } from '../tables/origin-fields.ts'
import { unavailableStatus, valueStatus } from '../tables/statuses.ts'
import type { FigureDomain, FigureProfile } from './figure-domains.ts'

export type FigureGraph = Pick<Gateway, 'apiSchema' | 'indicators' | 'execute' | 'state' | 'objectsOf'>

/** The figures of one indicator in one year, one for each area that has a profile of that year, by code. */
export interface FigureColumn {
  readonly indicator: Indicator
  readonly period: number
  readonly rows: readonly FigureRow[]
}

export interface FigureRow {
  readonly area: FigureArea
  readonly value: number | null
  readonly status: string
  readonly source: FigureSource
}

export interface FigureArea {
  readonly code: string
  readonly name: string
  readonly level: string
}

/** What the graph tells of a source. */
export type FigureSource = Readonly<Record<string, unknown>>

/** Objects of one page, so that one answer is read at once. */
const objectsAtOnce = 50_000
const mostAreas = 1_000

/** The columns of these years, by indicator and year. Rejects with HubError SUBGRAPH_UNAVAILABLE. */
export async function readFigures(
  graph: FigureGraph,
  { profiles }: FigureDomain,
  periods: ReadonlySet<number>,
): Promise<readonly FigureColumn[]> {
  const query = operationOf(profiles, periods, graph)
  const first = pageSize(query, graph)
  const taken: Taken = { columns: new Map(), sources: new Map() }
  for (let after: string | null = null; ;) {
    const { nodes, pageInfo } = await page(graph, query, { first, after })
    for (const node of nodes) for (const profile of profiles) take(node, profile, periods, taken)
    await turn()
    if (!pageInfo.hasNextPage) break
    after = String(pageInfo.endCursor)
  }
  return [...taken.columns.values()]
    .map(byCode)
    .sort((one, other) =>
      one.indicator.id === other.indicator.id
        ? one.period - other.period
        : one.indicator.id < other.indicator.id
          ? -1
          : 1,
    )
}

function operationOf(
  profiles: readonly FigureProfile[],
  periods: ReadonlySet<number>,
  { apiSchema }: FigureGraph,
): string {
  const years = `(from: ${String(Math.min(...periods))}, to: ${String(Math.max(...periods))})`
  const series = profiles.map(({ series: field, type, indicators }) => {
    const fields = indicators.map((indicator) => indicator.field).join(' ')
    const source = sourceFieldsOf(type, apiSchema) ?? []
    const isMissing = isObjectType(apiSchema.getType(type)) ? ' missing { field reason }' : ''
    return `${field}${years} { period ${fields}${isMissing} source { ${source.join(' ')} } }`
  })
  return `query Figures($first: Int!, $after: String) {
    searchAreas(name: "", first: $first, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes { code name level ${series.join(' ')} }
    }
  }`
}

function pageSize(query: string, graph: FigureGraph): number {
  let first = mostAreas
  const objects = (): number => graph.objectsOf({ query, variables: { first, after: null } })
  for (let held = objects(); first > 1 && (held === 0 || held > objectsAtOnce); held = objects())
    first = Math.ceil(first / 2)
  return first
}

interface AreaNode extends FigureArea {
  readonly [series: string]: unknown
}

interface ProfileNode {
  readonly period: number
  readonly missing: readonly { readonly field: string; readonly reason: string }[]
  readonly source: FigureSource
  readonly [field: string]: unknown
}

interface Page {
  readonly nodes: readonly AreaNode[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

async function page(graph: FigureGraph, query: string, variables: Record<string, unknown>): Promise<Page> {
  const { text } = await graph.execute({ query, variables })
  const { data, errors } = JSON.parse(text) as { data?: { searchAreas?: Page | null }; errors?: unknown[] }
  const [error] = errors ?? []
  if (!error && data?.searchAreas) return data.searchAreas
  const message = isRecord(error) ? String(error['message']) : 'The graph gave no areas and no reason.'
  throw new HubError('SUBGRAPH_UNAVAILABLE', message)
}

function take(
  node: AreaNode,
  { series, indicators }: FigureProfile,
  periods: ReadonlySet<number>,
  { columns, sources }: Taken,
): void {
  const { code, name, level } = node
  const area = { code, name, level }
  for (const profile of (node[series] as readonly ProfileNode[] | null) ?? []) {
    const { period, missing } = profile
    if (!periods.has(period)) continue
    const reasons = new Map(missing.map(({ field, reason }) => [field, reason]))
    const text = JSON.stringify(profile.source)
    const source = sources.get(text) ?? profile.source
    sources.set(text, source)
    for (const indicator of indicators) {
      const key = `${indicator.id} ${String(period)}`
      const column = columns.get(key) ?? { indicator, period, rows: [] }
      columns.set(key, column)
      const value = profile[indicator.field]
      const isValue = typeof value === 'number'
      const status = isValue ? valueStatus : (reasons.get(indicator.field) ?? unavailableStatus)
      column.rows.push({ area, value: isValue ? value : null, status, source })
    }
  }
}

interface Taken {
  readonly columns: Map<string, FigureColumn & { readonly rows: FigureRow[] }>
  /** Each once, by its text. */
  readonly sources: Map<string, FigureSource>
}

function byCode(column: FigureColumn): FigureColumn {
  const rows = [...column.rows].sort((one, other) => (one.area.code < other.area.code ? -1 : 1))
  return { ...column, rows }
}
