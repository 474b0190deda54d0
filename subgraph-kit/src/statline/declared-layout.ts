/**
 * Which column of a declared table is what: the area's code and names, the year, dimensions, figures. Code columns have any of StatLine's
 * names, or one that the source declares; a figure is known by its heading with groups, by the key of its topic, and by its header as it stands.
 */
import type { DeclaredSource, FixedDimension } from '../schema/declared-source.ts'
import { headingOf } from './heading.ts'
import { keyOfTitle } from './occurrence.ts'
import { ImportRefused, type TableColumn } from './table.ts'

/** A dimension that is no area and no year. */
export interface DimensionColumn {
  readonly index: number
  readonly header: string
  /** What is taken of it; null where nothing is declared, and so all rows must have one value. */
  readonly fixed: FixedDimension | null
}

export interface DeclaredLayout {
  /** Places in the header; null where the table has no such column, of codes only where all rows are of one area. */
  readonly code: number | null
  /** The area of all rows; null where each says its own. */
  readonly area: string | null
  /** Whether the code may be a number of a municipality that lost its zeros. */
  readonly isNumbered: boolean
  readonly name: number | null
  readonly municipalityName: number | null
  readonly period: number | null
  readonly dimensions: readonly DimensionColumn[]
  readonly columns: readonly TableColumn[]
}

const codeHeaders = [
  /^Regioaanduiding ?\/ ?Codering \(code\)$/i,
  /^Regiocode \(.+\) \(code\)$/i,
  /^(?:Codering|RegiocodeGemeente(?:WijkBuurt)?)_\d+$/i,
  /^gwb_code(?:_10)?$/,
  /^(?:WijkenEnBuurten|RegioS)$/,
]
/** Codes in a table with keys for headings; in one with titles it holds names. */
const codesOrNames = /^Wijken$/
const nameHeaders = [/^(?:Wijken en buurten|Wijken|Regio's|regio)$/]
const municipalityHeaders = [/^Regioaanduiding ?\/ ?Gemeentenaam \(naam\)$/i, /^Gemeentenaam_\d+$/]
/** What says which area a row is, and so is no figure; a header of digits is that of row numbers. */
const attribute =
  /^(?:\d*|ID|Wijken en buurten|Wijken|WijkenEnBuurten|RegioS|Regio's|regio|gm_naam|recs|gwb_code\w*|Regioaanduiding ?\/.*|(?:Gemeentenaam|SoortRegio|Codering|Indelingswij\w+Wijken(?:EnBuurten)?)_\d+|Regiocode.*)$/i

/** A header as it stands, without unit, and without the ordinal of an OData key. */
export function namesOfHeader(header: string): readonly string[] {
  return [...new Set([header, headingOf(header), header.replace(/_\d+$/, '')])]
}

/**
 * `headings`: of OData keys, as metadata has them. Throws ImportRefused where there is no code column or no column of a dimension whose
 * categories indicators name, or where a column is there twice.
 */
export function layOutDeclared(
  origin: string,
  header: readonly string[],
  source: DeclaredSource,
  headings: ReadonlyMap<string, string> | undefined,
): DeclaredLayout {
  const twice = header.find((name, index) => name !== '' && header.indexOf(name) !== index)
  if (twice !== undefined)
    throw new ImportRefused(origin, 'the column stands twice', 'Remove one.', { line: 1, column: twice })
  const own = source.codeColumns.map((name) => header.indexOf(name)).find((at) => at >= 0)
  const hasTitles = header.some((column) => /[ /(]/.test(column))
  const codes = hasTitles ? codeHeaders : [...codeHeaders, codesOrNames]
  const code = source.area === null ? (own ?? firstOf(header, codes)) : null
  if (code === null && source.area === null) {
    const expected = source.codeColumns.length > 0 ? source.codeColumns : statlineCodes
    const problem = `it has no code column (${expected.join(', ')}), and names are no keys`
    throw new ImportRefused(origin, problem, 'Download it again with that column.', { line: 1 })
  }
  const codeHeader = code === null ? '' : (header[code] ?? '')
  const nameOfOwn = header.indexOf(codeHeader.replace(/code$/, 'naam'))
  const name = own === undefined ? firstOf(header, nameHeaders) : nameOfOwn >= 0 ? nameOfOwn : null
  const period = header.findIndex((column) => column === 'Perioden' || column === source.periodColumn)
  const rest = header.flatMap((column, index) =>
    attribute.test(column) || [code, name, period].includes(index) ? [] : [{ header: column, index }],
  )
  const fixedAt = (column: string): FixedDimension | null =>
    source.dimensions.find(({ names }) => names.includes(column) || names.includes(keyOfTitle(column))) ??
    null
  const isDimension = (column: string) =>
    fixedAt(column) !== null ||
    (own === undefined && !/[/(]|_\d+$/.test(column) && !source.columns.has(column))
  // Without categories a selection of one of them has no such column, and nothing depends on it.
  const needed = source.categories.size === 0 ? [] : source.dimensions
  const lacking = needed.find((dimension) => !rest.some(({ header: name }) => fixedAt(name) === dimension))
  if (lacking) {
    const problem = `it has no column "${lacking.names.join('" or "')}", which says what its rows are of`
    throw new ImportRefused(origin, problem, 'Download it again with that column.', { line: 1 })
  }
  return {
    code,
    area: source.area,
    isNumbered: own !== undefined,
    name,
    municipalityName: firstOf(header, municipalityHeaders),
    period: period >= 0 ? period : null,
    dimensions: rest
      .filter((column) => isDimension(column.header))
      .map((column) => ({ ...column, fixed: fixedAt(column.header) })),
    columns: figureColumns(
      rest.filter((column) => !isDimension(column.header)),
      headings,
    ),
  }
}

const statlineCodes = ['Regioaanduiding/Codering (code)', 'Codering_3', 'WijkenEnBuurten', 'gwb_code_10']

/** A topic that stands under several groups has its heading for a name only: its key tells nothing. */
function figureColumns(
  columns: readonly { readonly header: string; readonly index: number }[],
  headings: ReadonlyMap<string, string> | undefined,
): readonly TableColumn[] {
  const named = columns.map((column) => {
    const heading = headings?.get(column.header) ?? headingOf(column.header)
    const key = /_\d+$/.test(column.header)
      ? column.header.replace(/_\d+$/, '')
      : keyOfTitle(heading.split('/').pop() ?? '')
    return { ...column, heading, key }
  })
  return named.map(({ header, index, heading, key }) => {
    const isAlone = named.filter((other) => other.key === key).length === 1
    const names = [...new Set([heading, ...(isAlone ? [key] : []), header])]
    return { header, name: names[0] ?? header, otherNames: names.slice(1), occurrence: 1, index }
  })
}

function firstOf(header: readonly string[], patterns: readonly RegExp[]): number | null {
  for (const pattern of patterns) {
    const at = header.findIndex((name) => pattern.test(name))
    if (at >= 0) return at
  }
  return null
}
