/**
 * The social load of all areas: capped deviations from the distribution of areas alike (one level, one country, one year an indicator),
 * components, scores, percentiles, and the ranks that other choices of domains and weights give. The formula stands in
 * docs/decisions/0008-pressure-index.md; distributions are distributions.ts's.
 */
import { groupBy } from '@samenhang/subgraph-kit/loader'
import { compareWith } from './compared-with.ts'
import { kindOf } from './current-areas.ts'
import { deviate, measure, referenceFor, type Measured, type References } from './distributions.ts'
import type { AreaInput } from './inputs.ts'
import { rankRanges } from './rank-range.ts'
import type { SocialLoad, Unavailable } from './results.ts'
import { indicators, variants, type Variant } from './social-load-basis.ts'
import { round, type LoadVariant } from './vocabulary.ts'

const leastInhabitants = 100
const mostMissing = 1 / 3

/** Under so many areas with a score a percentile says more of who was loaded than of the area. */
export const leastForPercentile = 30

export interface SocialLoads {
  /** By variant and code; an area of which no figure of the basis is known has no entry. */
  readonly loads: Readonly<Record<LoadVariant, ReadonlyMap<string, SocialLoad>>>
  /** What scores over time are measured against from now on. */
  readonly references: References
}

/** `references` are those that were fixed before; where there is none yet, or a fuller one is loaded, today's are taken. */
export function computeSocialLoads(
  areas: readonly AreaInput[],
  references: References = new Map(),
): SocialLoads {
  const fixed = new Map(references)
  const loads = { WITHOUT_ORIGIN: new Map<string, SocialLoad>(), WITH_ORIGIN: new Map<string, SocialLoad>() }
  for (const [kind, alike] of groupBy(areas, kindOf)) {
    const columns = indicators.map((indicator) => measure(indicator, alike))
    const comparison = compareWith(areas, alike)
    for (const [at, { distribution }] of columns.entries()) {
      const name = indicators[at]?.indicator ?? ''
      const reference = referenceFor(fixed.get(`${kind} ${name}`), distribution, comparison.loaded)
      if (reference) fixed.set(`${kind} ${name}`, reference)
    }
    const against = indicators.map(({ indicator }) => fixed.get(`${kind} ${indicator}`))
    for (const variant of Object.values(variants)) {
      const scoredAreas = alike.map((area, index) =>
        scoreArea(
          area,
          variant,
          columns.map(({ measured }) => measured[index] ?? unmeasured),
          columns.map(({ measured }, at) => {
            const value = measured[index]?.value ?? null
            return deviate(value, against[at], indicators[at]?.direction)
          }),
        ),
      )
      complete(alike, scoredAreas, variant, comparison, loads[variant.name])
    }
  }
  return { loads, references: fixed }
}

const unmeasured: Measured = { period: null, value: null, deviation: null }

type Scored = Omit<SocialLoad, 'percentile' | 'rankRange' | 'comparedWith'> & {
  /** Unrounded, by domain of the variant. */
  readonly exact: readonly (number | null)[]
}

export function scoreArea(
  area: AreaInput,
  { domains, basis }: Variant,
  measured: readonly Measured[],
  fixed: readonly (number | null)[],
): Scored | null {
  const own = measured.slice(0, basis.length)
  if (own.every(({ value }) => value === null)) return null
  const byDomain = (deviations: readonly (number | null)[]) =>
    domains.map((domain) =>
      mean(
        deviations.filter((_, at) => basis[at]?.domain === domain).flatMap((deviation) => deviation ?? []),
      ),
    )
  const exact = byDomain(own.map(({ deviation }) => deviation))
  const composite = mean(exact.flatMap((component) => component ?? []))
  const overTime = mean(byDomain(fixed.slice(0, basis.length)).flatMap((component) => component ?? []))
  const inhabitants = newestInhabitants(area)
  const missing = basis.reduce((sum, { weight }, at) => sum + (own[at]?.value == null ? weight : 0), 0)
  const why = whyNoScore(inhabitants, missing, composite)
  return {
    exact: why ? exact.map(() => null) : exact,
    inhabitants,
    score: why || composite === null ? null : round(composite, 3),
    scoreOverTime: why || overTime === null ? null : round(overTime, 3),
    components: exact.map((component) => (why || component === null ? null : round(component, 3))),
    basis: own.map(({ period, value, deviation }) => [
      period,
      value === null ? null : round(value, 3),
      deviation === null ? null : round(deviation, 3),
    ]),
    unavailable: why
      ? ['score', 'percentile', 'rankRange', 'scoreOverTime'].map((field) => ({ field, ...why }))
      : overTime === null
        ? [{ field: 'scoreOverTime', ...noReference }]
        : [],
  }
}

