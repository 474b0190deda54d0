/**
 * What a selection can bring, from its text and variables: objects, bytes of JSON, and statements that a subgraph of this hub reads them with.
 * Objects are counted by the rule of limits/answer-size.ts; of types that exclude each other the largest counts. Runs nothing.
 */
import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql'
import { joinsOf } from '../engine/supergraph/join-directives.ts'
import { sizeOf, usualList, type Size } from '../limits/answer-size.ts'

/** What is brought: objects at most, bytes and statements about. */
export interface Brought {
  readonly objects: number
  readonly bytes: number
  readonly statements: number
}

export interface SelectionContext {
  readonly schema: GraphQLSchema
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  readonly defaults: ReadonlyMap<string, unknown>
  readonly variables: Readonly<Record<string, unknown>>
  /** Objects at each path of response keys, `@` for the items of a list: what is found is added. */
  readonly counts: Map<string, number>
}

/** Where a selection stands. */
export interface Standing {
  /** The type that it is of. */
  readonly parent: string
  /** Objects that it is of, at most. */
  readonly count: number
  readonly path: readonly string[]
  /** The size of the page that it is of; null where it is of none. */
  readonly page: Size | null
}

const nothing: Brought = { objects: 0, bytes: 0, statements: 0 }

export function sizeOfSelection(
  { selections }: SelectionSetNode,
  standing: Standing,
  context: SelectionContext,
): Brought {
  let direct = nothing
  const byType = new Map<string, Brought>()
  for (const node of selections) {
    if (node.kind === Kind.FIELD) {
      direct = sum(direct, sizeOfField(node, standing, context))
      continue
    }
    const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : context.fragments.get(node.name.value)
    if (!fragment) continue
    const parent = fragment.typeCondition?.name.value ?? standing.parent
    const inner = sizeOfSelection(fragment.selectionSet, { ...standing, parent }, context)
    if (parent === standing.parent || !isObjectType(context.schema.getType(parent)))
      direct = sum(direct, inner)
    else byType.set(parent, sum(byType.get(parent) ?? nothing, inner))
  }
  return sum(direct, largest([...byType.values()]))
}

function sum(one: Brought, other: Brought): Brought {
  return {
    objects: one.objects + other.objects,
    bytes: one.bytes + other.bytes,
    statements: one.statements + other.statements,
  }
}

/** An object is of one type; but a batch may have objects of each, which are read apart. */
function largest(parts: readonly Brought[]): Brought {
  return {
    objects: Math.max(0, ...parts.map(({ objects }) => objects)),
    bytes: Math.max(0, ...parts.map(({ bytes }) => bytes)),
    statements: parts.reduce((total, { statements }) => total + statements, 0),
  }
}

function sizeOfField(node: FieldNode, standing: Standing, context: SelectionContext): Brought {
  const { parent, count, path, page } = standing
  const { schema, variables, counts } = context
  const key = (node.alias ?? node.name).value
  const field = fieldIn(parent, node.name.value, schema)
  const named = count * (key.length + 4)
  const isList = field !== undefined && isListType(getNullableType(field.type))
  if (!node.selectionSet || !field) {
    const items = isList ? usualList : 1
    return { ...nothing, bytes: named + count * items * bytesOf(field?.type) }
  }
  const ownSize = sizeOf(node, field, context)
  const items = isList ? count * (ownSize ?? page ?? (() => usualList))(variables) : count
  const here = [...path, key, ...(isList ? ['@'] : [])]
  const at = here.join('.')
  counts.set(at, Math.max(items, counts.get(at) ?? 0))
  const below = sizeOfSelection(
    node.selectionSet,
    { parent: getNamedType(field.type).name, count: items, path: here, page: isList ? null : ownSize },
    context,
  )
  return sum(below, {
    objects: items,
    bytes: named + 3 * items,
    statements: statementsFor(field, parent, schema),
  })
}

/** What is read of an entity, or from a root, is a statement for all of a batch; of a list or a connection, two. What lies within is in the same rows. */
function statementsFor(
  { type, args }: GraphQLField<unknown, unknown>,
  parent: string,
  schema: GraphQLSchema,
): number {
  if (!isCompositeType(getNamedType(type)) || !isReadApart(parent, schema)) return 0
  const isOne = !isListType(getNullableType(type)) && !args.some(({ name }) => name === 'first')
  return isOne ? 1 : 2
}

function isReadApart(typeName: string, schema: GraphQLSchema): boolean {
  const type = schema.getType(typeName)
  if (type === schema.getQueryType() || type === schema.getMutationType()) return true
  return joinsOf(type?.astNode, 'join__type').some(({ key }) => typeof key === 'string')
}

function fieldIn(
  typeName: string,
  name: string,
  schema: GraphQLSchema,
): GraphQLField<unknown, unknown> | undefined {
  const type = schema.getType(typeName)
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined
}

/** Bytes of a value in JSON: numbers of six digits, codes of ten characters, texts of a line. */
function bytesOf(type: GraphQLOutputType | undefined): number {
  return (type && byScalar.get(getNamedType(type).name)) ?? 14
}

const byScalar: ReadonlyMap<string, number> = new Map([
  ['Int', 6],
  ['Float', 6],
  ['Boolean', 5],
  ['ID', 12],
  ['String', 30],
])
