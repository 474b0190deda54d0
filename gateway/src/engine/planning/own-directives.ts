/**
 * Directives for operations that subgraphs compose by a link of their own: clients may write them, and no subgraph is sent one. Without Apollo's planner, so that
 * who plans in another process need not load it.
 */
import {
  extendSchema,
  Kind,
  parse,
  specifiedScalarTypes,
  visit,
  type DirectiveDefinitionNode,
  type DocumentNode,
  type GraphQLSchema,
  type InputValueDefinitionNode,
} from 'graphql'

const whereClientsWrite: ReadonlySet<string> = new Set([
  'QUERY',
  'MUTATION',
  'FIELD',
  'FRAGMENT_DEFINITION',
  'FRAGMENT_SPREAD',
  'INLINE_FRAGMENT',
  'VARIABLE_DEFINITION',
])

/** A schema for clients with these directives: Apollo leaves them out of it. */
export function withOwnDirectives(schema: GraphQLSchema, supergraphSdl: string): GraphQLSchema {
  const scalars = specifiedScalarTypes.map(({ name }) => name)
  const isKnown = (type: string): boolean => scalars.includes(type) || schema.getType(type) !== undefined
  const definitions = parse(supergraphSdl, { noLocation: true }).definitions.filter(
    (node): node is DirectiveDefinitionNode =>
      node.kind === Kind.DIRECTIVE_DEFINITION &&
      !schema.getDirective(node.name.value) &&
      node.locations.some(({ value }) => whereClientsWrite.has(value)) &&
      namesIn(node.arguments ?? []).every(isKnown),
  )
  return definitions.length === 0 ? schema : extendSchema(schema, { kind: Kind.DOCUMENT, definitions })
}

/** An operation without the directives that a schema does not have. Subgraphs may each declare one in another way: none is sent it. */
export function withoutOwnDirectives(document: DocumentNode, schema: GraphQLSchema): DocumentNode {
  return visit(document, { Directive: ({ name }) => (schema.getDirective(name.value) ? undefined : null) })
}

function namesIn(inputs: readonly InputValueDefinitionNode[]): readonly string[] {
  const names: string[] = []
  for (const { type } of inputs) visit(type, { NamedType: ({ name }) => void names.push(name.value) })
  return names
}
