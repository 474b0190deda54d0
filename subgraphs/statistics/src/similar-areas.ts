/**
 * The areas that are most like one area by several indicators: those of its level and country. The arithmetic is that of likeness.ts and
 * measures/.
 */
import { countryOf, parseAreaCode } from '@samenhang/subgraph-kit/area-code'
import { readPageRequest } from '@samenhang/subgraph-kit/connection'
import { HubError } from '@samenhang/subgraph-kit/errors'
import { basisOf, likeTo } from './likeness.ts'
import { measuredColumn, membersIn, membersInAny } from './over-areas.ts'
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
  const others = scope === country ? alike : membersInAny(figures, membersIn(figures, scope), periods)
  return likeTo(figures, basisOf(figures, by, alike), { position, others, within: scope.within, first })
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
