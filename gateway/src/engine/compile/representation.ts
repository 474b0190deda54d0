/**
 * Builds the representations of entities: the type and key of an object, and the fields that the subgraph
 * requires. Promises that each entity is sent once in a fetch, however often it occurs in the answer, and
 * reports the objects that lack a required part.
 */
import { isAbstractType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql'
import { isData, mergedValue, type Data } from './data.ts'
import type { Rewrite } from './rewrite.ts'
import type { Types } from './types.ts'

/** A selection in the form that plans carry it. */
export interface Required {
  readonly kind: 'Field' | 'InlineFragment'
  readonly name?: string | undefined
  readonly alias?: string | undefined
  /** The name under which it is sent; its own by default. */
  readonly as?: string
  readonly typeCondition?: string | undefined
  readonly selections?: readonly Required[] | undefined
}

/** The representations of entities, each once, and the indexes of the given objects that each stands for. */
export interface Representations {
  readonly keys: readonly Data[]
  readonly indexes: readonly (readonly number[])[]
  /** The indexes of objects without a representation, because a part that the subgraph requires is missing. */
  readonly lacking: readonly number[]
}

export type Represent = (objects: readonly Data[]) => Representations

/** Null for an object of a type that is not asked for here. */
type Named = Data | 'lacking' | null

export function compileRepresent(required: readonly Required[], rewrite: Rewrite, types: Types): Represent {
  const nameFully = (object: Data): Named => {
    const named = select(object, required, types)
    if (!named) return 'lacking'
    if (!named['__typename']) return null
    rewrite(named)
    return named
  }
  const key = onlyKey(required)
  const nameByKey = key === null ? null : byTypeAndKey(key, nameFully)
  return (objects) => {
    const keys: Data[] = []
    const indexes: number[][] = []
    const lacking: number[] = []
    const indexesByIdentity = new Map<string, number[]>()
    for (let index = 0; index < objects.length; index += 1) {
      const object = objects[index]
      const named = object && (nameByKey ?? nameFully)(object)
      if (!named) continue
      if (named === 'lacking') {
        lacking.push(index)
        continue
      }
      const identity = objects.length === 1 ? '' : identityOf(named)
      const sameKey = indexesByIdentity.get(identity)
      if (sameKey) sameKey.push(index)
      else {
        const ofKey = [index]
        indexesByIdentity.set(identity, ofKey)
        keys.push(named)
        indexes.push(ofKey)
      }
    }
    return { keys, indexes, lacking }
  }
}

/** The field beside the name of the type, where nothing else is sent: the commonest by far. */
function onlyKey(required: readonly Required[]): string | null {
  const [fragment, ...rest] = required
  if (fragment?.kind !== 'InlineFragment' || rest.length > 0) return null
  const [name, key, ...more] = fragment.selections ?? []
  if (name?.kind !== 'Field' || name.name !== '__typename' || name.alias !== undefined) return null
  if (key?.kind !== 'Field' || more.length > 0 || key.alias !== undefined || key.selections) return null
  return key.name !== undefined && (key.as ?? key.name) === key.name && key.name !== '__proto__'
    ? key.name
    : null
}

/** Represents objects as `nameFully` does, but learns the type name from the first object of each type. */
function byTypeAndKey(key: string, nameFully: (object: Data) => Named): (object: Data) => Named {
  const typeNames = new Map<unknown, unknown>()
  const learn = (type: unknown): unknown => {
    const named = nameFully({ __typename: type, [key]: key })
    const isPlain = isData(named) && Object.keys(named).join() === `__typename,${key}` && named[key] === key
    const name = isPlain ? named['__typename'] : null
    // Names come from the supergraph, but for those of an answer that is wrong.
    if (typeNames.size < 100) typeNames.set(type, name)
    return name
  }
  return (object) => {
    const type = object['__typename']
    const value = object[key]
    const name = typeNames.has(type) ? typeNames.get(type) : learn(type)
    if (typeof value !== 'string' || typeof name !== 'string') return nameFully(object)
    return { __typename: name, [key]: value }
  }
}

/** A text that two representations share only if they are the same. */
export function identityOf(named: Data): string {
  let text = ''
  let count = 0
  for (const key in named) {
    const value = named[key]
    if ((count += 1) > 2 || typeof value !== 'string') return JSON.stringify(named)
    text += count === 1 ? `${key} ${value}` : `\n${key} ${value}`
  }
  return text
}

/** Null where a part is absent that this object should have. */
function select(source: Data, required: readonly Required[], types: Types): Data | null {
  const result = Object.create(null) as Data
  return selectInto(result, source, required, types) ? result : null
}

/** Selections may overlap: what they select of one object is laid together. */
function selectInto(result: Data, source: Data, required: readonly Required[], types: Types): boolean {
  for (const { kind, name = '', alias, as, typeCondition, selections } of required) {
    if (kind === 'InlineFragment') {
      const applies = typeCondition !== undefined && types.fits(source['__typename'], typeCondition)
      if (applies && !selectInto(result, source, selections ?? [], types)) return false
      continue
    }
    const key = alias ?? name
    const value = source[key]
    if (value === undefined) return false
    const sentKey = as === undefined || as === name ? key : as
    const selected = selections ? selectWithin(value, selections, types) : value
    if (selected === undefined) return false
    const present = result[sentKey]
    if (typeof present === 'object' && present !== null && selections)
      result[sentKey] = mergedValue(present, selected, types.isObject)
    else result[sentKey] = selected
  }
  return true
}

/** `undefined` where a part is absent. */
function selectWithin(value: unknown, selections: readonly Required[], types: Types): unknown {
  if (!Array.isArray(value)) return isData(value) ? (select(value, selections, types) ?? undefined) : value
  const items = value.map((item) => selectWithin(item, selections, types))
  return items.includes(undefined) ? undefined : items
}

export function typesOf(schema: GraphQLSchema): Types {
  const namesByCondition = new Map<string, ReadonlySet<unknown>>()
  const namesOf = (condition: string): ReadonlySet<unknown> => {
    const type = schema.getType(condition)
    const below = isAbstractType(type)
      ? Object.values(schema.getTypeMap()).filter(
          (candidate) =>
            (isObjectType(candidate) || isInterfaceType(candidate)) && schema.isSubType(type, candidate),
        )
      : []
    return new Set([condition, ...below.map(({ name }) => name)])
  }
  return {
    fits(typeName, condition) {
      let names = namesByCondition.get(condition)
      if (!names) namesByCondition.set(condition, (names = namesOf(condition)))
      return names.has(typeName)
    },
    isObject: (name) => typeof name === 'string' && isObjectType(schema.getType(name)),
  }
}
