/**
 * The fields that an operation selects of an object, by the object's type: CollectFields of the GraphQL
 * specification.
 */
import {
  isAbstractType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql'

export type SelectionSets = readonly SelectionSetNode[]
export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>

interface CollectionContext {
  readonly schema: GraphQLSchema
  readonly fragments: Fragments
}

/** The field nodes by response key, in the order of the selection. Conditions (@skip, @include) must have been decided. */
export function collectFields(
  type: GraphQLCompositeType,
  sets: SelectionSets,
  { schema, fragments }: CollectionContext,
): ReadonlyMap<string, readonly FieldNode[]> {
  const fields = new Map<string, FieldNode[]>()
  const visited = new Set<string>()
  const visit = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value
        const nodes = fields.get(key)
        if (nodes) nodes.push(selection)
        else fields.set(key, [selection])
        continue
      }
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        if (visited.has(selection.name.value)) continue
        visited.add(selection.name.value)
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value)
      if (fragment && applies(fragment.typeCondition?.name.value, type, schema)) visit(fragment.selectionSet)
    }
  }
  sets.forEach(visit)
  return fields
}

function applies(condition: string | undefined, type: GraphQLCompositeType, schema: GraphQLSchema): boolean {
  if (condition === undefined || condition === type.name) return true
  const conditionType = schema.getType(condition)
  if (!isAbstractType(conditionType)) return false
  return !isUnion(type) && schema.isSubType(conditionType, type)
}

function isUnion(
  type: GraphQLCompositeType,
): type is Extract<GraphQLCompositeType, { getTypes: () => unknown }> {
  return 'getTypes' in type
}
