/**
 * The CBS's OData v4 form as a grid: `Observations` gives a figure a row, under a code of what is measured; `MeasureCodes` and
 * `MeasureGroups` say what that is. The figures of an area, in one value of each other dimension, become one row, under the headings that
 * StatLine would give them.
 * What is measured and not explained, or stands twice, is refused: a code is never guessed.
 */
import type { Claim, Grid, GridRecord } from './grid.ts'
import { cellWithout, ImportRefused, type Cell } from './table.ts'

/** A list of codes of the same download, by name: `MeasureCodes`, `MeasureGroups`, `WijkenEnBuurtenCodes`; null without. */
export type FindCodes = (name: string) => Promise<Grid | null>

/** What the CBS calls the dimension of areas, in tables down to neighbourhoods, of municipalities, and down to districts. */
export const areaDimensions = ['WijkenEnBuurten', 'RegioS', 'Wijken']
const own = ['Id', 'Measure', 'ValueAttribute', 'Value', 'StringValue']
/** Measures that say which area a row is. */
const attribute = /^(?:Codering|Soort regio)$/i
/** The group of a topic where MeasureGroups is not there. */
const ungrouped = 'Onderwerp'
const codeHeading = 'Regioaanduiding/Codering (code)'

export function isObservations({ header }: Pick<Grid, 'header'>): boolean {
  return ['Measure', 'Value'].every((name) => header.includes(name))
}

interface Measure {
  /** As StatLine writes it; empty for what says which area a row is. */
  readonly heading: string
}

/**
 * `isOfOneArea`: whether a table with this header has no areas for all of it is of one. Throws ImportRefused where codes are missing or the
 * observations do not make one table.
 */
export async function readObservations(
  origin: string,
  observations: Grid,
  find: FindCodes,
  isOfOneArea: (header: readonly string[]) => boolean,
): Promise<Grid> {
  const area = areaDimensions.find((name) => observations.header.includes(name)) ?? null
  if (area === null && !isOfOneArea(observations.header)) {
    const problem = `it is an OData v4 table of observations without the column "${areaDimensions.join('" or "')}"`
    throw new ImportRefused(origin, problem, 'Import a table of areas, such as 85984NED.', { line: 1 })
  }
  const measures = await readMeasures(origin, find)
  const names = area === null ? null : await readTitles(await find(`${area}Codes`))
  const { dimensions, columns, rows, claims } = await pivot(origin, observations, area, measures)
  const header = [...(names ? ['Wijken en buurten', codeHeading] : []), ...dimensions, ...columns]
  const records = [...rows.values()].map(({ line, code, values, cells }): GridRecord => {
    const place = names ? [names.get(code) ?? null, code] : []
    return { line, cells: [...place, ...values, ...columns.map((_, index) => cells[index] ?? null)] }
  })
  return {
    header,
    dimensions,
    ...(observations.table !== undefined && { table: observations.table }),
    claims: [...observations.claims, ...claims],
    rowCount: records.length,
    async *records() {
      await Promise.resolve()
      yield* records
    },
  }
}

/** An area, in one value of every other dimension; the code is empty where all is of one area. */
interface AreaCells {
  /** The line of its first observation. */
  readonly line: number
  readonly code: string
  readonly values: readonly string[]
  readonly cells: Cell[]
}

async function pivot(
  origin: string,
  grid: Grid,
  area: string | null,
  measures: ReadonlyMap<string, Measure>,
) {
  const columnIndex = new Map(grid.header.map((name, index) => [name, index]))
  const dimensions = grid.header.filter((name) => name !== '' && name !== area && !own.includes(name))
  const periods = new Set<string>()
  const columns = new Map<string, number>()
  const rows = new Map<string, AreaCells>()
  for await (const { line, cells } of grid.records()) {
    const textOf = (name: string) => String(cells[columnIndex.get(name) ?? -1] ?? '').trim()
    const values = dimensions.map(textOf)
    if (dimensions.includes('Perioden')) periods.add(textOf('Perioden'))
    const code = textOf('Measure')
    const measure = measures.get(code)
    if (measure === undefined) {
      const problem = `"${code}" is no code of MeasureCodes`
      throw new ImportRefused(origin, problem, 'Take both from one download.', { line, column: 'Measure' })
    }
    const place = area === null ? '' : textOf(area)
    const key = [place, ...values].join(' ')
    const row = rows.get(key) ?? { line, code: place, values, cells: [] }
    rows.set(key, row)
    if (measure.heading === '') continue
    const column = columns.get(measure.heading) ?? columns.size
    columns.set(measure.heading, column)
    if (row.cells[column] !== undefined) {
      const problem = `"${measure.heading}" of ${key} stands twice`
      throw new ImportRefused(origin, problem, 'Take the table from the CBS again.', { line })
    }
    row.cells[column] = valueOf(origin, line, textOf)
  }
  return { dimensions, columns: [...columns.keys()], rows, claims: claimsOf(periods) }
}

function claimsOf(periods: ReadonlySet<string>): readonly Claim[] {
  const [period = '', other] = periods
  const year = other === undefined ? /^20\d\d/.exec(period)?.[0] : undefined
  return year === undefined ? [] : [{ year: Number(year), words: `its column Perioden says ${year}` }]
}

