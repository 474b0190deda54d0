/**
 * Fetches with synthetic fields (repair.ts), as subgraphs know them: `price__r1: price(currency: "EUR")` where the value is asked for, `price` where
 * it is sent along. A fetch that would have to send two values under one name becomes several.
 */
import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner'
import { Kind, parse, print, visit, type DocumentNode, type FieldNode, type SelectionNode } from 'graphql'
import { onlyUsedVariables } from '../document/reachable.ts'
import type { Need, Repaired } from './repair.ts'

/** The fetches to send for this one. */
export function withoutSynthetic(node: FetchNode, repaired: Repaired): readonly FetchNode[] {
  if (repaired.synthetic.size === 0) return [node]
  return splitByNeeds(node, repaired).map((one) => ({ ...one, operation: asKnown(one.operation, repaired) }))
}

/** The name under which a value is sent: `price` for `price__r1`. */
export function sentName(name: string, { synthetic }: Repaired): string {
  return synthetic.get(name)?.field ?? name
}

function asKnown(text: string, { synthetic }: Repaired): string {
  if (![...synthetic.keys()].some((name) => text.includes(name))) return text
  const document = visit(parse(text, { noLocation: true }), {
    Field(field) {
      const known = synthetic.get(field.name.value)
      if (!known) return undefined
      const alias = field.alias ?? field.name
      return {
        ...field,
        alias,
        name: { kind: Kind.NAME, value: known.field } as const,
        arguments: known.arguments,
      }
    },
  })
  return print(document)
}

interface Group {
  readonly needs: Map<string, string>
  readonly keys: Set<FieldNode>
}

function splitByNeeds(node: FetchNode, repaired: Repaired): readonly FetchNode[] {
  if (!node.requires) return [node]
  const document = parse(node.operation, { noLocation: true })
  const groups: Group[] = []
  for (const { field, needs } of entityFields(document, node.serviceName, repaired)) {
    let group = groups.find((one) =>
      needs.every(({ place, name }) => (one.needs.get(place) ?? name) === name),
    )
    if (!group) groups.push((group = { needs: new Map(), keys: new Set() }))
    group.keys.add(field)
    for (const { place, name } of needs) group.needs.set(place, name)
  }
  if (groups.length < 2) return [node]
  const { requires } = node
  return groups.map((group) => {
    const [definition] = onlyFields(document, group.keys).definitions
    if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error('A fetch without an operation')
    const { operation, names } = onlyUsedVariables(definition)
    const usages = node.variableUsages?.filter((name) => names.has(name))
    return {
      ...node,
      operation: print(operation),
      requires: onlyNeeds(requires, [], group.needs, repaired),
      ...(usages && { variableUsages: usages }),
    }
  })
}

/** The fields asked of an entity, each with what it needs. */
function entityFields(
  document: DocumentNode,
  subgraph: string,
  { needs }: Repaired,
): readonly { field: FieldNode; needs: readonly Need[] }[] {
  const [operation] = document.definitions
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return []
  const below = (
    selections: readonly SelectionNode[],
    type: string,
  ): readonly { field: FieldNode; needs: readonly Need[] }[] =>
    selections.flatMap((one) => {
      if (one.kind === Kind.INLINE_FRAGMENT)
        return below(one.selectionSet.selections, one.typeCondition?.name.value ?? type)
      return one.kind === Kind.FIELD ? [{ field: one, needs: needs(subgraph, type, one.name.value) }] : []
    })
  return operation.selectionSet.selections.flatMap((one) =>
    one.kind === Kind.FIELD && one.selectionSet ? below(one.selectionSet.selections, '') : [],
  )
}

function onlyFields(document: DocumentNode, kept: ReadonlySet<FieldNode>): DocumentNode {
  const within = (selections: readonly SelectionNode[]): SelectionNode[] =>
    selections.flatMap((one): SelectionNode | readonly SelectionNode[] => {
      if (one.kind !== Kind.INLINE_FRAGMENT) return one.kind === Kind.FIELD && kept.has(one) ? one : []
      const inner = within(one.selectionSet.selections)
      return inner.length > 0 ? { ...one, selectionSet: { ...one.selectionSet, selections: inner } } : []
    })
  return {
    ...document,
    definitions: document.definitions.map((node) =>
      node.kind === Kind.OPERATION_DEFINITION
        ? {
            ...node,
            selectionSet: {
              ...node.selectionSet,
              selections: node.selectionSet.selections.map((one) =>
                one.kind === Kind.FIELD && one.selectionSet
                  ? {
                      ...one,
                      selectionSet: { ...one.selectionSet, selections: within(one.selectionSet.selections) },
                    }
                  : one,
              ),
            },
          }
        : node,
    ),
  }
}

/** Of the synthetic fields in a representation those that this group needs, and all that is not synthetic. */
function onlyNeeds(
  required: readonly QueryPlanSelectionNode[],
  place: readonly string[],
  needs: ReadonlyMap<string, string>,
  repaired: Repaired,
): QueryPlanSelectionNode[] {
  return required.flatMap((one): QueryPlanSelectionNode | [] => {
    if (one.kind === 'InlineFragment')
      return { ...one, selections: onlyNeeds(one.selections, place, needs, repaired) }
    const here = [...place, sentName(one.name, repaired)]
    if (repaired.synthetic.has(one.name) && needs.get(here.join('.')) !== one.name) return []
    if (!one.selections) return one
    const selections = onlyNeeds(one.selections, here, needs, repaired)
    return selections.length > 0 ? { ...one, selections } : []
  })
}
