/**
 * @skip and @include, decided before planning: the operation for these values of its conditions, without any
 * condition. A selection that becomes empty is an empty object in the answer; for the planner, which needs a
 * field to fetch, it is `__typename`.
 */
import {
  GraphQLError,
  Kind,
  type DirectiveNode,
  type DocumentNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql'
import { fragmentsOf, oncePerFragment } from './fragments.ts'

type Values = Readonly<Record<string, unknown>>

/** The variables that decide over @skip and @include; null where nothing does. */
export function conditionsOf(document: DocumentNode): readonly string[] | null {
  const names = new Set<string>()
  const conditions: DirectiveNode[] = []
  visit(document, {
    Directive(node) {
      if (!isCondition(node)) return
      conditions.push(node)
      const value = node.arguments?.[0]?.value
      if (value?.kind === Kind.VARIABLE) names.add(value.name.value)
    },
  })
  return conditions.length > 0 ? [...names] : null
}

/** What is wrong with the values of these variables: `if` may not be null, though a variable with a default may. */
export function undecided(
  names: readonly string[],
  values: Values,
  { variableDefinitions = [] }: OperationDefinitionNode,
): readonly GraphQLError[] {
  return names
    .filter((name) => typeof values[name] !== 'boolean')
    .map((name) => {
      const nodes = variableDefinitions.filter(({ variable }) => variable.name.value === name)
      return new GraphQLError(
        `Variable "$${name}" of non-null type "Boolean!" must not be null: it decides over @skip or @include.`,
        { nodes },
      )
    })
}

/** The document with the conditions decided by these values. `filler` stands where nothing is left of a selection. */
export function decideConditions(
  document: DocumentNode,
  values: Values,
  filler: readonly SelectionNode[],
): DocumentNode {
  const fragments = fragmentsOf(document)
  const decideFragment: (name: string) => readonly SelectionNode[] = oncePerFragment(
    fragments,
    [],
    (fragment) => decideSelections(fragment.selectionSet),
  )
  const decideSelections = ({ selections }: SelectionSetNode): readonly SelectionNode[] =>
    selections.flatMap((node): SelectionNode | readonly SelectionNode[] => {
      if (!isIncluded(node.directives, values)) return []
      const directives = (node.directives ?? []).filter((directive) => !isCondition(directive))
      if (node.kind === Kind.FRAGMENT_SPREAD)
        return decideFragment(node.name.value).length > 0 ? { ...node, directives } : []
      if (node.kind === Kind.FIELD) {
        if (!node.selectionSet) return { ...node, directives }
        const remaining = decideSelections(node.selectionSet)
        return { ...node, directives, selectionSet: selectionSet(remaining.length > 0 ? remaining : filler) }
      }
      const remaining = decideSelections(node.selectionSet)
      return remaining.length > 0 ? { ...node, directives, selectionSet: selectionSet(remaining) } : []
    })
  const operations = document.definitions
    .filter((node) => node.kind === Kind.OPERATION_DEFINITION)
    .map((node): OperationDefinitionNode => {
      const remaining = decideSelections(node.selectionSet)
      return { ...node, selectionSet: selectionSet(remaining.length > 0 ? remaining : filler) }
    })
  const remainingFragments = [...fragments.values()].flatMap((node) => {
    const selections = decideFragment(node.name.value)
    return selections.length > 0 ? { ...node, selectionSet: selectionSet(selections) } : []
  })
  return { ...document, definitions: [...operations, ...remainingFragments] }
}

/** What the planner is given where nothing is left. */
export const typeNameOnly: readonly SelectionNode[] = [
  { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } },
]

function selectionSet(selections: readonly SelectionNode[]): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections }
}

export function isCondition({ name }: DirectiveNode): boolean {
  return name.value === 'skip' || name.value === 'include'
}

function isIncluded(directives: readonly DirectiveNode[] | undefined, values: Values): boolean {
  return (directives ?? []).filter(isCondition).every((directive) => {
    const value = directive.arguments?.[0]?.value
    const holds =
      value?.kind === Kind.VARIABLE
        ? values[value.name.value] === true
        : value?.kind === Kind.BOOLEAN && value.value
    return directive.name.value === 'include' ? holds : !holds
  })
}