/** What the CBS writes beside a figure, and instead of one. Another word may mean either, and refuses the table. */
const figureAttributes = new Set(['', 'none'])
const missingAttributes = new Map<string, Cell>([
  ['impossible', cellWithout('IMPOSSIBLE')],
  ['confidential', cellWithout('CONFIDENTIAL')],
  ['unreliable', cellWithout('UNRELIABLE')],
  ['missing', null],
  ['notavailable', null],
])

/** A value, a text, or why there is none where `ValueAttribute` says so; null where it only says that there is none. */
function valueOf(origin: string, line: number, textOf: (name: string) => string): Cell {
  const why = textOf('ValueAttribute')
  const value = textOf('Value') === '' ? textOf('StringValue') : textOf('Value')
  const isFigure = figureAttributes.has(why.toLowerCase()) || /provisional/i.test(why)
  if (!isFigure && !missingAttributes.has(why.toLowerCase())) {
    const problem = `"${why.slice(0, 30)}" is no ValueAttribute that is known (None, Impossible, Confidential, Missing)`
    const location = { line, column: 'ValueAttribute' }
    throw new ImportRefused(origin, problem, 'Report this: what it means has to be declared.', location)
  }
  if (value === '') return missingAttributes.get(why.toLowerCase()) ?? null
  if (isFigure) return value
  const problem = `the value "${value.slice(0, 30)}" stands beside "${why}", which says that there is none`
  throw new ImportRefused(origin, problem, 'Take the table from the CBS again.', { line, column: 'Value' })
}

async function readMeasures(origin: string, find: FindCodes): Promise<ReadonlyMap<string, Measure>> {
  const codes = await find('MeasureCodes')
  if (codes === null) {
    const problem =
      'it is an OData v4 table of observations, and MeasureCodes, which says what its codes mean, is not beside it'
    const remedy =
      'Put MeasureCodes and MeasureGroups of the same table beside it, as CSV or JSON, or import the zip with all of them.'
    throw new ImportRefused(origin, problem, remedy)
  }
  const groups = await readGroups(await find('MeasureGroups'))
  const measures = new Map<string, Measure>()
  const topics = new Map<string, string>()
  for await (const { line, cells } of codes.records()) {
    const field = fieldsOf(codes, cells)
    const [identifier, title, unit] = [field('Identifier'), field('Title'), field('Unit')]
    if (identifier === '' || title === '') {
      throw new ImportRefused(origin, 'MeasureCodes has no Identifier or Title', 'Download it again.', {
        line,
      })
    }
    if (/^euro$/i.test(unit)) {
      const problem = `"${title}" is in euro, where the key figures are in thousands`
      throw new ImportRefused(origin, problem, 'Import a KWB table, such as 85984NED.')
    }
    const group = groups.get(field('MeasureGroupId'))
    const topic = `${group ?? ungrouped}/${title}`
    const other = topics.get(topic)
    if (other !== undefined) throw twice(origin, title, [other, identifier], group)
    topics.set(topic, identifier)
    const heading = attribute.test(title) ? '' : `${topic} (${unit.replace(/[()]/g, '')})`
    measures.set(identifier, { heading })
  }
  return measures
}

function twice(
  origin: string,
  title: string,
  codes: readonly string[],
  group: string | undefined,
): ImportRefused {
  const why =
    group === undefined
      ? 'MeasureGroups, which tells them apart, is not beside it'
      : 'nothing tells them apart'
  const remedy =
    group === undefined
      ? 'Put MeasureGroups of the same table beside it.'
      : 'Take the table from the CBS again.'
  return new ImportRefused(origin, `${codes.join(' and ')} are both "${title}", and ${why}`, remedy)
}

/** The titles of a group and of those it lies in, joined as in a heading of StatLine. */
async function readGroups(grid: Grid | null): Promise<ReadonlyMap<string, string>> {
  const groups = new Map<string, { readonly title: string; readonly parent: string }>()
  if (grid === null) return new Map()
  for await (const { cells } of grid.records()) {
    const field = fieldsOf(grid, cells)
    groups.set(field('Id') || field('Identifier'), {
      title: field('Title'),
      parent: field('ParentId') || field('ParentID'),
    })
  }
  const pathOf = (id: string, depth: number): string => {
    const group = groups.get(id)
    if (group === undefined || depth > 9) return ''
    const above = pathOf(group.parent, depth + 1)
    return above === '' ? group.title : `${above}/${group.title}`
  }
  return new Map([...groups.keys()].map((id) => [id, pathOf(id, 0)]))
}

/** The title of each code of a list. */
export async function readTitles(grid: Grid | null): Promise<ReadonlyMap<string, string>> {
  const titles = new Map<string, string>()
  if (grid === null) return titles
  for await (const { cells } of grid.records()) {
    const field = fieldsOf(grid, cells)
    titles.set(field('Identifier'), field('Title'))
  }
  return titles
}

function fieldsOf({ header }: Grid, cells: readonly Cell[]): (name: string) => string {
  return (name) => String(cells[header.indexOf(name)] ?? '').trim()
}
