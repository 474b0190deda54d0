/**
 * The JSON of scalars and enums. A value of the wrong type is reported and becomes null: a subgraph may send
 * anything.
 */
import { isEnumType, type GraphQLEnumType, type GraphQLNamedType } from 'graphql'
import { exactDigits, exactJson } from '../../json/exact-numbers.ts'
import type { Trail } from './trail.ts'

type WriteLeaf = (value: unknown, trail: Trail) => string
type Tell = (trail: Trail, message: string) => void

const isWhole = (value: unknown): boolean => typeof value === 'number' && Number.isInteger(value)

export const isInt = (value: unknown): boolean => typeof value === 'number' && (value | 0) === value

const builtIn: Readonly<Record<string, (value: unknown) => boolean>> = {
  Int: isInt,
  Float: (value) => typeof value === 'number' && Number.isFinite(value),
  String: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  ID: (value) => typeof value === 'string' || isWhole(value),
}

/** `whole` is the type as subgraphs know it: a value of it that clients do not see is null to them. */
export function scalarWriter(
  type: GraphQLNamedType,
  supergraphType: GraphQLNamedType | undefined,
  report: Tell,
): WriteLeaf {
  const fits = isEnumType(type) ? fitsEnum(type) : builtIn[type.name]
  const isId = type.name === 'ID'
  const isHidden = isEnumType(supergraphType) ? fitsEnum(supergraphType) : undefined
  return (value, trail) => {
    if (value === null || value === undefined) return 'null'
    if (fits?.(value) === false) {
      if (!isHidden?.(value)) report(trail, `It is no ${type.name}.`)
      return 'null'
    }
    // Subgraphs may keep ids as numbers; to clients an id is a text.
    if (isId) return quoted(String(value))
    if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'null'
    if (typeof value === 'string') return exactDigits(value) ?? quoted(value)
    return exactJson(JSON.stringify(value))
  }
}

/** Whether a value is written as it stands, with nothing to report; null is not asked for. */
export function isWritable(type: GraphQLNamedType): (value: unknown) => boolean {
  if (isEnumType(type)) return fitsEnum(type)
  const fits = type.name === 'ID' ? builtIn['String'] : builtIn[type.name]
  return (
    fits ??
    ((value) =>
      (typeof value === 'string' && exactDigits(value) === undefined) ||
      typeof value === 'boolean' ||
      (typeof value === 'number' && Number.isFinite(value)))
  )
}

function fitsEnum(type: GraphQLEnumType): (value: unknown) => boolean {
  const names = new Set<unknown>(type.getValues().map(({ name }) => name))
  return (value) => names.has(value)
}

const escaped = /["\\\u0000-\u001f\ud800-\udfff]/

function quoted(text: string): string {
  return escaped.test(text) ? JSON.stringify(text) : `"${text}"`
}
