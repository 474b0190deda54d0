/** The subgraphs that fields are of, as the supergraph says: whose data were read. */
import { getDirectiveValues, isInterfaceType, isObjectType, type ASTNode, type GraphQLSchema } from 'graphql'

/** The names of the subgraphs that answer these fields, each once, by name: without the gateway's own. `Query` fields count for what is below them only. */
export type DomainsOf = (coordinates: readonly string[]) => readonly string[]

/** `own` are the subgraphs that keep nothing of anybody but logs of it. */
export function domainsIn(schema: GraphQLSchema, own: readonly string[]): DomainsOf {
  const graphs = namesOfGraphs(schema)
  const known = new Map<string, readonly string[]>()
  const domainsOf = (coordinate: string): readonly string[] => {
    const [typeName = '', fieldName = ''] = coordinate.split('.')
    const type = schema.getType(typeName)
    if (!(isObjectType(type) || isInterfaceType(type)) || type === schema.getQueryType()) return []
    const onField = joinsOf(schema, 'join__field', type.getFields()[fieldName]?.astNode)
    const joins = onField.length > 0 ? onField : joinsOf(schema, 'join__type', type.astNode)
    return joins
      .filter(({ external }) => external !== true)
      .flatMap(({ graph }) => graphs.get(String(graph)) ?? [])
  }
  // Whoever asks again brings the same list.
  const last = new WeakMap<readonly string[], readonly string[]>()
  const domainsOfAll = (coordinates: readonly string[]): readonly string[] => {
    const found = new Set<string>()
    for (const coordinate of coordinates) {
      let domains = known.get(coordinate)
      if (!domains) known.set(coordinate, (domains = domainsOf(coordinate)))
      for (const domain of domains) if (!own.includes(domain)) found.add(domain)
    }
    return [...found].sort()
  }
  return (coordinates) => {
    let domains = last.get(coordinates)
    if (!domains) last.set(coordinates, (domains = domainsOfAll(coordinates)))
    return domains
  }
}

function joinsOf(
  schema: GraphQLSchema,
  name: string,
  node:
    | (ASTNode & {
        readonly directives?: readonly { readonly name: { readonly value: string } }[] | undefined
      })
    | null
    | undefined,
): readonly Readonly<Record<string, unknown>>[] {
  const directive = schema.getDirective(name)
  if (!directive || !node) return []
  return (node.directives ?? [])
    .filter((one) => one.name.value === name)
    .map((one) => getDirectiveValues(directive, { directives: [one as never] }) ?? {})
}

function namesOfGraphs(schema: GraphQLSchema): ReadonlyMap<string, string> {
  const graphs = schema.getType('join__Graph')
  const directive = schema.getDirective('join__graph')
  if (!graphs || !directive || !('getValues' in graphs)) return new Map()
  return new Map(
    graphs.getValues().flatMap(({ name, astNode }) => {
      const { name: subgraph } = (astNode && getDirectiveValues(directive, astNode)) ?? {}
      return typeof subgraph === 'string' ? [[name, subgraph] as const] : []
    }),
  )
}
