/**
 * What a slice must hold to beside what composition refuses (slice-faults.ts, closed-types.ts): fields that cross domains are nullable, `@requires`
 * names no arguments, keys can be resolved, lists of entities come in pages, an indicator is complete, and an open enum has Dutch. Each fault is a line for its author.
 */
import { argumentsOf } from '@samenhang/subgraph-kit/directive-arguments'
import { locationOf } from '@samenhang/subgraph-kit/slice'
import {
  Kind,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type InterfaceTypeExtensionNode,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  type TypeNode,
} from 'graphql'
import { findUnlabelled } from './dutch-labels.ts'
import type { Slice } from './slices.ts'

export type HouseRule =
  | 'NULLABLE_ACROSS_DOMAINS'
  | 'NO_ARGUMENTS_IN_REQUIRES'
  | 'RESOLVABLE_KEYS'
  | 'PAGED_LISTS'
  | 'COMPLETE_INDICATOR'
  | 'DUTCH_BESIDE_ENGLISH'

type Fielded =
  | ObjectTypeDefinitionNode
  | ObjectTypeExtensionNode
  | InterfaceTypeDefinitionNode
  | InterfaceTypeExtensionNode

/** The faults of one slice by rule, given all slices. */
export function findHouseFaults(
  slice: Slice,
  slices: readonly Slice[],
): Readonly<Record<HouseRule, readonly string[]>> {
  const fields = fieldsOf(slice.typeDefs)
  const entities = entitiesOf(slices)
  return {
    NULLABLE_ACROSS_DOMAINS: findNotNullable(slice, fields, entities),
    NO_ARGUMENTS_IN_REQUIRES: fields.flatMap(findRequiredArguments),
    RESOLVABLE_KEYS: typesOf(slice.typeDefs).flatMap(findUnresolvable),
    PAGED_LISTS: fields.flatMap((field) => findUnpaged(field, entities)),
    COMPLETE_INDICATOR: findIncomplete(fields),
    DUTCH_BESIDE_ENGLISH: findUnlabelled([slice]),
  }
}

interface Field {
  readonly type: Fielded
  readonly node: FieldDefinitionNode
}

function typesOf({ definitions }: DocumentNode): readonly Fielded[] {
  return definitions.filter(
    (node) =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION ||
      node.kind === Kind.OBJECT_TYPE_EXTENSION ||
      node.kind === Kind.INTERFACE_TYPE_DEFINITION ||
      node.kind === Kind.INTERFACE_TYPE_EXTENSION,
  )
}

function fieldsOf(typeDefs: DocumentNode): readonly Field[] {
  return typesOf(typeDefs).flatMap((type) => (type.fields ?? []).map((node) => ({ type, node })))
}

/** The slices that declare each type with a key. */
type Entities = ReadonlyMap<string, ReadonlySet<string>>

function entitiesOf(slices: readonly Slice[]): Entities {
  const entities = new Map<string, Set<string>>()
  for (const { name: slice, typeDefs } of slices)
    for (const type of typesOf(typeDefs)) {
      if (directivesOf(type, 'key').length === 0) continue
      const name = type.name.value
      entities.set(name, (entities.get(name) ?? new Set()).add(slice))
    }
  return entities
}

/** A root field, a field that a domain adds to what another owns, and one that leads to what another owns. */
function findNotNullable(slice: Slice, fields: readonly Field[], entities: Entities): readonly string[] {
  const own = ownedBy(slice)
  return fields.flatMap(({ type, node }) => {
    if (node.type.kind !== Kind.NON_NULL_TYPE) return []
    const name = type.name.value
    const isRoot = name === 'Query'
    const isAdded = directivesOf(type, 'interfaceObject').length > 0 && !isKeyField(type, node.name.value)
    const leadsTo = namedType(node.type)
    const isReference = entities.has(leadsTo) && !own.has(leadsTo) && (entities.get(leadsTo)?.size ?? 0) > 1
    if (!isRoot && !isAdded && !isReference) return []
    return [
      `${locationOf(node)}${name}.${node.name.value} crosses domains and is not nullable: make it nullable, so that an outage of one domain leaves the others.`,
    ]
  })
}

