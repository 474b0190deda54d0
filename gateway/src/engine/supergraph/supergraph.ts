/**
 * Reads a composed supergraph: its types with their join directives, and the URLs of its subgraphs. Apollo
 * derives the API schema.
 */
import { ConfigError } from '@samenhang/subgraph-kit/config-error'
import { buildASTSchema, getDirectiveValues, isEnumType, parse, type GraphQLSchema } from 'graphql'

export function supergraphSchema(sdl: string): GraphQLSchema {
  return buildASTSchema(parse(sdl), { assumeValidSDL: true })
}

/** The URLs of the subgraphs by name, from the enum `join__Graph`. Throws ConfigError where one has none. */
export function subgraphUrlsIn(sdl: string): ReadonlyMap<string, URL> {
  const schema = supergraphSchema(sdl)
  const graphs = schema.getType('join__Graph')
  const directive = schema.getDirective('join__graph')
  if (!isEnumType(graphs) || !directive)
    throw new ConfigError('This is no supergraph: it has no join__Graph.')
  return new Map(
    graphs.getValues().map(({ name, astNode }) => {
      const { name: subgraph, url } = (astNode && getDirectiveValues(directive, astNode)) ?? {}
      if (typeof subgraph === 'string' && typeof url === 'string' && URL.canParse(url))
        return [subgraph, new URL(url)]
      throw new ConfigError(`The supergraph gives no URL for ${name}.`)
    }),
  )
}
