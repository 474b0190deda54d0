/** The columns of a table: one for each value selected, in the order of the selection, and beside each figure that can be missing its status. */
import { HubError } from '@samenhang/subgraph-kit/errors'
import { getNamedType, isEnumType, isScalarType, type GraphQLSchema } from 'graphql'
import { isList, placesIn, type Place } from './places.ts'
import type { SelectedField } from './selection.ts'
import { statusesOf, statusOf, type StatusSource } from './statuses.ts'

export type Kind = 'text' | 'int' | 'float' | 'boolean'

export interface Column {
  readonly name: string
  readonly kind: Kind
  /** How many lists its value lies within. */
  readonly level: number
  /** Response keys from the element of that level; through lists where `separator` is given. */
  readonly keys: readonly string[]
  /** What stands between the items of a list in one cell. */
  readonly separator: string | undefined
  /** The type and the field that it is from. */
  readonly parent: string
  readonly field: string
  /** Of a figure that can be missing, and of its status. */
  readonly status: StatusSource | undefined
  /** The column whose status this is, and all that it can be. */
  readonly isStatusOf: string | undefined
  readonly statuses: readonly string[]
  /** What it means, where that is not what its field means. */
  readonly meaning?: {
    readonly label: { readonly nl: string; readonly en: string }
    readonly definition: string
  }
}

interface Around {
  readonly schema: GraphQLSchema
  readonly chain: readonly Place[]
  readonly hasStatuses: boolean
}

interface At {
  readonly level: number
  /** Names of the elements above, where the row is of a list within them. */
  readonly above: readonly string[]
  readonly separator: string | undefined
  readonly status: StatusSource | undefined
}

/** Throws HubError TABLE_AMBIGUOUS where two columns have one name, or there is none. */
export function columnsOf(
  fields: readonly SelectedField[],
  chain: readonly Place[],
  { schema, hasStatuses }: Omit<Around, 'chain'>,
): readonly Column[] {
  const at = { level: 0, above: [], separator: undefined, status: undefined }
  const columns = placesIn(fields).flatMap((place) => columnsAt(place, at, { schema, chain, hasStatuses }))
  if (columns.length === 0)
    throw new HubError('TABLE_AMBIGUOUS', 'The operation selects no values: a table needs a column.')
  const seen = new Set<string>()
  for (const { name } of columns) {
    if (seen.has(name))
      throw new HubError(
        'TABLE_AMBIGUOUS',
        `Two columns are named "${name}". Give one of the fields an alias: that is the name of its column.`,
        { column: name },
      )
    seen.add(name)
  }
  return columns
}

function columnsAt(place: Place, at: At, around: Around): readonly Column[] {
  const { field } = place
  const { chain, schema } = around
  const step = chain[at.level]
  if (step && at.separator === undefined && field === step.field) {
    const isInnermost = at.level + 1 === chain.length
    const above = isInnermost ? [] : [...at.above, ...place.names]
    const below = { level: at.level + 1, above, separator: undefined, status: undefined }
    if (field.children.length === 0)
      return columnFor({ ...place, keys: [], names: [field.key] }, below, around)
    return placesIn(field.children, place).flatMap((child) => columnsAt(child, below, around))
  }
  const separator = at.separator ?? field.separator
  const own = statusOf(field, place.keys.slice(0, -1), schema)
  const isWithinList = at.separator !== undefined
  const status = isWithinList ? at.status : (own ?? at.status)
  const next = { ...at, separator, status }
  if (field.children.length === 0) return columnFor(place, next, around)
  // Within a list that goes into a cell, the keys go on from the list.
  const children = placesIn(field.children, place).map((child) =>
    isList(field)
      ? { ...child, keys: [...place.keys, ...child.keys], names: [...place.names, ...child.names] }
      : child,
  )
  return children.flatMap((child) => columnsAt(child, next, around))
}

function columnFor(place: Place, { level, above, separator, status }: At, around: Around): readonly Column[] {
  const { field, keys, names } = place
  const { hasStatuses, schema } = around
  const name = field.hasAlias ? field.key : [...above, ...names].join('_')
  const column: Column = {
    ...{ name, level, keys, separator, status },
    kind: separator === undefined ? kindOf(field) : 'text',
    parent: field.parent,
    field: field.name,
    isStatusOf: undefined,
    statuses: [],
  }
  if (!status || !hasStatuses) return [{ ...column, status: undefined }]
  const statuses = statusesOf(status.parent, schema)
  return [column, { ...column, name: `${name}_status`, kind: 'text', isStatusOf: name, statuses }]
}

function kindOf({ type }: SelectedField): Kind {
  const named = getNamedType(type)
  if (isEnumType(named) || !isScalarType(named)) return 'text'
  return kinds[named.name] ?? 'text'
}

const kinds: Readonly<Record<string, Kind>> = { Int: 'int', Float: 'float', Boolean: 'boolean' }
