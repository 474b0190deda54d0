/** The dictionary of a table as metadata of CSV on the Web (https://www.w3.org/TR/tabular-metadata/). */
import type { ColumnMeaning, Dictionary } from './dictionary.ts'

export const csvwType = 'application/csvm+json; charset=utf-8'

/** `url` is the address of the table as CSV. */
export function csvwOf(dictionary: Dictionary, url: string): string {
  const { title, text, columns, indicators, originsOf, citation } = dictionary
  return JSON.stringify(
    {
      '@context': 'http://www.w3.org/ns/csvw',
      url,
      'dc:title': title,
      'urn:samenhang:operation': text,
      ...(citation.snapshot && { 'urn:samenhang:snapshot': citation.snapshot }),
      'dc:bibliographicCitation': citation.text,
      'urn:samenhang:citation': citation.cff,
      'dc:license': [
        ...new Set([...columns, ...indicators].flatMap(({ origins }) => origins.flatMap(licenceIn))),
      ],
      ...(originsOf !== undefined && { 'urn:samenhang:originsOf': originsOf }),
      ...(indicators.length > 0 && {
        'urn:samenhang:indicators': indicators.map((meaning) => ({
          ...meaningOf(meaning),
          name: meaning.indicator,
        })),
      }),
      dialect: { encoding: 'utf-8', header: true, delimiter: ',', quoteChar: '"', doubleQuote: true },
      tableSchema: {
        columns: columns.map((column) => ({
          ...meaningOf(column),
          datatype: dataTypeOf(column),
        })),
      },
    },
    null,
    2,
  )
}

function dataTypeOf({ kind, statuses }: ColumnMeaning): unknown {
  return statuses.length > 0 ? { base: 'string', format: statuses.join('|') } : dataTypes[kind]
}

function meaningOf({ name, coordinate, definition, label, ...more }: ColumnMeaning): object {
  const { unit, scale, source, breaks, values, origins } = more
  return {
    name,
    titles: label ?? { en: name },
    ...(definition !== '' && { 'dc:description': definition }),
    ...(coordinate !== undefined && { 'urn:samenhang:coordinate': coordinate }),
    ...(unit !== undefined && { 'schema:unitText': unit, 'urn:samenhang:scale': scale }),
    ...(source && { 'dc:source': { statistics: source.statistics, columns: source.columns } }),
    ...(origins.length > 0 && { 'urn:samenhang:origins': origins }),
    ...(values.length > 0 && { 'urn:samenhang:values': values }),
    ...(breaks.length > 0 && {
      'skos:changeNote': breaks.map(({ period, note }) => `${String(period)}: ${note}`),
    }),
  }
}

const dataTypes = { text: 'string', int: 'integer', float: 'double', boolean: 'boolean' } as const

function licenceIn({ source }: ColumnMeaning['origins'][number]): string | [] {
  const licence =
    typeof source === 'object' && source !== null && 'licence' in source ? source.licence : undefined
  return typeof licence === 'string' ? licence : []
}
