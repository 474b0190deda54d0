/** The fields and arguments of object types and interfaces, as coordinates: those that a subgraph serves, and those that a supergraph asks it for. */
import {
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  type ArgumentNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
} from 'graphql'
import { graphsOfField, graphsOfType, joinsOf } from '../engine/supergraph/join-directives.ts'

/** Such as `CareProfile.youthCareShare` and `Area.care(period:)`. */
export type Coordinates = ReadonlySet<string>

/** Those in the text of a slice, as a subgraph says it by `_service { sdl }`. Throws where it is no GraphQL. */
export function coordinatesInSdl(sdl: string): Coordinates {
  const found = new Set<string>()
  for (const node of parse(sdl, { noLocation: true }).definitions)
    if (
      node.kind === Kind.OBJECT_TYPE_DEFINITION ||
      node.kind === Kind.OBJECT_TYPE_EXTENSION ||
      node.kind === Kind.INTERFACE_TYPE_DEFINITION ||
      node.kind === Kind.INTERFACE_TYPE_EXTENSION
    )
      for (const field of node.fields ?? []) add(found, node.name.value, field)
  return found
}

/** Those of a schema that is served in this process. */
export function coordinatesInSchema(schema: GraphQLSchema): Coordinates {
  const found = new Set<string>()
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue
    for (const { name, args } of Object.values(type.getFields())) {
      found.add(`${type.name}.${name}`)
      for (const { name: argument } of args) found.add(argumentIn(`${type.name}.${name}`, argument))
    }
  }
  return found
}

export interface SliceInSupergraph {
  /** What the subgraph is asked for. */
  readonly resolved: Coordinates
  /** That, and what is in its slice for keys and requirements only. */
  readonly all: Coordinates
}

/** The slice of a subgraph, given as its value of join__Graph, in the types of a supergraph. */
export function sliceIn(supergraph: GraphQLSchema, graph: string): SliceInSupergraph {
  const resolved = new Set<string>()
  const all = new Set<string>()
  for (const type of Object.values(supergraph.getTypeMap())) {
    const node = type.astNode
    if (node?.kind !== Kind.OBJECT_TYPE_DEFINITION && node?.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue
    if (!graphsOfType(node).includes(graph)) continue
    for (const field of node.fields ?? []) {
      const joins = joinsOf(field, 'join__field')
      if (joins.length > 0 && !joins.some((join) => join['graph'] === graph)) continue
      add(all, type.name, field)
      if (graphsOfField(node, field).includes(graph)) add(resolved, type.name, field)
    }
  }
  return { resolved, all }
}

export function argumentIn(field: string, argument: ArgumentNode['name']['value']): string {
  return `${field}(${argument}:)`
}

function add(found: Set<string>, type: string, field: FieldDefinitionNode): void {
  const coordinate = `${type}.${field.name.value}`
  found.add(coordinate)
  for (const { name } of field.arguments ?? []) found.add(argumentIn(coordinate, name.value))
}
