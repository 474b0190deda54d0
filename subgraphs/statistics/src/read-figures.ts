/**
 * Reads the figures of one profile and year out of the graph, a page of areas at a time, into columns. The operation is written from the
 * catalogue: the fields of the profile are what it has indicators for.
 */
import { setImmediate } from 'node:timers/promises'
import { inFull, present, type GraphClient } from '@samenhang/subgraph-kit/graph-client'
import { emptyColumn, setFigure, type Column } from './column.ts'
import { gaps, type Gap } from './gaps.ts'

/** A page must come within the gateway's deadline for one fetch, and its answer be read without holding up the event loop. */
const areasPerPage = 500

/** Where the figures of each area go: its code, and its position in the columns. */
export type Positions = ReadonlyMap<string, number>

interface Wanted {
  readonly profile: string
  readonly fields: readonly string[]
  readonly period: number
}

type ProfileNode = Readonly<Record<string, unknown>> & {
  readonly missing: readonly { readonly field: string; readonly reason: string }[]
}

interface AreaNode {
  readonly code: string
  readonly profile: ProfileNode | null
}

/**
 * A column of each field, in their order, of `length` positions; null where the profile has nothing of this year. Areas that are not among
 * the positions do not exist in that year. Throws HubError SUBGRAPH_UNAVAILABLE where the graph does not answer in full.
 */
export async function readFigures(
  graph: GraphClient,
  { profile, fields, period }: Wanted,
  positions: Positions,
  length: number,
): Promise<readonly Column[] | null> {
  const query = queryOf(profile, fields)
  const columns = fields.map(() => emptyColumn(length))
  const codes = [...positions.keys()]
  for (let start = 0; start < codes.length; start += areasPerPage) {
    // A graph in this process on SQLite answers without ever leaving the turn.
    await setImmediate()
    const answer = await graph.ask(query, { codes: codes.slice(start, start + areasPerPage), period })
    const isAbsent =
      answer.errors.length > 0 &&
      answer.errors.every(({ extensions }) => extensions?.['code'] === 'PERIOD_NOT_PUBLISHED')
    if (isAbsent) return null
    const { areas } = inFull(answer)
    for (const area of present('areas', areas) as readonly (AreaNode | null)[]) {
      const position = area && positions.get(area.code)
      if (area && position !== null && position !== undefined)
        setFigures(columns, fields, position, area.profile)
    }
  }
  return columns
}

function queryOf(profile: string, fields: readonly string[]): string {
  return `query Figures_${profile}($codes: [ID!]!, $period: Int!) {
  areas(codes: $codes) {
    code
    profile: ${profile}(period: $period) {
      ${fields.join(' ')}
      missing { field reason }
    }
  }
}`
}

/** An area without the profile is one that no imported file of this year has. */
function setFigures(
  columns: readonly Column[],
  fields: readonly string[],
  position: number,
  profile: ProfileNode | null,
): void {
  const reasons = new Map(profile?.missing.map(({ field, reason }) => [field, reason]))
  for (const [index, field] of fields.entries()) {
    const column = columns[index]
    if (!column) continue
    const value = profile?.[field]
    const otherwise = profile ? (reasons.get(field) ?? 'NOT_AVAILABLE') : 'NOT_IMPORTED'
    setFigure(column, position, typeof value === 'number' ? value : gapNamed(otherwise))
  }
}

/** A reason that this release does not know is told as the least that is sure: there is no figure. */
function gapNamed(reason: string): Gap {
  return gaps.find((gap) => gap === reason) ?? 'NOT_AVAILABLE'
}