/** The entities that a slice says more of than their key, and does not only add to. */
function ownedBy({ typeDefs }: Slice): ReadonlySet<string> {
  return new Set(
    typesOf(typeDefs)
      .filter(
        (type) =>
          directivesOf(type, 'interfaceObject').length === 0 &&
          directivesOf(type, 'key').length > 0 &&
          (type.fields ?? []).some(({ name }) => !isKeyField(type, name.value)),
      )
      .map(({ name }) => name.value),
  )
}

function findRequiredArguments({ type, node }: Field): readonly string[] {
  return directivesOf(node, 'requires').flatMap((directive) =>
    String(argumentsOf(directive)['fields']).includes('(')
      ? [
          `${locationOf(node)}${type.name.value}.${node.name.value} has arguments in @requires: the planner may then give wrong data. Require a field without arguments.`,
        ]
      : [],
  )
}

function findUnresolvable(type: Fielded): readonly string[] {
  return directivesOf(type, 'key').flatMap((directive) =>
    argumentsOf(directive)['resolvable'] === false
      ? [
          `${locationOf(type)}${type.name.value} has a key that cannot be resolved: the planner may then give null. Take "resolvable: false" away.`,
        ]
      : [],
  )
}

/** Entities are many: a list of them comes in a connection, or is as long as the client says. */
function findUnpaged({ type, node }: Field, entities: Entities): readonly string[] {
  if (!isList(node.type) || !entities.has(namedType(node.type))) return []
  if (type.name.value.endsWith('Connection')) return []
  if (node.arguments?.some(({ name }) => ['first', 'codes', 'ids'].includes(name.value))) return []
  return [
    `${locationOf(node)}${type.name.value}.${node.name.value} is a list of ${namedType(node.type)} without pages: give a connection, with the arguments first and after.`,
  ]
}

/** The catalogue takes the labels from the description; the import takes a column for one indicator only. */
function findIncomplete(fields: readonly Field[]): readonly string[] {
  const claimed = new Map<string, string>()
  return fields.flatMap(({ type, node }) => {
    const [indicator] = directivesOf(node, 'indicator')
    if (!indicator) return []
    const coordinate = `${type.name.value}.${node.name.value}`
    const { source, columns, occurrence = 1, kind, categories = [] } = argumentsOf(indicator)
    const names = Array.isArray(columns) ? columns.map(String) : []
    const lines: string[] = []
    if (!/^[^(.]+\([^)]+\)/.test(node.description?.value.trim() ?? ''))
      lines.push('begin its description with the English label and the Dutch term in brackets')
    if (kind === undefined || kind === null)
      lines.push('say its kind, such as kind: COUNT: how figures of several areas are taken together')
    if (names.length === 0) lines.push('name at least one column of the source')
    for (const name of names) {
      const claim = JSON.stringify([source, name, occurrence, categories])
      const other = claimed.get(claim)
      if (other !== undefined) lines.push(`the column ${name} is that of ${other} already`)
      claimed.set(claim, coordinate)
    }
    const siblings = (type.fields ?? []).map(({ name }) => name.value)
    const lacking = ['period', 'source', 'missing'].filter((name) => !siblings.includes(name))
    if (lacking.length > 0) lines.push(`its type lacks ${lacking.join(', ')}`)
    return lines.map((line) => `${locationOf(node)}${coordinate} is no complete indicator: ${line}.`)
  })
}

function directivesOf(
  { directives }: { readonly directives?: readonly ConstDirectiveNode[] | undefined },
  name: string,
): readonly ConstDirectiveNode[] {
  return (directives ?? []).filter((directive) => directive.name.value === name)
}

function isKeyField(type: Fielded, field: string): boolean {
  return directivesOf(type, 'key').some((key) =>
    String(argumentsOf(key)['fields']).split(/\s+/).includes(field),
  )
}

function isList(type: TypeNode): boolean {
  return type.kind === Kind.NON_NULL_TYPE ? isList(type.type) : type.kind === Kind.LIST_TYPE
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type)
}
