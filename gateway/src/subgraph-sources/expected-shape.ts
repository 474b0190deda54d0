/**
 * The expected shape of an answer, derived once from the text of its operation: response keys, their types by
 * the supergraph, and the type conditions around them. check-answer.ts compares answers with it.
 */
import {
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql'
import { fragmentsOf } from '../engine/document/fragments.ts'

/** The fields of one object, by response key. */
export type Shape = ReadonlyMap<string, ShapedField>

export interface ShapedField {
  /** The type by the supergraph; undefined where it does not have the field (`_entities`, `__typename`). */
  readonly type: GraphQLOutputType | undefined
  readonly children: Shape | undefined
  /** The answer must hold it whatever the object's type is. */
  readonly always: boolean
  /** The object types for which the answer must hold it. */
  readonly types: ReadonlySet<string>
}

/** The context of a selection: its parent's type, and when the answer must hold it. */
interface SelectionContext {
  readonly parent: string | undefined
  readonly held: 'always' | 'perhaps' | { readonly type: string }
}

export function operationShape(query: string, schema: GraphQLSchema): Shape {
  const { definitions } = parse(query, { noLocation: true })
  const fragments = fragmentsOf({ definitions })
  const operation = definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)
  const parent = operation && schema.getRootType(operation.operation)?.name
  return operation
    ? shapeOf([{ set: operation.selectionSet, parent, held: 'always' }], { schema, fragments })
    : new Map()
}

interface Surroundings {
  readonly schema: GraphQLSchema
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
}

/** A selection set of an object. */
interface Selected extends SelectionContext {
  readonly set: SelectionSetNode
}

/** One selection of a response key. */
interface Occurrence extends SelectionContext {
  readonly node: FieldNode
}

function shapeOf(sets: readonly Selected[], around: Surroundings): Shape {
  const occurrences = new Map<string, Occurrence[]>()
  for (const set of sets) collect(occurrences, set, around)
  return new Map([...occurrences].map(([key, all]) => [key, fieldOf(all, around)]))
}

function collect(
  occurrences: Map<string, Occurrence[]>,
  { set, parent, held: heldHere }: Selected,
  around: Surroundings,
): void {
  for (const selection of set.selections) {
    const held = selection.directives?.length ? 'perhaps' : heldHere
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value
      occurrences.set(key, [...(occurrences.get(key) ?? []), { node: selection, parent, held }])
      continue
    }
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? around.fragments.get(selection.name.value) : selection
    if (!fragment) continue
    const type = fragment.typeCondition?.name.value
    const inner = { set: fragment.selectionSet, parent: type ?? parent, held: heldWithin(held, type, parent) }
    collect(occurrences, inner, around)
  }
}

function fieldOf(all: readonly Occurrence[], around: Surroundings): ShapedField {
  const types = all.map(({ node, parent }) => typeOfField(around.schema, parent, node.name.value))
  const sets = all.flatMap(({ node, held }, index): Selected[] => {
    // Selected once, the fields below are there wherever the field is; else where the condition of that selection holds.
    const below = all.length === 1 || held === 'always' ? 'always' : 'perhaps'
    return node.selectionSet ? [{ set: node.selectionSet, parent: namedType(types[index]), held: below }] : []
  })
  return {
    type: types.find((type) => type !== undefined),
    children: sets.length > 0 ? shapeOf(sets, around) : undefined,
    always: all.some(({ held }) => held === 'always'),
    types: new Set(all.flatMap(({ held }) => (typeof held === 'object' ? held.type : []))),
  }
}

/** A condition on the parent's own type changes nothing; one on another type narrows; two different ones are left open. */
function heldWithin(
  held: SelectionContext['held'],
  type: string | undefined,
  parent: string | undefined,
): SelectionContext['held'] {
  if (held === 'perhaps' || type === undefined || type === parent) return held
  return held === 'always' ? { type } : 'perhaps'
}

function typeOfField(
  schema: GraphQLSchema,
  parent: string | undefined,
  name: string,
): GraphQLOutputType | undefined {
  const type = parent === undefined ? undefined : schema.getType(parent)
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name]?.type : undefined
}

function namedType(type: GraphQLOutputType | undefined): string | undefined {
  return type?.toString().replaceAll(/[[\]!]/g, '')
}
