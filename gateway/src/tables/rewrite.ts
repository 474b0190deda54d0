/**
 * The operation that is run for a table: the client's, with the pages that the lane asks for, and with what it needs to know of each page and of each
 * figure that is null, under keys of its own.
 */
import {
  getNamedType,
  getNullableType,
  isInterfaceType,
  isObjectType,
  Kind,
  parseType,
  print,
  type ArgumentNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
  type VariableDefinitionNode,
} from 'graphql'
import { tableDirectives } from '@samenhang/schema/consumers/table-directives'
import { connectionOf } from './paging.ts'
import { originFields, sourceFieldsOf } from './origin-fields.ts'
import type { Place } from './places.ts'
import { missingField, tellsMissing } from './statuses.ts'

/** The response keys of what the lane asks for itself. */
export interface OwnKeys {
  readonly missing: string
  readonly pageInfo: string
  readonly totalCount: string
  readonly edges: string
  readonly period: string
  readonly source: string
}

/** The variables of a connection that is followed. */
export interface PageVariables {
  readonly first: string
  readonly after: string
  readonly afterType: string
}

export interface Rewritten {
  readonly document: DocumentNode
  readonly text: string
  readonly keys: OwnKeys
  /** For each list of the chain that is the page of a connection. */
  readonly pages: readonly (PageVariables | undefined)[]
}

interface Around {
  readonly schema: GraphQLSchema
  readonly keys: OwnKeys
  readonly hasStatuses: boolean
  /** Whether it asks of which period and from where figures are. */
  readonly hasOrigins: boolean
  /** By the path of response keys, from the root and through lists. */
  readonly followed: ReadonlyMap<string, PageVariables>
}

/** What is asked of a list in a cell; there must be no more. */
const pageInCell = '1000'

export function rewritten(
  operation: OperationDefinitionNode,
  chain: readonly Place[],
  { schema, hasStatuses, hasOrigins }: Pick<Around, 'schema' | 'hasStatuses' | 'hasOrigins'>,
): Rewritten {
  const taken = namesIn(operation)
  const free = (name: string): string => (taken.has(name) ? free(`table_${name}`) : name)
  const keys = {
    ...{ missing: free(missingField), pageInfo: free('pageInfo') },
    ...{ totalCount: free('totalCount'), edges: free('edges') },
    ...{ period: free(originFields.period), source: free(originFields.source) },
  }
  const followed = new Map<string, PageVariables>()
  let above: readonly string[] = []
  const pages = chain.map(({ keys: own, connection }, index) => {
    const args = connection?.field.field?.args ?? []
    const afterType = String(getNullableType(args.find(({ name }) => name === 'after')?.type))
    const page = { first: free(`first_${String(index)}`), after: free(`after_${String(index)}`), afterType }
    if (connection) followed.set([...above, ...connection.keys].join('.'), page)
    above = [...above, ...own]
    return connection && page
  })
  const around = { schema, keys, hasStatuses, hasOrigins, followed }
  const root = schema.getRootType(operation.operation)?.name ?? ''
  const definition: OperationDefinitionNode = {
    ...operation,
    variableDefinitions: [
      ...(operation.variableDefinitions ?? []),
      ...[...followed.values()].flatMap(({ first, after, afterType }) => [
        variable(first, 'Int!'),
        variable(after, afterType),
      ]),
    ],
    selectionSet: rewrittenSet(operation.selectionSet, root, [], around),
  }
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [definition] }
  return { document, text: print(document), keys, pages }
}

function rewrittenSet(
  { selections }: SelectionSetNode,
  parent: string,
  path: readonly string[],
  around: Around,
): SelectionSetNode {
  const nodes = selections.map((node): SelectionNode => {
    if (node.kind === Kind.FIELD) return rewrittenField(node, parent, path, around)
    if (node.kind !== Kind.INLINE_FRAGMENT) return node
    const inner = rewrittenSet(node.selectionSet, node.typeCondition?.name.value ?? parent, path, around)
    return { ...node, selectionSet: inner }
  })
  const { keys, hasStatuses, schema } = around
  const missing =
    hasStatuses && tellsMissing(parent, schema)
      ? [named(missingField, keys.missing, ['field', 'reason'])]
      : []
  return { kind: Kind.SELECTION_SET, selections: [...nodes, ...missing, ...originsIn(parent, around)] }
}