const noReference = {
  reason: 'TOO_FEW_AREAS',
  explanation: `No reference is fixed yet: that takes ${leastForPercentile} areas of this level with the same figures.`,
} as const satisfies Omit<Unavailable, 'field'>

/** Adds what needs all scores of one kind: percentiles and ranges of ranks. */
function complete(
  areas: readonly AreaInput[],
  scoredAreas: readonly (Scored | null)[],
  variant: Variant,
  comparison: Omit<SocialLoad['comparedWith'], 'areas'>,
  into: Map<string, SocialLoad>,
): void {
  const scores = scoredAreas.flatMap((scored) => scored?.score ?? []).sort((scored, other) => scored - other)
  const ranges = rankRanges(
    scoredAreas.map((scored) => (scored?.score == null ? null : scored.exact)),
    variant,
  )
  for (const [index, { code }] of areas.entries()) {
    const scored = scoredAreas[index]
    if (!scored) continue
    const enough = scores.length >= leastForPercentile
    const percentile =
      scored.score === null || !enough
        ? null
        : round((100 * countUpTo(scores, scored.score)) / scores.length, 1)
    const few: readonly Unavailable[] =
      scored.score === null || enough ? [] : [{ field: 'percentile', ...tooFew(scores.length) }]
    into.set(code, {
      inhabitants: scored.inhabitants,
      score: scored.score,
      scoreOverTime: scored.scoreOverTime,
      components: scored.components,
      basis: scored.basis,
      percentile,
      rankRange: ranges[index] ?? null,
      comparedWith: { ...comparison, areas: scores.length },
      unavailable: [...scored.unavailable, ...few],
    })
  }
}

function tooFew(areas: number): Omit<Unavailable, 'field'> {
  return {
    reason: 'TOO_FEW_AREAS',
    explanation: `Only ${areas} ${areas === 1 ? 'area' : 'areas'} of this level ${areas === 1 ? 'has' : 'have'} a score; a percentile takes ${leastForPercentile}.`,
  }
}

function whyNoScore(
  inhabitants: number | null,
  missing: number,
  composite: number | null,
): Omit<Unavailable, 'field'> | null {
  if (inhabitants === null)
    return { reason: 'TOO_FEW_INHABITANTS', explanation: 'It is unknown how many inhabitants there are.' }
  if (inhabitants < leastInhabitants)
    return { reason: 'TOO_FEW_INHABITANTS', explanation: 'Fewer than 100 inhabitants.' }
  if (missing > mostMissing + 1e-9)
    return {
      reason: 'TOO_MUCH_MISSING',
      explanation: `${round(100 * missing, 0)} % of the basis is missing.`,
    }
  if (composite === null)
    return {
      reason: 'NOTHING_TO_COMPARE_WITH',
      explanation: 'No other area of this level has these figures.',
    }
  return null
}

function newestInhabitants({ figures }: AreaInput): number | null {
  const [newest] = [...figures]
    .filter(([, { population }]) => population?.inhabitants != null)
    .sort(([a], [b]) => b - a)
  return newest?.[1].population?.inhabitants ?? null
}

export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** How many of the sorted values are at most this one. */
export function countUpTo(sorted: readonly number[], most: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? Infinity) <= most) low = middle + 1
    else high = middle
  }
  return low
}
