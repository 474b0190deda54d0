/** The fields of an object with figures that tell of which period they are, and from where. */
import { getNamedType, isLeafType, isObjectType, type GraphQLSchema } from 'graphql'

export const originFields = { period: 'period', source: 'source' } as const

/** What of the source of figures of this type can be read without arguments; undefined where it has no source. */
export function sourceFieldsOf(typeName: string, schema: GraphQLSchema): readonly string[] | undefined {
  const type = schema.getType(typeName)
  const source = isObjectType(type) ? type.getFields()[originFields.source] : undefined
  const named = source && getNamedType(source.type)
  if (!isObjectType(named)) return undefined
  return Object.values(named.getFields())
    .filter((field) => field.args.length === 0 && isLeafType(getNamedType(field.type)))
    .map(({ name }) => name)
}

/** Whether the period of figures of this type, where it has one, is a number. */
export function hasYears(typeName: string, schema: GraphQLSchema): boolean {
  const type = schema.getType(typeName)
  const period = isObjectType(type) ? type.getFields()[originFields.period] : undefined
  return !period || getNamedType(period.type).name === 'Int'
}
