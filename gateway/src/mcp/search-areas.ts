/** `search_areas`: codes of places by their names. */
import { getNamedType, isAbstractType, isObjectType, type GraphQLSchema } from 'graphql'
import { schemaOf } from '../openapi/variable-schemas.ts'
import { wholeData } from '../tables/problem.ts'
import { countIn, optionalTextIn, refuseUnknown, textIn, type Tool } from './tool.ts'

const most = { usual: 20, all: 50 }

/** Undefined where the graph has no such search. */
export function searchAreas(schema: GraphQLSchema): Tool | undefined {
  const field = schema.getQueryType()?.getFields()['searchAreas']
  const level = field?.args.find(({ name }) => name === 'level')
  if (!field || !level) return undefined
  const query = `query SearchAreas($name: String!, $level: ${level.type.toString()}, $within: ID, $first: Int!) { searchAreas(name: $name, level: $level, within: $within, first: $first) { totalCount nodes { __typename code name ${placesAround(schema)} } } }`
  return {
    name: 'search_areas',
    title: 'Search areas',
    description:
      'Finds areas by a part of their name, at one level or all. Gives the code of each, which get_figures and the operations take, and the areas that it lies in, since many share a name.',
    inputSchema: {
      type: 'object',
      properties: {
        name: { type: 'string', description: 'A part of the name; case and diacritics do not matter.' },
        level: schemaOf(level.type),
        within: { type: 'string', description: 'The code of an area that they lie in.' },
        limit: { type: 'integer', minimum: 1, maximum: most.all, default: most.usual },
      },
      required: ['name'],
      additionalProperties: false,
    },
    async call(given, { gateway, options }) {
      refuseUnknown(given, ['name', 'level', 'within', 'limit'])
      const variables = {
        name: textIn(given, 'name'),
        level: optionalTextIn(given, 'level') ?? null,
        within: optionalTextIn(given, 'within') ?? null,
        first: countIn(given, 'limit', most.usual, most.all),
      }
      const { searchAreas: found } = wholeData(
        await gateway.execute({ query, variables }, options),
      ) as unknown as {
        readonly searchAreas: { readonly totalCount: number; readonly nodes: readonly object[] }
      }
      return { areas: found.nodes, found: found.totalCount, isCut: found.totalCount > found.nodes.length }
    },
  }
}

/** For each kind of area the areas that it lies in, where these are fields without arguments. */
function placesAround(schema: GraphQLSchema): string {
  const area = schema.getType('Area')
  const kinds = isAbstractType(area) ? schema.getPossibleTypes(area) : []
  const names = new Set(kinds.map(({ name }) => name))
  return kinds
    .flatMap((kind) => {
      const around = Object.values(kind.getFields()).filter(({ type, args }) => {
        const named = getNamedType(type)
        return (
          args.length === 0 && isObjectType(named) && names.has(named.name) && !String(type).startsWith('[')
        )
      })
      const fields = around.map(({ name }) => `${name} { code name }`).join(' ')
      return around.length === 0 ? [] : `... on ${kind.name} { ${fields} }`
    })
    .join(' ')
}
