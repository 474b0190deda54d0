/**
 * What a slice must not do although it composes: leave something undescribed, declare an indicator that cannot be null, or declare a type that
 * several slices share otherwise than they do. Each fault is a line for its author, with file, line and column.
 */
import { kitNames, nameOf, locationOf } from '@samenhang/subgraph-kit/slice'
import {
  Kind,
  print,
  visit,
  type ASTNode,
  type DefinitionNode,
  type DirectiveNode,
  type FieldDefinitionNode,
  type ObjectTypeDefinitionNode,
  type StringValueNode,
} from 'graphql'
import type { Slice } from './slices.ts'
import { findSourceFaults } from './source-faults.ts'

/** The faults of slices as their teams wrote them; none where all is well. */
export function findSliceFaults(slices: readonly Slice[]): readonly string[] {
  return [
    ...slices.flatMap((slice) => [...findUndescribed(slice), ...findIndicatorFaults(slice)]),
    ...findKitNames(slices),
    ...findDrift(slices),
    ...findSourceFaults(slices),
  ]
}

interface Described {
  readonly name: { readonly value: string }
  readonly description?: StringValueNode | undefined
}

function findUndescribed({ typeDefs }: Slice): readonly string[] {
  const lines: string[] = []
  let type = ''
  const look = (node: ASTNode & Described, before = '') => {
    if (!node.description?.value.trim())
      lines.push(`${locationOf(node)}${before}${node.name.value} has no description: say what it is.`)
  }
  visit(typeDefs, {
    enter(node) {
      switch (node.kind) {
        case Kind.OBJECT_TYPE_DEFINITION:
        case Kind.INTERFACE_TYPE_DEFINITION:
        case Kind.INPUT_OBJECT_TYPE_DEFINITION:
        case Kind.ENUM_TYPE_DEFINITION:
        case Kind.UNION_TYPE_DEFINITION:
        case Kind.SCALAR_TYPE_DEFINITION:
          type = node.name.value
          if (!['Query', 'Mutation'].includes(type)) look(node)
          break
        case Kind.DIRECTIVE_DEFINITION:
          type = `@${node.name.value}`
          look(node, '@')
          break
        case Kind.FIELD_DEFINITION:
        case Kind.INPUT_VALUE_DEFINITION:
        case Kind.ENUM_VALUE_DEFINITION:
          look(node, `${type}.`)
      }
    },
  })
  return lines
}

function findIndicatorFaults({ typeDefs }: Slice): readonly string[] {
  return typeDefs.definitions.filter(isObject).flatMap((type) =>
    (type.fields ?? []).flatMap((field) => {
      if (!has(field, 'indicator')) return []
      const isNullable = field.type.kind === Kind.NAMED_TYPE
      if (isNullable && ['Int', 'Float', 'String'].includes(field.type.name.value)) return []
      const coordinate = `${type.name.value}.${field.name.value}`
      return [
        `${locationOf(field)}${coordinate} is an indicator and ${print(field.type)}: make it a nullable Int, Float or String, for a figure may be missing.`,
      ]
    }),
  )
}

/** A slice that declares what the kit has would serve its own, and others the kit's. */
function findKitNames(slices: readonly Slice[]): readonly string[] {
  const kit = kitNames()
  return slices.flatMap(({ typeDefs }) =>
    typeDefs.definitions.flatMap((node) => {
      const name = nameOf(node)
      // The kit's own come from its file.
      if (!kit.has(name) || node.loc?.source.name.endsWith('subgraph-kit/schema.graphql')) return []
      return [
        `${locationOf(node)}${name} is declared in subgraph-kit/schema.graphql for all slices: use it from there.`,
      ]
    }),
  )
}

/** Types without a key that several slices declare: the same whole where all of it is shared, the same field by field elsewhere. */
function findDrift(slices: readonly Slice[]): readonly string[] {
  const first = new Map<string, { readonly node: DefinitionNode; readonly slice: string }>()
  const lines: string[] = []
  for (const { name: slice, typeDefs } of slices) {
    for (const node of typeDefs.definitions) {
      const name = nameOf(node)
      if (!name || name === 'Query' || name === 'Mutation') continue
      const other = first.get(name)
      if (!other) first.set(name, { node, slice })
      // A type and what extends it in one slice are one declaration.
      else if (other.slice !== slice) lines.push(...driftOf(name, node, other.node))
    }
  }
  return lines
}

function driftOf(name: string, node: DefinitionNode, other: DefinitionNode): readonly string[] {
  // An entity has other fields in each slice, and a place is an interface in one and an object in others.
  if (isEntity(node) || isEntity(other)) return []
  if (!isObject(node) || !isObject(other)) {
    return print(node) === print(other) ? [] : [differs(node, other, name)]
  }
  if (has(node, 'shareable') && has(other, 'shareable'))
    return print(node) === print(other) ? [] : [differs(node, other, name)]
  return (node.fields ?? []).flatMap((field) => {
    const same = other.fields?.find((candidate) => candidate.name.value === field.name.value)
    const isEqual = !same || shapeOf(field) === shapeOf(same)
    return isEqual ? [] : [differs(field, same, `${name}.${field.name.value}`)]
  })
}

const differs = (node: ASTNode, other: ASTNode, name: string) =>
  `${locationOf(node)}${name} is declared otherwise at ${locationOf(other).slice(0, -2)}: slices that share a type declare it alike.`

/** A field by its type and arguments: who owns it and who may see it differs between slices. */
function shapeOf({ name, arguments: args = [], type }: FieldDefinitionNode): string {
  return [
    name.value,
    ...args.map((argument) => `${argument.name.value}: ${print(argument.type)}`),
    print(type),
  ].join(' ')
}

function isEntity(node: DefinitionNode): boolean {
  return 'directives' in node && has(node, 'key')
}

function isObject(node: DefinitionNode): node is ObjectTypeDefinitionNode {
  return node.kind === Kind.OBJECT_TYPE_DEFINITION
}

function has(
  { directives }: { readonly directives?: readonly DirectiveNode[] | undefined },
  name: string,
): boolean {
  return directives?.some((directive) => directive.name.value === name) ?? false
}
