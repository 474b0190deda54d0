/**
 * Root fields that several subgraphs answer though not each knows every type that may come of them, such as `node` of an interface that each
 * implements with types of its own. Apollo's planner takes any of them, whose null may then stand for a thing of a type that it lacks. Where some know
 * all types, only those are asked; where none does, it is told what each lacks, so that a null is not taken for an answer.
 */
import {
  Kind,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type ObjectTypeDefinitionNode,
  type TypeNode,
} from 'graphql'
import { argumentsOf, graphNames, joinsOf } from './join-directives.ts'

export interface SharedRoots {
  readonly document: DocumentNode
  /** By subgraph and root field, `shops node`: the types that it lacks, though another that answers the field has them; where none has all. */
  readonly lacking: ReadonlyMap<string, readonly string[]>
}

export function shareRoots(document: DocumentNode): SharedRoots {
  const names = graphNames(document)
  const lacking = new Map<string, readonly string[]>()
  const settle = (query: ObjectTypeDefinitionNode, field: FieldDefinitionNode): FieldDefinitionNode => {
    const graphs = graphsOf(query, field)
    const known = new Map(graphs.map((graph) => [graph, typesKnownTo(graph, nameOf(field.type), document)]))
    const all = new Set([...known.values()].flatMap((types) => [...types]))
    const knowing = graphs.filter((graph) => known.get(graph)?.size === all.size)
    if (knowing.length === graphs.length) return field
    if (knowing.length > 0) return { ...field, directives: onlyOf(field, knowing) }
    for (const [graph, types] of known)
      lacking.set(
        `${names.get(graph) ?? ''} ${field.name.value}`,
        [...all].filter((type) => !types.has(type)),
      )
    return field
  }
  const definitions = document.definitions.map((node) =>
    node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === 'Query'
      ? { ...node, fields: (node.fields ?? []).map((field) => settle(node, field)) }
      : node,
  )
  return { document: { ...document, definitions }, lacking }
}

/** The subgraphs that answer a field: all that have its type, where it does not say which. */
function graphsOf(query: ObjectTypeDefinitionNode, field: FieldDefinitionNode): readonly string[] {
  const joins = joinsOf(field, 'join__field')
  if (joins.length === 0) return joinsOf(query, 'join__type').map(({ graph }) => String(graph))
  return joins
    .filter(({ graph, external, usedOverridden }) => graph && !external && !usedOverridden)
    .map(({ graph }) => String(graph))
}

/** The object types that a subgraph has of an interface or a union; none of any other type. */
function typesKnownTo(graph: string, name: string, { definitions }: DocumentNode): ReadonlySet<string> {
  const type = definitions.find((node) => 'name' in node && node.name.value === name)
  if (type?.kind === Kind.UNION_TYPE_DEFINITION) {
    const members = joinsOf(type, 'join__unionMember').filter((one) => one['graph'] === graph)
    return new Set(members.map(({ member }) => String(member)))
  }
  if (type?.kind !== Kind.INTERFACE_TYPE_DEFINITION) return new Set()
  // An interface object stands for every type behind the interface.
  const isWhole = joinsOf(type, 'join__type').some(
    (one) => one['graph'] === graph && one['isInterfaceObject'],
  )
  const implementing = definitions.filter((node): node is ObjectTypeDefinitionNode =>
    isImplementing(node, name, isWhole ? undefined : graph),
  )
  return new Set(implementing.map((node) => node.name.value))
}

function isImplementing(node: DefinitionNode, name: string, graph: string | undefined): boolean {
  if (node.kind !== Kind.OBJECT_TYPE_DEFINITION) return false
  return joinsOf(node, 'join__implements').some(
    (one) => one['interface'] === name && (graph === undefined || one['graph'] === graph),
  )
}

function onlyOf(field: FieldDefinitionNode, graphs: readonly string[]): readonly ConstDirectiveNode[] {
  const directives = field.directives ?? []
  const isJoin = (one: ConstDirectiveNode): boolean => one.name.value === 'join__field'
  if (directives.some(isJoin))
    return directives.filter((one) => !isJoin(one) || graphs.includes(String(argumentsOf(one)['graph'])))
  return [...directives, ...graphs.map(joinOf)]
}

function joinOf(graph: string): ConstDirectiveNode {
  return {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: 'join__field' },
    arguments: [
      {
        kind: Kind.ARGUMENT,
        name: { kind: Kind.NAME, value: 'graph' },
        value: { kind: Kind.ENUM, value: graph },
      },
    ],
  }
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type)
}
