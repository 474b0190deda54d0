/**
 * How an object of the answer is named to a subgraph that has more of it: its type and its key, and what the subgraph requires besides.
 * Promises each thing named once in a fetch, however often it stands in the answer; and nothing for an object that lacks a part of its name.
 */
import { isAbstractType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql'
import { isData, type Data } from './data.ts'
import type { Rewrite } from './rewrite.ts'

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
}

export type Represent = (objects: readonly Data[]) => Representations

export function compileRepresent(required: readonly Required[], rewrite: Rewrite, types: Types): Represent {
  const name = (object: Data): Data | null => {
    const named = select(object, required, types)
    if (!named?.['__typename']) return null
    rewrite(named)
    return named
  }
  return (objects) => {
    const distinct: Data[] = []
    const holders: number[][] = []
    const places = new Map<string, number[]>()
    for (const [index, object] of objects.entries()) {
      const named = name(object)
      if (!named) continue
      const key = objects.length === 1 ? '' : identityOf(named)
      const known = places.get(key)
      if (known) known.push(index)
      else {
        const places1 = [index]
        places.set(key, places1)
        distinct.push(named)
        holders.push(places1)
      }
    }
    return { distinct, holders }
  }
}

/** A text that two representations share only if they are the same. */
export function identityOf(named: Data): string {
  const keys = Object.keys(named)
  const value = named[keys[1] ?? '']
  // The commonest by far: a type and one key.
  return keys.length === 2 && keys[0] === '__typename' && typeof value === 'string'
    ? `${String(named['__typename'])}\n${keys[1] ?? ''}\n${value}`
    : JSON.stringify(named)
}

function select(source: Data, required: readonly Required[], types: Types): Data | null {
  const result = Object.create(null) as Data
  for (const { kind, name = '', alias, as, typeCondition, selections } of required) {
    if (kind === 'InlineFragment') {
      if (typeCondition === undefined || !types.fits(source['__typename'], typeCondition)) continue
      Object.assign(result, select(source, selections ?? [], types))
      continue
    }
    const key = alias ?? name
    const value = source[key]
    if (value === undefined) return null
    result[as === undefined || as === name ? key : as] = selections
      ? selectWithin(value, selections, types)
      : value
  }
  return result
}

function selectWithin(value: unknown, selections: readonly Required[], types: Types): unknown {
  if (Array.isArray(value)) return value.map((item) => selectWithin(item, selections, types))
  return isData(value) ? select(value, selections, types) : value
}

/** What has to be known of the types of a supergraph to run plans. */
export interface Types {
  /** Whether an object of the type named meets a condition on a type. */
  fits(typeName: unknown, condition: string): boolean
  /** Whether a type of this name is an object's, and no interface's. */
  isObject(name: unknown): boolean
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
