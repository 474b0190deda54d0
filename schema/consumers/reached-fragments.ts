/** The fragments that an operation uses, also by others. */
import { visit, type ASTNode, type FragmentDefinitionNode } from 'graphql'

export interface Reached {
  readonly reached: readonly FragmentDefinitionNode[]
  /** The names of those that there are none of. */
  readonly missing: readonly string[]
}

export function reachedFragments(
  operation: ASTNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Reached {
  const reached = new Map<string, FragmentDefinitionNode>()
  const missing = new Set<string>()
  const reach = (node: ASTNode): void => {
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value)
        if (!fragment) missing.add(name.value)
        else if (!reached.has(name.value)) {
          reached.set(name.value, fragment)
          reach(fragment)
        }
      },
    })
  }
  reach(operation)
  return { reached: [...reached.values()], missing: [...missing] }
}
