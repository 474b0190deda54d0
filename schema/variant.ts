/**
 * The public variant of the graph: what carries `@tag(name: "public")`, itself or by its type, and nothing else. It is the same supergraph in which
 * everything else is `@inaccessible`: no client can reach, see or guess it, and plans may still use it for keys and required fields.
 */
import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals'
import {
  Kind,
  parse,
  print,
  printSchema,
  visit,
  type ASTNode,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type SchemaDefinitionNode,
  type TypeDefinitionNode,
} from 'graphql'

/** The variant as gateways and people read it, or why it cannot be. */
export type Variant =
  { readonly supergraphSdl: string; readonly apiSdl: string } | { readonly errors: readonly string[] }

const tagName = 'public'

/** Where nothing is tagged there is no variant: then this is null. */
export function publicVariant(supergraphSdl: string): Variant | null {
  const document = parse(supergraphSdl, { noLocation: true })
  if (!document.definitions.some(hasPublicPart)) return null
  const guarded = document.definitions.flatMap(guardedParts)
  if (guarded.length > 0)
    return {
      errors: guarded.map(
        (coordinate) => `${coordinate} has a rule of access and is tagged public: take one of the two away`,
      ),
    }
  const variant = `${print(withInaccessible(document))}\n`
  try {
    const api = Supergraph.build(variant, { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES })
      .apiSchema()
      .toGraphQLJSSchema()
    return { supergraphSdl: variant, apiSdl: `${printSchema(api)}\n` }
  } catch (error) {
    return { errors: causesOf(error).map((cause) => `The public variant does not compose: ${cause}`) }
  }
}

/** Why there can be no variant; none where it composes or nothing is tagged. */
export function findVariantFaults(supergraphSdl: string): readonly string[] {
  const variant = publicVariant(supergraphSdl)
  return variant && 'errors' in variant ? variant.errors : []
}

/** Federation's own types and directives are named with two underscores and are in no API schema. */
const isMachinery = (name: string): boolean => name.includes('__')

const typeKinds: ReadonlySet<string> = new Set([
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.UNION_TYPE_DEFINITION,
  Kind.ENUM_TYPE_DEFINITION,
  Kind.INPUT_OBJECT_TYPE_DEFINITION,
  Kind.SCALAR_TYPE_DEFINITION,
])

function isType(node: ASTNode): node is TypeDefinitionNode {
  return typeKinds.has(node.kind)
}

interface Tagged {
  readonly directives?: readonly ConstDirectiveNode[] | undefined
}

/** Whether it is tagged public itself. */
export function isTagged({ directives = [] }: Tagged): boolean {
  return directives.some(
    ({ name, arguments: values = [] }) =>
      name.value === 'tag' &&
      values.some(({ value }) => value.kind === Kind.STRING && value.value === tagName),
  )
}

interface Member extends Tagged {
  readonly name: { readonly value: string }
}

function membersOf(node: TypeDefinitionNode): readonly Member[] {
  if (node.kind === Kind.ENUM_TYPE_DEFINITION) return node.values ?? []
  return 'fields' in node ? (node.fields ?? []) : []
}

function hasPublicPart(node: DefinitionNode): boolean {
  return isType(node) && (isTagged(node) || membersOf(node).some(isTagged))
}

const rules: ReadonlySet<string> = new Set(['requiresScopes', 'policy', 'authenticated'])
const hasRule = ({ directives = [] }: Tagged): boolean => directives.some(({ name }) => rules.has(name.value))

/** The coordinates that are public and have a rule. */
function guardedParts(node: DefinitionNode): readonly string[] {
  if (!isType(node)) return []
  const own = isTagged(node) && hasRule(node) ? [node.name.value] : []
  return [
    ...own,
    ...membersOf(node)
      .filter((member) => (isTagged(node) || isTagged(member)) && hasRule(member))
      .map((member) => `${node.name.value}.${member.name.value}`),
  ]
}

const inaccessible: ConstDirectiveNode = {
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: 'inaccessible' },
}

function withInaccessible(document: DocumentNode): DocumentNode {
  const types = new Map(document.definitions.filter(isType).map((node) => [node.name.value, node]))
  const isPublicType = (name: string): boolean => {
    const node = types.get(name)
    return !node || (hasPublicPart(node) && !isMachinery(name))
  }
  const hidden = <Node extends Tagged>(node: Node): Node => ({
    ...node,
    directives: [...(node.directives ?? []), inaccessible],
  })
  return visit(withFeature(document), {
    enter(node) {
      if (!isType(node) || isMachinery(node.name.value)) return undefined
      if (!isPublicType(node.name.value)) return hidden(node)
      if (isTagged(node) || membersOf(node).length === 0) return false
      return hideUntagged(node, hidden)
    },
  })
}

function hideUntagged(
  node: TypeDefinitionNode,
  hidden: <Node extends Tagged>(node: Node) => Node,
): TypeDefinitionNode {
  const shown = <Node extends Tagged>(member: Node): Node => (isTagged(member) ? member : hidden(member))
  if (node.kind === Kind.ENUM_TYPE_DEFINITION) return { ...node, values: node.values?.map(shown) ?? [] }
  if (node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION)
    return { ...node, fields: (node.fields ?? []).map((field: FieldDefinitionNode) => shown(field)) }
  if (node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION)
    return { ...node, fields: (node.fields ?? []).map(shown) }
  return node
}

const feature = 'https://specs.apollo.dev/inaccessible/v0.2'

/** Declares `@inaccessible` where no slice uses it. */
function withFeature(document: DocumentNode): DocumentNode {
  if (
    document.definitions.some(
      (node) => node.kind === Kind.DIRECTIVE_DEFINITION && node.name.value === 'inaccessible',
    )
  )
    return document
  const { definitions } = parse(
    `schema @link(url: "${feature}", for: SECURITY) { query: Query }
     directive @inaccessible on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION`,
    { noLocation: true },
  )
  const [schema, directive] = definitions as [SchemaDefinitionNode, DefinitionNode]
  const linked = (node: DefinitionNode): DefinitionNode =>
    node.kind === Kind.SCHEMA_DEFINITION
      ? { ...node, directives: [...(node.directives ?? []), ...(schema.directives ?? [])] }
      : node
  return { ...document, definitions: [...document.definitions.map(linked), directive] }
}

function causesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [String(error)]
  const { causes } = error as { causes?: readonly Error[] }
  return causes && causes.length > 0 ? causes.map(({ message }) => message) : [error.message]
}