function originsIn(parent: string, { keys, hasOrigins, schema }: Around): readonly FieldNode[] {
  const fields = hasOrigins && tellsMissing(parent, schema) ? sourceFieldsOf(parent, schema) : undefined
  if (!fields?.length) return []
  const type = schema.getType(parent)
  const hasPeriod = isObjectType(type) && Object.hasOwn(type.getFields(), originFields.period)
  return [
    named(originFields.source, keys.source, fields),
    ...(hasPeriod ? [named(originFields.period, keys.period)] : []),
  ]
}

function rewrittenField(node: FieldNode, parent: string, path: readonly string[], around: Around): FieldNode {
  const directives = node.directives?.filter(({ name }) => !isOfTables(name)) ?? []
  const type = around.schema.getType(parent)
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined
  if (!node.selectionSet || !field) return { ...node, directives }
  const here = [...path, (node.alias ?? node.name).value]
  const selectionSet = rewrittenSet(node.selectionSet, getNamedType(field.type).name, here, around)
  const connection = connectionOf(field)
  if (!connection) return { ...node, directives, selectionSet }
  const { keys, followed } = around
  const page = followed.get(here.join('.'))
  const has = (name: string): boolean => Object.hasOwn(connection.getFields(), name)
  const own = [
    named('pageInfo', keys.pageInfo, ['hasNextPage', 'endCursor']),
    ...(page && has('totalCount') ? [named('totalCount', keys.totalCount)] : []),
    // The cursors of those that have connections within them.
    ...(page && has('edges') && hasPagesBelow(here, followed)
      ? [named('edges', keys.edges, ['cursor'])]
      : []),
  ]
  const size: ValueNode = page ? variableNamed(page.first) : { kind: Kind.INT, value: pageInCell }
  return {
    ...node,
    directives,
    arguments: [
      ...(node.arguments ?? []),
      argument('first', size),
      ...(page ? [argument('after', variableNamed(page.after))] : []),
    ],
    selectionSet: { kind: Kind.SELECTION_SET, selections: [...selectionSet.selections, ...own] },
  }
}

function hasPagesBelow(path: readonly string[], followed: Around['followed']): boolean {
  return [...followed.keys()].some((other) => other.startsWith(`${path.join('.')}.`))
}

function isOfTables(name: DirectiveNode['name']): boolean {
  return name.value === tableDirectives.row || name.value === tableDirectives.join
}

function named(name: string, key: string, fields: readonly string[] = []): FieldNode {
  return {
    kind: Kind.FIELD,
    ...(key !== name && { alias: nameNode(key) }),
    name: nameNode(name),
    ...(fields.length > 0 && {
      selectionSet: {
        kind: Kind.SELECTION_SET,
        selections: fields.map((field) => ({ kind: Kind.FIELD, name: nameNode(field) })),
      },
    }),
  }
}

/** Response keys and variables: `path` tells them apart, but one name for all is easier to read. */
function namesIn(operation: OperationDefinitionNode): ReadonlySet<string> {
  const names = new Set(operation.variableDefinitions?.map(({ variable: { name } }) => name.value))
  const visitSet = ({ selections }: SelectionSetNode): void => {
    for (const node of selections) {
      if (node.kind === Kind.FIELD) names.add((node.alias ?? node.name).value)
      if (node.kind !== Kind.FRAGMENT_SPREAD && node.selectionSet) visitSet(node.selectionSet)
    }
  }
  visitSet(operation.selectionSet)
  return names
}

function variable(name: string, type: string): VariableDefinitionNode {
  return { kind: Kind.VARIABLE_DEFINITION, variable: variableNamed(name), type: parseType(type) }
}

function variableNamed(name: string) {
  return { kind: Kind.VARIABLE, name: nameNode(name) } as const
}

function argument(name: string, value: ValueNode): ArgumentNode {
  return { kind: Kind.ARGUMENT, name: nameNode(name), value }
}

function nameNode(value: string) {
  return { kind: Kind.NAME, value } as const
}
