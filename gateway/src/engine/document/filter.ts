/**
 * Removes from an operation what its caller may not have, before anything is planned, so that no subgraph is
 * asked for it. A field of an interface is asked only of the possible types that allow it. A selection that
 * becomes empty asks for `__typename`. The writer (write.ts) follows the original operation and reports each
 * refused path.
 */
import {
  getNamedType,
  isCompositeType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type InlineFragmentNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { objectsOf } from './canonical.ts'
import { typeNameOnly } from './conditions.ts'
import { subjectKey } from './response-keys.ts'

/** What may not be had: objects of a type at all, or a field of an object type. */
export interface Refusals {
  type(name: string): boolean
  field(type: string, field: string): boolean
}

export const nothingRefused: Refusals = { type: () => false, field: () => false }

export interface Filtered {
  readonly document: DocumentNode
  /** The coordinates that it asked for and may not have, each once: `Type.field`, or `Type`. */
  readonly refused: readonly string[]
  /** Whether it asks for anything refused, or for objects that may be of a type that is. */
  readonly touchesRefused: boolean
}

/** Types whose objects are to be told apart in the answer, each with the field that tells them apart. */
export type Subjects = ReadonlyMap<string, string>

interface Filtering {
  readonly schema: GraphQLSchema
  readonly refusals: Refusals
  readonly subjects: Subjects
  readonly refused: Set<string>
  touchesType: boolean
}

/** For a document that was validated against this schema. */
export function filterDocument(
  document: DocumentNode,
  schema: GraphQLSchema,
  refusals: Refusals,
  subjects: Subjects = new Map(),
): Filtered {
  const filtering: Filtering = { schema, refusals, subjects, refused: new Set(), touchesType: false }
  const definitions = document.definitions.map((node) => {
    if (node.kind === Kind.OPERATION_DEFINITION) {
      const root = schema.getRootType(node.operation)
      return root ? { ...node, selectionSet: filterSet(node.selectionSet, root, filtering) } : node
    }
    if (node.kind !== Kind.FRAGMENT_DEFINITION) return node
    const type = schema.getType(node.typeCondition.name.value)
    return isCompositeType(type)
      ? { ...node, selectionSet: filterSet(node.selectionSet, type, filtering) }
      : node
  })
  const refused = [...filtering.refused]
  const touchesRefused = refused.length > 0 || filtering.touchesType
  return { document: { ...document, definitions }, refused, touchesRefused }
}

/** Whether a field is refused; of an interface, whether it is for any type behind it. */
export function refusesField(
  type: GraphQLCompositeType,
  field: string,
  { schema, refusals }: Pick<Filtering, 'schema' | 'refusals'>,
): boolean {
  return objectsOf(type, schema).some(({ name }) => refusals.field(name, field))
}

function filterSet(
  set: SelectionSetNode,
  type: GraphQLCompositeType,
  filtering: Filtering,
): SelectionSetNode {
  filtering.touchesType ||= objectsOf(type, filtering.schema).some(({ name }) =>
    filtering.refusals.type(name),
  )
  const allowed = set.selections.flatMap((node) => filterSelection(node, type, filtering))
  const added = [...subjectFields(type, filtering), ...pageFields(set, type, filtering)]
  const selections = [...(allowed.length > 0 ? allowed : typeNameOnly), ...added]
  return { ...set, selections }
}

function filterSelection(
  node: SelectionNode,
  type: GraphQLCompositeType,
  filtering: Filtering,
): readonly SelectionNode[] {
  if (node.kind === Kind.FRAGMENT_SPREAD) return [node]
  if (node.kind === Kind.FIELD) return filterField(node, type, filtering)
  const on = node.typeCondition ? filtering.schema.getType(node.typeCondition.name.value) : type
  if (!isCompositeType(on)) return []
  if (filtering.refusals.type(on.name)) {
    filtering.refused.add(on.name)
    return []
  }
  return [{ ...node, selectionSet: filterSet(node.selectionSet, on, filtering) }]
}

function filterField(
  node: FieldNode,
  type: GraphQLCompositeType,
  filtering: Filtering,
): readonly SelectionNode[] {
  const name = node.name.value
  if (name.startsWith('__')) return [node]
  const objects = objectsOf(type, filtering.schema)
  const allowed = objects.filter((object) => {
    const coordinate = filtering.refusals.type(object.name) ? object.name : `${object.name}.${name}`
    const refused = coordinate === object.name || filtering.refusals.field(object.name, name)
    if (refused) filtering.refused.add(coordinate)
    return !refused
  })
  if (allowed.length === objects.length) return [filterBelow(node, type, filtering)]
  return allowed.map((object) => only(object, filterBelow(node, object, filtering)))
}

function filterBelow(node: FieldNode, type: GraphQLCompositeType, filtering: Filtering): FieldNode {
  if (!node.selectionSet || !('getFields' in type)) return node
  const field = type.getFields()[node.name.value]
  const below = field && getNamedType(field.type)
  return isCompositeType(below)
    ? { ...node, selectionSet: filterSet(node.selectionSet, below, filtering) }
    : node
}

/** What tells the subjects apart among the objects selected. */
function subjectFields(
  type: GraphQLCompositeType,
  { schema, subjects, refusals }: Filtering,
): readonly SelectionNode[] {
  if (subjects.size === 0) return []
  const fieldOf = (key: string): FieldNode => ({
    kind: Kind.FIELD,
    alias: { kind: Kind.NAME, value: subjectKey },
    name: { kind: Kind.NAME, value: key },
  })
  if (isObjectType(type)) {
    const key = subjects.get(type.name)
    return key === undefined ? [] : [fieldOf(key)]
  }
  return objectsOf(type, schema).flatMap((object) => {
    const key = subjects.get(object.name)
    return key === undefined || refusals.type(object.name) ? [] : only(object, fieldOf(key))
  })
}

/**
 * An edge, or where a page of subjects begins and ends, is about these subjects, whether or not they are asked for themselves: they come along
 * to be told apart.
 */
function pageFields(
  { selections }: SelectionSetNode,
  type: GraphQLCompositeType,
  filtering: Filtering,
): readonly SelectionNode[] {
  if (filtering.subjects.size === 0) return []
  const selected = new Set(selections.map((node) => (node.kind === Kind.FIELD ? node.name.value : '')))
  return objectsOf(type, filtering.schema).flatMap((object): readonly SelectionNode[] => {
    const added = subjectsBeside(object, selected, filtering)
    if (added === null) return []
    return object === type ? [added] : [only(object, added)]
  })
}

function subjectsBeside(
  object: GraphQLObjectType,
  selected: ReadonlySet<string>,
  filtering: Filtering,
): FieldNode | null {
  const { refusals, subjects } = filtering
  if (refusals.type(object.name)) return null
  const fields = object.getFields()
  const below = (name: string): GraphQLNamedType | null => {
    const field = fields[name]
    const mayAsk = field && field.args.length === 0 && !refusals.field(object.name, name)
    return mayAsk ? getNamedType(field.type) : null
  }
  const isOfSubjects = (named: GraphQLNamedType | null): boolean =>
    isCompositeType(named) && objectsOf(named, filtering.schema).some(({ name }) => subjects.has(name))
  const ofEdge = 'cursor' in fields ? below('node') : null
  if (isOfSubjects(ofEdge)) return beside('node', ofEdge, filtering)
  if (!selected.has('pageInfo') || selected.has('nodes') || selected.has('edges')) return null
  const nodes = below('nodes')
  if (isOfSubjects(nodes)) return beside('nodes', nodes, filtering)
  const edges = below('edges')
  const node = isObjectType(edges) ? edges.getFields()['node'] : undefined
  const named = node ? getNamedType(node.type) : null
  if (!isObjectType(edges) || !isOfSubjects(named) || refusals.field(edges.name, 'node')) return null
  return selecting('edges', [beside('node', named, filtering)])
}

function beside(name: string, type: GraphQLNamedType | null, filtering: Filtering): FieldNode {
  return selecting(name, isCompositeType(type) ? [...typeNameOnly, ...subjectFields(type, filtering)] : [])
}

function selecting(name: string, selections: readonly SelectionNode[]): FieldNode {
  return {
    kind: Kind.FIELD,
    name: { kind: Kind.NAME, value: name },
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  }
}

function only({ name }: GraphQLObjectType, field: FieldNode): InlineFragmentNode {
  return {
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: name } },
    selectionSet: { kind: Kind.SELECTION_SET, selections: [field] },
  }
}
