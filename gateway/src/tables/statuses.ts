/**
 * The status of a figure: why it is null, told beside it. An object has figures that can be missing where it has a list `missing` with the field and the
 * reason of each.
 */
import {
  getNamedType,
  isEnumType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  type GraphQLSchema,
} from 'graphql'
import { hasFields } from './paging.ts'
import type { SelectedField } from './selection.ts'

/** There is a figure. */
export const valueStatus = 'VALUE'
/** There is none, and nothing in the answer says why: no figures of this kind are known of this place. */
export const unavailableStatus = 'UNAVAILABLE'

export const missingField = 'missing'

/** Where the status of a column is read, from the element that its row is made of. */
export interface StatusSource {
  /** The keys to the object with the figure. */
  readonly path: readonly string[]
  /** The type of that object. */
  readonly parent: string
  /** The field that `missing` names. */
  readonly field: string
}

/** Whether objects of this type tell what they miss. */
export function tellsMissing(typeName: string, schema: GraphQLSchema): boolean {
  const type = schema.getType(typeName)
  if (!isObjectType(type) && !isInterfaceType(type)) return false
  return hasFields(type.getFields()[missingField]?.type, ['field', 'reason'])
}

/** Where the status of this field is; undefined where it is never missing, or nothing would say so. */
export function statusOf(
  { name, parent, field }: SelectedField,
  path: readonly string[],
  schema: GraphQLSchema,
): StatusSource | undefined {
  if (!field || isNonNullType(field.type) || !tellsMissing(parent, schema)) return undefined
  return { path, parent, field: name }
}

/** All that a status of objects of this type can be. */
export function statusesOf(typeName: string, schema: GraphQLSchema): readonly string[] {
  const type = schema.getType(typeName)
  const missing = isObjectType(type) ? getNamedType(type.getFields()[missingField]?.type ?? type) : undefined
  const reason = isObjectType(missing) ? missing.getFields()['reason'] : undefined
  const reasons = reason && getNamedType(reason.type)
  const names = isEnumType(reasons) ? reasons.getValues().map((value) => value.name) : []
  return [...new Set([valueStatus, ...names, unavailableStatus])]
}
