/**
 * Writes synthetic figures: rows a domain makes of the synthetic country, in one transaction a subgraph, each year with a
 * source that says so. Only synthetic rows are ever replaced; imported ones stand.
 */
import type { Knex } from 'knex'
import { writeBulk } from '../database/bulk.ts'
import type { Database } from '../database/database.ts'
import type { Figure } from '../figures/figure.ts'
import type { Profile } from '../figures/indicator.ts'
import { insertSource } from '../figures/source.ts'
import type { SyntheticCountry } from './country.ts'

/**
 * The figures of one area and year, by indicator field; a field that is absent was not published that year.
 * Rows of one year stand together.
 */
export interface SeedRow {
  readonly code: string
  readonly period: number
  readonly figures: Readonly<Record<string, Figure>>
}

export type SeedRows = Iterable<SeedRow>

export async function writeSeed(
  database: Database,
  profiles: readonly Profile[],
  seeds: Readonly<Record<string, SeedRows>>,
  country: SyntheticCountry,
): Promise<void> {
  await database.transact(async (transaction) => {
    const synthetic = transaction('source').where('synthetic', true).select('id')
    for (const { table } of profiles) await transaction(table).whereIn('source_id', synthetic).delete()
    await transaction('source').where('synthetic', true).delete()
    for (const profile of profiles) {
      for (const rows of byPeriod(seeds[profile.areaField] ?? [])) {
        await writePeriod(transaction, database, profile, rows, country)
      }
    }
  })
}

/** The rows of one year at a time: a whole country of all years would not fit comfortably in memory. */
function* byPeriod(rows: SeedRows): Iterable<readonly SeedRow[]> {
  let year: SeedRow[] = []
  for (const row of rows) {
    if (year[0] && year[0].period !== row.period) {
      yield year
      year = []
    }
    year.push(row)
  }
  if (year.length > 0) yield year
}

async function writePeriod(
  transaction: Knex.Transaction,
  database: Database,
  profile: Profile,
  rows: readonly SeedRow[],
  country: SyntheticCountry,
): Promise<void> {
  const period = rows[0]?.period ?? 0
  const published = profile.indicators.filter(({ field }) => rows.some(({ figures }) => field in figures))
  const sourceId = await insertSource(transaction, {
    ...country.source,
    period,
    synthetic: true,
    kind: profile.source?.kind ?? 'OBSERVED',
    digest: `${country.source.table} ${profile.table} ${String(period)}`,
    fields: published.map(({ field }) => field),
    areas: rows.length,
  })
  await writeBulk(transaction, database.dialect, {
    table: profile.table,
    columns: ['code', 'period', 'source_id', 'has_figures', ...published.map(({ column }) => column)],
    key: ['code', 'period'],
    conflict: 'keep',
    rows: rows.map(({ code, figures }) => {
      const values = published.map(({ field }) => figures[field] ?? null)
      return [code, period, sourceId, values.some((value) => value !== null) ? 1 : 0, ...values]
    }),
  })
}
