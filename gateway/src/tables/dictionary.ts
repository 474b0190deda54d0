/** What the columns of a table mean: from the catalogue of indicators where a column is one, else from the schema. */
import { isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql'
import type { Indicator } from '../subgraph-sources/catalogue.ts'
import type { Column, Kind } from './columns.ts'
import type { FigureOrigin } from './origins.ts'

export interface ColumnMeaning {
  readonly name: string
  readonly kind: Kind
  /** The type and field of the schema. */
  readonly coordinate: string
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
  /** The periods and tables that the figures at the beginning of this table are of. */
  readonly origins: readonly FigureOrigin[]
}

export interface Dictionary {
  /** The name of the operation. */
  readonly title: string
  readonly text: string
  readonly columns: readonly ColumnMeaning[]
}

export function dictionaryOf(
  columns: readonly Column[],
  {
    title,
    text,
    schema,
    indicators,
    originsOf,
  }: {
    readonly title: string
    readonly text: string
    readonly schema: GraphQLSchema
    readonly indicators: readonly Indicator[]
    readonly originsOf: (column: Column) => readonly FigureOrigin[]
  },
): Dictionary {
  return {
    ...{ title, text },
    columns: columns.map((column) => {
      const { name, kind, parent, field, isStatusOf, statuses } = column
      const base = { name, kind, coordinate: `${parent}.${field}`, statuses, breaks: [], origins: [] }
      const nothing = { label: undefined, unit: undefined, scale: undefined, source: undefined }
      if (isStatusOf !== undefined)
        return { ...base, ...nothing, definition: `Whether there is a figure in ${isStatusOf}, and why not.` }
      const found = indicators.find((indicator) => indicator.type === parent && indicator.field === field)
      if (!found) return { ...base, ...nothing, definition: descriptionOf(parent, field, schema) }
      const { label, unit, scale, source, description, breaks } = found
      return {
        ...base,
        ...{ label, unit, scale, definition: description },
        source: { statistics: source, columns: found.columns },
        breaks: breaks.map(({ period, note }) => ({ period, note })),
        origins: originsOf(column),
      }
    }),
  }
}

function descriptionOf(parent: string, field: string, schema: GraphQLSchema): string {
  const type = schema.getType(parent)
  if (field === '__typename' || (!isObjectType(type) && !isInterfaceType(type))) return ''
  return (type.getFields()[field]?.description ?? '').replaceAll(/\s+/g, ' ').trim()
}

type Entries = readonly (readonly [string, string])[]

/** As keys and values, for the table and for each column. */
export function metadataOf({ title, text, columns }: Dictionary): {
  readonly table: Entries
  readonly fields: ReadonlyMap<string, Entries>
} {
  return {
    table: [
      ['title', title],
      ['operation', text],
    ],
    fields: new Map(columns.map((column) => [column.name, entriesOf(column)])),
  }
}

function entriesOf(column: ColumnMeaning): Entries {
  const { label, unit, scale, source, breaks, statuses, origins, definition, coordinate } = column
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
  ]
  return all.flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)] as const]))
}
