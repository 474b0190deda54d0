/**
 * Fields that a client asks under several response keys and that must not be one field in a plan: mutations, which run once for each key, and
 * objects of which the keys select different fields, one of which may not be null (its failure takes the object along for the key that asks it,
 * and for no other). Each is marked with its client's key, so that it is planned and read under a response key of its own (response-keys.ts).
 * The mark is no directive of any schema and so goes no further than the plan's text.
 */
import {
  isNonNullType,
  Kind,
  OperationTypeNode,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql'
import { isCondition } from './conditions.ts'
import { responseKeyOf } from './response-keys.ts'
import { fragmentsOf } from './fragments.ts'

/** A document with one operation. */
export function separateAliases(document: DocumentNode, schema: GraphQLSchema): DocumentNode {
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)
  if (!operation) return document
  const fields = new Set(objectsApart(document, schema))
  if (operation.operation === OperationTypeNode.MUTATION)
    for (const field of rootFields(operation.selectionSet, document)) if (field.alias) fields.add(field)
  if (fields.size === 0) return document
  return visit(document, {
    Field: (node) =>
      fields.has(node)
        ? { ...node, directives: [...(node.directives ?? []), markOf((node.alias ?? node.name).value)] }
        : undefined,
  })
}

interface Asked {
  readonly fields: FieldNode[]
  readonly responseKeys: Set<string>
  readonly selections: Set<string>
  mayFail: boolean
}

/** Objects that are asked under several response keys with different selections, one of them with a field that may not be null. */
function objectsApart(document: DocumentNode, schema: GraphQLSchema): readonly FieldNode[] {
  if (!hasAliases(document)) return []
  const asked = new Map<string, Asked>()
  const open: Asked[] = []
  const types = new TypeInfo(schema)
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        enter(node) {
          if (isNonNullType(types.getType()) && node.name.value !== '__typename')
            for (const one of open) one.mayFail = true
          if (!node.selectionSet) return
          const key = responseKeyOf(withoutConditions(node))
          let one = asked.get(key)
          if (!one)
            asked.set(
              key,
              (one = { fields: [], responseKeys: new Set(), selections: new Set(), mayFail: false }),
            )
          one.fields.push(node)
          one.responseKeys.add((node.alias ?? node.name).value)
          one.selections.add(print(node.selectionSet))
          open.push(one)
        },
        leave(node) {
          if (node.selectionSet) open.pop()
        },
      },
      // What it selects is not looked at here, and may be anything.
      FragmentSpread() {
        for (const one of open) one.mayFail = true
      },
    }),
  )
  return [...asked.values()].flatMap(({ fields, responseKeys, selections, mayFail }) =>
    responseKeys.size > 1 && selections.size > 1 && mayFail ? fields : [],
  )
}

/** A field is the same one whatever decides over it. */
function withoutConditions(node: FieldNode): FieldNode {
  if (!node.directives?.some(isCondition)) return node
  return { ...node, directives: node.directives.filter((one) => !isCondition(one)) }
}

function hasAliases(document: DocumentNode): boolean {
  let found = false
  visit(document, { Field: ({ alias }) => void (found ||= alias !== undefined) })
  return found
}

function rootFields(selectionSet: SelectionSetNode, { definitions }: DocumentNode): ReadonlySet<FieldNode> {
  const fragments = fragmentsOf({ definitions })
  const found = new Set<FieldNode>()
  const reached = new Set<string>()
  const walk = ({ selections }: SelectionSetNode): void => {
    for (const one of selections) {
      if (one.kind === Kind.FIELD) found.add(one)
      else if (one.kind === Kind.INLINE_FRAGMENT) walk(one.selectionSet)
      else if (!reached.has(one.name.value)) {
        reached.add(one.name.value)
        const fragment = fragments.get(one.name.value)
        if (fragment) walk(fragment.selectionSet)
      }
    }
  }
  walk(selectionSet)
  return found
}

function markOf(responseKey: string): DirectiveNode {
  return {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: 'hub__as' },
    arguments: [
      {
        kind: Kind.ARGUMENT,
        name: { kind: Kind.NAME, value: 'key' },
        value: { kind: Kind.STRING, value: responseKey },
      },
    ],
  }
}
