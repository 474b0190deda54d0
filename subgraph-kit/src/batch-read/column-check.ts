/** Whether a value from a column is one of its type in the schema as it stands: then nothing has to be made of it. */
import {
  getNullableType,
  isEnumType,
  isListType,
  isNonNullType,
  type GraphQLEnumType,
  type GraphQLOutputType,
} from 'graphql'

export type Check = (value: unknown) => boolean

const byName: Readonly<Record<string, Check>> = {
  Int: (value) => typeof value === 'number' && (value | 0) === value,
  Float: (value) => typeof value === 'number' && Number.isFinite(value),
  String: (value) => typeof value === 'string',
  ID: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
}

/** The check of a type of the schema, nulls included; null for a type that a column cannot hold. */
export function checkOf(type: GraphQLOutputType): Check | null {
  const inner = getNullableType(type)
  if (isListType(inner)) return null
  const check = isEnumType(inner) ? checkOfEnum(inner) : byName[inner.toString()]
  if (!check) return null
  return isNonNullType(type) ? check : (value) => value === null || check(value)
}

/** Only names that stand for themselves. */
function checkOfEnum(type: GraphQLEnumType): Check {
  const names = new Set<unknown>(
    type.getValues().flatMap(({ name, value }) => (name === value ? [name] : [])),
  )
  return (value) => names.has(value)
}
