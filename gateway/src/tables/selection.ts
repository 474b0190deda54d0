/** The selection of an expanded operation as a tree: one entry for each response key, in the order in which they are first selected. */
import {
  getNamedType,
  GraphQLString,
  isInterfaceType,
  isObjectType,
  Kind,
  valueFromASTUntyped,
  type FieldNode,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { HubError } from '@samenhang/subgraph-kit/errors'
import { tableDirectives } from '@samenhang/schema/consumers/table-directives'

export interface SelectedField {
  readonly key: string
  readonly name: string
  readonly hasAlias: boolean
  readonly parent: string
  /** Null for `__typename`. */
  readonly field: GraphQLField<unknown, unknown> | null
  readonly type: GraphQLOutputType
  readonly children: SelectedField[]
  /** Has `@row`. */
  makesRows: boolean
  /** What `@join` puts between the items of this list. */
  separator: string | undefined
}

/** Throws HubError BAD_REQUEST for introspection, and for a directive with other arguments than it has. */
export function selectionOf(
  { selectionSet, operation }: OperationDefinitionNode,
  schema: GraphQLSchema,
): readonly SelectedField[] {
  const fields: SelectedField[] = []
  select(selectionSet, schema.getRootType(operation)?.name ?? '', fields, schema)
  return fields
}

function select(
  { selections }: SelectionSetNode,
  parent: string,
  into: SelectedField[],
  schema: GraphQLSchema,
): void {
  for (const node of selections) {
    if (node.kind === Kind.INLINE_FRAGMENT)
      select(node.selectionSet, node.typeCondition?.name.value ?? parent, into, schema)
    if (node.kind !== Kind.FIELD) continue
    const key = (node.alias ?? node.name).value
    let selected = into.find((field) => field.key === key)
    if (!selected) into.push((selected = selectedField(node, key, parent, schema)))
    const { makesRows, separator } = directivesOf(node, key)
    selected.makesRows ||= makesRows
    selected.separator ??= separator
    if (node.selectionSet)
      select(node.selectionSet, getNamedType(selected.type).name, selected.children, schema)
  }
}

function selectedField(node: FieldNode, key: string, parent: string, schema: GraphQLSchema): SelectedField {
  const name = node.name.value
  if (name.startsWith('__') && name !== '__typename')
    throw new HubError('BAD_REQUEST', 'The schema itself is no table: ask it at /graphql.')
  const type = schema.getType(parent)
  const field = isObjectType(type) || isInterfaceType(type) ? (type.getFields()[name] ?? null) : null
  return {
    ...{ key, name, parent, field },
    hasAlias: node.alias !== undefined,
    type: field?.type ?? GraphQLString,
    children: [],
    makesRows: false,
    separator: undefined,
  }
}

function directivesOf(
  { directives = [] }: FieldNode,
  key: string,
): Pick<SelectedField, 'makesRows' | 'separator'> {
  let makesRows = false
  let separator: string | undefined
  for (const { name, arguments: given = [] } of directives) {
    const values = given.map(
      (argument) => [argument.name.value, valueFromASTUntyped(argument.value)] as const,
    )
    if (name.value === tableDirectives.row) {
      makesRows = true
      if (values.length > 0) throw wrong('@row has no arguments', key)
    }
    if (name.value === tableDirectives.join) {
      separator = ';'
      for (const [argument, value] of values) {
        if (argument !== 'separator' || typeof value !== 'string' || value === '')
          throw wrong('@join has one argument, `separator`, which is a text', key)
        separator = value
      }
    }
  }
  if (makesRows && separator !== undefined)
    throw wrong('a list makes rows or goes into a cell, not both', key)
  return { makesRows, separator }
}

function wrong(what: string, key: string): HubError {
  return new HubError('BAD_REQUEST', `At \`${key}\`: ${what}.`)
}
