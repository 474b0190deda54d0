/**
 * The canonical operation that is planned: every field under a response key of the hub (response-keys.ts),
 * fragments written out, fields of interfaces and unions written out by object type, duplicates merged,
 * unused variables removed. Texts that differ only in aliases, names and fragments have the same one. For
 * validated documents with one operation and no conditions.
 */
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  visit,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { typeNameOnly } from './conditions.ts'
import { onlyUsedVariables } from './reachable.ts'
import { responseKeyOf } from './response-keys.ts'
import { fragmentsOf } from './fragments.ts'

export interface Canonical {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  /** The variables that are sent under another name than the client's, by the client's. */
  readonly renamed: ReadonlyMap<string, string>
}

interface Merged {
  readonly type: GraphQLCompositeType
  readonly fields: Map<string, MergedField>
  /** By the object type that they are on. */
  readonly fragments: Map<string, Merged>
}

interface MergedField {
  readonly node: FieldNode
  readonly below: Merged | null
}

interface MergeContext {
  readonly schema: GraphQLSchema
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
}

export function canonicalOperation(document: DocumentNode, schema: GraphQLSchema): Canonical {
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)
  const root = operation && schema.getRootType(operation.operation)
  if (!operation || !root) throw new Error('The schema has no such operation')
  const fragments = fragmentsOf(document)
  const merged = emptyOn(root)
  merge(operation.selectionSet, merged, { schema, fragments }, new Set())
  const { kind, operation: operationType, variableDefinitions = [] } = operation
  const written = {
    kind,
    operation: operationType,
    variableDefinitions,
    selectionSet: selectionSetOf(merged),
  }
  const { operation: sentOperation, renamed } = withSentVariables(written)
  return {
    document: { kind: Kind.DOCUMENT, definitions: [sentOperation] },
    operation: sentOperation,
    renamed,
  }
}

function emptyOn(type: GraphQLCompositeType): Merged {
  return { type, fields: new Map(), fragments: new Map() }
}

/** Writes a selection into what is merged already. `spread` are the fragments that this place has had. */
function merge(set: SelectionSetNode, into: Merged, context: MergeContext, spread: Set<string>): void {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      mergeField(selection, into, context)
      continue
    }
    const isSpread = selection.kind === Kind.FRAGMENT_SPREAD
    const fragment = isSpread ? context.fragments.get(selection.name.value) : selection
    if (!fragment) continue
    const name = fragment.typeCondition?.name.value ?? into.type.name
    const condition = context.schema.getType(name)
    if (!isCompositeType(condition)) continue
    if (isSpread) {
      if (spread.has(selection.name.value)) continue
      spread.add(selection.name.value)
    }
    if (isAlways(into.type, condition, context.schema)) {
      merge(fragment.selectionSet, into, context, spread)
      continue
    }
    for (const object of objectsOf(condition, context.schema)) {
      if (!isAlways(object, into.type, context.schema)) continue
      let own = into.fragments.get(object.name)
      if (!own) into.fragments.set(object.name, (own = emptyOn(object)))
      merge(fragment.selectionSet, own, context, new Set(spread))
    }
  }
}

function mergeField(node: FieldNode, into: Merged, context: MergeContext): void {
  const key = responseKeyOf(node)
  const present = into.fields.get(key)
  if (!node.selectionSet) {
    if (!present) into.fields.set(key, { node, below: null })
    return
  }
  const field = 'getFields' in into.type ? into.type.getFields()[node.name.value] : undefined
  const type = field && getNamedType(field.type)
  if (!isCompositeType(type)) throw new Error(`${into.type.name} has no objects in ${node.name.value}`)
  const below = present?.below ?? emptyOn(type)
  if (!present) into.fields.set(key, { node, below })
  merge(node.selectionSet, below, context, new Set())
}

/** Whether what is of the one type is always of the other. */
function isAlways(
  type: GraphQLCompositeType,
  condition: GraphQLCompositeType,
  schema: GraphQLSchema,
): boolean {
  return (
    type === condition ||
    (isAbstractType(condition) && !('getTypes' in type) && schema.isSubType(condition, type))
  )
}

export function objectsOf(type: GraphQLCompositeType, schema: GraphQLSchema): readonly GraphQLObjectType[] {
  return isObjectType(type) ? [type] : schema.getPossibleTypes(type)
}

function selectionSetOf({ fields, fragments }: Merged): SelectionSetNode {
  const own = [...fields].map(([key, { node, below }]): FieldNode => {
    const name = node.name.value
    const { kind, arguments: fieldArguments, directives } = node
    return {
      kind,
      name: node.name,
      ...(fieldArguments && { arguments: fieldArguments }),
      ...(directives && { directives }),
      ...(key !== name && { alias: { kind: Kind.NAME, value: key } }),
      ...(below && { selectionSet: selectionSetOf(below) }),
    }
  })
  const typed = [...fragments].flatMap(([name, merged]): SelectionNode[] => {
    if (merged.fields.size + merged.fragments.size === 0) return []
    const selectionSet = selectionSetOf(merged)
    const typeCondition = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: name } } as const
    return [{ kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet }]
  })
  const selections = [...own, ...typed]
  // What is on types that never stand here leaves nothing to ask, of an object that is there all the same.
  return { kind: Kind.SELECTION_SET, selections: selections.length > 0 ? selections : typeNameOnly }
}

/** The name that plans give to what they send along. */
const ofPlans = 'representations'

function withSentVariables(operation: OperationDefinitionNode): Pick<Canonical, 'operation' | 'renamed'> {
  const { operation: used, names } = onlyUsedVariables(operation)
  if (!names.has(ofPlans)) return { operation: used, renamed: new Map() }
  let name = `hub__${ofPlans}`
  while (names.has(name)) name += '_'
  const renamed = visit(used, {
    Variable: (node) =>
      node.name.value === ofPlans ? { ...node, name: { kind: Kind.NAME, value: name } as const } : undefined,
  })
  return { operation: renamed, renamed: new Map([[ofPlans, name]]) }
}
