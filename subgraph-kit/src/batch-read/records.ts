/**
 * Reads what a fetch asks of the records of subjects at once: one statement of the asked columns, without a resolver called. What may be read
 * so follows from the resolvers themselves (subject-records.ts, from-columns.ts); every other field, and every value that is not of its type, is left
 * to graphql-js. Whether it may be asked was looked at before (access/enforce.ts).
 */
import {
  getNullableType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionNode,
} from 'graphql'
import { checkOf } from './column-check.ts'
import { isProperty, plainFields } from './plain-fields.ts'
import type { Answer } from './rows-by-key.ts'
import { andThen, type PromiseOrValue } from '../async/promise-or-value.ts'
import { recordShapeOf } from '../persons/declared-resolvers.ts'
import { fromColumnsOf } from '../persons/from-columns.ts'
import type { Asker, SubjectReader } from '../persons/subject-reader.ts'

/** The answers for these root ids, in their order; null as a whole where graphql-js must say. */
export type SubjectRead = (
  rootIds: readonly string[],
  asker: Asker,
) => PromiseOrValue<readonly (Answer | null)[] | null>

/** Where a value is not of its type. */
const mismatch = Symbol('other')
type Complete = (value: unknown) => unknown

interface RecordsOptions {
  readonly schema: GraphQLSchema
  readonly subjects: SubjectReader
}

/** What a value has of which a part is made: its properties, in this schema. */
interface Within {
  readonly schema: GraphQLSchema
  has(property: string): boolean
}

/** Records of this type themselves, null for none. */
export function compileRecords(
  type: GraphQLOutputType | undefined,
  selections: readonly SelectionNode[] | undefined,
  { schema, subjects }: RecordsOptions,
): SubjectRead | null {
  if (!isObjectType(type) || !selections) return null
  const properties = new Set<string>()
  const has = (property: string): boolean => {
    properties.add(property)
    return subjects.has(property)
  }
  const complete = completeObject([type], selections, { schema, has })
  if (!complete) return null
  const read = subjects.reader([...properties])
  return (rootIds, asker) =>
    andThen(read(rootIds, asker), (records) => {
      if (!records) return null
      const answers: (Answer | null)[] = []
      for (const record of records) {
        const answer = record && complete(record)
        if (answer === mismatch) return null
        answers.push(answer as Answer | null)
      }
      return answers
    })
}

/** References to subjects, each with its record in one field: nothing but that and the key. */
export function compileReferences(
  type: GraphQLObjectType,
  selections: readonly SelectionNode[],
  key: string,
  options: RecordsOptions,
): SubjectRead | null {
  const beside: { readonly key: string; readonly name?: string }[] = []
  let field: { readonly key: string; readonly read: SubjectRead } | undefined
  for (const { key: as, node } of plainFields(selections) ?? []) {
    if (field) return null
    if (node.name.value === '__typename') beside.push({ key: as, name: type.name })
    else if (node.name.value === key && !node.selectionSet) beside.push({ key: as })
    else {
      const { resolve, type: record } = type.getFields()[node.name.value] ?? {}
      const isRecord = recordShapeOf(resolve) === options.subjects.shape
      const read = isRecord && compileRecords(record, node.selectionSet?.selections, options)
      if (!read) return null
      field = { key: as, read }
    }
  }
  if (!field) return null
  const { key: as, read } = field
  return (rootIds, asker) =>
    andThen(
      read(rootIds, asker),
      (records) =>
        records &&
        rootIds.map((rootId, index) => {
          const answer: Answer = {}
          for (const { key: part, name } of beside) answer[part] = name ?? rootId
          answer[as] = records[index] ?? null
          return answer
        }),
    )
}

/** An object of one of these types. */
function completeObject(
  types: readonly GraphQLObjectType[],
  selections: readonly SelectionNode[],
  within: Within,
): Complete | null {
  const fields = plainFields(selections)
  if (!fields) return null
  const keys = fields.map(({ key }) => key)
  const parts: ((from: never) => unknown)[] = []
  for (const { node } of fields) {
    const part = node.name.value === '__typename' ? nameOf(types, within) : completeField(types, node, within)
    if (!part) return null
    parts.push(part)
  }
  return (from) => {
    const answer: Answer = {}
    for (let index = 0; index < keys.length; index += 1) {
      const value = parts[index]?.(from as never)
      if (value === mismatch) return mismatch
      answer[keys[index] ?? ''] = value
    }
    return answer
  }
}

/** The name of the type: the only one that it may be of, or the one that is said in what was made. */
function nameOf(
  types: readonly GraphQLObjectType[],
  { has }: Within,
): ((from: Readonly<Record<string, unknown>>) => unknown) | null {
  const [type, ...others] = types
  if (type && others.length === 0) return () => type.name
  if (!has('__typename')) return null
  const names = new Set<unknown>(types.map(({ name }) => name))
  return ({ __typename: name }) => (names.has(name) ? name : mismatch)
}

function completeField(
  types: readonly GraphQLObjectType[],
  node: FieldNode,
  { schema, has }: Within,
): ((from: never) => unknown) | null {
  const name = node.name.value
  const [field, ...others] = types.map((type) => type.getFields()[name])
  if (
    !field ||
    !others.every(
      (candidate) => candidate?.type.toString() === field.type.toString() && isProperty(candidate.resolve),
    )
  )
    return null
  const made = others.length === 0 ? fromColumnsOf(field.resolve) : undefined
  if (made ? !made.properties.every(has) : !isProperty(field.resolve) || !has(name)) return null
  const hasBelow = (property: string): boolean => made?.fields?.includes(property) ?? true
  const complete = completeValue(field.type, node.selectionSet?.selections, { schema, has: hasBelow })
  if (!complete) return null
  if (made) return (from) => complete(made.make(from))
  return (from: Readonly<Record<string, unknown>>) => complete(from[name])
}

function completeValue(
  type: GraphQLOutputType,
  selections: readonly SelectionNode[] | undefined,
  within: Within,
): Complete | null {
  const inner = getNullableType(type)
  const complete = completeThere(inner, selections, within)
  if (!complete) return null
  const none = isNonNullType(type) ? mismatch : null
  return (value) => (value === null || value === undefined ? none : complete(value))
}

function completeThere(
  type: GraphQLOutputType,
  selections: readonly SelectionNode[] | undefined,
  within: Within,
): Complete | null {
  if (isLeafType(type)) {
    const check = checkOf(type)
    return check && ((value) => (check(value) ? value : mismatch))
  }
  if (isListType(type)) {
    const item = completeValue(type.ofType as GraphQLOutputType, selections, within)
    return (
      item &&
      ((value) => {
        const items = Array.isArray(value) ? value.map(item) : [mismatch]
        return items.includes(mismatch) ? mismatch : items
      })
    )
  }
  if (!selections) return null
  if (isInterfaceType(type)) return completeObject(within.schema.getPossibleTypes(type), selections, within)
  return isObjectType(type) ? completeObject([type], selections, within) : null
}
