/**
 * An operation with its fragments written out and its conditions decided, so that each place of the answer has a selection of its own. Directives of
 * tables stay.
 */
import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { fragmentsOf } from '../engine/document/fragments.ts'

type Values = Readonly<Record<string, unknown>>

/** Of a valid document with one operation. Fields whose selections are all left out are left out. */
export function expandedOperation(document: DocumentNode, variables: Values): OperationDefinitionNode {
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)
  if (!operation) throw new Error('The document has no operation')
  const selectionSet = expanded(operation.selectionSet, fragmentsOf(document), variables)
  return { ...operation, selectionSet }
}

function expanded(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  variables: Values,
): SelectionSetNode {
  const nodes = selections.flatMap((node): SelectionNode | [] => {
    if (!isIncluded(node, variables)) return []
    const { directives, ...kept } = node
    if (kept.kind === Kind.FIELD) {
      const own = directives?.filter(({ name }) => !conditions.has(name.value)) ?? []
      if (!kept.selectionSet) return { ...kept, directives: own }
      const selectionSet = expanded(kept.selectionSet, fragments, variables)
      return selectionSet.selections.length > 0 ? { ...kept, directives: own, selectionSet } : []
    }
    const fragment = kept.kind === Kind.INLINE_FRAGMENT ? kept : fragments.get(kept.name.value)
    if (!fragment) return []
    const selectionSet = expanded(fragment.selectionSet, fragments, variables)
    if (selectionSet.selections.length === 0) return []
    const { typeCondition } = fragment
    return { kind: Kind.INLINE_FRAGMENT, ...(typeCondition && { typeCondition }), selectionSet }
  })
  return { kind: Kind.SELECTION_SET, selections: nodes }
}

const conditions: ReadonlySet<string> = new Set(['include', 'skip'])

function isIncluded(node: SelectionNode, variables: Values): boolean {
  const { if: isSkipped } = getDirectiveValues(GraphQLSkipDirective, node, variables) ?? { if: false }
  const { if: isKept } = getDirectiveValues(GraphQLIncludeDirective, node, variables) ?? { if: true }
  return isSkipped !== true && isKept !== false
}
