/**
 * Fields that a client selects under several response keys and that a plan must not merge: mutations, which
 * run once for each key, and objects whose keys select different fields, one of them non-null (its failure
 * makes the object null for the key that selects it, and for no other). Each gets a directive with its
 * client's key, so that it is planned and read under its own response key (response-keys.ts). The directive
 * is in no schema and is removed from the plan's text.
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

interface AliasedField {
  readonly fields: FieldNode[]
  readonly responseKeys: Set<string>
  readonly selections: Set<string>
  mayFail: boolean
}

/** Objects that are asked under several response keys with different selections, one of them with a field that may not be null. */
function objectsApart(document: DocumentNode, schema: GraphQLSchema): readonly FieldNode[] {
  if (!hasAliases(document)) return []
  const fieldsByKey = new Map<string, AliasedField>()
  const open: AliasedField[] = []
  const types = new TypeInfo(schema)
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        enter(node) {
          if (isNonNullType(types.getType()) && node.name.value !== '__typename')
            for (const parent of open) parent.mayFail = true
          if (!node.selectionSet) return
          const key = responseKeyOf(withoutConditions(node))
          let entry = fieldsByKey.get(key)
          if (!entry)
            fieldsByKey.set(
              key,
              (entry = { fields: [], responseKeys: new Set(), selections: new Set(), mayFail: false }),
            )
          entry.fields.push(node)
          entry.responseKeys.add((node.alias ?? node.name).value)
          entry.selections.add(print(node.selectionSet))
          open.push(entry)
        },
        leave(node) {
          if (node.selectionSet) open.pop()
        },
      },
      // What it selects is not looked at here, and may be anything.
      FragmentSpread() {
        for (const parent of open) parent.mayFail = true
      },
    }),
  )
  return [...fieldsByKey.values()].flatMap(({ fields, responseKeys, selections, mayFail }) =>
    responseKeys.size > 1 && selections.size > 1 && mayFail ? fields : [],
  )
}

/** A field is the same one whatever decides over it. */
function withoutConditions(node: FieldNode): FieldNode {
  if (!node.directives?.some(isCondition)) return node
  return { ...node, directives: node.directives.filter((directive) => !isCondition(directive)) }
}

function hasAliases(document: DocumentNode): boolean {
  let hasAlias = false
  visit(document, { Field: ({ alias }) => void (hasAlias ||= alias !== undefined) })
  return hasAlias
}

function rootFields(selectionSet: SelectionSetNode, { definitions }: DocumentNode): ReadonlySet<FieldNode> {
  const fragments = fragmentsOf({ definitions })
  const fields = new Set<FieldNode>()
  const reached = new Set<string>()
  const walk = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) fields.add(selection)
      else if (selection.kind === Kind.INLINE_FRAGMENT) walk(selection.selectionSet)
      else if (!reached.has(selection.name.value)) {
        reached.add(selection.name.value)
        const fragment = fragments.get(selection.name.value)
        if (fragment) walk(fragment.selectionSet)
      }
    }
  }
  walk(selectionSet)
  return fields
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
