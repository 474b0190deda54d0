/** The subgraphs that fields belong to, by the supergraph: whose data was read. */
import { isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql'
import { graphNames, joinsOf } from '../engine/supergraph/join-directives.ts'

/** The names of the subgraphs that answer these fields, each once, by name: without the gateway's own. `Query` fields count for what is below them only. */
export type DomainsOf = (coordinates: readonly string[]) => readonly string[]

/** `own` are the subgraphs that keep nothing of anybody but logs of it. */
export function domainsIn(schema: GraphQLSchema, own: readonly string[]): DomainsOf {
  const graphs = graphNames(schema.getType('join__Graph')?.astNode)
  const domainsByKey = new Map<string, readonly string[]>()
  const domainsOf = (coordinate: string): readonly string[] => {
    const [typeName = '', fieldName = ''] = coordinate.split('.')
    const type = schema.getType(typeName)
    if (!(isObjectType(type) || isInterfaceType(type)) || type === schema.getQueryType()) return []
    const onField = joinsOf(type.getFields()[fieldName]?.astNode, 'join__field')
    const joins = onField.length > 0 ? onField : joinsOf(type.astNode, 'join__type')
    return joins
      .filter(({ external }) => external !== true)
      .flatMap(({ graph }) => graphs.get(String(graph)) ?? [])
  }
  // Whoever asks again brings the same list.
  const last = new WeakMap<readonly string[], readonly string[]>()
  const domainsOfAll = (coordinates: readonly string[]): readonly string[] => {
    const graphs = new Set<string>()
    for (const coordinate of coordinates) {
      let domains = domainsByKey.get(coordinate)
      if (!domains) domainsByKey.set(coordinate, (domains = domainsOf(coordinate)))
      for (const domain of domains) if (!own.includes(domain)) graphs.add(domain)
    }
    return [...graphs].sort()
  }
  return (coordinates) => {
    let domains = last.get(coordinates)
    if (!domains) last.set(coordinates, (domains = domainsOfAll(coordinates)))
    return domains
  }
}
