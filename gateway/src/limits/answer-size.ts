/**
 * The largest number of objects that the answer to an operation can hold, from its text and variables: a page
 * counts as many as `first`, a list of codes as many as it names, any other list ten. A field counts wherever
 * it is selected, so the same field selected twice counts twice; introspection does not count. Promises to
 * end on every text, cycles of fragments included.
 */
import {
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  valueFromASTUntyped,
  type FieldNode,
  type FragmentDefinitionNode,
  type DocumentNode,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql'
import { fragmentsOf } from '../engine/document/fragments.ts'

type Variables = Readonly<Record<string, unknown>>

/** How many items the variables make it. */
export type Size = (variables: Variables) => number

/** Objects by the variables; each part is worked out once a request, however often it is spread. */
type Objects = (variables: Variables, done: Map<Objects, number>) => number

/** What a list without a page counts for: the years of a series, the groups of a figure, what is missing. */
export const usualList = 10
const nothing: Objects = () => 0

interface SizeContext {
  readonly schema: GraphQLSchema
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  /** By fragment and the page in which it is spread. */
  readonly fragmentObjects: Map<FragmentDefinitionNode, Map<Size | null, Objects>>
  /** By field, so that one field is one page wherever its fragment is spread. */
  readonly sizes: Map<FieldNode, Size | null>
  readonly defaults: ReadonlyMap<string, unknown>
}

/** The count for each set of variables; the largest where the document has several operations. */
export function answerSize(document: DocumentNode, schema: GraphQLSchema): (variables: Variables) => number {
  const fragments = fragmentsOf(document)
  const operations = document.definitions
    .filter((node) => node.kind === Kind.OPERATION_DEFINITION)
    .map((node) => {
      const defaults = defaultsOf(node)
      const around = { schema, fragments, fragmentObjects: new Map(), sizes: new Map(), defaults }
      return within(node.selectionSet, schema.getRootType(node.operation)?.name, null, around)
    })
  return (variables) => Math.max(0, ...operations.map((objects) => objects(variables, new Map())))
}

/** The defaults of the variables that an operation declares. */
export function defaultsOf({
  variableDefinitions = [],
}: Pick<OperationDefinitionNode, 'variableDefinitions'>): ReadonlyMap<string, unknown> {
  return new Map(
    variableDefinitions.map(({ variable, defaultValue }) => [
      variable.name.value,
      defaultValue && valueFromASTUntyped(defaultValue),
    ]),
  )
}

/** `page` is the size of the page that the selection is of; null where it is of none. */
function within(
  set: SelectionSetNode,
  parent: string | undefined,
  page: Size | null,
  around: SizeContext,
): Objects {
  const parts = set.selections.flatMap((node): Objects | [] => {
    if (node.kind === Kind.FIELD) return fieldOf(node, parent, page, around)
    if (node.kind === Kind.INLINE_FRAGMENT)
      return within(node.selectionSet, node.typeCondition?.name.value ?? parent, page, around)
    const fragment = around.fragments.get(node.name.value)
    return fragment ? spread(fragment, page, around) : []
  })
  return (variables, done) => sum(parts, variables, done)
}

function sum(parts: readonly Objects[], variables: Variables, done: Map<Objects, number>): number {
  let objects = 0
  for (const part of parts) objects += part(variables, done)
  return objects
}

function spread(fragment: FragmentDefinitionNode, page: Size | null, around: SizeContext): Objects {
  const byPage = around.fragmentObjects.get(fragment) ?? new Map<Size | null, Objects>()
  around.fragmentObjects.set(fragment, byPage)
  const counted = byPage.get(page)
  if (counted) return counted
  byPage.set(page, nothing)
  const inner = within(fragment.selectionSet, fragment.typeCondition.name.value, page, around)
  const once: Objects = (variables, done) => {
    let objects = done.get(once)
    if (objects === undefined) done.set(once, (objects = inner(variables, done)))
    return objects
  }
  byPage.set(page, once)
  return once
}

function fieldOf(
  node: FieldNode,
  parent: string | undefined,
  page: Size | null,
  around: SizeContext,
): Objects | [] {
  if (!node.selectionSet || node.name.value.startsWith('__')) return []
  const type = parent === undefined ? undefined : around.schema.getType(parent)
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined
  const isList = field !== undefined && isListType(getNullableType(field.type))
  const ownSize = around.sizes.get(node) ?? sizeOf(node, field, around)
  around.sizes.set(node, ownSize)
  const isPage = ownSize !== null && !isList
  const below = within(
    node.selectionSet,
    field && getNamedType(field.type).name,
    isPage ? ownSize : null,
    around,
  )
  if (isPage || !isList) return (variables, done) => 1 + below(variables, done)
  // `nodes` and `edges` are the page that was asked for above them.
  const size = ownSize ?? page ?? (() => usualList)
  return (variables, done) => size(variables) * (1 + below(variables, done))
}

/** How many the field's own arguments ask for; null where it has none that says. */
export function sizeOf(
  { arguments: fieldArguments = [] }: FieldNode,
  field: GraphQLField<unknown, unknown> | undefined,
  { defaults }: Pick<SizeContext, 'defaults'>,
): Size | null {
  const named = fieldArguments.find(({ name }) => name.value === 'first' || name.value === 'codes')
  if (named) return valueOf(named.value, defaults)
  const byDefault = field?.args.find(({ name }) => name === 'first')?.defaultValue
  return typeof byDefault === 'number' ? () => byDefault : null
}

function valueOf(value: ValueNode, defaults: SizeContext['defaults']): Size {
  if (value.kind !== Kind.VARIABLE) {
    const size = numberIn(valueFromASTUntyped(value))
    return () => size
  }
  const name = value.name.value
  return (variables) => numberIn(Object.hasOwn(variables, name) ? variables[name] : defaults.get(name))
}

/** What is neither a number nor a list is for validation to refuse. */
function numberIn(value: unknown): number {
  if (Array.isArray(value)) return value.length
  return typeof value === 'number' ? Math.max(0, value) : 1
}
