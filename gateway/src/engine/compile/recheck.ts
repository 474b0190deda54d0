/**
 * Rechecks the fetches of a plan, from their texts and independently of the filter before planning. A plan
 * may fetch keys and `__typename` for itself; everything else in it must be allowed.
 */
import {
  getNamedType,
  isCompositeType,
  isObjectType,
  Kind,
  parse,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql'
import type { Fetch } from './compile.ts'
import { refusesField, type Refusals } from '../document/filter.ts'
import { joinsOf } from '../supergraph/join-directives.ts'

/** The coordinates in a fetch that are refused and no key. `schema` has the join directives. */
export function refusedIn(fetch: Fetch, schema: GraphQLSchema, refusals: Refusals): readonly string[] {
  const coordinates = new Set<string>()
  const { definitions } = parse(fetch.request.query, { noLocation: true })
  const look = ({ selections }: SelectionSetNode, type: GraphQLCompositeType | undefined): void => {
    for (const node of selections) {
      // What the planner names as a fragment is looked at where it is defined.
      if (node.kind === Kind.FRAGMENT_SPREAD) continue
      if (node.kind === Kind.INLINE_FRAGMENT) {
        const on = node.typeCondition ? schema.getType(node.typeCondition.name.value) : type
        if (isObjectType(on) && refusals.type(on.name)) coordinates.add(on.name)
        look(node.selectionSet, isCompositeType(on) ? on : undefined)
        continue
      }
      const name = node.name.value
      if (name === '_entities' && node.selectionSet) look(node.selectionSet, undefined)
      if (name.startsWith('_') || !type) continue
      if (refusesField(type, name, { schema, refusals }) && !isKey(type, name))
        coordinates.add(`${type.name}.${name}`)
      const field = 'getFields' in type ? type.getFields()[name] : undefined
      const below = field && getNamedType(field.type)
      if (node.selectionSet) look(node.selectionSet, isCompositeType(below) ? below : undefined)
    }
  }
  for (const node of definitions) {
    if (node.kind === Kind.OPERATION_DEFINITION)
      look(node.selectionSet, schema.getRootType(node.operation) ?? undefined)
    else if (node.kind === Kind.FRAGMENT_DEFINITION) {
      const type = schema.getType(node.typeCondition.name.value)
      look(node.selectionSet, isCompositeType(type) ? type : undefined)
    }
  }
  return [...coordinates]
}

/** Whether any subgraph knows things of this type by this field. */
function isKey(type: GraphQLCompositeType, field: string): boolean {
  return joinsOf(type.astNode, 'join__type').some(
    ({ key }) => typeof key === 'string' && key.split(/\W+/).includes(field),
  )
}
