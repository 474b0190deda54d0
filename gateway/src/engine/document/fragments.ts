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

/**
 * A value for each fragment by its name, computed once however often the fragment is spread. Within itself a fragment has `initial`, and so has a name
 * without a fragment.
 */
export function oncePerFragment<Value>(
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  initial: Value,
  compute: (fragment: FragmentDefinitionNode) => Value,
): (name: string) => Value {
  const values = new Map<string, Value>()
  return (name) => {
    if (values.has(name)) return values.get(name) as Value
    values.set(name, initial)
    const fragment = fragments.get(name)
    if (fragment) values.set(name, compute(fragment))
    return values.get(name) as Value
  }
}
