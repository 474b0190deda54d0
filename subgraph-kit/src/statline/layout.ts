/**
 * Which column of a table is the area's code, its name and its municipality, and which are figures, in the three languages
 * the CBS writes headers in: OData keys, StatLine's long Dutch headings, and the workbook's short codes.
 * Which year it is and which of two equal names a column is, are told elsewhere (period.ts, occurrence.ts).
 */
import type { Grid } from './grid.ts'
import { headingOf } from './heading.ts'
import { ImportRefused } from './table.ts'

type Language = 'odata-keys' | 'headings' | 'short-codes'

/** A column of figures, before its occurrence is known. */
export interface NamedColumn {
  readonly header: string
  readonly name: string
  readonly index: number
}

export interface Layout {
  readonly language: Language
  /** Places in the header; null where the table has no such column. */
  readonly code: number
  readonly ownName: number | null
  readonly municipalityName: number | null
  readonly columns: readonly NamedColumn[]
  /** Whether it has the population column that every KWB table has and no other table. */
  readonly hasPopulation: boolean
}

interface Grammar {
  readonly language: Language
  readonly speaks: (header: readonly string[]) => boolean
  readonly codes: readonly RegExp[]
  readonly missingCode: string
  readonly ownName: RegExp
  readonly municipalityName: RegExp
  /** What says which area a row is, and so is no figure. */
  readonly attribute: RegExp
  readonly population: RegExp
  readonly nameOf: (header: string) => string
}

const half = (header: readonly string[], pattern: RegExp): boolean =>
  header.filter((name) => pattern.test(name)).length * 2 >= header.length

const grammars: readonly Grammar[] = [
  {
    language: 'headings',
    speaks: (header) => header.some((name) => /^[^/]+\/.+\([^()]*\)$/.test(name)),
    codes: [/^Regioaanduiding ?\/ ?Codering \(code\)$/],
    missingCode: 'Regioaanduiding/Codering (code)',
    ownName: /^Wijken en buurten$/,
    municipalityName: /^Regioaanduiding ?\/ ?Gemeentenaam \(naam\)$/,
    attribute:
      /^(?:Wijken en buurten|Regioaanduiding ?\/ ?(?:Gemeentenaam|Soort regio|Codering) \([^()]*\))$/,
    population: /^(?:Bevolking|Onderwerp) ?\/ ?Aantal inwoners \(aantal\)$/,
    nameOf: headingOf,
  },
  {
    language: 'odata-keys',
    speaks: (header) => header.includes('WijkenEnBuurten') || half(header, /^[A-Za-z]\w*_\d+$/),
    codes: [/^Codering_\d+$/, /^WijkenEnBuurten$/],
    missingCode: 'Codering_3 (or WijkenEnBuurten)',
    ownName: /^WijkenEnBuurten$/,
    municipalityName: /^Gemeentenaam_\d+$/,
    attribute: /^(?:ID|WijkenEnBuurten|(?:Gemeentenaam|SoortRegio|Codering)_\d+)$/,
    population: /^AantalInwoners_5$/,
    nameOf: (header) => header.replace(/_\d+$/, ''),
  },
  {
    language: 'short-codes',
    speaks: (header) => header.includes('gm_naam') || half(header, /^[a-z]{1,4}_[a-z0-9_]+$/),
    codes: [/^gwb_code_10$/, /^gwb_code$/],
    missingCode: 'gwb_code_10',
    ownName: /^regio$/,
    municipalityName: /^gm_naam$/,
    attribute: /^(?:gwb_code(?:_8|_10)?|regio|gm_naam|recs)$/,
    population: /^a_inw$/,
    nameOf: (header) => header,
  },
]

/** Throws ImportRefused where the header is of no table we know, has no area code, or has a column twice. */
export function layOut(origin: string, { header }: Pick<Grid, 'header'>): Layout {
  const grammar = grammars.find(({ speaks }) => speaks(header))
  if (grammar === undefined) {
    // Not quoted: where a file of people lacks its header, this is one of them.
    const problem = `it is no table of the CBS and no file of records that this hub knows: the ${header.length} cells of its first row are not the columns of any`
    throw new ImportRefused(origin, problem, remedy, { line: 1 })
  }
  const code = grammar.codes.map((pattern) => indexOf(header, pattern)).find((at) => at !== null)
  if (code === undefined) {
    const problem = `it has no code column: "${grammar.missingCode}" is missing, and names are no keys`
    throw new ImportRefused(origin, problem, 'Download it again with that column.', { line: 1 })
  }
  const twice = header.find((name, index) => name !== '' && header.indexOf(name) !== index)
  if (twice !== undefined) {
    throw new ImportRefused(origin, 'the column stands twice', 'Remove one.', { line: 1, column: twice })
  }
  return {
    language: grammar.language,
    code,
    ownName: indexOf(header, grammar.ownName),
    municipalityName: indexOf(header, grammar.municipalityName),
    columns: header.flatMap((name, index) =>
      name === '' || grammar.attribute.test(name)
        ? []
        : [{ header: name, name: grammar.nameOf(name), index }],
    ),
    hasPopulation: header.some((name) => grammar.population.test(name)),
  }
}

const remedy =
  'Import a KWB table as the CBS publishes it: bulk CSV, StatLine CSV, workbook or OData JSON; give a file of records its header.'

function indexOf(header: readonly string[], pattern: RegExp): number | null {
  const at = header.findIndex((name) => pattern.test(name))
  return at < 0 ? null : at
}
