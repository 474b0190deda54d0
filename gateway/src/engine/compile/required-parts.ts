/**
 * What fields require of others in a subgraph, and which part of a fetch's representations some of its fields
 * need.
 */
import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner'
import { Kind, parse, type GraphQLSchema, type SelectionSetNode } from 'graphql'
import { joinsOf } from '../supergraph/join-directives.ts'

export interface Joins {
  /** All types, with the join directives. */
  readonly supergraph: GraphQLSchema
  /** The value of join__Graph that a subgraph goes by. */
  readonly graphOf: (subgraph: string) => string
}

/** A field of an entity that a fetch asks for. */
export interface AskedField {
  readonly type: string
  readonly field: string
}

/** The field sets that a field requires in a subgraph. */
export function requiresOf(
  type: string,
  field: string,
  subgraph: string,
  { supergraph, graphOf }: Joins,
): readonly string[] {
  const owner = supergraph.getType(type)
  const definition = owner && 'getFields' in owner ? owner.getFields()[field] : undefined
  return joinsOf(definition?.astNode, 'join__field').flatMap(({ graph, requires }) =>
    graph === graphOf(subgraph) && typeof requires === 'string' ? [requires] : [],
  )
}

/** Whether nothing that a fetch asks of its entities requires more than their keys. */
export function asksByKeyOnly({ operation, serviceName }: FetchNode, joins: Joins): boolean {
  const within = ({ selections }: SelectionSetNode, type: string): boolean =>
    selections.every((node) => {
      if (node.kind === Kind.FIELD) return requiresOf(type, node.name.value, serviceName, joins).length === 0
      if (node.kind === Kind.FRAGMENT_SPREAD) return false
      return within(node.selectionSet, node.typeCondition?.name.value ?? type)
    })
  const [definition] = parse(operation, { noLocation: true }).definitions
  const [entities] = definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : []
  return entities?.kind === Kind.FIELD && entities.selectionSet !== undefined
    ? within(entities.selectionSet, '')
    : false
}

/** Of what a fetch sends along, that which the fields asked for need, and keys; what is dropped needs nothing any more. */
export function onlyRequired(
  required: QueryPlanSelectionNode[],
  subgraph: string,
  asks: readonly AskedField[],
  dropped: readonly AskedField[],
  joins: Joins,
): QueryPlanSelectionNode[] {
  const leaves = (all: readonly AskedField[]): readonly string[] =>
    all.flatMap(({ type, field }) => requiresOf(type, field, subgraph, joins).flatMap(leavesOf))
  const keys = [...asks, ...dropped].flatMap(({ type }) =>
    joinsOf(joins.supergraph.getType(type)?.astNode, 'join__type').flatMap(({ graph, key }) =>
      graph === joins.graphOf(subgraph) && typeof key === 'string' ? leavesOf(key) : [],
    ),
  )
  const neededLeaves = new Set([...leaves(asks), ...keys])
  const without = new Set(leaves(dropped).filter((leaf) => !neededLeaves.has(leaf)))
  return without.size === 0 ? required : withoutLeaves(required, '', without)
}

/** The paths of what a set of fields ends in, as `/price/amount`. */
export function leavesOf(fieldSet: string): readonly string[] {
  const within = ({ selections }: SelectionSetNode, path: string): readonly string[] =>
    selections.flatMap((node): readonly string[] => {
      if (node.kind === Kind.FRAGMENT_SPREAD) return []
      if (node.kind === Kind.INLINE_FRAGMENT) return within(node.selectionSet, path)
      const here = `${path}/${node.name.value}`
      return node.selectionSet ? within(node.selectionSet, here) : [here]
    })
  const [operation] = parse(`{ ${fieldSet} }`, { noLocation: true }).definitions
  return operation?.kind === Kind.OPERATION_DEFINITION ? within(operation.selectionSet, '') : []
}

function withoutLeaves(
  required: readonly QueryPlanSelectionNode[],
  path: string,
  without: ReadonlySet<string>,
): QueryPlanSelectionNode[] {
  return required.flatMap((node): QueryPlanSelectionNode | [] => {
    if (node.kind === 'InlineFragment')
      return { ...node, selections: withoutLeaves(node.selections, path, without) }
    const here = `${path}/${node.name}`
    if (!node.selections) return without.has(here) ? [] : node
    const selections = withoutLeaves(node.selections, here, without)
    return selections.some((inner) => inner.kind !== 'Field' || inner.name !== '__typename')
      ? { ...node, selections }
      : []
  })
}
