/**
 * That a table is one of the CBS's key figures for districts and neighbourhoods, and what `Source` says of it. Columns of
 * other tables carry the same names (distances, incomes): a table that nothing shows to be KWB is refused.
 */
import { basename, dirname, resolve } from 'node:path'
import {
  knownYears,
  kwb,
  licence,
  publisher,
  tableOfYear,
  titleOfYear,
  yearOfTable,
  yearOfTitle,
} from './known-tables.ts'
import type { DeclaredSource } from '../schema/declared-source.ts'
import type { Layout } from './layout.ts'
import type { TableMetadata } from './metadata.ts'
import { undeclaredTable } from './recognise-source.ts'
import type { Retrieval } from './retrieved-at.ts'
import { ImportRefused, type TableSource } from './table.ts'

/** Throws ImportRefused where metadata or a name says it is another table, or nothing says it is KWB. */
export function checkIsKwb(
  path: string,
  layout: Layout,
  metadata: TableMetadata | null,
  { isSaid, sources }: { readonly isSaid: boolean; readonly sources: readonly DeclaredSource[] },
): void {
  if (isSaid) return
  const origin = basename(path)
  const tables = [...origin.matchAll(/(?<!\d)\d{5}NED/gi)].map(([table]) => table.toUpperCase())
  const isKnownTable = tables.some((table) => yearOfTable(table) !== undefined)
  const other = metadata !== null && !isKwb(metadata) ? metadata.table : isKnownTable ? undefined : tables[0]
  if (other !== undefined) throw undeclaredTable(origin, other, sources)
  const isNamedKwb = /kerncijfers.wijken|kwb/i.test(`${basename(dirname(resolve(path)))}/${origin}`)
  if (layout.hasPopulation || isKnownTable || metadata !== null || isNamedKwb) return
  const names = sources.map(({ name }) => name).join(', ')
  const problem = `unknown table: nothing tells of which declared source it is (${names})`
  throw new ImportRefused(origin, problem, 'Say its table with --table, such as --table 85984NED.')
}

export function isKwb({ table, title }: TableMetadata): boolean {
  return yearOfTable(table) !== undefined || yearOfTitle(title) !== undefined
}

/** Throws ImportRefused where no table is known for the year. */
export function sourceOf(
  origin: string,
  period: number,
  metadata: TableMetadata | null,
  retrieval: Retrieval,
): TableSource {
  const table = metadata?.table ?? tableOfYear(period)
  if (table === undefined) {
    const problem = `no table of ${period} is known (the hub knows ${knownYears})`
    throw new ImportRefused(
      origin,
      problem,
      'Put TableInfos.json of the table beside the file, or correct --year.',
    )
  }
  return {
    table,
    title: metadata?.title ?? titleOfYear(period),
    publisher,
    licence,
    ...retrieval,
    status: metadata?.status ?? null,
    kind: kwb.kind,
    boundaryYear: null,
  }
}
