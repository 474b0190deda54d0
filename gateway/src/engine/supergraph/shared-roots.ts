/**
 * Root fields that several subgraphs answer though not each knows every possible type, such as `node` of an
 * interface. Apollo's planner picks any of these subgraphs, whose null may then stand for an entity of a type
 * that it lacks. Where some subgraphs know all types, only those are asked; where none does, this reports
 * what each lacks, so that a null is not taken for an answer.
 */
import {
  Kind,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type ObjectTypeDefinitionNode,
} from 'graphql'
import { argumentsOf } from '@samenhang/subgraph-kit/directive-arguments'
import { graphNames, graphsOfField, membersIn } from './join-directives.ts'
import { namedType } from './named-type.ts'

export interface SharedRoots {
  readonly document: DocumentNode
  /** By subgraph and root field, `shops node`: the types that it lacks, though another that answers the field has them; where none has all. */
  readonly lacking: ReadonlyMap<string, readonly string[]>
}

export function shareRoots(document: DocumentNode): SharedRoots {
  const names = graphNames(document)
  const lacking = new Map<string, readonly string[]>()
  const settle = (query: ObjectTypeDefinitionNode, field: FieldDefinitionNode): FieldDefinitionNode => {
    const graphs = graphsOfField(query, field)
    const name = namedType(field.type)
    const type = document.definitions.find((node) => 'name' in node && node.name.value === name)
    const membersByGraph = new Map(
      graphs.map((graph) => [graph, membersIn(graph, type, document.definitions)]),
    )
    const all = new Set([...membersByGraph.values()].flatMap((types) => [...types]))
    const knowing = graphs.filter((graph) => membersByGraph.get(graph)?.size === all.size)
    if (knowing.length === graphs.length) return field
    if (knowing.length > 0) return { ...field, directives: onlyOf(field, knowing) }
    for (const [graph, types] of membersByGraph)
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

function onlyOf(field: FieldDefinitionNode, graphs: readonly string[]): readonly ConstDirectiveNode[] {
  const directives = field.directives ?? []
  const isJoin = (directive: ConstDirectiveNode): boolean => directive.name.value === 'join__field'
  if (directives.some(isJoin))
    return directives.filter(
      (directive) => !isJoin(directive) || graphs.includes(String(argumentsOf(directive)['graph'])),
    )
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
