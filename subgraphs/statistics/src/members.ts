/**
 * Which areas are taken together: those that are named, all of a level within an area, or the municipalities of a region. None lies in
 * another, so nothing counts twice.
 */
import { parseAreaCode, type AreaLevel } from '@samenhang/subgraph-kit/area-code'
import { maxPageSize } from '@samenhang/subgraph-kit/connection'
import { HubError } from '@samenhang/subgraph-kit/errors'
import type { AreaTable } from './area-table.ts'
import { positionOf, scopeOf } from './scope.ts'
import type { Figures } from './store.ts'

export interface MemberArguments {
  readonly of?: readonly string[] | null
  readonly level?: AreaLevel | null
  readonly within?: string | null
}

export interface Members {
  /** The positions of the areas, by code; those of a level differ from year to year. */
  in(period: number): Int32Array
  /** The code of one that all lie in the country of. */
  readonly code: string
  /** The codes of those that no year has here, in order. */
  readonly unloaded: readonly string[]
}

/** A region with its municipalities, which do not overlap. */
export interface Region {
  readonly code: string
  readonly municipalityCodes: readonly string[]
}

/** Throws HubError BAD_ARGUMENT for areas that overlap or are of two countries, BAD_AREA_CODE for a malformed code. */
export function membersOf(figures: Figures, { of, level, within }: MemberArguments): Members {
  if (of && (level || within))
    throw new HubError('BAD_ARGUMENT', 'Give the areas by `of`, or by `level` and `within`; not by both.')
  if (of) return named(figures.areas, of)
  if (!level) throw new HubError('BAD_ARGUMENT', 'Give the areas: their codes as `of`, or a `level`.')
  const scope = scopeOf(figures, { level, within })
  return {
    in: (period) => figures.areas.members(level, scope.container, period),
    code: scope.within,
    unloaded: [],
  }
}

function named(areas: AreaTable, of: readonly string[]): Members {
  if (of.length > maxPageSize)
    throw new HubError('PAGE_TOO_LARGE', `of has ${of.length} codes; at most ${maxPageSize}.`)
  const codes = [...of].map((code) => parseAreaCode(code)).sort()
  const [first] = codes
  if (first === undefined) throw new HubError('BAD_ARGUMENT', 'of names no area.')
  const positions = codes.map((code) => positionOf(areas, code))
  refuseOverlap(areas, positions)
  const sorted = Int32Array.from(positions)
  return { in: () => sorted, code: first, unloaded: [] }
}

/** The municipalities of a region, whether or not they are loaded: it is what the base registry says, and what lacks is told. */
export function municipalitiesOf({ areas }: Figures, region: Region): Members {
  const codes = [...region.municipalityCodes].sort()
  const loaded = Int32Array.from(codes.flatMap((code) => areas.position(code) ?? []))
  return {
    in: () => loaded,
    code: codes[0] ?? region.code,
    unloaded: codes.filter((code) => areas.position(code) === undefined),
  }
}

function refuseOverlap(areas: AreaTable, positions: readonly number[]): void {
  const named = new Set<number>()
  const refuse = (problem: string) => {
    throw new HubError('BAD_ARGUMENT', problem)
  }
  const code = (position: number) => areas.codes[position] ?? ''
  for (const position of positions) {
    if (named.has(position)) refuse(`of names ${code(position)} twice.`)
    named.add(position)
  }
  const countries = new Set<number>()
  for (const position of positions) {
    for (const container of areas.containers(position)) {
      if (named.has(container) && container !== position)
        refuse(`${code(position)} lies in ${code(container)}: what lives there would count twice.`)
      if (areas.level(container) === 'COUNTRY') countries.add(container)
    }
  }
  if (countries.size > 1)
    refuse(
      `of names areas of ${[...countries].map(code).join(' and ')}: real and invented figures are never taken together.`,
    )
}
