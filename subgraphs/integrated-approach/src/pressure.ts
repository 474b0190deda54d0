/**
 * The pressure index over all areas: deviations from the distribution of areas alike (one level, one country, one year an indicator),
 * components, scores and percentiles. The formula stands in docs/decisions/0008-pressure-index.md.
 */
import { groupBy } from '@samenhang/subgraph-kit/loader'
import { kindOf } from './current-areas.ts'
import type { AreaInput } from './inputs.ts'
import { basis, pressureDomains, type BasisIndicator } from './pressure-basis.ts'
import type { Pressure, Unavailable } from './results.ts'
import { round } from './vocabulary.ts'

const leastInhabitants = 100
const mostMissing = 1 / 3

/** By code; an area of which no figure of the basis is known has no entry. */
export function computePressures(areas: readonly AreaInput[]): ReadonlyMap<string, Pressure> {
  return new Map([...groupBy(areas, kindOf).values()].flatMap((alike) => [...compareAlike(alike)]))
}

interface Measured {
  readonly period: number | null
  readonly value: number | null
  readonly deviation: number | null
}

function compareAlike(areas: readonly AreaInput[]): readonly (readonly [string, Pressure])[] {
  const measured = basis.map((indicator) => measure(indicator, areas))
  const found = areas.map((area, index) =>
    score(
      area,
      measured.map((column) => column[index] ?? nothing),
    ),
  )
  const scores = found.flatMap((one) => one?.score ?? []).sort((one, other) => one - other)
  return areas.flatMap((area, index) => {
    const one = found[index]
    if (!one) return []
    const percentile =
      one.score === null ? null : round((100 * countUpTo(scores, one.score)) / scores.length, 1)
    return [[area.code, { ...one, percentile }] as const]
  })
}

const nothing: Measured = { period: null, value: null, deviation: null }

/** One indicator of every area, of the newest year that at least half of the areas that ever have a value have it of. */
function measure({ valueOf, direction }: BasisIndicator, areas: readonly AreaInput[]): readonly Measured[] {
  const ofYear = new Map<number, number>()
  let known = 0
  for (const { figures } of areas) {
    const years = [...figures].filter(([, year]) => valueOf(year) !== null).map(([year]) => year)
    if (years.length > 0) known += 1
    for (const year of years) ofYear.set(year, (ofYear.get(year) ?? 0) + 1)
  }
  const period = Math.max(...[...ofYear].filter(([, count]) => 2 * count >= known).map(([year]) => year))
  const values = areas.map(({ figures }) => {
    const year = figures.get(period)
    return year ? valueOf(year) : null
  })
  const shown = values.filter((value) => value !== null)
  const mean = shown.reduce((sum, value) => sum + value, 0) / shown.length
  const variance = shown.reduce((sum, value) => sum + (value - mean) ** 2, 0) / shown.length
  const sign = direction === 'LOWER_IS_MORE_PRESSURE' ? -1 : 1
  return values.map((value) =>
    value === null
      ? nothing
      : { period, value, deviation: shown.length < 2 ? null : deviate(sign * (value - mean), variance) },
  )
}

function deviate(difference: number, variance: number): number {
  return variance > 0 ? difference / Math.sqrt(variance) : 0
}

function score(area: AreaInput, measured: readonly Measured[]): Omit<Pressure, 'percentile'> | null {
  if (measured.every(({ value }) => value === null)) return null
  const components = pressureDomains.map((domain) =>
    mean(
      measured.flatMap(({ deviation }, index) => (basis[index]?.domain === domain ? (deviation ?? []) : [])),
    ),
  )
  const inhabitants = newestInhabitants(area)
  const missing = basis.reduce(
    (sum, { weight }, index) => sum + (measured[index]?.value == null ? weight : 0),
    0,
  )
  const composite = mean(components.filter((component) => component !== null))
  const unavailable = whyNoScore(inhabitants, missing, composite)
  const told = unavailable.length === 0
  return {
    inhabitants,
    score: told && composite !== null ? round(composite, 3) : null,
    components: components.map((component) => (told && component !== null ? round(component, 3) : null)),
    basis: measured.map(({ period, value, deviation }) => [
      period,
      value === null ? null : round(value, 3),
      deviation === null ? null : round(deviation, 3),
    ]),
    unavailable,
  }
}

function whyNoScore(
  inhabitants: number | null,
  missing: number,
  composite: number | null,
): readonly Unavailable[] {
  const why =
    inhabitants === null || inhabitants < leastInhabitants
      ? ({
          reason: 'TOO_FEW_INHABITANTS',
          explanation:
            inhabitants === null
              ? 'It is unknown how many inhabitants there are.'
              : 'Fewer than 100 inhabitants.',
        } as const)
      : missing > mostMissing + 1e-9
        ? ({
            reason: 'TOO_MUCH_MISSING',
            explanation: `${round(100 * missing, 0)} % of the basis is missing.`,
          } as const)
        : composite === null
          ? ({
              reason: 'NOTHING_TO_COMPARE_WITH',
              explanation: 'No other area of this level has these figures.',
            } as const)
          : null
  return why ? ['score', 'percentile'].map((field) => ({ field, ...why })) : []
}

function newestInhabitants({ figures }: AreaInput): number | null {
  const [newest] = [...figures]
    .filter(([, { population }]) => population?.inhabitants != null)
    .sort(([one], [other]) => other - one)
  return newest?.[1].population?.inhabitants ?? null
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** How many of the sorted values are at most this one. */
function countUpTo(sorted: readonly number[], most: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? Infinity) <= most) low = middle + 1
    else high = middle
  }
  return low
}
