/** A row of a table as JSON Schema: a property for each column, null where a figure is missing, and the statuses that it can have. */
import type { Indicator } from '../subgraph-sources/catalogue.ts'
import type { Column } from '../tables/columns.ts'
import { dictionaryOf, type ColumnMeaning } from '../tables/dictionary.ts'
import type { GraphQLSchema } from 'graphql'
import type { JsonSchema } from './variable-schemas.ts'

export interface DescribedGraph {
  readonly apiSchema: GraphQLSchema
  readonly indicators: readonly Indicator[]
}

export function rowSchema(
  columns: readonly Column[],
  { apiSchema: schema, indicators }: DescribedGraph,
): JsonSchema {
  const cited = { address: '', snapshot: undefined }
  const told = { title: '', text: '', schema, indicators, cited, origins: undefined }
  return {
    type: 'object',
    properties: Object.fromEntries(
      dictionaryOf(columns, new Map(), told).columns.map((column) => [column.name, columnSchema(column)]),
    ),
    required: columns.map(({ name }) => name),
    additionalProperties: false,
  }
}

function columnSchema({ kind, statuses, definition, unit }: ColumnMeaning): JsonSchema {
  if (statuses.length > 0)
    return { type: ['string', 'null'], enum: [...statuses, null], description: definition }
  const description = [definition, unit === undefined ? '' : `Unit: ${unit}.`].filter(Boolean).join(' ')
  return { type: [types[kind], 'null'], ...(description !== '' && { description }) }
}

const types = { text: 'string', int: 'integer', float: 'number', boolean: 'boolean' } as const
