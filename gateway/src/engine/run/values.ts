/**
 * The answer of an operation as values instead of text, for what reads it here: under the client's response keys, as `write.ts` would write it. Only an
 * answer of which nothing must be said is given so: everything that is selected is there, of its type, and null only where it may be. All else is for
 * the writer to complete and to report. Objects that need no change are those of the data: they may not be written into.
 */
import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLOutputType,
} from 'graphql'
import { isData, type Data } from '../compile/data.ts'
import { refusesField } from '../document/filter.ts'
import { responseKeyOf } from '../document/response-keys.ts'
import { collectFields, type SelectionSets } from '../document/selection.ts'
import { isWritable } from './write-scalar.ts'
import { hasTyped, typeNameOf, type Selected } from './write.ts'

/** Gives the value; undefined where the writer must. */
type Read = (value: unknown) => unknown

export type Values = (data: Data) => Data | undefined

interface FieldReader {
  readonly key: string
  /** The key under which the data have it. */
  readonly from: string
  /** Null for the name of the type. */
  readonly read: Read | null
}

/** An object that has nothing of Object's prototype, and is as quick to read as any. */
const Bare = function () {} as unknown as new () => Data
Bare.prototype = Object.create(null) as object

/** The values of an operation whose root selects this. */
export function compileValues(root: GraphQLCompositeType, sets: SelectionSets, selected: Selected): Values {
  return objectValues(root, sets, selected)
}

function objectValues(type: GraphQLCompositeType, sets: SelectionSets, selected: Selected): Values {
  let fields: readonly FieldReader[] | undefined
  let isSame = false
  return (data) => {
    if (!fields) {
      fields = fieldsOf(type, sets, selected)
      isSame = fields.every(({ key, from, read }) => key === from && read !== null)
    }
    let copy: Data | null = isSame ? null : new Bare()
    for (let index = 0; index < fields.length; index += 1) {
      const field = fields[index]
      if (!field) break
      const value = field.read ? data[field.from] : typeNameOf(data, type, selected.schema)
      const read = field.read ? field.read(value) : value
      if (read === undefined) return undefined
      if (copy === null && read !== value) copy = copied(data, fields, index)
      if (copy !== null) copy[field.key] = read
    }
    return copy ?? data
  }
}

/** The fields before this one, which are the same. */
function copied(data: Data, fields: readonly FieldReader[], end: number): Data {
  const copy = new Bare()
  for (const { key } of fields.slice(0, end)) copy[key] = data[key]
  return copy
}

function fieldsOf(
  type: GraphQLCompositeType,
  sets: SelectionSets,
  selected: Selected,
): readonly FieldReader[] {
  return [...collectFields(type, sets, selected)].map(([key, nodes]) => {
    const name = nodes[0]?.name.value ?? ''
    const from = nodes[0] ? responseKeyOf(nodes[0]) : key
    if (name === '__typename') return { key, from, read: null }
    const field = 'getFields' in type ? type.getFields()[name] : undefined
    if (!field || refusesField(type, name, selected)) return { key, from, read: theWriters }
    const inner = nodes.flatMap(({ selectionSet }) => selectionSet ?? [])
    return { key, from, read: valueOf(field.type, inner, selected) }
  })
}

const theWriters: Read = () => undefined

function valueOf(type: GraphQLOutputType, sets: SelectionSets, selected: Selected): Read {
  const inner = innerValueOf(getNullableType(type), sets, selected)
  return isNonNullType(type)
    ? (value) => (value === null ? undefined : inner(value))
    : (value) => (value === null ? null : inner(value))
}

function innerValueOf(type: GraphQLOutputType, sets: SelectionSets, selected: Selected): Read {
  if (isListType(type)) return listOf(valueOf(type.ofType, sets, selected))
  if (isCompositeType(type)) return compositeOf(type, sets, selected)
  const fits = isWritable(getNamedType(type))
  return (value) => (fits(value) ? value : undefined)
}

function listOf(item: Read): Read {
  return (value) => {
    if (!Array.isArray(value)) return undefined
    let copy: unknown[] | null = null
    for (let index = 0; index < value.length; index += 1) {
      const own: unknown = value[index]
      const read = item(own)
      if (read === undefined) return undefined
      if (copy === null && read !== own) copy = value.slice(0, index)
      if (copy !== null) copy.push(read)
    }
    return copy ?? (value as readonly unknown[])
  }
}

function compositeOf(type: GraphQLCompositeType, sets: SelectionSets, selected: Selected): Read {
  if (!isAbstractType(type)) {
    const read = objectValues(type, sets, selected)
    return (value) => (isData(value) ? read(value) : undefined)
  }
  const byName = new Map<unknown, Values>()
  return (value) => {
    if (!isData(value)) return undefined
    const name = value['__typename']
    let read = byName.get(name)
    if (!read) {
      const runtime = typeof name === 'string' ? selected.schema.getType(name) : undefined
      const isUntyped = name === undefined && !hasTyped(type, sets, selected)
      if (!isUntyped && (!isObjectType(runtime) || selected.refusals.type(runtime.name))) return undefined
      byName.set(name, (read = objectValues(isObjectType(runtime) ? runtime : type, sets, selected)))
    }
    return read(value)
  }
}
