/**
 * Writes the text of the answer directly from the data of a plan, in the order of the client's selection and
 * under the client's response keys; the data has those of the hub (response-keys.ts). Compiled once for an
 * operation, type by type as types occur. Promises GraphQL's completion: a value of the wrong type is null
 * with an error, a null in a non-null position makes its parent null, and nothing is left out silently: each
 * such path is reported once. Only a value that clients cannot see (a type, a value of an enum) is no error
 * where it may be null.
 */
import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql'
import { objectsOf } from '../document/canonical.ts'
import { isData, type Data, type Path } from '../compile/data.ts'
import { refusesField, type Refusals } from '../document/filter.ts'
import { isInt, scalarWriter } from './write-scalar.ts'
import { responseKeyOf } from '../document/response-keys.ts'
import type { Incomplete, RefusedPlace, Trail } from './trail.ts'
import { collectFields, type Fragments, type SelectionSets } from '../document/selection.ts'

export interface Written {
  /** JSON; null where a null took the whole answer along. */
  readonly text: string | null
  readonly incomplete: readonly Incomplete[]
  readonly refused: readonly RefusedPlace[]
  /** Places of which the data say nothing; looked for only where that is asked. */
  readonly absent: readonly Path[] | null
}

export type Writer = (data: Data, findAbsent?: boolean) => Written

/** Gives the JSON of a value; `undefined` where it is null and may not be. */
type Complete = (value: unknown, trail: Trail) => string | undefined

interface FieldWriter {
  /** `{"key":` or `,"key":` */
  readonly opening: string
  /** The client's response key. */
  readonly key: string
  /** The key under which the data have it. */
  readonly from: string
  readonly complete: Complete | null
  /** Where it is a number, the commonest by far: whether one is of its type, and whether it may be null instead. */
  readonly isNumber: ((value: number) => boolean) | null
  readonly mayBeNull: boolean
  readonly rootOnly: boolean
}

type WriteObject = (data: Data, trail: Trail) => string

export interface Selected {
  readonly schema: GraphQLSchema
  /** All that subgraphs may give, which is more than clients see. */
  readonly supergraph: GraphQLSchema
  readonly fragments: Fragments
  /** What the caller may not have. */
  readonly refusals: Refusals
}

/** The writer of an operation whose root selects this. */
export function compileWriter(root: GraphQLCompositeType, sets: SelectionSets, selected: Selected): Writer {
  const writeRoot = objectWriter(root, sets, selected, true)
  return (data, findAbsent = false) => {
    const trail: Trail = { path: [], incomplete: [], refused: [], absent: findAbsent ? [] : null }
    const text = writeRoot(data, trail)
    return { ...trail, text: text === 'null' ? null : text }
  }
}

function objectWriter(
  type: GraphQLCompositeType,
  sets: SelectionSets,
  selected: Selected,
  isRoot = false,
): WriteObject {
  let fields: readonly FieldWriter[] | undefined
  return (data, trail) => {
    fields ??= fieldsOf(type, sets, selected, isRoot)
    let text = ''
    for (const { opening, key, from, complete, isNumber, mayBeNull, rootOnly } of fields) {
      if (complete === null) {
        const name = typeNameOf(data, type, selected.schema)
        if (name === undefined) return wrong(trail, 'No subgraph that was asked knows its type.')
        text += `${opening}"${name}"`
        continue
      }
      const value = data[from]
      if (isNumber !== null && (typeof value === 'number' ? isNumber(value) : value === null && mayBeNull)) {
        text += opening + String(value)
        continue
      }
      trail.path.push(key)
      if (value === undefined) trail.absent?.push([...trail.path])
      if (rootOnly && value === undefined) report(trail, 'No subgraph was asked, or none answered.')
      const written = complete(value, trail)
      trail.path.pop()
      if (written === undefined) return 'null'
      text += opening + written
    }
    return text === '' ? '{}' : `${text}}`
  }
}

const numbers: Readonly<Record<string, (value: number) => boolean>> = {
  Int: isInt,
  Float: Number.isFinite,
}

function fieldsOf(
  type: GraphQLCompositeType,
  sets: SelectionSets,
  selected: Selected,
  isRoot: boolean,
): readonly FieldWriter[] {
  const fields = [...collectFields(type, sets, selected)]
  return fields.map(([key, nodes], index) => {
    const name = nodes[0]?.name.value ?? ''
    const isRefused = refusesField(type, name, selected)
    const fieldType = 'getFields' in type ? type.getFields()[name]?.type : undefined
    return {
      opening: `${index === 0 ? '{' : ','}${JSON.stringify(key)}:`,
      key,
      from: nodes[0] ? responseKeyOf(nodes[0]) : key,
      complete: completeField(type, nodes, selected),
      isNumber: isRefused || !fieldType ? null : (numbers[getNullableType(fieldType).toString()] ?? null),
      mayBeNull: !isNonNullType(fieldType),
      rootOnly: isRoot && !isRefused,
    }
  })
}

