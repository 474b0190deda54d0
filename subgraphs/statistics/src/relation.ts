/** How two indicators go together over areas, and what that does not say. The arithmetic is that of measures/. */
import type { AreaLevel } from '@samenhang/subgraph-kit/area-code'
import { HubError } from '@samenhang/subgraph-kit/errors'
import { describeColumn } from './description.ts'
import { fewestPairs, relate, type Unrelated } from './measures/relate.ts'
import { hasFigure, measuredColumn, membersIn, membersInAny, missingAreas, valuesAt } from './over-areas.ts'
import { cautionsOf } from './relation-cautions.ts'
import { scopeOf, type UsedColumn } from './scope.ts'
import type { Figures } from './store.ts'

export interface RelationArguments {
  readonly x: string
  readonly y: string
  readonly level: AreaLevel
  readonly within?: string | null
  readonly period?: number | null
}

/** Throws HubError for arguments that cannot be meant, PERIOD_NOT_PUBLISHED for a year that nobody loaded. */
export async function relation(figures: Figures, given: RelationArguments) {
  if (given.x === given.y)
    throw new HubError('BAD_ARGUMENT', `x and y are both ${given.x}: every indicator goes with itself.`)
  const scope = scopeOf(figures, given)
  const members = membersIn(figures, scope)
  const x = await measuredColumn(figures, given.x, members, given.period ?? null)
  const y = await measuredColumn(figures, given.y, members, given.period ?? null)
  return {
    x: describeColumn(figures, x, scope.within),
    y: describeColumn(figures, y, scope.within),
    level: scope.level,
    within: scope.within,
    ...relateColumns(x, y, membersInAny(figures, members, [x.period, y.period])),
    cautions: cautionsOf(x, y),
    computedAt: figures.computedAt,
    stale: figures.stale,
  }
}

function relateColumns(x: UsedColumn, y: UsedColumn, members: Int32Array) {
  const pairs = members.filter((position) => hasFigure(x, position) && hasFigure(y, position))
  const { pearson, spearman, line } = relate(valuesAt(x, pairs), valuesAt(y, pairs))
  const [slope, intercept] = typeof line === 'string' ? [line, line] : [line.slope, line.intercept]
  return {
    areas: members.length,
    n: pairs.length,
    leftOut: members.length - pairs.length,
    missing: [...missingAreas(x, members), ...missingAreas(y, members)],
    pearson: orNull(pearson),
    spearman: orNull(spearman),
    slope: orNull(slope),
    intercept: orNull(intercept),
    unavailable: Object.entries({ pearson, spearman, slope, intercept }).flatMap(([field, measure]) =>
      typeof measure === 'string'
        ? [{ field, reason: measure, explanation: explain(measure, pairs.length) }]
        : [],
    ),
  }
}

const orNull = <Measure extends object>(measure: Measure | Unrelated): Measure | null =>
  typeof measure === 'string' ? null : measure

function explain(reason: Unrelated, pairs: number): string {
  if (reason === 'CONSTANT') return 'All areas have the same figure, so nothing varies with it.'
  return `${pairs} ${pairs === 1 ? 'area has' : 'areas have'} both figures; it takes ${fewestPairs}.`
}
