/**
 * Reads the join directives of a composed supergraph, such as `@join__type(graph: A, key: "id")`. A subgraph
 * is identified by its value of the enum join__Graph.
 */
import { argumentsOf } from '@samenhang/subgraph-kit/directive-arguments'
import {
  Kind,
  visit,
  type ASTNode,
  type ConstDirectiveNode,
  type DefinitionNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
} from 'graphql'

interface Directed {
  readonly directives?: readonly ConstDirectiveNode[] | undefined
}

/** The arguments of each directive of this name, as far as they are written out. */
export function joinsOf(
  node: Directed | null | undefined,
  name: string,
): readonly Readonly<Record<string, unknown>>[] {
  return (node?.directives ?? []).filter((directive) => directive.name.value === name).map(argumentsOf)
}

/** The subgraphs that have a type. */
export function graphsOfType(type: Directed): readonly string[] {
  return joinsOf(type, 'join__type').map(({ graph }) => String(graph))
}

/** The subgraphs that resolve a field of this type: all that have the type, where the field does not say which. */
export function graphsOfField(type: Directed, field: FieldDefinitionNode): readonly string[] {
  const joins = joinsOf(field, 'join__field')
  if (joins.length === 0) return graphsOfType(type)
  return joins
    .filter(({ graph, external, usedOverridden, override, overrideLabel }) => {
      // Under a label the field stays where it was (override-labels.ts).
      const isElsewhere = overrideLabel === undefined ? usedOverridden : override
      return graph && !external && !isElsewhere
    })
    .map(({ graph }) => String(graph))
}

/** The object types that a subgraph has of a union or an interface, among all `types`; none of any other type. */
export function membersIn(
  graph: string,
  type: DefinitionNode | undefined,
  types: Iterable<DefinitionNode>,
): ReadonlySet<string> {
  if (type?.kind === Kind.UNION_TYPE_DEFINITION) {
    const members = joinsOf(type, 'join__unionMember').filter((join) => join['graph'] === graph)
    return new Set(members.map(({ member }) => String(member)))
  }
  if (type?.kind !== Kind.INTERFACE_TYPE_DEFINITION) return new Set()
  // An interface object stands for every type behind the interface.
  const isWhole = isInterfaceObjectIn(graph, type)
  const members = new Set<string>()
  for (const object of types) {
    if (object.kind !== Kind.OBJECT_TYPE_DEFINITION) continue
    const isMember = joinsOf(object, 'join__implements').some(
      (join) => join['interface'] === type.name.value && (isWhole || join['graph'] === graph),
    )
    if (isMember) members.add(object.name.value)
  }
  return members
}

export function isInterfaceObjectIn(graph: string, type: Directed): boolean {
  return joinsOf(type, 'join__type').some(
    (join) => join['graph'] === graph && join['isInterfaceObject'] === true,
  )
}

/** The names of subgraphs by their values of the enum join__Graph, which is this or in this. */
export function graphNames(node: ASTNode | null | undefined): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  if (!node) return names
  visit(node, {
    EnumValueDefinition(value) {
      const [graph] = joinsOf(value, 'join__graph')
      if (graph) names.set(value.name.value, String(graph['name']))
    },
  })
  return names
}

/** The values of the enum join__Graph by the names of subgraphs. */
export function graphsByName(supergraph: GraphQLSchema): (subgraph: string) => string {
  const names = graphNames(supergraph.getType('join__Graph')?.astNode)
  const graphs = new Map([...names].map(([graph, name]) => [name, graph]))
  return (subgraph) => graphs.get(subgraph) ?? ''
}