function completeField(
  type: GraphQLCompositeType,
  nodes: readonly FieldNode[],
  selected: Selected,
): Complete | null {
  const name = nodes[0]?.name.value ?? ''
  if (name === '__typename') return null
  const field = 'getFields' in type ? type.getFields()[name] : undefined
  if (!field) throw new Error(`${type.name} has no field ${name}`)
  if (refusesField(type, name, selected)) return refusal(`${type.name}.${name}`, isNonNullType(field.type))
  const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? [])
  return completeType(field.type, sets, selected)
}

function refusal(coordinate: string, isNonNull: boolean): Complete {
  return (_value, { path, refused }) => {
    refused.push({ path: [...path], coordinate })
    return isNonNull ? undefined : 'null'
  }
}

function completeType(type: GraphQLOutputType, sets: SelectionSets, selected: Selected): Complete {
  if (isNonNullType(type)) return nonNull(completeType(getNullableType(type), sets, selected))
  if (isListType(type)) return list(completeType(type.ofType, sets, selected))
  if (isCompositeType(type)) return composite(type, sets, selected)
  const leaf = getNamedType(type)
  return scalarWriter(leaf, selected.supergraph.getType(leaf.name), report)
}

function nonNull(inner: Complete): Complete {
  return (value, trail) => {
    const before = trail.incomplete.length + trail.refused.length
    const text = inner(value, trail)
    if (text !== 'null') return text
    if (trail.incomplete.length + trail.refused.length === before) report(trail, 'It is null and may not be.')
    return undefined
  }
}

function list(item: Complete): Complete {
  return (value, trail) => {
    if (value === null || value === undefined) return 'null'
    if (!Array.isArray(value)) return wrong(trail, 'It is no list.')
    let text = '['
    let isComplete = true
    const { path } = trail
    const depth = path.length
    for (let index = 0; index < value.length; index += 1) {
      path[depth] = index
      const written = item(value[index], trail)
      if (written === undefined) isComplete = false
      else text += index === 0 ? written : `,${written}`
    }
    path.length = depth
    return isComplete ? `${text}]` : 'null'
  }
}

function composite(type: GraphQLCompositeType, sets: SelectionSets, selected: Selected): Complete {
  const declared = objectWriter(type, sets, selected)
  const byName = new Map<unknown, WriteObject>()
  const isAbstract = isAbstractType(type)
  let needsType: boolean | undefined
  return (value, trail) => {
    if (value === null || value === undefined) return 'null'
    if (!isData(value)) return wrong(trail, 'It is no object.')
    if (!isAbstract) return declared(value, trail)
    const name = value['__typename']
    if (typeof name === 'string' && selected.refusals.type(name)) {
      trail.refused.push({ path: [...trail.path], coordinate: name })
      return 'null'
    }
    let write = byName.get(name)
    if (!write) {
      const runtime = typeof name === 'string' ? selected.schema.getType(name) : undefined
      // For a client there is nothing here: to say more would tell of what it does not see.
      if (!runtime && typeof name === 'string' && selected.supergraph.getType(name)) return 'null'
      if (name !== undefined && !isCompositeType(runtime))
        return wrong(trail, 'Its type is not one of the graph.')
      if (!isObjectType(runtime) && (needsType ??= hasTyped(type, sets, selected)))
        return wrong(trail, 'Its type is not known.')
      write = isCompositeType(runtime) && runtime !== type ? objectWriter(runtime, sets, selected) : declared
      byName.set(name, write)
    }
    return write(value, trail)
  }
}

/** Whether what is selected depends on the type that an object has. */
export function hasTyped(type: GraphQLCompositeType, sets: SelectionSets, selected: Selected): boolean {
  const common = collectFields(type, sets, selected)
  return objectsOf(type, selected.schema).some((object) =>
    [...collectFields(object, sets, selected)].some(
      ([key, nodes]) => nodes.length !== (common.get(key)?.length ?? 0),
    ),
  )
}

/** Undefined where it is not known, or clients do not see it. */
export function typeNameOf(
  data: Data,
  type: GraphQLCompositeType,
  schema: GraphQLSchema,
): string | undefined {
  if (isObjectType(type)) return type.name
  const name = data['__typename']
  return typeof name === 'string' && isObjectType(schema.getType(name)) ? name : undefined
}

function wrong(trail: Trail, message: string): 'null' {
  report(trail, message)
  return 'null'
}

function report({ path, incomplete }: Trail, message: string): void {
  incomplete.push({ path: [...path], message })
}
