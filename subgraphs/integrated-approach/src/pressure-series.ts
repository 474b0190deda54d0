/**
 * Pressure by year: the social load against one year that stays, so that years can be compared. Each year counts its own figures only, and
 * an indicator without a reference counts as missing. The formula stands in docs/decisions/0079-series.md.
 */
import { groupBy } from '@samenhang/subgraph-kit/loader'
import { kindOf } from './current-areas.ts'
import { deviate, leastForReference, measure } from './distributions.ts'
import type { AreaInput } from './inputs.ts'
import type { MissingPeriodReason } from './generated/resolver-types.ts'
import type { Unavailable } from './results.ts'
import { scoreArea } from './social-load.ts'
import { variants } from './social-load-basis.ts'
import { round } from './vocabulary.ts'

/** The year that all others are measured against: the first in which the CBS publishes every indicator of the basis. */
export const referencePeriod = 2019

/** How one indicator was spread over areas alike in the reference period. */
export interface PressureReference {
  readonly kind: string
  readonly indicator: string
  readonly areas: number
  readonly mean: number
  readonly standardDeviation: number
}

interface MissingScore {
  readonly reason: MissingPeriodReason
  readonly explanation: string
}

export interface Pressure {
  readonly inhabitants: number | null
  readonly score: number | null
  /** One a domain, in its order. */
  readonly components: readonly (number | null)[]
  /** One an indicator, in its order; all null where the area or the reference lacks it. */
  readonly basis: readonly (readonly [value: number | null, deviation: number | null])[]
  /** Why there is no score; null where there is one. */
  readonly missing: MissingScore | null
}

const variant = variants.WITHOUT_ORIGIN

/** Of areas of the reference period; an indicator that fewer than 30 areas alike have gets none. */
export function pressureReferences(areas: readonly AreaInput[]): readonly PressureReference[] {
  return [...groupBy(areas, kindOf)].flatMap(([kind, alike]) =>
    variant.basis.flatMap((indicator) => {
      const { distribution } = measure(indicator, alike)
      if (!distribution || distribution.areas < leastForReference) return []
      const { areas: counted, mean, standardDeviation } = distribution
      return [{ kind, indicator: indicator.indicator, areas: counted, mean, standardDeviation }]
    }),
  )
}

/** By code; an area of which no figure of the basis is known in this period has no entry. */
export function computePressures(
  areas: readonly AreaInput[],
  period: number,
  references: readonly PressureReference[],
): ReadonlyMap<string, Pressure> {
  const byName = new Map(references.map((entry) => [`${entry.kind} ${entry.indicator}`, entry]))
  return new Map(
    areas.flatMap((area) => {
      const pressure = computePressure(area, period, byName)
      return pressure ? [[area.code, pressure] as const] : []
    }),
  )
}

function computePressure(
  area: AreaInput,
  period: number,
  byName: ReadonlyMap<string, PressureReference>,
): Pressure | null {
  const figures = area.figures.get(period)
  const values = variant.basis.map(({ valueOf }) => (figures ? valueOf(figures) : null))
  if (values.every((value) => value === null)) return null
  const kind = kindOf(area)
  const measured = variant.basis.map(({ indicator, direction }, at) => {
    const reference = byName.get(`${kind} ${indicator}`)
    const deviation = deviate(
      values[at] ?? null,
      reference && { ...reference, period: referencePeriod },
      direction,
    )
    return { period, value: deviation === null ? null : (values[at] ?? null), deviation }
  })
  const inhabitants = figures?.population?.inhabitants ?? null
  const scored = scoreArea(area, variant, measured, [])
  const basis = measured.map(({ value, deviation }, at) => {
    const known = value ?? values[at] ?? null
    const rounded = (figure: number | null) => (figure === null ? null : round(figure, 3))
    return [rounded(known), rounded(deviation)] as const
  })
  const nothing = variant.domains.map(() => null)
  if (!scored) return { inhabitants, score: null, components: nothing, basis, missing: noReference }
  const { score, components, unavailable } = scored
  const why = unavailable.find(({ field }) => field === 'score')
  return { inhabitants, score, components, basis, missing: why ? whyNot(why) : null }
}

function whyNot({ reason, explanation }: Unavailable): MissingScore {
  return reason === 'TOO_FEW_INHABITANTS' || reason === 'TOO_MUCH_MISSING'
    ? { reason, explanation }
    : noReference
}

const noReference: MissingScore = {
  reason: 'NO_REFERENCE',
  explanation: `Fewer than ${leastForReference} areas of this level have figures of ${referencePeriod}, the reference period: countries and provinces always.`,
}
