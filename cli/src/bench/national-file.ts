/**
 * An invented whole country as the CBS publishes one, with the keys of 2019: as bulk CSV in its encoding, padding and marks for missing,
 * and the same table as a workbook. Sizes are those of the Netherlands; codes start at GM9100, which the CBS does not issue, and figures mean nothing.
 */
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { readSlices } from '@samenhang/schema/slices'
import { readProfiles, type Indicator } from '@samenhang/subgraph-kit/indicator'
import { includes, yearsOfColumns } from '@samenhang/subgraph-kit/statline/year-evidence'
import { workbookOf, type WorkbookCell } from './write-workbook.ts'

const nation = { municipalities: 342, districts: 3_393, neighbourhoods: 14_574 }
const figureColumns = 112
const changeOfBorders = 'IndelingswijzigingWijkenEnBuurten'
const areaColumns = [
  'ID',
  'WijkenEnBuurten',
  'Gemeentenaam_1',
  'SoortRegio_2',
  'Codering_3',
  `${changeOfBorders}_4`,
]

export interface NationalFile {
  readonly rows: number
  readonly columns: number
}

/** Writes the file, a workbook where its name ends so, and says its size. Fewer municipalities make a country that is smaller in proportion. */
export async function writeNationalFile(path: string, municipalities: number): Promise<NationalFile> {
  const indicators = publishedIndicators()
  const areas = [...inventedAreas(municipalities)]
  const file = path.endsWith('.xlsx')
    ? workbookOf('KWB2019', sheetRows(areas, indicators))
    : linesOf(areas, indicators)
  await pipeline(Readable.from(file), createWriteStream(path))
  return { rows: areas.length, columns: areaColumns.length + indicators.length }
}

interface InventedArea {
  readonly code: string
  readonly kind: string
  readonly municipality: string
}

export function* inventedAreas(municipalities: number): Generator<InventedArea> {
  const share = municipalities / nation.municipalities
  const districts = spread(Math.round(nation.districts * share), municipalities)
  const neighbourhoods = spread(
    Math.round(nation.neighbourhoods * share),
    districts.reduce((sum, number) => sum + number, 0),
  )
  yield { code: 'NL00', kind: 'Land', municipality: 'Nederland' }
  let nextDistrict = 0
  for (const [index, inside] of districts.entries()) {
    const number = String(9_100 + index)
    const municipality = `Gemeente ${number}`
    yield { code: `GM${number}`, kind: 'Gemeente', municipality }
    for (let district = 0; district < inside; district += 1) {
      const code = number + String(district).padStart(2, '0')
      yield { code: `WK${code}`, kind: 'Wijk', municipality }
      for (let within = 0; within < (neighbourhoods[nextDistrict] ?? 0); within += 1) {
        yield { code: `BU${code}${String(within).padStart(2, '0')}`, kind: 'Buurt', municipality }
      }
      nextDistrict += 1
    }
  }
}

/** `total` over `parts`, as evenly as whole numbers allow. */
function spread(total: number, parts: number): readonly number[] {
  return Array.from(
    { length: parts },
    (_, part) => Math.floor(((part + 1) * total) / parts) - Math.floor((part * total) / parts),
  )
}

function* linesOf(areas: readonly InventedArea[], indicators: readonly Indicator[]): Generator<string> {
  yield `\uFEFF${headerOf(indicators).map(quoted).join(';')}\n`
  for (const [line, { code, kind, municipality }] of areas.entries()) {
    const about = [
      String(line + 1),
      code.padEnd(10),
      municipality.padEnd(40),
      kind.padEnd(10),
      code.padEnd(10),
      '1',
    ]
    const figures = indicators.map((indicator, index) => textOf(indicator, figureAt(line, index)).padStart(8))
    yield `${[...about, ...figures].map(quoted).join(';')}\n`
  }
}

function* sheetRows(
  areas: readonly InventedArea[],
  indicators: readonly Indicator[],
): Generator<readonly WorkbookCell[]> {
  yield headerOf(indicators)
  for (const [line, { code, kind, municipality }] of areas.entries()) {
    const figures = indicators.map((indicator, index) => {
      const text = textOf(indicator, figureAt(line, index))
      return text === '.' ? text : Number(text)
    })
    yield [line + 1, code, municipality, kind, code, 1, ...figures]
  }
}

function headerOf(indicators: readonly Indicator[]): readonly string[] {
  return [...areaColumns, ...indicators.map((indicator, index) => `${keyStem(indicator) ?? ''}_${index + 5}`)]
}

export function figureAt(line: number, index: number): number {
  return (line * 7_919 + index * 104_729) % 9_973
}

/** About one cell in eight is missing, as in life; the others are within what the indicator can be. */
export function textOf({ type, minimum, maximum, scale }: Indicator, number: number): string {
  if (number % 8 === 0) return '.'
  const least = Math.max(0, minimum ?? 0) / scale
  const most = maximum === null ? null : maximum / scale
  if (type === 'Float') return (least + (number % (10 * ((most ?? 100) - least) + 1)) / 10).toFixed(1)
  return String(most === null ? number : least + (number % (most - least + 1)))
}

export function quoted(text: string): string {
  return `"${text}"`
}

/**
 * The indicators that a file of 2019 can carry. A stem that repeats is there as often as it repeats, first occurrences first,
 * for nothing else would tell a reader which is which.
 */
function publishedIndicators(): readonly Indicator[] {
  const published = readSlices()
    .flatMap(({ typeDefs }) => readProfiles(typeDefs).flatMap((profile) => profile.indicators))
    .filter((indicator) => keyStem(indicator) !== undefined && !indicator.columns.includes(changeOfBorders))
  const times = (indicator: Indicator) =>
    published.filter((other) => keyStem(other) === keyStem(indicator)).length
  return published
    .toSorted((a, b) => times(b) - times(a))
    .slice(0, figureColumns)
    .sort((a, b) => a.occurrence - b.occurrence)
}

/** The key that the tables of 2019 give it, or undefined where they have none. */
function keyStem({ columns }: Indicator): string | undefined {
  return columns.find(
    (name) => /^(k_\d|[A-Z])[A-Za-z0-9]*$/.test(name) && includes(yearsOfColumns([name]), 2019),
  )
}
