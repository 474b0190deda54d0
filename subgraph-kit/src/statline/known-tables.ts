/**
 * The tables of the CBS's key figures for districts and neighbourhoods (Kerncijfers wijken en buurten, KWB), as the kit's schema.graphql
 * declares them: one table a year. A table that is not declared is refused unless its own metadata names it KWB.
 */
import { sharedSources, type DeclaredSource } from '../schema/declared-source.ts'

export const kwb = declaredKwb()

const yearsByTable: ReadonlyMap<string, number> = new Map(
  kwb.tables.flatMap(({ id, year }) => (year === null ? [] : [[id, year] as const])),
)

const tablesByYear = new Map([...yearsByTable].map(([table, year]) => [year, table]))

export const { publisher, licence } = kwb

/** The years with a known table, for messages. */
export const knownYears = `${Math.min(...tablesByYear.keys())} to ${Math.max(...tablesByYear.keys())}`

/** What a table id of the CBS looks like. */
export const tableId = /^\d{5}[A-Z]{3}$/

export const yearOfTable = (table: string): number | undefined => yearsByTable.get(table)

export const tableOfYear = (year: number): string | undefined => tablesByYear.get(year)

export const titleOfYear = (year: number): string => kwb.title.replace('{year}', String(year))

/** The year of a KWB table's title, or undefined where the title is another table's. */
export function yearOfTitle(title: string): number | undefined {
  const year = /kerncijfers wijken en buurten\s+(20\d\d)\b/i.exec(title)?.[1]
  return year === undefined ? undefined : Number(year)
}

function declaredKwb(): DeclaredSource {
  const declared = sharedSources().get('KWB')
  if (!declared) throw new Error('The kit declares no source KWB')
  return declared
}
