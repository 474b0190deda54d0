/**
 * Which fields and types a caller may have. A field needs what its own rule says, and the rules of its type,
 * of the type it returns, of its arguments and of every field that it requires, so that it never brings along
 * what its caller may not see. Rules belong to object types: an interface has none of its own, and a field of
 * an interface has the rule of the object that is returned.
 */
import type { Access } from '@samenhang/subgraph-kit/caller'
import { isAllowed, type Rules } from '@samenhang/subgraph-kit/access/rules'
import {
  getNamedType,
  isCompositeType,
  isInputObjectType,
  isObjectType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql'
import { joinsOf } from '../engine/supergraph/join-directives.ts'
import { nothingRefused, type Refusals, type Subjects } from '../engine/document/filter.ts'
import { requiredFields } from './required-fields.ts'

export interface Permissions {
  /** Every object type, and field of one, that has a rule to meet. */
  readonly coordinates: readonly string[]
  /** The types whose reads are logged by subject: types with a key and with protected fields, and that key. */
  readonly subjects: Subjects
  /** Whether this access allows an object type or a field of one. */
  allows(coordinate: string, access: Access): boolean
  /** The scopes that this access lacks for it: of several ways to have it, those of the way with the fewest missing. */
  scopesLacking(coordinate: string, access: Access): readonly string[]
  /** What this access allows, as a short text: empty where it allows nothing that carries a rule. */
  keyOf(access: Access): string
  /** What this key does not allow. */
  refusals(key: string): Refusals
}

/** Over the types of the supergraph. */
export function permissionsOf(schema: GraphQLSchema, rules: Rules): Permissions {
  const rulesByField =
    rules.size === 0 ? new Map<string, ReadonlySet<string>>() : rulesByCoordinate(schema, rules)
  const coordinates = [...rulesByField.keys()]
  const positions = new Map(coordinates.map((coordinate, index) => [coordinate, index]))
  const keys = new WeakMap<Access, string>()
  const allows = (coordinate: string, access: Access): boolean =>
    [...(rulesByField.get(coordinate) ?? [])].every((ruled) => {
      const rule = rules.get(ruled)
      return rule === undefined || isAllowed(rule, ruled, access)
    })
  const makeKey = (access: Access): string => {
    const bits = new Uint8Array(Math.ceil(coordinates.length / 8))
    for (const [index, coordinate] of coordinates.entries())
      if (allows(coordinate, access)) bits[index >> 3] = (bits[index >> 3] ?? 0) | (1 << (index & 7))
    return bits.some((byte) => byte !== 0) ? Buffer.from(bits).toString('base64url') : ''
  }
  return {
    coordinates,
    subjects: subjectsOf(schema, coordinates),
    allows,
    scopesLacking(coordinate, { scopes }) {
      const lacking = [...(rulesByField.get(coordinate) ?? [])].flatMap((ruled) => {
        const missing = (rules.get(ruled)?.scopes ?? []).map((all) =>
          all.filter((scope) => !scopes.has(scope)),
        )
        return missing.sort((a, b) => a.length - b.length)[0] ?? []
      })
      return [...new Set(lacking)].sort()
    },
    keyOf(access) {
      let key = keys.get(access)
      if (key === undefined) keys.set(access, (key = makeKey(access)))
      return key
    },
    refusals(key) {
      if (coordinates.length === 0) return nothingRefused
      const bits = Buffer.from(key, 'base64url')
      const isRefused = (coordinate: string): boolean => {
        const index = positions.get(coordinate)
        return index !== undefined && ((bits[index >> 3] ?? 0) & (1 << (index & 7))) === 0
      }
      return { type: isRefused, field: (type, field) => isRefused(`${type}.${field}`) }
    },
  }
}

/** Types that have a key of one field and a protected field. */
function subjectsOf(schema: GraphQLSchema, coordinates: readonly string[]): Subjects {
  const names = new Set(coordinates.map((coordinate) => coordinate.split('.', 1)[0] ?? ''))
  const subjects = new Map<string, string>()
  for (const name of names) {
    const type = schema.getType(name)
    if (!isObjectType(type)) continue
    const keys = joinsOf(type.astNode, 'join__type').map(({ key }) => key)
    const key = keys.find(
      (field): field is string => typeof field === 'string' && Object.hasOwn(type.getFields(), field),
    )
    if (key !== undefined) subjects.set(name, key)
  }
  return subjects
}

/** For each object type and field with rules, the coordinates of these rules. */
function rulesByCoordinate(schema: GraphQLSchema, rules: Rules): ReadonlyMap<string, ReadonlySet<string>> {
  const byCoordinate = new Map<string, ReadonlySet<string>>()
  const objects = Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'),
  )
  for (const type of objects) {
    if (rules.has(type.name)) byCoordinate.set(type.name, new Set([type.name]))
    for (const field of Object.values(type.getFields())) {
      const ruled = new Set<string>()
      collect(type, field, { schema, ruled, seen: new Set() })
      const withRule = [...ruled].filter((coordinate) => rules.has(coordinate))
      if (withRule.length > 0) byCoordinate.set(`${type.name}.${field.name}`, new Set(withRule))
    }
  }
  return byCoordinate
}

interface RuleCollection {
  readonly schema: GraphQLSchema
  readonly ruled: Set<string>
  readonly seen: Set<string>
}

function collect(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  collection: RuleCollection,
): void {
  const coordinate = `${type.name}.${field.name}`
  if (collection.seen.has(coordinate)) return
  collection.seen.add(coordinate)
  collection.ruled.add(type.name).add(coordinate)
  const returned = getNamedType(field.type)
  if (isObjectType(returned) || !isCompositeType(returned)) collection.ruled.add(returned.name)
  for (const { type: argumentType } of field.args) collectInput(getNamedType(argumentType), collection)
  for (const [owner, required] of requiredFields(type, field, collection.schema))
    collect(owner, required, collection)
}

/** A caller that may not see a type of value may not filter or sort by it either. */
function collectInput(type: GraphQLNamedType, collection: RuleCollection): void {
  if (collection.ruled.has(type.name)) return
  collection.ruled.add(type.name)
  if (!isInputObjectType(type)) return
  for (const field of Object.values(type.getFields())) collectInput(getNamedType(field.type), collection)
}
