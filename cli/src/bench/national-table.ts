/**
 * An invented whole country in a table of a declared source, as CSV: the columns and dimensions that its slices declare, with their first
 * names. Of items, such as schools, as many as there are in the Netherlands. Codes and figures are those of national-file.ts.
 */
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { DeclaredSource } from '@samenhang/subgraph-kit/declared-source'
import { readSlices } from '@samenhang/schema/slices'
import { readProfiles, type Indicator } from '@samenhang/subgraph-kit/indicator'
import { figureAt, inventedAreas, quoted, textOf, type NationalFile } from './national-file.ts'

/** A source with the indicators of all slices that take figures from it. */
export interface SourceColumns {
  readonly source: DeclaredSource
  /** The id of its table of 2019, or of the first that there is. */
  readonly table: string
  /** The year of every row. */
  readonly year: number
  readonly indicators: readonly Indicator[]
}

/** The declared sources of many areas but the key figures, with the indicators of all slices. */
export function declaredTables(): readonly SourceColumns[] {
  const profiles = readSlices().flatMap(({ typeDefs }) => readProfiles(typeDefs))
  const sources = new Map(
    profiles.flatMap(({ source }) =>
      source && source.name !== 'KWB' && source.area === null ? [[source.name, source]] : [],
    ),
  )
  return [...sources.values()].map((source) => {
    const table = source.tables.find((one) => one.year === usualYear) ?? source.tables[0]
    return {
      source,
      table: table?.id ?? '',
      year: table?.year ?? usualYear,
      indicators: profiles.flatMap((profile) =>
        profile.source?.name === source.name ? profile.indicators : [],
      ),
    }
  })
}

/** Of tables that do not say theirs. */
const usualYear = 2019

/** As DUO's list of primary schools of 2017 has them. */
const items = { number: 6_506, municipalities: 342, columns: 30 }

/** Writes the file and says its size: `rows` are its lines, `columns` all of them. */
export async function writeNationalTable(
  path: string,
  table: SourceColumns,
  municipalities: number,
): Promise<NationalFile> {
  const lines = [...(table.source.itemColumn === null ? areaLines : itemLines)(table, municipalities)]
  const text = lines.map((cells) => `${cells.map(quoted).join(';')}\n`)
  await pipeline(Readable.from(text), createWriteStream(path))
  return { rows: lines.length - 1, columns: lines[0]?.length ?? 0 }
}

/** A line an area, or several where dimensions hold limits beside the figures, or figures of other categories. */
function* areaLines(
  { source, indicators, year }: SourceColumns,
  municipalities: number,
): Generator<readonly string[]> {
  const { codeColumns, periodColumn, dimensions, categories } = source
  const areas = [...inventedAreas(municipalities)].filter(
    ({ kind }) => codeColumns.length === 0 || kind === 'Buurt',
  )
  const columns = new Map(indicators.map((indicator) => [indicator.columns[0] ?? '', indicator]))
  yield [
    nameColumn(codeColumns[0]),
    codeColumns[0] ?? 'Codering_3',
    periodColumn ?? 'Perioden',
    ...dimensions.map(({ names: [name = ''] }) => name),
    ...columns.keys(),
  ]
  const named = [...categories.values()].flat()
  const values = dimensions.map(({ names, values: [own], lower, upper }) => {
    const others = named.filter((category) => category.names[0] === names[0])
    const first = [own, lower[0], upper[0], ...others.map((category) => category.values[0])]
    return [...new Set(first.flatMap((value) => value ?? []))]
  })
  for (const [line, { code }] of areas.entries()) {
    const period = periodColumn === null ? `${String(year)}JJ00` : String(year)
    const figures = figuresOf([...columns.values()], line)
    for (const combination of combinationsOf(values))
      yield [`Naam van ${code}`, code, period, ...combination, ...figures]
  }
}

/** What the publisher calls the column of names beside that of codes. */
const nameColumn = (codeColumn: string | undefined): string =>
  codeColumn?.replace(/code$/, 'naam') ?? 'Wijken en buurten'

function* combinationsOf([first, ...rest]: readonly (readonly string[])[]): Generator<readonly string[]> {
  if (!first) {
    yield []
    return
  }
  for (const value of first) for (const others of combinationsOf(rest)) yield [value, ...others]
}

/** Where a figure is the sum of others, none of them is missing and the sum is theirs. */
function figuresOf(indicators: readonly Indicator[], line: number): readonly string[] {
  const summed = new Set(indicators.flatMap(({ sumOf }) => sumOf))
  const thousandths = new Map(
    indicators.map(({ field }, index) => [field, (figureAt(line, index) % 200) - 100]),
  )
  return indicators.map((indicator, index) => {
    const { field, sumOf } = indicator
    const parts = sumOf.length > 0 ? sumOf : summed.has(field) ? [field] : null
    if (parts === null) return textOf(indicator, figureAt(line, index))
    return (parts.reduce((sum, part) => sum + (thousandths.get(part) ?? 0), 0) / 1_000).toFixed(3)
  })
}

/** A line an item, each in one municipality, with one of the values that indicators count. */
function* itemLines(
  { source, indicators }: SourceColumns,
  municipalities: number,
): Generator<readonly string[]> {
  const counted = indicators.flatMap(({ columns: [name = ''] }) => {
    const [column, value] = name.split('=')
    return column !== undefined && value !== undefined ? [{ column, value }] : []
  })
  const columns = [...new Set(counted.map(({ column }) => column))]
  const others = Array.from({ length: items.columns - columns.length - 2 }, (_, at) => `EXTRA ${at + 1}`)
  yield [source.itemColumn ?? '', source.codeColumns[0] ?? '', ...columns, ...others]
  const number = Math.round((items.number * municipalities) / items.municipalities)
  for (let item = 0; item < number; item += 1) {
    const values = columns.map((column) => {
      const ofColumn = counted.filter((one) => one.column === column)
      return ofColumn[item % ofColumn.length]?.value ?? ''
    })
    const rest = others.map((name) => `${name} van ${String(item)}`)
    yield [`item-${String(item)}`, String(9_100 + (item % municipalities)), ...values, ...rest]
  }
}
