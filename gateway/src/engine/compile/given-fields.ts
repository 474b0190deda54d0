/**
 * Checks each fetch of a plan before anything runs: its subgraph must have the fields that are asked for, and
 * receive what they require. Otherwise it would answer a wrong value without an error. planner-merges.js
 * corrects the plans in which this was seen; any other such plan is refused here.
 */
import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner'
import { Kind, parse, type FieldNode, type GraphQLNamedType, type SelectionSetNode } from 'graphql'
import { fragmentsOf } from '../document/fragments.ts'
import { joinsOf } from '../supergraph/join-directives.ts'
import { typeBelow } from '../supergraph/named-type.ts'
import { leavesOf, type Joins } from './required-parts.ts'
import type { Fragments } from '../document/selection.ts'

/** Throws where a fetch cannot be answered rightly. Names are those of the supergraph as repair.ts gives it. */
export function checkGiven(node: FetchNode, joins: Joins): void {
  const document = parse(node.operation, { noLocation: true })
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION)
  const root = operation && joins.supergraph.getRootType(operation.operation)
  if (!operation || !root) return
  const sentFields = new Set(leavesSent(node.requires ?? [], ''))
  const look: Look = { subgraph: node.serviceName, sentFields, fragments: fragmentsOf(document), joins }
  checkSet(operation.selectionSet, root.name, node.requires ? 'entities' : 'below', look)
}

interface Look {
  readonly subgraph: string
  /** What is sent along of each entity, as `/price/amount`. */
  readonly sentFields: ReadonlySet<string>
  readonly fragments: Fragments
  readonly joins: Joins
}

/** Where fields stand: `_entities` itself, fields of the entities, any below, and those below a field that provides some. */
type Where = 'entities' | 'entity' | 'below' | 'provided'

interface Selected {
  readonly type: string
  readonly field: FieldNode
}

function checkSet(set: SelectionSetNode, type: string, where: Where, look: Look): void {
  const selected = fieldsOf(set, type, look)
  for (const entry of selected) {
    const { name, selectionSet } = entry.field
    if (name.value === '__typename') continue
    if (where === 'entities') {
      if (selectionSet) checkSet(selectionSet, '', 'entity', look)
      continue
    }
    const join = joinOf(entry, look)
    checkField(entry, join, selected, where, look)
    if (!selectionSet) continue
    const below = join?.['provides'] !== undefined || where === 'provided' ? 'provided' : 'below'
    checkSet(selectionSet, typeBelow(entry.type, name.value, look.joins.supergraph), below, look)
  }
}

function fieldsOf({ selections }: SelectionSetNode, type: string, look: Look): readonly Selected[] {
  return selections.flatMap((node): readonly Selected[] => {
    if (node.kind === Kind.FIELD) return [{ type, field: node }]
    const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : look.fragments.get(node.name.value)
    return fragment ? fieldsOf(fragment.selectionSet, fragment.typeCondition?.name.value ?? type, look) : []
  })
}

type Join = Readonly<Record<string, unknown>> | undefined

function joinOf({ type, field }: Selected, { subgraph, joins: { supergraph, graphOf } }: Look): Join {
  const owner = supergraph.getType(type)
  const definition = owner && 'getFields' in owner ? owner.getFields()[field.name.value] : undefined
  return joinsOf(definition?.astNode, 'join__field').find(({ graph }) => graph === graphOf(subgraph))
}

function checkField(
  { type, field }: Selected,
  join: Join,
  beside: readonly Selected[],
  where: Where,
  look: Look,
): void {
  const requires = join?.['requires']
  const isHad = (leaf: string): boolean =>
    (where === 'entity' && look.sentFields.has(leaf)) ||
    beside.some((entry) => leaf.split('/')[1] === entry.field.name.value)
  const lacks = typeof requires === 'string' && !leavesOf(requires).every(isHad)
  const isForeign = join?.['external'] === true && where !== 'provided' && !isOfKey(field.name.value, look)
  if (!lacks && !isForeign) return
  const why = lacks ? 'without what that requires' : 'which it does not have'
  throw new Error(`The plan asks the subgraph "${look.subgraph}" for ${type}.${field.name.value} ${why}.`)
}

/** Whether the subgraph knows anything by a field of this name: keys may be external and are given all the same. */
function isOfKey(field: string, { subgraph, joins: { supergraph, graphOf } }: Look): boolean {
  const isKeyOf = (type: GraphQLNamedType): boolean =>
    joinsOf(type.astNode, 'join__type').some(
      ({ graph, key }) =>
        graph === graphOf(subgraph) && typeof key === 'string' && key.split(/\W+/).includes(field),
    )
  return Object.values(supergraph.getTypeMap()).some(isKeyOf)
}

function leavesSent(nodes: readonly QueryPlanSelectionNode[], path: string): readonly string[] {
  return nodes.flatMap((node): readonly string[] => {
    if (node.kind === 'InlineFragment') return leavesSent(node.selections, path)
    const here = `${path}/${node.name}`
    return node.selections ? leavesSent(node.selections, here) : [here]
  })
}
