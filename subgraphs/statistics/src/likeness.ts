/**
 * How like areas are by several indicators: the spread of each over all areas of a level and country, and the areas at the least distance.
 * Which indicators these are, and where areas are looked for, is the caller's to say.
 */
import { figureAt } from './column.ts'
import { describeColumn } from './description.ts'
import { momentsOf, type Values } from './measures/moments.ts'
import { nearestTo } from './measures/nearest.ts'
import { hasFigure, missingAreas } from './over-areas.ts'
import type { UsedColumn } from './scope.ts'
import type { Figures } from './store.ts'

/** On which scale figures are compared: as they are, or by the natural logarithm of 1 more, which 0 has too. */
export type LikenessScale = 'LINEAR' | 'LOGARITHM'

interface Compared extends UsedColumn {
  readonly scale: LikenessScale
  /** On its scale; NaN where there is no figure. */
  readonly values: Values
  /** Areas that have the figure, with their mean and standard deviation on its scale. */
  readonly n: number
  readonly mean: number | null
  readonly standardDeviation: number | null
}

/** What areas are compared by, computed once for all of them. */
export type LikenessBasis = readonly Compared[]

export function basisOf(
  figures: Figures,
  by: readonly (UsedColumn & { readonly scale?: LikenessScale })[],
  alike: Int32Array,
): LikenessBasis {
  return by.map((used) => {
    const { scale = 'LINEAR', column } = used
    const values = scale === 'LINEAR' ? column.values : column.values.map((value) => Math.log1p(value))
    const known = alike.filter((position) => hasFigure(used, position))
    const moments = momentsOf(Float64Array.from(known, (position) => values[position] ?? NaN))
    return {
      ...used,
      scale,
      values,
      n: known.length,
      mean: moments?.mean ?? null,
      standardDeviation: moments?.standardDeviation ?? null,
    }
  })
}

interface LikenessQuestion {
  readonly position: number
  /** Where areas are looked for; the area itself is left out. */
  readonly others: Int32Array
  readonly within: string
  readonly first: number
}

/** The nearest areas first, and who was compared; none where the area itself lacks a figure. */
export function likeTo(
  figures: Figures,
  basis: LikenessBasis,
  { position, others: all, within, first }: LikenessQuestion,
) {
  const { areas } = figures
  const code = areas.codes[position] ?? ''
  const others = all.filter((other) => other !== position)
  const isComplete = (other: number) => basis.every((column) => hasFigure(column, other))
  const complete = others.filter(isComplete)
  const scales = basis.map(({ values, standardDeviation }) => ({
    values,
    standardDeviation: standardDeviation ?? 0,
  }))
  const nearest = isComplete(position) ? nearestTo(position, scales, complete, areas.codes, first) : []
  return {
    area: { code },
    level: areas.level(position),
    within,
    by: basis.map((column) => ({
      column: describeColumn(figures, column, code),
      ...figureAt(column.column, position),
      scale: column.scale,
      n: column.n,
      mean: column.mean,
      standardDeviation: column.standardDeviation,
    })),
    compared: isComplete(position) ? complete.length : 0,
    leftOut: others.length - complete.length,
    missing: basis.flatMap((column) => missingAreas(column, others)),
    similar: nearest.map(({ at, distance, differences }) => ({
      area: { code: areas.codes[at] ?? '' },
      distance,
      differences: basis.map(({ indicator, column }, index) => ({
        indicator: indicator.id,
        unit: indicator.unit,
        ofArea: column.values[position] ?? NaN,
        ofSimilar: column.values[at] ?? NaN,
        standardised: differences[index] ?? NaN,
      })),
    })),
    computedAt: figures.computedAt,
    stale: figures.stale,
  }
}
