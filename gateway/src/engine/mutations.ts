/**
 * Mutations that a client asks twice, under two response keys, are run twice: each is marked with its client's key, so that it is planned and
 * read under a response key of its own (response-keys.ts). The mark is no directive of any schema and so goes no further than the plan's text.
 */
import {
  Kind,
  OperationTypeNode,
  visit,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql'

/** A document with one operation. */
export function mutationsApart(document: DocumentNode): DocumentNode {
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)
  if (operation?.operation !== OperationTypeNode.MUTATION) return document
  const mutations = rootFields(operation.selectionSet, document)
  return visit(document, {
    Field: (node) =>
      node.alias && mutations.has(node)
        ? { ...node, directives: [...(node.directives ?? []), markOf(node.alias.value)] }
        : undefined,
  })
}

function rootFields(selectionSet: SelectionSetNode, { definitions }: DocumentNode): ReadonlySet<FieldNode> {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const node of definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node)
  const found = new Set<FieldNode>()
  const reached = new Set<string>()
  const walk = ({ selections }: SelectionSetNode): void => {
    for (const one of selections) {
      if (one.kind === Kind.FIELD) found.add(one)
      else if (one.kind === Kind.INLINE_FRAGMENT) walk(one.selectionSet)
      else if (!reached.has(one.name.value)) {
        reached.add(one.name.value)
        const fragment = fragments.get(one.name.value)
        if (fragment) walk(fragment.selectionSet)
      }
    }
  }
  walk(selectionSet)
  return found
}

function markOf(responseKey: string): DirectiveNode {
  return {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: 'hub__as' },
    arguments: [
      {
        kind: Kind.ARGUMENT,
        name: { kind: Kind.NAME, value: 'key' },
        value: { kind: Kind.STRING, value: responseKey },
      },
    ],
  }
}
