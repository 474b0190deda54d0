/** The areas that are most like one area by several indicators: those of its level and country. The arithmetic is that of measures/. */
import { countryOf, parseAreaCode } from '@samenhang/subgraph-kit/area-code'
import { readPageRequest } from '@samenhang/subgraph-kit/connection'
import { HubError } from '@samenhang/subgraph-kit/errors'
import { figureAt } from './column.ts'
import { describeColumn } from './description.ts'
import { momentsOf } from './measures/moments.ts'
import { nearestTo } from './measures/nearest.ts'
import { hasFigure, measuredColumn, membersIn, membersInAny, missingAreas, valuesAt } from './over-areas.ts'
import { positionOf, scopeOf, type UsedColumn } from './scope.ts'
import type { Figures } from './store.ts'

export interface SimilarAreasArguments {
  readonly code: string
  readonly by: readonly string[]
  readonly first: number
  readonly within?: string | null
  readonly period?: number | null
}

const mostIndicators = 20

/** Throws HubError for arguments that cannot be meant, PERIOD_NOT_PUBLISHED for a year that nobody loaded. */
export async function similarAreas(figures: Figures, given: SimilarAreasArguments) {
  const { first } = readPageRequest(given)
  const { areas } = figures
  const code = parseAreaCode(given.code)
  const position = positionOf(areas, code)
  const level = areas.level(position)
  const country = scopeOf(figures, { level, within: countryOf(code) })
  const scope = given.within ? scopeOf(figures, { level, within: given.within }) : country
  if (!areas.liesIn(scope.container, country.container))
    throw new HubError(
      'BAD_ARGUMENT',
      `within is ${scope.within}, which is not in ${country.within}: real and invented areas are never compared.`,
    )
  const inCountry = membersIn(figures, country)
  const by: UsedColumn[] = []
  for (const id of distinct(given.by))
    by.push(await measuredColumn(figures, id, inCountry, given.period ?? null))
  const periods = by.map(({ period }) => period)
  const alike = membersInAny(figures, inCountry, periods)
  const candidates = scope === country ? alike : membersInAny(figures, membersIn(figures, scope), periods)
  const columns = by.map((column) => ({
    column: describeColumn(figures, column, code),
    ...figureAt(column.column, position),
    ...spreadOf(column, alike),
  }))
  return {
    area: { code },
    level,
    within: scope.within,
    by: columns,
    ...compare(by, columns, { position, others: othersIn(candidates, position) }, areas.codes, first),
    computedAt: figures.computedAt,
    stale: figures.stale,
  }
}

function distinct(ids: readonly string[]): readonly string[] {
  if (ids.length === 0 || ids.length > mostIndicators)
    throw new HubError(
      'BAD_ARGUMENT',
      `by has ${ids.length} indicators; it must have 1 to ${mostIndicators}.`,
    )
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice === undefined) return ids
  throw new HubError('BAD_ARGUMENT', `by names ${twice} twice: each indicator counts once.`)
}

const othersIn = (members: Int32Array, position: number) => members.filter((other) => other !== position)

function spreadOf(column: UsedColumn, alike: Int32Array) {
  const known = alike.filter((position) => hasFigure(column, position))
  const moments = momentsOf(valuesAt(column, known))
  return {
    n: known.length,
    mean: moments?.mean ?? null,
    standardDeviation: moments?.standardDeviation ?? null,
  }
}

interface Compared {
  readonly position: number
  readonly others: Int32Array
}

function compare(
  by: readonly UsedColumn[],
  spreads: readonly { readonly standardDeviation: number | null }[],
  { position, others }: Compared,
  codes: readonly string[],
  first: number,
) {
  const isComplete = (other: number) => by.every((column) => hasFigure(column, other))
  const complete = others.filter(isComplete)
  const scales = by.map(({ column: { values } }, index) => ({
    values,
    standardDeviation: spreads[index]?.standardDeviation ?? 0,
  }))
  const nearest = isComplete(position) ? nearestTo(position, scales, complete, codes, first) : []
  return {
    compared: isComplete(position) ? complete.length : 0,
    leftOut: others.length - complete.length,
    missing: by.flatMap((column) => missingAreas(column, others)),
    similar: nearest.map(({ at, distance, differences }) => ({
      area: { code: codes[at] ?? '' },
      distance,
      differences: by.map(({ indicator, column: { values } }, index) => ({
        indicator: indicator.id,
        unit: indicator.unit,
        ofArea: values[position] ?? NaN,
        ofSimilar: values[at] ?? NaN,
        standardised: differences[index] ?? NaN,
      })),
    })),
  }
}
