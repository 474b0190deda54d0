/**
 * The parts of a document that an operation uses: its fragments and variables. The rest is not sent, because
 * subgraphs refuse unused variables.
 */
import {
  Kind,
  visit,
  type ASTNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from 'graphql'
import { fragmentsOf } from './fragments.ts'

/** The document with one operation, by its name where there are several, and the fragments that it reaches. */
export function onlyOperation(document: DocumentNode, name: string | undefined): DocumentNode {
  const { definitions } = document
  const operations = definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION)
  if (operations.length === 1) return document
  const operation = operations.find((node) => node.name?.value === name)
  if (!operation) return { ...document, definitions: [] }
  const fragments = fragmentsOf({ definitions })
  const reached = new Set<FragmentDefinitionNode>()
  const reach = (node: ASTNode): void => {
    visit(node, {
      FragmentSpread(spread) {
        const fragment = fragments.get(spread.name.value)
        if (!fragment || reached.has(fragment)) return
        reached.add(fragment)
        reach(fragment)
      },
    })
  }
  reach(operation)
  return { ...document, definitions: [operation, ...reached] }
}

/** The operation without the variables that it does not use; and the names of those that it does. */
export function onlyUsedVariables(operation: OperationDefinitionNode): {
  readonly operation: OperationDefinitionNode
  readonly names: ReadonlySet<string>
} {
  const names = new Set<string>()
  visit(operation.selectionSet, { Variable: ({ name }) => void names.add(name.value) })
  const variableDefinitions = (operation.variableDefinitions ?? []).filter(({ variable }) =>
    names.has(variable.name.value),
  )
  return { operation: { ...operation, variableDefinitions }, names }
}
