/** The results of one year, written in one transaction: those that are computed now replace those of before, and all others stay. */
import { writeBulk } from '@samenhang/subgraph-kit/bulk'
import type { Database } from '@samenhang/subgraph-kit/database'
import type { AreaInput } from './inputs.ts'
import type { Pressure, PressureReference } from './pressure-series.ts'
import type { Need } from './results.ts'
import { areaColumns, areaValues, asJson, needRow, needRowColumns } from './write-results.ts'

/** Results by code, and the areas that have them or not. */
interface OfAreas<Result> {
  readonly areas: readonly AreaInput[]
  readonly byCode: ReadonlyMap<string, Result>
}

interface PeriodResults {
  readonly period: number
  /** A digest of what was read. */
  readonly versions: string
  /** Names what pressures are measured against. */
  readonly reference: string
  readonly computedAt: string
  readonly needs: OfAreas<Need>
  readonly pressures: OfAreas<Pressure>
  /** Those of the reference period; null where this is another. */
  readonly references: readonly PressureReference[] | null
}

export interface PeriodRun {
  readonly period: number
  readonly versions: string | null
  readonly reference: string
  /** By spaces; also those whose inputs are gone. */
  readonly countries: string
}

export function readPeriodRuns(database: Database): Promise<PeriodRun[]> {
  return database.all<PeriodRun>('select period, versions, reference, countries from period_run')
}

export function readPressureReferences(database: Database): Promise<PressureReference[]> {
  return database.all<PressureReference>(
    `select kind, indicator, areas, mean, standard_deviation as "standardDeviation" from pressure_reference`,
  )
}

/** Notes of which periods nothing is loaded any more: their results stay, and say so. */
export async function noteGonePeriods(database: Database, loaded: readonly number[]): Promise<void> {
  await database.transact(async (transaction) => {
    await transaction('period_run').whereNotIn('period', loaded).update({ versions: null })
  })
}

export async function writePeriod(database: Database, results: PeriodResults): Promise<void> {
  const { period, versions, reference, computedAt, needs, pressures, references } = results
  const { dialect } = database
  const run = [versions, computedAt]
  await database.transact(async (transaction) => {
    const [before] = await transaction('period_run').where({ period }).select<PeriodRun[]>('countries')
    const now = [needs, pressures].flatMap(({ areas, byCode }) =>
      areas.flatMap(({ code, country }) => (country !== null && byCode.has(code) ? country : [])),
    )
    const countries = [...new Set([...(before?.countries.split(' ') ?? []), ...now])].join(' ').trim()
    await transaction('period_run')
      .insert({ period, versions, reference, countries })
      .onConflict('period')
      .merge()
    await writeBulk(transaction, dialect, {
      table: 'housing_need_period',
      columns: [...needRowColumns, 'versions', 'computed_at'],
      key: ['code', 'period'],
      conflict: 'replace',
      rows: needs.areas.flatMap((area) => {
        const need = needs.byCode.get(area.code)
        return need ? [[...needRow(area, need), ...run]] : []
      }),
    })
    await writeBulk(transaction, dialect, {
      table: 'pressure_period',
      columns: [
        ...areaColumns,
        ...['period', 'inhabitants', 'score', 'components', 'basis', 'missing', 'reference'],
        ...['versions', 'computed_at'],
      ],
      key: ['code', 'period'],
      conflict: 'replace',
      rows: pressures.areas.flatMap((area) => {
        const pressure = pressures.byCode.get(area.code)
        if (!pressure) return []
        const { inhabitants, score, components, basis, missing } = pressure
        const lists = [components, basis, missing].map(asJson)
        return [[...areaValues(area), period, inhabitants, score, ...lists, reference, ...run]]
      }),
    })
    if (!references) return
    await transaction('pressure_reference').delete()
    await writeBulk(transaction, dialect, {
      table: 'pressure_reference',
      columns: ['kind', 'indicator', 'areas', 'mean', 'standard_deviation'],
      key: ['kind', 'indicator'],
      conflict: 'replace',
      rows: references.map((entry) => [
        ...[entry.kind, entry.indicator, entry.areas, entry.mean, entry.standardDeviation],
      ]),
    })
  })
}
