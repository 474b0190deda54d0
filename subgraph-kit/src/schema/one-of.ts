/**
 * `@oneOf` on input types (GraphQL, September 2025). graphql-js enforces it wherever a type carries it; Apollo's tools read it only where the text
 * defines it, and leave it out of what they compose.
 */
import {
  GraphQLOneOfDirective,
  Kind,
  type ConstDirectiveNode,
  type DirectiveDefinitionNode,
  type DocumentNode,
  type InputObjectTypeDefinitionNode,
  type InputObjectTypeExtensionNode,
} from 'graphql'

type InputNode = InputObjectTypeDefinitionNode | InputObjectTypeExtensionNode

const name = { kind: Kind.NAME, value: GraphQLOneOfDirective.name } as const

/** Marks an input type. */
export const oneOfDirective: ConstDirectiveNode = { kind: Kind.DIRECTIVE, name }

const definition: DirectiveDefinitionNode = {
  kind: Kind.DIRECTIVE_DEFINITION,
  name,
  repeatable: false,
  locations: [{ kind: Kind.NAME, value: 'INPUT_OBJECT' }],
}

/** The input types of a document, with their extensions. */
export function inputsIn({ definitions }: DocumentNode): readonly InputNode[] {
  return definitions.filter(
    (node) =>
      node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION || node.kind === Kind.INPUT_OBJECT_TYPE_EXTENSION,
  )
}

/** The names of the input types that are marked. */
export function oneOfInputs(document: DocumentNode): ReadonlySet<string> {
  const oneOfNodes = inputsIn(document).filter((node) =>
    node.directives?.some((directive) => directive.name.value === name.value),
  )
  return new Set(oneOfNodes.map((node) => node.name.value))
}

/** The document with the definition, where it uses the directive without one. */
export function withOneOfDefined(document: DocumentNode): DocumentNode {
  const isDefined = document.definitions.some(
    (node) => node.kind === Kind.DIRECTIVE_DEFINITION && node.name.value === name.value,
  )
  return isDefined || oneOfInputs(document).size === 0
    ? document
    : { ...document, definitions: [...document.definitions, definition] }
}
