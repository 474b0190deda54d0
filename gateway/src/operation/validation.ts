/**
 * The faults of a document by the rules of GraphQL and of this graph: all of them, and always the same for
 * the same text. The work is bounded by counts (tokens by limits.ts, a hundred errors by graphql-js, pairs of
 * fields here), never by time. The caller chooses the schema that messages may name.
 */
import {
  GraphQLError,
  isInputObjectType,
  isNonNullType,
  Kind,
  OperationTypeNode,
  OverlappingFieldsCanBeMergedRule,
  print,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type ValidationRule,
} from 'graphql'
import { fieldPairs } from './field-pairs.ts'

export interface ValidationOptions {
  /** Offers no names that were perhaps meant. */
  readonly hideSuggestions?: boolean
}

/** The faults of a document, in the order of the rules' findings; none where it is valid. */
export function validateDocument(
  schema: GraphQLSchema,
  document: DocumentNode,
  options: ValidationOptions = {},
): readonly GraphQLError[] {
  return validate(schema, document, rulesFor(document), options).map((error) =>
    error.message === outOfBudget ? new GraphQLError(tooManyPairs) : error,
  )
}

/** Operations that this graph can run: graphql-js finds out when it executes. */
const KnownOperationKindsRule: ValidationRule = (context) => ({
  Document({ definitions }) {
    if (definitions.every(({ kind }) => kind !== Kind.OPERATION_DEFINITION))
      context.reportError(new GraphQLError('The document has no operation to run.'))
  },
  OperationDefinition(node) {
    const { operation } = node
    if (operation === OperationTypeNode.SUBSCRIPTION)
      context.reportError(
        new GraphQLError('This graph serves no subscriptions. Use a query.', { nodes: node }),
      )
    else if (!context.getSchema().getRootType(operation))
      context.reportError(
        new GraphQLError(
          `This graph has no ${operation === OperationTypeNode.QUERY ? 'queries' : 'mutations'}.`,
          {
            nodes: node,
          },
        ),
      )
  },
})

/** Whether fields can be merged is checked only where that takes bounded work. */
function rulesFor(document: DocumentNode): readonly ValidationRule[] {
  const pairs = fieldPairs(document, mostPairs)
  // Fragments that spread themselves are reported by another rule, and graphql-js overflows its stack on them.
  if (pairs === null) return unmerged
  return pairs > mostPairs ? [...unmerged, TooManyPairsRule] : [...unmerged, OverlappingFieldsCanBeMergedRule]
}

const TooManyPairsRule: ValidationRule = (context) => ({
  Document: () => context.reportError(new GraphQLError(tooManyPairs)),
})

/** A variable inside an input of one key must not be null. graphql-js 16.15 looks where the input may itself be null only. */
const OneOfVariablesRule: ValidationRule = (context) => ({
  OperationDefinition(operation) {
    const definitions = new Map(
      operation.variableDefinitions?.map((node) => [node.variable.name.value, node]),
    )
    for (const { node, parentType } of context.getRecursiveVariableUsages(operation)) {
      const definition = definitions.get(node.name.value)
      if (!definition || definition.type.kind === Kind.NON_NULL_TYPE || !isNonNullType(parentType)) continue
      const input = parentType.ofType
      if (!isInputObjectType(input) || !input.isOneOf) continue
      const message = `Variable "$${node.name.value}" is of type "${print(definition.type)}" but must be non-nullable to be used for OneOf Input Object "${input.name}".`
      context.reportError(new GraphQLError(message, { nodes: [definition, node] }))
    }
  },
})

const unmerged: readonly ValidationRule[] = [
  ...specifiedRules.filter((rule) => rule !== OverlappingFieldsCanBeMergedRule),
  KnownOperationKindsRule,
  OneOfVariablesRule,
]
/** Measured: to compare so many fields takes 4 to 25 ms. */
const mostPairs = 50_000
const tooManyPairs = `More than ${mostPairs} pairs of fields have one response name in one selection. Ask for each field once.`
/** The message of graphql-js where it stops comparing fields at its own limit. */
const outOfBudget = 'Validation aborted.'
