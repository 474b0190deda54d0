/**
 * The published tables this hub can read: the CBS's key figures for districts and neighbourhoods (Kerncijfers wijken en
 * buurten, KWB), one table a year. A table that is not listed here is refused unless its own metadata names it KWB.
 */

const yearsByTable: Readonly<Record<string, number>> = {
  '82339NED': 2013,
  '82931NED': 2014,
  '83220NED': 2015,
  '83487NED': 2016,
  '83765NED': 2017,
  '84286NED': 2018,
  '84583NED': 2019,
  '84799NED': 2020,
  '85039NED': 2021,
  '85318NED': 2022,
  '85618NED': 2023,
  '85984NED': 2024,
  '86165NED': 2025,
}

const tablesByYear = new Map(Object.entries(yearsByTable).map(([table, year]) => [year, table]))

export const publisher = 'Statistics Netherlands (CBS)'
export const licence = 'CC BY 4.0'

/** The years with a known table, for messages. */
export const knownYears = `${Math.min(...tablesByYear.keys())} to ${Math.max(...tablesByYear.keys())}`

/** What a table id of the CBS looks like. */
export const tableId = /^\d{5}[A-Z]{3}$/

export const yearOfTable = (table: string): number | undefined => yearsByTable[table]

export const tableOfYear = (year: number): string | undefined => tablesByYear.get(year)

export const titleOfYear = (year: number): string => `Kerncijfers wijken en buurten ${year}`

/** The year of a KWB table's title, or undefined where the title is another table's. */
export function yearOfTitle(title: string): number | undefined {
  const year = /kerncijfers wijken en buurten\s+(20\d\d)\b/i.exec(title)?.[1]
  return year === undefined ? undefined : Number(year)
}
