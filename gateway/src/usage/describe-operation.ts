/**
 * An operation as usage is stored of it: the text of the one that ran with its fragments, without any value that the client wrote, and the schema
 * coordinates that it uses. Names of the client's own (aliases, variables, fragments, the operation) stay, with what may be a citizen service number
 * masked.
 */
import { usesOf } from '@samenhang/schema/check/operation-uses'
import { normalisedText } from '@samenhang/schema/consumers/normalise'
import { digestOf } from '@samenhang/schema/registry/release'
import type { UsedOperation } from '@samenhang/schema/registry/usage'
import {
  Kind,
  parse,
  separateOperations,
  visit,
  type DocumentNode,
  type GraphQLSchema,
  type NameNode,
} from 'graphql'
import { longNumber } from '../telemetry/log-text.ts'

/** `text` is a document that is valid in the schema. */
export function describeOperation(
  text: string,
  operationName: string | undefined,
  schema: GraphQLSchema,
): UsedOperation {
  const separate = separateOperations(parse(text, { noLocation: true }))
  const only = separate[operationName ?? ''] ?? Object.values(separate)[0]
  if (!only) throw new Error('A document without an operation was counted')
  const document = withoutValues(only)
  const normalised = normalisedText(document)
  return {
    hash: digestOf(normalised),
    name: nameOf(document),
    text: normalised,
    coordinates: coordinatesOf(document, schema),
  }
}

/** Numbers become 0 and texts empty; enum values, booleans and the form of lists and objects are the schema's; descriptions go. */
function withoutValues(document: DocumentNode): DocumentNode {
  const masked = (name: NameNode): NameNode => ({ ...name, value: name.value.replace(longNumber, 'number') })
  return visit(document, {
    IntValue: (node) => ({ ...node, value: '0' }),
    FloatValue: (node) => ({ ...node, value: '0' }),
    StringValue: (node) => ({ ...node, value: '', block: false }),
    Field: (node) => (node.alias ? { ...node, alias: masked(node.alias) } : undefined),
    Variable: (node) => ({ ...node, name: masked(node.name) }),
    FragmentSpread: (node) => ({ ...node, name: masked(node.name) }),
    FragmentDefinition: (node) => ({ ...node, description: undefined, name: masked(node.name) }),
    OperationDefinition: (node) => ({
      ...node,
      description: undefined,
      name: node.name && masked(node.name),
    }),
  })
}

function nameOf({ definitions }: DocumentNode): string {
  const operation = definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)
  return operation?.name?.value.slice(0, 100) ?? ''
}

/** What a variable may hold is not known: only what the text itself names counts. */
function coordinatesOf(document: DocumentNode, schema: GraphQLSchema): readonly string[] {
  const uses = usesOf(document, schema).filter(({ isPossible }) => !isPossible)
  return [...new Set(uses.map(({ coordinate }) => coordinate))].sort()
}
