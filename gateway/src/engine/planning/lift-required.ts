/**
 * Moves a field that an interface object gives by `@requires` from a fragment on a possible type to the
 * interface itself: Apollo's planner does not terminate where it is in such a fragment and the preceding
 * subgraph does not know the types either. For canonical operations (canonical.ts), in which one response key
 * means one field. What is then fetched for other types too is narrowed by narrow.ts, or not written.
 */
import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type InlineFragmentNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { joinsOf } from '../supergraph/join-directives.ts'

/** Which fields these are, as `Interface.field`, with the subgraph's value of join__Graph. */
export function requiredOnInterfaceObjects(supergraph: GraphQLSchema): ReadonlyMap<string, string> {
  const fieldsByCoordinate = new Map<string, string>()
  for (const type of Object.values(supergraph.getTypeMap())) {
    if (!isInterfaceType(type)) continue
    const graphs = joinsOf(type.astNode, 'join__type')
      .filter(({ isInterfaceObject }) => isInterfaceObject === true)
      .map(({ graph }) => graph)
    for (const field of type.astNode?.fields ?? [])
      for (const { graph, requires } of joinsOf(field, 'join__field'))
        if (requires !== undefined && graphs.includes(graph))
          fieldsByCoordinate.set(`${type.name}.${field.name.value}`, String(graph))
  }
  return fieldsByCoordinate
}

const typeName: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }

/** `schema` is what clients see. */
export function liftRequired(
  document: DocumentNode,
  schema: GraphQLSchema,
  required: ReadonlyMap<string, string>,
): DocumentNode {
  if (required.size === 0) return document
  const below = (set: SelectionSetNode, parent: GraphQLNamedType | undefined): SelectionSetNode => {
    const lifted: FieldNode[] = []
    const selections = set.selections.flatMap((node): readonly SelectionNode[] => {
      if (node.kind === Kind.FIELD) return [withBelow(node, parent)]
      if (node.kind !== Kind.INLINE_FRAGMENT) return [node]
      const isLifted = (inner: SelectionNode): inner is FieldNode =>
        inner.kind === Kind.FIELD && required.has(`${parent?.name ?? ''}.${inner.name.value}`)
      const own = node.selectionSet.selections
      lifted.push(...own.filter(isLifted).map((field) => withBelow(field, parent)))
      const rest = own.filter((inner) => !isLifted(inner))
      return rest.length === 0 ? [] : [inFragment(node, rest)]
    })
    if (lifted.length === 0) return { ...set, selections }
    return { ...set, selections: [...byKey([...selections, ...lifted]), ...typeNameOnce(selections)] }
  }
  const withBelow = (field: FieldNode, parent: GraphQLNamedType | undefined): FieldNode =>
    field.selectionSet
      ? { ...field, selectionSet: below(field.selectionSet, typeOfField(parent, field.name.value)) }
      : field
  const inFragment = (
    fragment: InlineFragmentNode,
    selections: readonly SelectionNode[],
  ): InlineFragmentNode => {
    const type = fragment.typeCondition && schema.getType(fragment.typeCondition.name.value)
    return { ...fragment, selectionSet: below({ ...fragment.selectionSet, selections }, type) }
  }
  return {
    ...document,
    definitions: document.definitions.map((node) =>
      node.kind === Kind.OPERATION_DEFINITION
        ? { ...node, selectionSet: below(node.selectionSet, schema.getRootType(node.operation) ?? undefined) }
        : node,
    ),
  }
}

/** Fields of one response key once, with all that is asked below; fragments as they are. */
function byKey(selections: readonly SelectionNode[]): readonly SelectionNode[] {
  const fields = new Map<string, FieldNode>()
  const rest: SelectionNode[] = []
  for (const node of selections) {
    if (node.kind !== Kind.FIELD) {
      rest.push(node)
      continue
    }
    const key = (node.alias ?? node.name).value
    const previous = fields.get(key)
    const inner = [...(previous?.selectionSet?.selections ?? []), ...(node.selectionSet?.selections ?? [])]
    const selectionSet = node.selectionSet && { ...node.selectionSet, selections: byKey(inner) }
    fields.set(key, { ...(previous ?? node), ...(selectionSet && { selectionSet }) })
  }
  return [...fields.values(), ...rest]
}

function typeNameOnce(selections: readonly SelectionNode[]): readonly SelectionNode[] {
  const has = selections.some(
    (node) => node.kind === Kind.FIELD && !node.alias && node.name.value === '__typename',
  )
  return has ? [] : [typeName]
}

function typeOfField(parent: GraphQLNamedType | undefined, name: string): GraphQLNamedType | undefined {
  const field = isCompositeType(parent) && 'getFields' in parent ? parent.getFields()[name] : undefined
  return field && getNamedType(field.type)
}
