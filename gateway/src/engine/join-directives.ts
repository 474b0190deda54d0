/** What the directives of a supergraph say, which composition writes: `@join__type(graph: A, key: "id")`. */
import { valueFromASTUntyped, visit, type ConstDirectiveNode, type DocumentNode } from 'graphql'

export function argumentsOf(directive: ConstDirectiveNode): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    (directive.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]),
  )
}

/** The arguments of each directive of this name. */
export function joinsOf(
  { directives = [] }: { readonly directives?: readonly ConstDirectiveNode[] | undefined },
  name: string,
): readonly Readonly<Record<string, unknown>>[] {
  return directives.filter((one) => one.name.value === name).map(argumentsOf)
}

/** The names of subgraphs by their values of the enum join__Graph. */
export function graphNames(document: DocumentNode): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  visit(document, {
    EnumValueDefinition(node) {
      const [graph] = joinsOf(node, 'join__graph')
      if (graph) names.set(node.name.value, String(graph['name']))
    },
  })
  return names
}
