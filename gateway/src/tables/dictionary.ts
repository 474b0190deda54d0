/** What the columns of a table mean: from the catalogue of indicators where a column is one, else from the schema. */
import { getNamedType, isEnumType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql'
import type { Indicator } from '../subgraph-sources/catalogue.ts'
import { termsOf } from '../subgraph-sources/vocabulary.ts'
import type { Column, Kind } from './columns.ts'
import { citationOf, type Citation, type CitedTable } from './citation.ts'
import type { FigureOrigin, FigureOrigins } from './origins.ts'

export interface ColumnMeaning {
  readonly name: string
  readonly kind: Kind
  /** The type and field of the schema, where it is one. */
  readonly coordinate: string | undefined
  readonly definition: string
  readonly label: { readonly nl: string; readonly en: string } | undefined
  readonly unit: string | undefined
  /** What a figure of the source was multiplied by. */
  readonly scale: number | undefined
  /** The statistics, and the names that their column had. */
  readonly source: { readonly statistics: string; readonly columns: readonly string[] } | undefined
  readonly breaks: readonly { readonly period: number; readonly note: string }[]
  /** All that a status can be. */
  readonly statuses: readonly string[]
  /** Where it has values of an enum: each with what to call it; Dutch is null where its domain has none. */
  readonly values: readonly {
    readonly value: string
    readonly nl: string | null
    readonly en: string | null
  }[]
  /** The periods and tables that the figures are of; `originsOf` of the dictionary says which figures. */
  readonly origins: readonly FigureOrigin[]
}

/** What the figures of a long table mean, by the text that stands in its column `indicator`. */
export interface IndicatorMeaning extends ColumnMeaning {
  readonly indicator: string
}

export interface Dictionary {
  /** The name of the operation. */
  readonly title: string
  readonly text: string
  readonly columns: readonly ColumnMeaning[]
  /** Of a long table. */
  readonly indicators: readonly IndicatorMeaning[]
  /** Which elements of each list the origins are of; undefined where it has none. */
  readonly originsOf: string | undefined
  readonly citation: Citation
}

interface Told {
  readonly title: string
  readonly text: string
  readonly schema: GraphQLSchema
  readonly indicators: readonly Indicator[]
  readonly origins: FigureOrigins | undefined
  readonly cited: CitedTable
}

/** `figures` are those of a long table, by the name of their indicator. */
export function dictionaryOf(
  columns: readonly Column[],
  figures: ReadonlyMap<string, Column>,
  told: Told,
): Dictionary {
  const { title, text, origins, cited } = told
  const described = {
    columns: columns.map((column) => meaningOf(column, told)),
    indicators: [...figures].map(([indicator, column]) => ({ ...meaningOf(column, told), indicator })),
  }
  const sources = [...described.columns, ...described.indicators].flatMap((meaning) => meaning.origins)
  return {
    ...{ title, text, originsOf: origins?.elements, ...described },
    citation: citationOf(title, sources, cited),
  }
}

function meaningOf(column: Column, { schema, indicators, origins }: Told): ColumnMeaning {
  const { name, kind, parent, field, isStatusOf, statuses, meaning } = column
  const base = { name, kind, coordinate: `${parent}.${field}`, statuses, values: [], breaks: [], origins: [] }
  const nothing = { label: undefined, unit: undefined, scale: undefined, source: undefined }
  if (meaning) return { ...base, ...nothing, ...meaning, coordinate: undefined }
  if (isStatusOf !== undefined)
    return { ...base, ...nothing, definition: `Whether there is a figure in ${isStatusOf}, and why not.` }
  const found = indicators.find((indicator) => indicator.type === parent && indicator.field === field)
  if (!found)
    return {
      ...{ ...base, ...nothing, definition: descriptionOf(parent, field, schema) },
      values: valuesOf(parent, field, schema),
    }
  const { label, unit, scale, source, description, breaks } = found
  return {
    ...base,
    ...{ label, unit, scale, definition: description },
    source: { statistics: source, columns: found.columns },
    breaks: breaks.map(({ period, note }) => ({ period, note })),
    origins: origins?.of(column) ?? [],
  }
}

function valuesOf(parent: string, field: string, schema: GraphQLSchema): ColumnMeaning['values'] {
  const type = schema.getType(parent)
  if (!isObjectType(type) && !isInterfaceType(type)) return []
  const declared = type.getFields()[field]
  const named = declared && getNamedType(declared.type)
  if (!isEnumType(named)) return []
  return termsOf(named)
    .filter(({ isDeprecated }) => !isDeprecated)
    .map(({ value, label }) => ({ value, nl: label.NL, en: label.EN }))
}

function descriptionOf(parent: string, field: string, schema: GraphQLSchema): string {
  const type = schema.getType(parent)
  if (field === '__typename' || (!isObjectType(type) && !isInterfaceType(type))) return ''
  return (type.getFields()[field]?.description ?? '').replaceAll(/\s+/g, ' ').trim()
}

type Entries = readonly (readonly [string, string])[]

/** As keys and values, for the table and for each column. */
export function metadataOf({ title, text, columns, indicators, originsOf, citation }: Dictionary): {
  readonly table: Entries
  readonly fields: ReadonlyMap<string, Entries>
} {
  return {
    table: [
      ['title', title],
      ['operation', text],
      ...(citation.snapshot === undefined ? [] : [['snapshot', citation.snapshot.name] as const]),
      ['address', citation.address],
      ['citation', citation.text],
      ['citation_cff', JSON.stringify(citation.cff)],
      ...(originsOf === undefined ? [] : [['origins_of', originsOf] as const]),
      ...indicators.map(
        (meaning) =>
          [`indicator:${meaning.indicator}`, JSON.stringify(Object.fromEntries(entriesOf(meaning)))] as const,
      ),
    ],
    fields: new Map(columns.map((column) => [column.name, entriesOf(column)])),
  }
}

function entriesOf(column: ColumnMeaning): Entries {
  const { label, unit, scale, source, breaks, statuses, values, origins, definition, coordinate } = column
  const all: readonly (readonly [string, unknown])[] = [
    ['coordinate', coordinate],
    ['definition', definition || undefined],
    ['label_nl', label?.nl],
    ['label_en', label?.en],
    ['unit', unit],
    ['scale', scale],
    ['source', source?.statistics],
    ['source_columns', source && JSON.stringify(source.columns)],
    ['origins', origins.length > 0 ? JSON.stringify(origins) : undefined],
    ['breaks', breaks.length > 0 ? JSON.stringify(breaks) : undefined],
    ['statuses', statuses.length > 0 ? JSON.stringify(statuses) : undefined],
    ['values', values.length > 0 ? JSON.stringify(values) : undefined],
  ]
  return all.flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)] as const]))
}
