/**
 * The part of a caller's access that a subgraph receives: the scopes that its slice uses, and the covered
 * fields that it has. A subgraph without rules learns nothing of the caller.
 */
import type { Rules } from '@samenhang/subgraph-kit/access/rules'
import { publicAccess, type Access } from '@samenhang/subgraph-kit/caller'
import type { GraphQLSchema } from 'graphql'
import { graphNames, joinsOf } from '../engine/supergraph/join-directives.ts'

/** The part of an access that is this subgraph's. The same access gives the same object. */
export type Narrow = (subgraph: string, access: Access) => Access

interface Slice {
  readonly scopes: ReadonlySet<string>
  readonly coordinates: ReadonlySet<string>
}

/** Over the types of the supergraph. */
export function narrowingBy(schema: GraphQLSchema, rules: Rules): Narrow {
  const slices = new Map(
    [...graphNames(schema.getType('join__Graph')?.astNode)].map(([graph, name]) => [
      name,
      sliceOf(graph, schema, rules),
    ]),
  )
  const narrowedAccess = new WeakMap<Access, Map<string, Access>>()
  return (subgraph, access) => {
    if (access === publicAccess) return access
    const bySubgraph = narrowedAccess.get(access) ?? new Map<string, Access>()
    let narrowed = bySubgraph.get(subgraph)
    if (!narrowed) {
      narrowed = part(access, slices.get(subgraph))
      narrowedAccess.set(access, bySubgraph.set(subgraph, narrowed))
    }
    return narrowed
  }
}

function part(access: Access, slice: Slice | undefined): Access {
  if (!slice || slice.coordinates.size === 0) return publicAccess
  const types = new Set([...slice.coordinates].map((coordinate) => coordinate.split('.', 1)[0]))
  const isHere = (pattern: string): boolean => {
    const [type, field] = pattern.split('.')
    return field === '*' ? types.has(type) : slice.coordinates.has(pattern)
  }
  return {
    ...access,
    scopes: new Set([...access.scopes].filter((scope) => slice.scopes.has(scope))),
    covers: access.covers.filter(isHere),
  }
}

/** The rules that stand in the slice of a graph: those of its types, and of the fields that it has or names. */
function sliceOf(graph: string, schema: GraphQLSchema, rules: Rules): Slice {
  const coordinates = new Set<string>()
  const scopes = new Set<string>()
  for (const [coordinate, rule] of rules) {
    if (!isInGraph(coordinate, graph, schema)) continue
    coordinates.add(coordinate)
    for (const scope of rule.scopes.flat()) scopes.add(scope)
  }
  return { coordinates, scopes }
}

function isInGraph(coordinate: string, graph: string, schema: GraphQLSchema): boolean {
  const [typeName = '', fieldName] = coordinate.split('.')
  const type = schema.getType(typeName)
  const inType = graphsOf(type?.astNode, 'join__type')
  if (!inType.includes(graph)) return false
  if (fieldName === undefined || !type || !('getFields' in type)) return true
  const inField = graphsOf(type.getFields()[fieldName]?.astNode, 'join__field')
  return inField.length === 0 || inField.includes(graph)
}

/** The graphs that a type or field is joined to; a field may be joined to none by name. */
function graphsOf(node: Parameters<typeof joinsOf>[0], directive: string): readonly string[] {
  return joinsOf(node, directive).flatMap(({ graph }) => (typeof graph === 'string' ? graph : []))
}
