/**
 * The schema that a caller may see: without what is refused to that caller, and without what is reachable
 * only through it. It serves introspection and the messages about invalid operations, so that neither names
 * what its reader may not see.
 */
import { Lru } from '@samenhang/subgraph-kit/lru'
import type { RequestContext } from './request-context.ts'
import {
  buildASTSchema,
  Kind,
  parse,
  printSchema,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  type InputValueDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
  type TypeNode,
} from 'graphql'
import type { Refusals } from '../engine/document/filter.ts'
import type { Permissions } from './permissions.ts'

/** The schema for a filter key; the most recent are kept. */
export type VisibleSchema = (key: string) => GraphQLSchema

const mostSchemas = 20

export function visibleSchemas(apiSchema: GraphQLSchema, permissions: Permissions): VisibleSchema {
  const fullDocument = parse(printSchema(apiSchema), { noLocation: true })
  const schemas = new Lru<string, GraphQLSchema>(mostSchemas, mostSchemas)
  return (key) => {
    const schema = schemas.get(key)
    if (schema) return schema
    const visible = buildASTSchema(withoutRefused(fullDocument, permissions.refusals(key)), {
      assumeValid: true,
    })
    schemas.set(key, visible, 1)
    return visible
  }
}

type FieldsNode = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode

function hasFields(node: DefinitionNode): node is FieldsNode {
  return node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION
}

function withoutRefused(document: DocumentNode, refusals: Refusals): DocumentNode {
  const objects = document.definitions.filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION)
  const implementationsOf = (name: string): readonly string[] =>
    objects
      .filter((node) => node.interfaces?.some((type) => type.name.value === name))
      .map((node) => node.name.value)
      .filter((type) => !refusals.type(type))
  const isAllowed = (node: FieldsNode, { name }: FieldDefinitionNode): boolean =>
    node.kind === Kind.OBJECT_TYPE_DEFINITION
      ? !refusals.field(node.name.value, name.value)
      : implementationsOf(node.name.value).some((type) => !refusals.field(type, name.value))
  const trimmed = document.definitions.map((node) =>
    hasFields(node)
      ? { ...node, fields: (node.fields ?? []).filter((field) => isAllowed(node, field)) }
      : node,
  )
  return { ...document, definitions: onlyReachable(onlyTrueInterfaces(trimmed), refusals) }
}

/** A type that lacks a field which others behind an interface have is not shown behind it: it would not be one. */
function onlyTrueInterfaces(definitions: readonly DefinitionNode[]): readonly DefinitionNode[] {
  const fieldsOf = new Map(
    definitions.filter(hasFields).map((node) => [node.name.value, namesIn(node)] as const),
  )
  return definitions.map((node) => {
    if (!hasFields(node)) return node
    const own = namesIn(node)
    const interfaces = (node.interfaces ?? []).filter((type) =>
      [...(fieldsOf.get(type.name.value) ?? [])].every((name) => own.has(name)),
    )
    return { ...node, interfaces }
  })
}

function namesIn({ fields = [] }: FieldsNode): ReadonlySet<string> {
  return new Set(fields.map(({ name }) => name.value))
}

/** Without types that have nothing left, what leads to them, and what nothing leads to any more. */
function onlyReachable(
  allDefinitions: readonly DefinitionNode[],
  refusals: Refusals,
): readonly DefinitionNode[] {
  let definitions = allDefinitions
  for (;;) {
    const removed = new Set(
      definitions.flatMap((node) => (isEmpty(node, refusals) ? (nameIn(node) ?? []) : [])),
    )
    if (removed.size === 0) break
    definitions = definitions
      .filter((node) => !removed.has(nameIn(node) ?? ''))
      .map((node) => withoutNames(node, removed))
  }
  const reached = reachedFrom(definitions)
  return definitions.filter((node) => {
    const name = nameIn(node)
    return name === undefined || node.kind === Kind.DIRECTIVE_DEFINITION || reached.has(name)
  })
}

function isEmpty(node: DefinitionNode, refusals: Refusals): boolean {
  if (hasFields(node)) return refusals.type(node.name.value) || node.fields?.length === 0
  return node.kind === Kind.UNION_TYPE_DEFINITION && node.types?.length === 0
}

function withoutNames(node: DefinitionNode, removed: ReadonlySet<string>): DefinitionNode {
  if (node.kind === Kind.UNION_TYPE_DEFINITION)
    return { ...node, types: (node.types ?? []).filter((type) => !removed.has(type.name.value)) }
  if (!hasFields(node)) return node
  return {
    ...node,
    interfaces: (node.interfaces ?? []).filter((type) => !removed.has(type.name.value)),
    fields: (node.fields ?? []).filter(({ type }) => !removed.has(nameOf(type))),
  }
}

function reachedFrom(definitions: readonly DefinitionNode[]): ReadonlySet<string> {
  const byName = new Map(definitions.map((node) => [nameIn(node), node]))
  const reached = new Set<string>()
  const visit = (name: string): void => {
    if (reached.has(name)) return
    reached.add(name)
    const node = byName.get(name)
    if (!node) return
    if (hasFields(node)) {
      for (const { type, arguments: fieldArguments } of node.fields ?? [])
        [type, ...typesOf(fieldArguments)].forEach(visitType)
      for (const { name: interfaceName } of node.interfaces ?? []) visit(interfaceName.value)
      if (node.kind === Kind.INTERFACE_TYPE_DEFINITION)
        for (const definition of definitions)
          if (hasFields(definition) && definition.interfaces?.some((type) => type.name.value === name))
            visit(definition.name.value)
    } else if (node.kind === Kind.UNION_TYPE_DEFINITION)
      for (const type of node.types ?? []) visit(type.name.value)
    else if (node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) typesOf(node.fields).forEach(visitType)
  }
  const visitType = (type: TypeNode): void => visit(nameOf(type))
  for (const node of definitions) {
    if (node.kind === Kind.DIRECTIVE_DEFINITION) typesOf(node.arguments).forEach(visitType)
    if (node.kind === Kind.SCHEMA_DEFINITION) node.operationTypes.forEach(({ type }) => visitType(type))
  }
  for (const root of ['Query', 'Mutation', 'Subscription']) if (byName.has(root)) visit(root)
  return reached
}

function nameIn(node: DefinitionNode): string | undefined {
  return 'name' in node ? node.name.value : undefined
}

function typesOf(inputs: readonly InputValueDefinitionNode[] | undefined): readonly TypeNode[] {
  return (inputs ?? []).map(({ type }) => type)
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type)
}

/** The schema as this caller may ask of it; making it takes tens of milliseconds the first time. */
export type VisibleTo = (context: RequestContext) => GraphQLSchema
