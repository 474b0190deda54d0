/**
 * Which of several columns of one name a column is: OData keys repeat their stem (`Appartement_48` is electricity,
 * `Appartement_56` gas). Told by the table's own metadata, else by all of them being there, else by the ordinals the table
 * of that year is known by. Where none of these tells, the file is refused: a column is never guessed. Headings tell it by the
 * groups they stand under.
 */
import type { Layout, NamedColumn } from './layout.ts'
import { ImportRefused, type TableColumn } from './table.ts'

const energy = [
  'Appartement',
  'Tussenwoning',
  'Hoekwoning',
  'TweeOnderEenKapWoning',
  'VrijstaandeWoning',
  'Huurwoning',
  'EigenWoning',
]

/** How often a stem stands in every KWB table of the years this hub knows. */
const timesRepeated: Readonly<Record<string, number>> = {
  ...Object.fromEntries(energy.map((stem) => [stem, 2])),
  Nederland: 2,
  EuropaExclusiefNederland: 3,
  BuitenEuropa: 3,
}

/** The first ordinals of the electricity and the gas columns, which follow in the order above. */
const energyOrdinals: Readonly<Record<number, readonly number[]>> = {
  2019: [48, 56],
  2020: [48, 56],
  2022: [48, 56],
  2023: [49, 57],
  2024: [54, 62],
}

/** Origin, born in the Netherlands, born outside it. */
const originOrdinals: Readonly<Record<string, readonly number[]>> = {
  Nederland: [17, 20],
  EuropaExclusiefNederland: [18, 21, 23],
  BuitenEuropa: [19, 22, 24],
}

/** `keys`: every key of the table in its own order (DataProperties), or null where there is no metadata. */
export function numberOccurrences(
  origin: string,
  layout: Layout,
  period: number,
  keys: readonly string[] | null,
): readonly TableColumn[] {
  if (layout.language === 'headings') return layout.columns.map(columnOfHeading)
  const ordered = inTableOrder(layout)
  return layout.columns.map((column) => {
    const same = ordered.filter(({ name }) => name === column.name)
    const occurrence =
      layout.language === 'odata-keys'
        ? occurrenceOfKey(column, same, period, keys)
        : 1 + same.indexOf(column)
    if (occurrence > 0) return { ...column, occurrence }
    const problem = `some columns "${column.name}" are left out, and nothing tells which this one is`
    const remedy = 'Put DataProperties.json of the table beside the file, or download all columns.'
    throw new ImportRefused(origin, problem, remedy, { line: 1, column: column.header })
  })
}

/** Under which groups of a heading a topic that repeats stands; under any other it is a topic nobody knows. */
const groupsOf = (stem: string): readonly RegExp[] =>
  energy.includes(stem)
    ? [/elektriciteit/i, /aardgas/i]
    : [/herkomstland/i, /geboren in nederland/i, /geboren buiten nederland/i]

/**
 * A heading under the key of its topic: the CBS makes keys of titles, and moves topics from group to group over the years.
 */
function columnOfHeading(column: NamedColumn): TableColumn {
  const groups = column.name.split('/')
  const key = keyOfTitle(groups.pop() ?? '')
  if (timesRepeated[key] === undefined) return { ...column, name: key, occurrence: 1 }
  const occurrence = 1 + groupsOf(key).findIndex((group) => group.test(groups.join('/')))
  return occurrence > 0 ? { ...column, name: key, occurrence } : { ...column, occurrence: 1 }
}

/** The key without its ordinal that the CBS gives a topic of this title: every word with a capital, accents and signs gone. */
export function keyOfTitle(title: string): string {
  const words =
    title
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .match(/[A-Za-z0-9]+/g) ?? []
  const key = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
  return /^\d/.test(key) ? `k_${key}` : key
}

/** Keys by their ordinal, so a file that moved its columns is read alike; others as they stand. */
function inTableOrder({ language, columns }: Layout): readonly NamedColumn[] {
  return language === 'odata-keys'
    ? columns.toSorted((a, b) => ordinalOf(a.header) - ordinalOf(b.header))
    : columns
}

/** 0 where it cannot be told. */
function occurrenceOfKey(
  { header, name }: NamedColumn,
  same: readonly NamedColumn[],
  period: number,
  keys: readonly string[] | null,
): number {
  if (keys !== null) return 1 + keys.filter((key) => key.replace(/_\d+$/, '') === name).indexOf(header)
  const times = timesRepeated[name]
  if (times === undefined || times === same.length)
    return 1 + same.findIndex((column) => column.header === header)
  return 1 + ordinalsOf(name, period).indexOf(ordinalOf(header))
}

function ordinalsOf(stem: string, period: number): readonly number[] {
  const index = energy.indexOf(stem)
  if (index >= 0) return (energyOrdinals[period] ?? []).map((first) => first + index)
  return period === 2023 || period === 2024 ? (originOrdinals[stem] ?? []) : []
}

const ordinalOf = (key: string): number => Number(/_(\d+)$/.exec(key)?.[1] ?? 0)
