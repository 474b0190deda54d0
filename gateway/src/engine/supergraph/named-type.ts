/** The names of types: within a type reference, and of a field's type in a schema. */
import { getNamedType, Kind, type GraphQLSchema, type TypeNode } from 'graphql'

/** `Home` of `[Home!]!`. */
export function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type)
}

/** Empty where the schema has no such field. */
export function typeBelow(parent: string, field: string, schema: GraphQLSchema): string {
  const type = schema.getType(parent)
  const declared = type && 'getFields' in type ? type.getFields()[field] : undefined
  return declared ? getNamedType(declared.type).name : ''
}
