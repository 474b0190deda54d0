/**
 * What of a caller's access a subgraph is told: the scopes that its own slice asks for, and of what the purpose covers its own fields. A subgraph
 * without rules learns of no caller at all.
 */
import type { Rules } from '@samenhang/subgraph-kit/access/rules'
import { publicAccess, type Access } from '@samenhang/subgraph-kit/caller'
import {
  getDirectiveValues,
  isEnumType,
  type ASTNode,
  type ConstDirectiveNode,
  type GraphQLSchema,
} from 'graphql'

/** The part of an access that is this subgraph's. The same access gives the same object. */
export type Narrow = (subgraph: string, access: Access) => Access

interface Slice {
  readonly scopes: ReadonlySet<string>
  readonly coordinates: ReadonlySet<string>
}

/** Over the types of the supergraph. */
export function narrowingBy(schema: GraphQLSchema, rules: Rules): Narrow {
  const slices = new Map([...graphsIn(schema)].map(([graph, name]) => [name, sliceOf(graph, schema, rules)]))
  const known = new WeakMap<Access, Map<string, Access>>()
  return (subgraph, access) => {
    if (access === publicAccess) return access
    const bySubgraph = known.get(access) ?? new Map<string, Access>()
    let narrowed = bySubgraph.get(subgraph)
    if (!narrowed) {
      narrowed = part(access, slices.get(subgraph))
      known.set(access, bySubgraph.set(subgraph, narrowed))
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
  const inType = graphsOf(type?.astNode, 'join__type', schema)
  if (!inType.includes(graph)) return false
  if (fieldName === undefined || !type || !('getFields' in type)) return true
  const inField = graphsOf(type.getFields()[fieldName]?.astNode, 'join__field', schema)
  return inField.length === 0 || inField.includes(graph)
}

/** The graphs that a type or field is joined to. */
function graphsOf(
  node: (ASTNode & { readonly directives?: readonly ConstDirectiveNode[] | undefined }) | null | undefined,
  directiveName: string,
  schema: GraphQLSchema,
): readonly string[] {
  const directive = schema.getDirective(directiveName)
  if (!directive) return []
  return (node?.directives ?? []).flatMap((applied) => {
    if (applied.name.value !== directiveName) return []
    const graph = getDirectiveValues(directive, { directives: [applied] })?.['graph']
    return typeof graph === 'string' ? graph : []
  })
}

/** The names of subgraphs by their values of the enum join__Graph. */
function graphsIn(schema: GraphQLSchema): ReadonlyMap<string, string> {
  const graphs = schema.getType('join__Graph')
  const directive = schema.getDirective('join__graph')
  if (!isEnumType(graphs) || !directive) return new Map()
  return new Map(
    graphs
      .getValues()
      .map(({ name, astNode }) => [
        name,
        String((astNode && getDirectiveValues(directive, astNode))?.['name'] ?? ''),
      ]),
  )
}
