/**
 * Connections, and what a client says of their pages: the table lane follows connections to their end itself, so that `first` and `after` are taken
 * out, with the variables that nothing else uses.
 */
import {
  getNamedType,
  getNullableType,
  isObjectType,
  isListType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type GraphQLType,
} from 'graphql'

export const pagingArguments: ReadonlySet<string> = new Set(['first', 'after', 'last', 'before'])

type FieldOfType = Pick<GraphQLField<unknown, unknown>, 'type' | 'args'>

/** The type of a Relay connection that can be followed by `first` and `after`; undefined for any other field. */
export function connectionOf(field: FieldOfType | null | undefined): GraphQLObjectType | undefined {
  if (!field || isListType(getNullableType(field.type))) return undefined
  const type = getNamedType(field.type)
  if (!isObjectType(type) || !['first', 'after'].every((name) => field.args.some((arg) => arg.name === name)))
    return undefined
  return hasFields(type.getFields()['pageInfo']?.type, ['hasNextPage', 'endCursor']) ? type : undefined
}

/** Whether the type, or that of the items of the list, is an object with these fields. */
export function hasFields(type: GraphQLType | undefined, names: readonly string[]): boolean {
  const named = type && getNamedType(type)
  return isObjectType(named) && names.every((name) => Object.hasOwn(named.getFields(), name))
}

/** The document without the arguments of pages. */
export function withoutPaging(document: DocumentNode, schema: GraphQLSchema): DocumentNode {
  const types = new TypeInfo(schema)
  const stripped = visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        enter(node) {
          if (!node.arguments?.length || !connectionOf(types.getFieldDef())) return undefined
          return { ...node, arguments: node.arguments.filter(({ name }) => !pagingArguments.has(name.value)) }
        },
      },
    }),
  )
  const used = new Set<string>()
  visit(stripped, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void used.add(name.value),
  })
  return visit(stripped, {
    VariableDefinition: ({ variable }) => (used.has(variable.name.value) ? undefined : null),
    [Kind.SELECTION_SET]: () => false,
  })
}
