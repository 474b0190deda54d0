/**
 * That a table is one of the CBS's key figures for districts and neighbourhoods, and what `Source` says of it. Columns of
 * other tables carry the same names (distances, incomes): a table that nothing shows to be KWB is refused.
 */
import { basename, dirname, resolve } from 'node:path'
import {
  knownYears,
  licence,
  publisher,
  tableOfYear,
  titleOfYear,
  yearOfTable,
  yearOfTitle,
} from './known-tables.ts'
import type { Layout } from './layout.ts'
import type { TableMetadata } from './metadata.ts'
import type { Retrieval } from './retrieved-at.ts'
import { ImportRefused, type TableSource } from './table.ts'

/** Throws ImportRefused where metadata or a name says it is another table, or nothing says it is KWB. */
export function checkIsKwb(path: string, layout: Layout, metadata: TableMetadata | null): void {
  const origin = basename(path)
  const tables = [...origin.matchAll(/(?<!\d)\d{5}NED/gi)].map(([table]) => table.toUpperCase())
  const isKnownTable = tables.some((table) => yearOfTable(table) !== undefined)
  const other = metadata !== null && !isKwb(metadata) ? metadata.table : isKnownTable ? undefined : tables[0]
  if (other !== undefined) throw unknownTable(origin, other)
  const isNamedKwb = /kerncijfers.wijken|kwb/i.test(`${basename(dirname(resolve(path)))}/${origin}`)
  if (layout.hasPopulation || isKnownTable || metadata !== null || isNamedKwb) return
  const problem = 'unknown table: nothing shows that it is "Kerncijfers wijken en buurten"'
  const remedy =
    'Download it with the column of inhabitants (AantalInwoners_5, a_inw, Bevolking/Aantal inwoners).'
  throw new ImportRefused(origin, problem, remedy)
}

export function unknownTable(origin: string, table: string): ImportRefused {
  const problem = `unknown table ${table}: the hub reads "Kerncijfers wijken en buurten" (${knownYears})`
  return new ImportRefused(origin, problem, 'Name a table such as 85984NED (2024).')
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
  }
}
