/** The name within a type as a text has it: `Home` of `[Home!]!`. */
import { Kind, type TypeNode } from 'graphql'

export function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type)
}
