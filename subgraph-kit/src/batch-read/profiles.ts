/** One profile of a batch of things: the asked figures of one year, by one statement, for each key in its order. */
import { isObjectType, type FieldNode, type GraphQLObjectType, type OperationDefinitionNode } from 'graphql'
import { checkOf, type Check } from './column-check.ts'
import { argumentOf, type Variables } from './operation-arguments.ts'
import { isProperty, plainFields } from './plain-fields.ts'
import { profileAnsweredBy } from '../figures/profile-resolvers.ts'
import type { FigureReader, ProfileStore } from '../figures/profile-store.ts'
import { inOrder, type Answer } from './rows-by-key.ts'
import { andThen, type PromiseOrValue } from '../async/promise-or-value.ts'

/** The profile of each key, null where it has none; null as a whole where graphql-js must say. */
export type ProfileRead = (
  keys: readonly string[],
  variables: Variables,
) => PromiseOrValue<readonly (Answer | null)[] | null>

/** A selected figure: under which key, and what it must be; without a check, the name of the type. */
interface SelectedColumn {
  readonly key: string
  readonly check: Check | null
}

interface ProfileOptions {
  readonly stores: readonly ProfileStore[]
  readonly operation: OperationDefinitionNode
}

/** The read of this field where it is a profile's, of figures only, on every one of these types; else null. */
export function compileProfile(
  node: FieldNode,
  types: readonly GraphQLObjectType[],
  { stores, operation }: ProfileOptions,
): ProfileRead | null {
  const fields = types.map((type) => type.getFields()[node.name.value])
  const [field] = fields
  const answered = profileAnsweredBy(field?.resolve)
  const store = stores.find(({ profile }) => profile.areaField === answered)
  const type = field?.type
  if (
    !store ||
    !isObjectType(type) ||
    !fields.every((candidate) => profileAnsweredBy(candidate?.resolve) === answered)
  )
    return null
  const period = node.arguments?.length ? argumentOf(node, 'period', { operation }) : () => null
  if (!period) return null
  const columns: SelectedColumn[] = []
  const columnNames: string[] = []
  const selected = plainFields(node.selectionSet?.selections ?? [])
  if (!selected) return null
  for (const { key, node: figure } of selected) {
    if (figure.name.value === '__typename') columns.push({ key, check: null })
    else {
      const column = columnOf(figure.name.value, type, store)
      if (!column) return null
      columns.push({ key, check: column.check })
      columnNames.push(column.column)
    }
  }
  const reader = store.reader(columnNames)
  return (keys, variables) => {
    const year = period(variables)
    if (year !== null && !isYear(year)) return null
    return andThen(readRows(reader, keys, year), (rows) => {
      // A year without rows may be one that nobody loaded, which is an error.
      if (year !== null && rows.length === 0) return null
      return figuresOf(inOrder(keys, rows), columns, type.name)
    })
  }
}

function readRows(
  reader: FigureReader,
  keys: readonly string[],
  year: number | null,
): PromiseOrValue<unknown[][]> {
  return year === null ? reader.latest(keys) : reader.ofPeriod(keys, year)
}

/** A figure is a property of its row: a field that is resolved in another way is not one to be read here. */
function columnOf(
  name: string,
  type: GraphQLObjectType,
  { profile }: ProfileStore,
): { readonly column: string; readonly check: Check } | null {
  const field = type.getFields()[name]
  if (!field || !isProperty(field.resolve)) return null
  const column =
    name === 'period' ? name : profile.indicators.find((indicator) => indicator.field === name)?.column
  const check = checkOf(field.type)
  return column !== undefined && check ? { column, check } : null
}

function isYear(value: unknown): value is number {
  return typeof value === 'number' && (value | 0) === value
}

function figuresOf(
  rows: readonly (readonly unknown[] | undefined)[],
  columns: readonly SelectedColumn[],
  type: string,
): readonly (Answer | null)[] | null {
  const all: (Answer | null)[] = []
  for (const row of rows) {
    if (!row) {
      all.push(null)
      continue
    }
    const figures: Answer = {}
    let index = 0
    for (const { key, check } of columns) {
      if (!check) {
        figures[key] = type
        continue
      }
      const value = row[(index += 1)] ?? null
      if (!check(value)) return null
      figures[key] = value
    }
    all.push(figures)
  }
  return all
}
