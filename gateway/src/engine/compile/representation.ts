/**
 * How an object of the answer is named to a subgraph that has more of it: its type and its key, and what the subgraph requires besides.
 * Promises each thing named once in a fetch, however often it stands in the answer; and says which objects lack a part of what is needed.
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

/** The names of things, and at which of the given objects each is meant. */
export interface Representations {
  readonly distinct: readonly Data[]
  readonly holders: readonly (readonly number[])[]
  /** Which of the given objects cannot be named, since a part of what the subgraph needs is absent. */
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
    const distinct: Data[] = []
    const holders: number[][] = []
    const lacking: number[] = []
    const places = new Map<string, number[]>()
    for (let index = 0; index < objects.length; index += 1) {
      const object = objects[index]
      const named = object && (nameByKey ?? nameFully)(object)
      if (!named) continue
      if (named === 'lacking') {
        lacking.push(index)
        continue
      }
      const identity = objects.length === 1 ? '' : identityOf(named)
      const known = places.get(identity)
      if (known) known.push(index)
      else {
        const holding = [index]
        places.set(identity, holding)
        distinct.push(named)
        holders.push(holding)
      }
    }
    return { distinct, holders, lacking }
  }
}

/** The field beside the name of the type, where nothing else is sent: the commonest by far. */
function onlyKey(required: readonly Required[]): string | null {
  const [fragment, ...others] = required
  if (fragment?.kind !== 'InlineFragment' || others.length > 0) return null
  const [name, key, ...more] = fragment.selections ?? []
  if (name?.kind !== 'Field' || name.name !== '__typename' || name.alias !== undefined) return null
  if (key?.kind !== 'Field' || more.length > 0 || key.alias !== undefined || key.selections) return null
  return key.name !== undefined && (key.as ?? key.name) === key.name && key.name !== '__proto__'
    ? key.name
    : null
}

/** Names things as `nameFully` does, having learnt from the first of each type under which name the others go. */
function byTypeAndKey(key: string, nameFully: (object: Data) => Named): (object: Data) => Named {
  const sent = new Map<unknown, unknown>()
  const learn = (type: unknown): unknown => {
    const named = nameFully({ __typename: type, [key]: key })
    const isPlain = isData(named) && Object.keys(named).join() === `__typename,${key}` && named[key] === key
    const name = isPlain ? named['__typename'] : null
    // Names come from the supergraph, but for those of an answer that is wrong.
    if (sent.size < 100) sent.set(type, name)
    return name
  }
  return (object) => {
    const type = object['__typename']
    const value = object[key]
    const name = sent.has(type) ? sent.get(type) : learn(type)
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
    const sent = as === undefined || as === name ? key : as
    const selected = selections ? selectWithin(value, selections, types) : value
    if (selected === undefined) return false
    const present = result[sent]
    if (typeof present === 'object' && present !== null && selections)
      result[sent] = mergedValue(present, selected, types.isObject)
    else result[sent] = selected
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
  const known = new Map<string, ReadonlySet<unknown>>()
  const namesOf = (condition: string): ReadonlySet<unknown> => {
    const type = schema.getType(condition)
    const below = isAbstractType(type)
      ? Object.values(schema.getTypeMap()).filter(
          (one) => (isObjectType(one) || isInterfaceType(one)) && schema.isSubType(type, one),
        )
      : []
    return new Set([condition, ...below.map(({ name }) => name)])
  }
  return {
    fits(typeName, condition) {
      let names = known.get(condition)
      if (!names) known.set(condition, (names = namesOf(condition)))
      return names.has(typeName)
    },
    isObject: (name) => typeof name === 'string' && isObjectType(schema.getType(name)),
  }
}
