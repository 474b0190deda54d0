/**
 * Which fields and types a caller may have. A field asks for what its own rule, that of its type, of what it returns, of its arguments, and of all
 * that it requires say, so that a field never brings along what its caller may not see. Rules are told apart by object type: an interface has
 * none of its own, and whoever asks through one meets the rule of the object that is there.
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
  /** Every object type and field of one that asks for anything. */
  readonly coordinates: readonly string[]
  /** The types whose objects a record is kept of: each with its key, and fields that ask for something. */
  readonly subjects: Subjects
  /** Whether this access allows an object type or a field of one. */
  allows(coordinate: string, access: Access): boolean
  /** The scopes that this access lacks for it: of several ways to have it, those of the way with the fewest missing. */
  scopesLacking(coordinate: string, access: Access): readonly string[]
  /** What this access allows, as a short text: empty where it allows nothing that carries a rule. */
  keyOf(access: Access): string
  /** What may not be had with this key. */
  refusals(key: string): Refusals
}

/** Over the types of the supergraph. */
export function permissionsOf(schema: GraphQLSchema, rules: Rules): Permissions {
  const asked = rules.size === 0 ? new Map<string, ReadonlySet<string>>() : askedRules(schema, rules)
  const coordinates = [...asked.keys()]
  const positions = new Map(coordinates.map((coordinate, index) => [coordinate, index]))
  const keys = new WeakMap<Access, string>()
  const allows = (coordinate: string, access: Access): boolean =>
    [...(asked.get(coordinate) ?? [])].every((place) => {
      const rule = rules.get(place)
      return rule === undefined || isAllowed(rule, place, access)
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
      const lacking = [...(asked.get(coordinate) ?? [])].flatMap((place) => {
        const ways = (rules.get(place)?.scopes ?? []).map((all) => all.filter((one) => !scopes.has(one)))
        return ways.sort((a, b) => a.length - b.length)[0] ?? []
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

/** Types with a key of one field, some field of which asks for anything. */
function subjectsOf(schema: GraphQLSchema, coordinates: readonly string[]): Subjects {
  const names = new Set(coordinates.map((coordinate) => coordinate.split('.', 1)[0] ?? ''))
  const subjects = new Map<string, string>()
  for (const name of names) {
    const type = schema.getType(name)
    if (!isObjectType(type)) continue
    const keys = joinsOf(type.astNode, 'join__type').map(({ key }) => key)
    const key = keys.find(
      (one): one is string => typeof one === 'string' && Object.hasOwn(type.getFields(), one),
    )
    if (key !== undefined) subjects.set(name, key)
  }
  return subjects
}

/** For each object type and field that asks for anything, the places whose rules it asks to be met. */
function askedRules(schema: GraphQLSchema, rules: Rules): ReadonlyMap<string, ReadonlySet<string>> {
  const asked = new Map<string, ReadonlySet<string>>()
  const objects = Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'),
  )
  for (const type of objects) {
    if (rules.has(type.name)) asked.set(type.name, new Set([type.name]))
    for (const field of Object.values(type.getFields())) {
      const places = new Set<string>()
      collect(type, field, { schema, places, seen: new Set() })
      const withRule = [...places].filter((place) => rules.has(place))
      if (withRule.length > 0) asked.set(`${type.name}.${field.name}`, new Set(withRule))
    }
  }
  return asked
}

interface Collecting {
  readonly schema: GraphQLSchema
  readonly places: Set<string>
  readonly seen: Set<string>
}

function collect(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  collecting: Collecting,
): void {
  const coordinate = `${type.name}.${field.name}`
  if (collecting.seen.has(coordinate)) return
  collecting.seen.add(coordinate)
  collecting.places.add(type.name).add(coordinate)
  const returned = getNamedType(field.type)
  if (isObjectType(returned) || !isCompositeType(returned)) collecting.places.add(returned.name)
  for (const { type: given } of field.args) collectInput(getNamedType(given), collecting)
  for (const [owner, required] of requiredFields(type, field, collecting.schema))
    collect(owner, required, collecting)
}

/** Who may not see a kind of value may not filter or sort by it either. */
function collectInput(type: GraphQLNamedType, collecting: Collecting): void {
  if (collecting.places.has(type.name)) return
  collecting.places.add(type.name)
  if (!isInputObjectType(type)) return
  for (const field of Object.values(type.getFields())) collectInput(getNamedType(field.type), collecting)
}
