/** The schema coordinates under which use of a part of the schema is stored. */
import { parseCoordinate } from '@samenhang/schema/check/coordinates'
import { HubError } from '@samenhang/subgraph-kit/errors'
import { didYouMean } from '@samenhang/subgraph-kit/did-you-mean'
import { isInterfaceType, isObjectType, isUnionType, type GraphQLSchema } from 'graphql'

/**
 * The coordinate itself and, where it names an interface or a member of one, those of the types that implement it; for a root type, which no field
 * returns, those of its fields. Throws HubError BAD_ARGUMENT where
 * the schema has no such part.
 */
export function storedCoordinates(coordinate: string, schema: GraphQLSchema): readonly string[] {
  const { type: typeName = '', member, argument } = parseCoordinate(coordinate)
  const type = schema.getType(typeName)
  if (!type || (member === undefined && argument !== undefined))
    throw unknownPart(coordinate, Object.keys(schema.getTypeMap()), typeName)
  if (member !== undefined && !hasMember(schema, typeName, member, argument))
    throw unknownPart(coordinate, membersOf(schema, typeName), `${typeName}.${member}`)
  if (member === undefined && rootsOf(schema).includes(type.name)) return membersOf(schema, typeName)
  const possible = isInterfaceType(type) || isUnionType(type) ? schema.getPossibleTypes(type) : []
  return [coordinate, ...possible.map(({ name }) => `${name}${coordinate.slice(typeName.length)}`)]
}

function rootsOf(schema: GraphQLSchema): readonly string[] {
  return [schema.getQueryType(), schema.getMutationType()].flatMap((type) => type?.name ?? [])
}

function hasMember(schema: GraphQLSchema, typeName: string, member: string, argument?: string): boolean {
  if (argument === undefined) return membersOf(schema, typeName).includes(`${typeName}.${member}`)
  const type = schema.getType(typeName)
  if (!isObjectType(type) && !isInterfaceType(type)) return false
  return type.getFields()[member]?.args.some(({ name }) => name === argument) ?? false
}

function membersOf(schema: GraphQLSchema, typeName: string): readonly string[] {
  const type = schema.getType(typeName)
  const names =
    type && 'getFields' in type
      ? Object.keys(type.getFields())
      : type && 'getValues' in type
        ? type.getValues().map(({ name }) => name)
        : []
  return names.map((name) => `${typeName}.${name}`)
}

function unknownPart(coordinate: string, known: readonly string[], near: string): HubError {
  return new HubError(
    'BAD_ARGUMENT',
    `The schema has no "${coordinate.slice(0, 100)}".${didYouMean(near, known)} A coordinate is a type, Type.field, Type.field(argument:) or Enum.VALUE.`,
  )
}
