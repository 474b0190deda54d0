/**
 * What an operation uses of a schema: every type, field, argument, input field, enum value and directive, with the path in the answer (aliases as
 * the client has them, fragments written out) or the variable where it stands. What the schema does not have is left out: validation says it.
 */
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  Kind,
  typeFromAST,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql'
import { parseDocument, type ReadDocument } from './operations.ts'

export interface Use {
  readonly coordinate: string
  /** `neighbourhood.figures.name` in the answer; an argument and what is in it as `area(code:)`; a variable as `$filter.kind`. */
  readonly path: string
  /** The fields that it stands in, the outermost first. */
  readonly within: readonly string[]
  /** Whether only a value that the client gives decides it: an enum value or input field that a variable may hold. */
  readonly isPossible: boolean
  /** The arguments that are given, where this is a field. */
  readonly given?: ReadonlySet<string>
}

/** A text of few characters can stand for many fields by its fragments; what is seen in use was within the limits of the gateway. */
const mostUses = 200_000

/** Every use of the operation, in the order of its text. */
export function usesOf(document: DocumentNode, schema: GraphQLSchema): readonly Use[] {
  const read = parseDocument(document)
  return read.operations.flatMap((operation) => usesOfOperation(operation, read, schema))
}

interface Walk {
  readonly schema: GraphQLSchema
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  readonly uses: Use[]
  /** Fragments that are being written out. */
  readonly open: Set<string>
}

/** Where in the operation one stands. */
interface Position {
  readonly path: string
  readonly within: readonly string[]
}

function usesOfOperation(
  operation: OperationDefinitionNode,
  { fragments }: ReadDocument,
  schema: GraphQLSchema,
): readonly Use[] {
  const walk: Walk = { schema, fragments, uses: [], open: new Set() }
  for (const { variable, type, defaultValue, directives } of operation.variableDefinitions ?? []) {
    const found = typeFromAST(schema, type) as GraphQLInputType | undefined
    const at = { path: `$${variable.name.value}`, within: [] }
    if (found) useInputType(found, at, walk, new Set())
    if (found && defaultValue) useValue(defaultValue, found, at, walk)
    useDirectives(directives, at, walk)
  }
  const start = { path: '', within: [] }
  useDirectives(operation.directives, { ...start, path: operation.operation }, walk)
  const root = schema.getRootType(operation.operation)
  if (root) useSelection(operation.selectionSet, root, start, walk)
  return walk.uses
}

function use(coordinate: string, { path, within }: Position, walk: Walk, isPossible = false): void {
  if (walk.uses.length < mostUses) walk.uses.push({ coordinate, path, within, isPossible })
}

function useSelection(set: SelectionSetNode, parent: GraphQLNamedType, at: Position, walk: Walk): void {
  if (walk.uses.length >= mostUses) return
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      useField(selection, parent, at, walk)
      continue
    }
    useDirectives(selection.directives, at, walk)
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      useCondition(selection.typeCondition?.name.value, selection.selectionSet, parent, at, walk)
      continue
    }
    const name = selection.name.value
    const fragment = walk.fragments.get(name)
    if (!fragment || walk.open.has(name)) continue
    walk.open.add(name)
    useCondition(fragment.typeCondition.name.value, fragment.selectionSet, parent, at, walk)
    walk.open.delete(name)
  }
}

function useCondition(
  name: string | undefined,
  set: SelectionSetNode,
  parent: GraphQLNamedType,
  at: Position,
  walk: Walk,
): void {
  const type = name === undefined ? parent : walk.schema.getType(name)
  if (name !== undefined && name !== parent.name) use(name, at, walk)
  if (type) useSelection(set, type, at, walk)
}

function useField(node: FieldNode, parent: GraphQLNamedType, at: Position, walk: Walk): void {
  const name = node.name.value
  const path = at.path === '' ? keyOf(node) : `${at.path}.${keyOf(node)}`
  useDirectives(node.directives, { ...at, path }, walk)
  const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined
  if (!field) return
  const coordinate = `${parent.name}.${name}`
  const given = new Set((node.arguments ?? []).map((argument) => argument.name.value))
  walk.uses.push({ coordinate, path, within: at.within, isPossible: false, given })
  const inside = { path, within: [...at.within, coordinate] }
  useArguments(node.arguments ?? [], field.args, (argument) => `${coordinate}(${argument}:)`, inside, walk)
  const type = getNamedType(field.type)
  use(type.name, inside, walk)
  if (node.selectionSet) useSelection(node.selectionSet, type, inside, walk)
}

const keyOf = ({ alias, name }: FieldNode): string => (alias ?? name).value

function useArguments(
  nodes: readonly { readonly name: { readonly value: string }; readonly value: ValueNode }[],
  known: readonly GraphQLArgument[],
  coordinate: (argument: string) => string,
  at: Position,
  walk: Walk,
): void {
  for (const { name, value } of nodes) {
    const argument = known.find((one) => one.name === name.value)
    if (!argument) continue
    const place = { ...at, path: `${at.path}(${name.value}:)` }
    use(coordinate(name.value), place, walk)
    useValue(value, argument.type, place, walk)
  }
}

function useDirectives(nodes: readonly DirectiveNode[] | undefined, at: Position, walk: Walk): void {
  for (const { name, arguments: given = [] } of nodes ?? []) {
    const directive = walk.schema.getDirective(name.value)
    if (!directive) continue
    const coordinate = `@${name.value}`
    use(coordinate, at, walk)
    useArguments(given, directive.args, (argument) => `${coordinate}(${argument}:)`, at, walk)
  }
}

/** A value that the operation writes out. A variable is counted where it is declared. */
function useValue(value: ValueNode, given: GraphQLInputType, at: Position, walk: Walk): void {
  if (value.kind === Kind.LIST) {
    for (const one of value.values) useValue(one, given, at, walk)
    return
  }
  const type = getNamedType(given)
  if (value.kind !== Kind.VARIABLE && value.kind !== Kind.NULL) use(type.name, at, walk)
  if (value.kind === Kind.ENUM && isEnumType(type)) use(`${type.name}.${value.value}`, at, walk)
  if (value.kind !== Kind.OBJECT || !isInputObjectType(type)) return
  for (const { name, value: inner } of value.fields) {
    const field = type.getFields()[name.value]
    if (!field) continue
    const place = { ...at, path: `${at.path}.${name.value}` }
    use(`${type.name}.${name.value}`, place, walk)
    useValue(inner, field.type, place, walk)
  }
}

/** What a variable of this type may hold. */
function useInputType(given: GraphQLInputType, at: Position, walk: Walk, seen: Set<string>): void {
  const type = getNamedType(given)
  use(type.name, at, walk)
  if (isEnumType(type)) for (const { name } of type.getValues()) use(`${type.name}.${name}`, at, walk, true)
  if (!isInputObjectType(type) || seen.has(type.name)) return
  seen.add(type.name)
  for (const field of Object.values(type.getFields())) {
    const place = { ...at, path: `${at.path}.${field.name}` }
    use(`${type.name}.${field.name}`, place, walk, true)
    useInputType(field.type, place, walk, seen)
  }
}
