/** The named fragments of a document. */
import { Kind, type DocumentNode, type FragmentDefinitionNode } from 'graphql'

/** By name. */
export function fragmentsOf({
  definitions,
}: Pick<DocumentNode, 'definitions'>): ReadonlyMap<string, FragmentDefinitionNode> {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const node of definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node)
  return fragments
}
