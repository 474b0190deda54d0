/**
 * What a refresh writes. Columns are written beside those that are kept, a part at a time, so that a country of many years never stands in
 * memory; one short transaction then makes them those that are kept. A refresh that dies leaves the old ones, and rows that the next removes.
 */
import { writeBulk } from '@samenhang/subgraph-kit/bulk'
import { noteVersions } from '@samenhang/subgraph-kit/computed-run'
import type { Database } from '@samenhang/subgraph-kit/database'
import { HubError } from '@samenhang/subgraph-kit/errors'
import { storedColumn, type Column } from './column.ts'
import type { IndicatorEntry, InventoryPart } from './inventory.ts'
import type { AreaEntry } from './read-areas.ts'

export interface RunRecord {
  readonly revision: string | null
  readonly versions: string | null
  readonly knownVersions: string
}

/** An area with the position that is its own while any year has it. */
export interface PlacedArea extends AreaEntry {
  readonly position: number
}

/** The revision of a part that has no figures: the profile has none of this year. */
export const nothing = ''

/** A part as it is kept: which revision wrote it, and of which data. */
export interface KeptPart {
  readonly profile: string
  readonly period: number
  readonly digest: string
  readonly written: string
}

export async function readRun(database: Database): Promise<RunRecord | null> {
  const [run] = await database.all<RunRecord>(
    'select revision, versions, known_versions as "knownVersions" from run',
  )
  return run ?? null
}

export async function readKeptParts(database: Database): Promise<readonly KeptPart[]> {
  return database.all<KeptPart>('select profile, period, digest, written from part')
}

/** By code. */
export async function readPositions(database: Database): Promise<ReadonlyMap<string, number>> {
  const rows = await database.all<{ code: string; position: number }>('select code, position from area')
  return new Map(rows.map(({ code, position }) => [code, position]))
}

/** Notes the newest versions known; without any, that they are other than before. */
export function noteRun(database: Database, knownVersions?: string): Promise<void> {
  return noteVersions(database, { indicators: '[]' }, knownVersions)
}

/** Writes the columns of a part beside those that are kept. */
export async function stageColumns(
  database: Database,
  { profile, period, written }: Omit<KeptPart, 'digest'>,
  columns: readonly (readonly [indicator: string, column: Column])[],
): Promise<void> {
  const rows: Readonly<Record<string, string | number | Buffer>>[] = []
  for (const [indicator, column] of columns) {
    const { values, reasons } = await storedColumn(column)
    rows.push({ indicator, period, written, profile, figure_values: values, figure_reasons: reasons })
  }
  await database.transact(async (transaction) => {
    for (const row of rows) await transaction('figures').insert(row)
  })
}

/** What a refresh makes the kept state. */
export interface Kept {
  readonly revision: string
  readonly computedAt: string
  readonly versions: string
  readonly indicators: readonly IndicatorEntry[]
  readonly areas: readonly PlacedArea[]
  readonly parts: readonly (InventoryPart & KeptPart)[]
}

/**
 * Makes what was staged the kept state, where it still is the one that the refresh began with. What was noted since `known` stays noted.
 * Throws HubError SUBGRAPH_UNAVAILABLE where another refresh ended first.
 */
export async function keepColumns(database: Database, kept: Kept, before: RunRecord): Promise<void> {
  await database.transact(async (transaction) => {
    const changed = await transaction('run')
      .where({ id: 1, revision: before.revision })
      .update({
        revision: kept.revision,
        computed_at: kept.computedAt,
        versions: kept.versions,
        known_versions: transaction.raw('case when known_versions = ? then ? else known_versions end', [
          before.knownVersions,
          kept.versions,
        ]),
        indicators: JSON.stringify(kept.indicators),
      })
    if (changed === 0)
      throw new HubError('SUBGRAPH_UNAVAILABLE', 'Another refresh ended first; refresh again if need be.')
    await transaction('area').delete()
    await writeBulk(transaction, database.dialect, {
      table: 'area',
      columns: ['position', 'code', 'level', 'country', 'province', 'municipality', 'district', 'periods'],
      key: ['position'],
      conflict: 'replace',
      rows: kept.areas.map((area) => [
        ...[area.position, area.code, area.level, area.country, area.province, area.municipality],
        ...[area.district, JSON.stringify(area.periods)],
      ]),
    })
    await transaction('part').delete()
    await writeBulk(transaction, database.dialect, {
      table: 'part',
      columns: ['profile', 'period', 'digest', 'written', 'sources'],
      key: ['profile', 'period'],
      conflict: 'replace',
      rows: kept.parts.map(({ profile, period, digest, written, sources }) => [
        ...[profile, period, digest, written],
        JSON.stringify(sources),
      ]),
    })
    await transaction.raw(
      `delete from figures where not exists (select 1 from part
       where part.profile = figures.profile and part.period = figures.period and part.written = figures.written)`,
    )
  })
}
