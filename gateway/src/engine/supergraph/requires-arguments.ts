/**
 * Fetches with synthetic fields (repair.ts) in the form that subgraphs know: `price__r1: price(currency:
 * "EUR")` where the value is asked for, `price` where it is sent. A fetch that would send two values under
 * one name becomes several.
 */
import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner'
import { Kind, parse, print, visit, type DocumentNode, type FieldNode, type SelectionNode } from 'graphql'
import { onlyUsedVariables } from '../document/reachable.ts'
import type { Need, Repaired } from './repair.ts'

/** The fetches to send for this one. */
export function withoutSynthetic(node: FetchNode, repaired: Repaired): readonly FetchNode[] {
  if (repaired.synthetic.size === 0) return [node]
  return splitByNeeds(node, repaired).map((fetch) => ({
    ...fetch,
    operation: asKnown(fetch.operation, repaired),
  }))
}

/** The name under which a value is sent: `price` for `price__r1`. */
export function sentName(name: string, { synthetic }: Repaired): string {
  return synthetic.get(name)?.field ?? name
}

function asKnown(text: string, { synthetic }: Repaired): string {
  if (![...synthetic.keys()].some((name) => text.includes(name))) return text
  const document = visit(parse(text, { noLocation: true }), {
    Field(field) {
      const original = synthetic.get(field.name.value)
      if (!original) return undefined
      const alias = field.alias ?? field.name
      return {
        ...field,
        alias,
        name: { kind: Kind.NAME, value: original.field } as const,
        arguments: original.arguments,
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
    let group = groups.find((candidate) =>
      needs.every(({ path, name }) => (candidate.needs.get(path) ?? name) === name),
    )
    if (!group) groups.push((group = { needs: new Map(), keys: new Set() }))
    group.keys.add(field)
    for (const { path, name } of needs) group.needs.set(path, name)
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
    selections.flatMap((node) => {
      if (node.kind === Kind.INLINE_FRAGMENT)
        return below(node.selectionSet.selections, node.typeCondition?.name.value ?? type)
      return node.kind === Kind.FIELD ? [{ field: node, needs: needs(subgraph, type, node.name.value) }] : []
    })
  return operation.selectionSet.selections.flatMap((node) =>
    node.kind === Kind.FIELD && node.selectionSet ? below(node.selectionSet.selections, '') : [],
  )
}

function onlyFields(document: DocumentNode, fields: ReadonlySet<FieldNode>): DocumentNode {
  const within = (selections: readonly SelectionNode[]): SelectionNode[] =>
    selections.flatMap((node): SelectionNode | readonly SelectionNode[] => {
      if (node.kind !== Kind.INLINE_FRAGMENT) return node.kind === Kind.FIELD && fields.has(node) ? node : []
      const inner = within(node.selectionSet.selections)
      return inner.length > 0 ? { ...node, selectionSet: { ...node.selectionSet, selections: inner } } : []
    })
  return {
    ...document,
    definitions: document.definitions.map((node) =>
      node.kind === Kind.OPERATION_DEFINITION
        ? {
            ...node,
            selectionSet: {
              ...node.selectionSet,
              selections: node.selectionSet.selections.map((selection) =>
                selection.kind === Kind.FIELD && selection.selectionSet
                  ? {
                      ...selection,
                      selectionSet: {
                        ...selection.selectionSet,
                        selections: within(selection.selectionSet.selections),
                      },
                    }
                  : selection,
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
  path: readonly string[],
  needs: ReadonlyMap<string, string>,
  repaired: Repaired,
): QueryPlanSelectionNode[] {
  return required.flatMap((node): QueryPlanSelectionNode | [] => {
    if (node.kind === 'InlineFragment')
      return { ...node, selections: onlyNeeds(node.selections, path, needs, repaired) }
    const here = [...path, sentName(node.name, repaired)]
    if (repaired.synthetic.has(node.name) && needs.get(here.join('.')) !== node.name) return []
    if (!node.selections) return node
    const selections = onlyNeeds(node.selections, here, needs, repaired)
    return selections.length > 0 ? { ...node, selections } : []
  })
}
