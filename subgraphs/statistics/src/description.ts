/** What an answer says of each column that it rests on: which figures, of which year, in which unit, from which tables. */
import { countryOf } from '@samenhang/subgraph-kit/area-code'
import type { Source } from './generated/resolver-types.ts'
import type { IndicatorEntry } from './inventory.ts'
import type { UsedColumn } from './scope.ts'
import type { Figures } from './store.ts'

export interface ColumnDescription {
  readonly indicator: string
  readonly labelNl: string
  readonly labelEn: string
  readonly unit: IndicatorEntry['unit']
  readonly kind: IndicatorEntry['kind']
  readonly period: number
  readonly sources: readonly Source[]
  readonly synthetic: boolean
}

/** Of figures of areas in the country of `code`: a real one has no synthetic sources, and an invented one no others. */
export function describeColumn(
  figures: Figures,
  { indicator, period }: Pick<UsedColumn, 'indicator' | 'period'>,
  code: string,
): ColumnDescription {
  const synthetic = countryOf(code) === inventedCountry
  return {
    indicator: indicator.id,
    labelNl: indicator.label.nl,
    labelEn: indicator.label.en,
    unit: indicator.unit,
    kind: indicator.kind,
    period,
    sources: figures.sources(indicator.id, period).filter((source) => source.synthetic === synthetic),
    synthetic,
  }
}

const inventedCountry = countryOf('GM9001')
