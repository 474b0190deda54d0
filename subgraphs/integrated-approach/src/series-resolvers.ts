/** The resolvers of results over years. Each is one call of the loaders; a year without a result says why. */
import { HubError } from '@samenhang/subgraph-kit/errors'
import { countryOf, levelOf } from '@samenhang/subgraph-kit/area-code'
import { referencePeriod } from './pressure-series.ts'
import type { Gap, NeedOfPeriod, PressureOfPeriod, SeriesLoaders } from './series-store.ts'
import { variants } from './social-load-basis.ts'

interface AreaKey {
  readonly code: string
}

interface Years {
  readonly from?: number | null
  readonly to?: number | null
}

const { basis, domains } = variants.WITHOUT_ORIGIN

const explanations: Readonly<Record<Gap['reason'], string>> = {
  NOT_LOADED: 'Nothing of this year is loaded.',
  NO_FIGURES: 'Nothing that this follows from is known of this area in this year.',
}

const isGap = (entry: object): entry is Gap => 'reason' in entry

/** Throws HubError BAD_ARGUMENT for years the wrong way round. */
function between({ from, to }: Years): (entry: { readonly period: number }) => boolean {
  if (from != null && to != null && from > to)
    throw new HubError('BAD_ARGUMENT', `from is ${from} and to is ${to}: give the earlier year as from.`)
  return ({ period }) => period >= (from ?? -Infinity) && period <= (to ?? Infinity)
}

const missingOf = (entry: Gap) => ({ reason: entry.reason, explanation: explanations[entry.reason] })
const nothing = { computedAt: null, versions: null, isKept: false }

export const areaSeries = {
  async housingNeedSeries({ code }: AreaKey, years: Years, { needSeries }: SeriesLoaders) {
    const within = between(years)
    return (await needSeries(code))?.filter(within).map(needPoint) ?? null
  },
  async pressureSeries({ code }: AreaKey, years: Years, { pressureSeries }: SeriesLoaders) {
    const within = between(years)
    const series = await pressureSeries(code)
    return series && { code, referencePeriod, points: series.filter(within).map(pressurePoint) }
  },
}

export const seriesResolvers = {
  PressureSeries: {
    async references({ code }: AreaKey, _: unknown, { pressureReferences }: SeriesLoaders) {
      const kind = `${countryOf(code)} ${String(levelOf(code))}`
      const byName = new Map(
        (await pressureReferences()).flatMap((entry) =>
          entry.kind === kind ? [[entry.indicator, entry]] : [],
        ),
      )
      return basis.flatMap(({ indicator }) => byName.get(indicator) ?? [])
    },
  },
}

function needPoint(entry: NeedOfPeriod | Gap) {
  const { period } = entry
  if (isGap(entry)) return { period, need: null, missing: missingOf(entry), ...nothing }
  const { need, computedAt, versions, isKept } = entry
  return { period, need, missing: null, computedAt, versions, isKept }
}

function pressurePoint(entry: PressureOfPeriod | Gap) {
  const { period } = entry
  if (isGap(entry))
    return {
      ...{ period, inhabitants: null, score: null, components: [], basis: [], isComparable: false },
      ...{ missing: missingOf(entry), ...nothing },
    }
  const { pressure, isComparable, computedAt, versions, isKept } = entry
  return {
    period,
    inhabitants: pressure.inhabitants,
    score: pressure.score,
    components: domains.map((domain, at) => ({ domain, score: pressure.components[at] ?? null })),
    basis: basis.map(({ indicator }, at) => {
      const [value, deviation] = pressure.basis[at] ?? [null, null]
      return { indicator, value, deviation }
    }),
    missing: pressure.missing,
    isComparable,
    ...{ computedAt, versions, isKept },
  }
}
