/**
 * The fields that a field needs to be answered: the selections of `@requires` in the supergraph, written out
 * by object type.
 */
import {
  getNamedType,
  isCompositeType,
  Kind,
  parse,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql'
import { objectsOf } from '../engine/document/canonical.ts'
import { joinsOf } from '../engine/supergraph/join-directives.ts'

type OwnedField = readonly [GraphQLObjectType, GraphQLField<unknown, unknown>]

/** Every field that this one requires in any subgraph, with the type that has it; through an interface, for each type behind it. */
export function requiredFields(
  type: GraphQLObjectType,
  { astNode }: GraphQLField<unknown, unknown>,
  schema: GraphQLSchema,
): readonly OwnedField[] {
  return joinsOf(astNode, 'join__field').flatMap(({ requires }) =>
    typeof requires === 'string' ? fieldsIn(selectionOf(requires), type, schema) : [],
  )
}

/** The fields of a selection on a type. */
function fieldsIn(
  { selections }: SelectionSetNode,
  type: GraphQLCompositeType,
  schema: GraphQLSchema,
): readonly OwnedField[] {
  return selections.flatMap((node): readonly OwnedField[] => {
    if (node.kind === Kind.FRAGMENT_SPREAD) return []
    if (node.kind === Kind.INLINE_FRAGMENT) {
      const on = node.typeCondition ? schema.getType(node.typeCondition.name.value) : type
      return isCompositeType(on) ? fieldsIn(node.selectionSet, on, schema) : []
    }
    return objectsOf(type, schema).flatMap((owner): readonly OwnedField[] => {
      const field = owner.getFields()[node.name.value]
      if (!field) return []
      const below = getNamedType(field.type)
      const within =
        node.selectionSet && isCompositeType(below) ? fieldsIn(node.selectionSet, below, schema) : []
      return [[owner, field], ...within]
    })
  })
}

function selectionOf(text: string): SelectionSetNode {
  const [operation] = parse(`{ ${text} }`, { noLocation: true }).definitions
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`No set of fields: ${text}`)
  return operation.selectionSet
}
