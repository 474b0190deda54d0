/**
 * Fields that an interface object gives by `@requires`, asked for on the interface and not on one of the types behind it: Apollo's planner never
 * comes to an end where they are asked in a fragment on such a type and the subgraph before does not know the types either. For canonical operations
 * (canonical.ts), where one response key means one field; what is then fetched for other types too is narrowed again by narrow.ts, or not written.
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
  const found = new Map<string, string>()
  for (const type of Object.values(supergraph.getTypeMap())) {
    if (!isInterfaceType(type)) continue
    const graphs = joinsOf(type.astNode, 'join__type')
      .filter(({ isInterfaceObject }) => isInterfaceObject === true)
      .map(({ graph }) => graph)
    for (const field of type.astNode?.fields ?? [])
      for (const { graph, requires } of joinsOf(field, 'join__field'))
        if (requires !== undefined && graphs.includes(graph))
          found.set(`${type.name}.${field.name.value}`, String(graph))
  }
  return found
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
    const selections = set.selections.flatMap((one): readonly SelectionNode[] => {
      if (one.kind === Kind.FIELD) return [withBelow(one, parent)]
      if (one.kind !== Kind.INLINE_FRAGMENT) return [one]
      const isLifted = (inner: SelectionNode): inner is FieldNode =>
        inner.kind === Kind.FIELD && required.has(`${parent?.name ?? ''}.${inner.name.value}`)
      const own = one.selectionSet.selections
      lifted.push(...own.filter(isLifted).map((field) => withBelow(field, parent)))
      const rest = own.filter((inner) => !isLifted(inner))
      return rest.length === 0 ? [] : [inFragment(one, rest)]
    })
    if (lifted.length === 0) return { ...set, selections }
    return { ...set, selections: [...byKey([...selections, ...lifted]), ...typeNameOnce(selections)] }
  }
  const withBelow = (field: FieldNode, parent: GraphQLNamedType | undefined): FieldNode =>
    field.selectionSet
      ? { ...field, selectionSet: below(field.selectionSet, typeOfField(parent, field.name.value)) }
      : field
  const inFragment = (one: InlineFragmentNode, selections: readonly SelectionNode[]): InlineFragmentNode => {
    const type = one.typeCondition && schema.getType(one.typeCondition.name.value)
    return { ...one, selectionSet: below({ ...one.selectionSet, selections }, type) }
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
  for (const one of selections) {
    if (one.kind !== Kind.FIELD) {
      rest.push(one)
      continue
    }
    const key = (one.alias ?? one.name).value
    const known = fields.get(key)
    const inner = [...(known?.selectionSet?.selections ?? []), ...(one.selectionSet?.selections ?? [])]
    const selectionSet = one.selectionSet && { ...one.selectionSet, selections: byKey(inner) }
    fields.set(key, { ...(known ?? one), ...(selectionSet && { selectionSet }) })
  }
  return [...fields.values(), ...rest]
}

function typeNameOnce(selections: readonly SelectionNode[]): readonly SelectionNode[] {
  const has = selections.some(
    (one) => one.kind === Kind.FIELD && !one.alias && one.name.value === '__typename',
  )
  return has ? [] : [typeName]
}

function typeOfField(parent: GraphQLNamedType | undefined, name: string): GraphQLNamedType | undefined {
  const field = isCompositeType(parent) && 'getFields' in parent ? parent.getFields()[name] : undefined
  return field && getNamedType(field.type)
}
