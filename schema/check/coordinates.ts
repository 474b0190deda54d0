/**
 * Schema coordinates (GraphQL, September 2025): `Type`, `Type.field`, `Type.field(argument:)`, `Enum.VALUE`, `Input.field`, `@directive`,
 * `@directive(argument:)`; what stands at one in a document and in a schema.
 */
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  Kind,
  type ASTNode,
  type DefinitionNode,
  type DirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql'
import type { Location } from './finding.ts'

interface Coordinate {
  readonly directive?: string
  readonly type?: string
  readonly member?: string
  readonly argument?: string
}

export function parseCoordinate(coordinate: string): Coordinate {
  const [, at, name = '', member, argument] = /^(@?)(\w+)(?:\.(\w+))?(?:\((\w+):\))?$/.exec(coordinate) ?? []
  return {
    ...(at === '@' ? { directive: name } : { type: name }),
    ...(member !== undefined && { member }),
    ...(argument !== undefined && { argument }),
  }
}

/** An element of a document with its coordinate. Extensions of a type count as the type. */
export interface Element {
  readonly coordinate: string
  readonly node: ASTNode
  readonly directives: readonly DirectiveNode[]
}

/** Every type, directive, field, argument, value and input field that the document declares. */
export function elementsOf({ definitions }: DocumentNode): readonly Element[] {
  return definitions.flatMap(elementsOfDefinition)
}

function elementsOfDefinition(definition: DefinitionNode): readonly Element[] {
  if (!('name' in definition)) return []
  const name = definition.name.value
  if (definition.kind === Kind.DIRECTIVE_DEFINITION)
    return [
      element(`@${name}`, definition),
      ...(definition.arguments ?? []).map((node) => element(`@${name}(${node.name.value}:)`, node)),
    ]
  const members = [
    ...('fields' in definition ? (definition.fields ?? []) : []),
    ...('values' in definition ? (definition.values ?? []) : []),
  ]
  return [
    element(name, definition),
    ...members.flatMap((node) => [
      element(`${name}.${node.name.value}`, node),
      ...('arguments' in node ? (node.arguments ?? []) : []).map((argument) =>
        element(`${name}.${node.name.value}(${argument.name.value}:)`, argument),
      ),
    ]),
  ]
}

function element(
  coordinate: string,
  node: ASTNode & { readonly directives?: readonly DirectiveNode[] | undefined },
): Element {
  return { coordinate, node, directives: node.directives ?? [] }
}

/** Where the document declares what is at a coordinate; where that is gone, the nearest that is around it. */
export function locate(document: DocumentNode, coordinate: string): Location | undefined {
  const byCoordinate = new Map(elementsOf(document).map((one) => [one.coordinate, one.node]))
  const { type = '', member } = parseCoordinate(coordinate)
  const node =
    byCoordinate.get(coordinate) ??
    (member === undefined ? undefined : byCoordinate.get(`${type}.${member}`)) ??
    byCoordinate.get(type)
  const loc = node && 'name' in node ? node.name.loc : undefined
  if (!loc) return undefined
  const { line, column } = loc.startToken
  return { file: loc.source.name, line, column }
}

/** The reason that the schema gives for what is deprecated at a coordinate; undefined where it is not. */
export function deprecationAt(schema: GraphQLSchema, coordinate: string): string | undefined {
  const { type: name = '', member = '', argument } = parseCoordinate(coordinate)
  const type = schema.getType(name)
  if (isEnumType(type)) return type.getValue(member)?.deprecationReason ?? undefined
  if (isInputObjectType(type)) return type.getFields()[member]?.deprecationReason ?? undefined
  if (!isObjectType(type) && !isInterfaceType(type)) return undefined
  const field = type.getFields()[member]
  const found = argument === undefined ? field : field?.args.find((one) => one.name === argument)
  return found?.deprecationReason ?? undefined
}
