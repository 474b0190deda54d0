/**
 * What is about people is closed: every field that can be reached from Person, or that leads to it, carries a rule of access and is
 * nullable, so that a refusal nulls the field and nothing around it. Places and their figures are public, wherever they are come by.
 */
import { readRules } from '@samenhang/subgraph-kit/access/rules'
import { locationOf } from '@samenhang/subgraph-kit/slice'
import { Kind, type FieldDefinitionNode, type TypeNode } from 'graphql'
import type { Slice } from './slices.ts'

const subject = 'Person'

/** What says nothing of a person by itself: places, with all their figures, and where a page lies in its list. */
const open = ['Query', 'Area', 'PageInfo']

interface SliceField {
  readonly slice: Slice
  readonly type: string
  readonly node: FieldDefinitionNode
  readonly returns: string
}

/** The fields that break this, as lines for their authors, each with file, line and column; none where all is well. */
export function findOpenFields(slices: readonly Slice[]): readonly string[] {
  const fields = slices.flatMap(fieldsOf)
  const closed = closedTypes(fields, openTypes(slices))
  const rules = new Map(slices.map((slice) => [slice, readRules(slice.typeDefs)]))
  return fields.flatMap(({ slice, type, node, returns }) => {
    if (!closed.has(type) && !closed.has(returns)) return []
    if (hasDirective(node, 'external') || isKey(slice, type, node.name.value)) return []
    const coordinate = `${type}.${node.name.value}`
    return [
      ...(rules.get(slice)?.has(coordinate)
        ? []
        : [`${locationOf(node)}${coordinate} carries no rule: give it @requiresScopes and @policy.`]),
      ...(node.type.kind === Kind.NON_NULL_TYPE
        ? [`${locationOf(node)}${coordinate} is not nullable: a refusal of it would null its parent.`]
        : []),
    ]
  })
}

function fieldsOf(slice: Slice): readonly SliceField[] {
  return slice.typeDefs.definitions.flatMap((definition) =>
    (definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
      definition.kind === Kind.OBJECT_TYPE_EXTENSION ||
      definition.kind === Kind.INTERFACE_TYPE_DEFINITION) &&
    definition.fields
      ? definition.fields.map((node) => ({
          slice,
          type: definition.name.value,
          node,
          returns: namedType(node.type),
        }))
      : [],
  )
}

/** Those that are always open, and the kinds of place. */
function openTypes(slices: readonly Slice[]): ReadonlySet<string> {
  const kinds = slices.flatMap(({ typeDefs }) =>
    typeDefs.definitions.flatMap((definition) =>
      definition.kind === Kind.OBJECT_TYPE_DEFINITION &&
      definition.interfaces?.some(({ name }) => open.includes(name.value))
        ? [definition.name.value]
        : [],
    ),
  )
  return new Set([...open, ...kinds])
}

/** The subject, the types that lead to it and those that it leads to. */
function closedTypes(fields: readonly SliceField[], publicTypes: ReadonlySet<string>): ReadonlySet<string> {
  const closed = new Set([subject])
  const objects = new Set(fields.map(({ type }) => type))
  for (let size = 0; size < closed.size;) {
    size = closed.size
    for (const { type, returns } of fields) {
      if (closed.has(returns) && !publicTypes.has(type)) closed.add(type)
      if (closed.has(type) && objects.has(returns) && !publicTypes.has(returns)) closed.add(returns)
    }
  }
  return closed
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type)
}

function hasDirective({ directives }: FieldDefinitionNode, name: string): boolean {
  return directives?.some((directive) => directive.name.value === name) ?? false
}

function isKey({ typeDefs }: Slice, type: string, field: string): boolean {
  return typeDefs.definitions.some(
    (definition) =>
      definition.kind === Kind.OBJECT_TYPE_DEFINITION &&
      definition.name.value === type &&
      definition.directives?.some(
        ({ name, arguments: keyArguments }) =>
          name.value === 'key' &&
          keyArguments?.some(
            ({ value }) => value.kind === Kind.STRING && value.value.split(/\s+/).includes(field),
          ),
      ),
  )
}
