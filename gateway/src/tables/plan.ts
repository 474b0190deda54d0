/** How an operation becomes a table: its rows, its columns, and the operation that is run for each page of it. */
import { HubError } from '@samenhang/subgraph-kit/errors'
import {
  getVariableValues,
  Kind,
  visit,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import { answerSize } from '../limits/answer-size.ts'
import { columnsOf, type Column } from './columns.ts'
import { expandedOperation } from './expand.ts'
import { withoutPaging } from './paging.ts'
import { rewritten, type OwnKeys, type PageVariables } from './rewrite.ts'
import { rowChain } from './row-chain.ts'
import { selectionOf } from './selection.ts'

type Variables = Readonly<Record<string, unknown>>

/** A list that makes rows, read from the element of the list around it. */
export interface Level {
  /** Response keys to the list. */
  readonly list: readonly string[]
  /** Where it is the page of a connection: response keys to that, and its variables. */
  readonly connection: readonly string[] | undefined
  readonly page: PageVariables | undefined
  /** The name of the field that the list, or its connection, is. */
  readonly field: string
}

export interface TablePlan {
  readonly columns: readonly Column[]
  /** The outermost first; none where the table has one row. */
  readonly levels: readonly Level[]
  readonly keys: OwnKeys
  readonly text: string
  readonly document: DocumentNode
  /** Those that the client gave, without those of pages. */
  readonly variables: Variables
  /** Objects of the answer with these sizes of pages, at most. */
  readonly objects: (variables: Variables) => number
  /** The same without what the lane asks for itself. */
  readonly ownObjects: (variables: Variables) => number
  /** Connections whose lists go into cells, as paths of response keys from the root, are not followed; where one of them has more, the table is refused. */
  readonly hasCellLists: boolean
}

export interface PlanOptions {
  readonly schema: GraphQLSchema
  readonly hasStatuses: boolean
  /** Whether it asks of which period and from where figures are; it does not by default. */
  readonly hasOrigins?: boolean
}

/** The document is valid but for directives of tables. Throws HubError TABLE_AMBIGUOUS, BAD_REQUEST, POST_ONLY or BAD_USER_INPUT. */
export function planTable(
  document: DocumentNode,
  variables: Variables,
  { schema, hasStatuses, hasOrigins = false }: PlanOptions,
): TablePlan {
  const unpaged = withoutPaging(document, schema)
  const operation = expandedOperation(unpaged, valuesOf(unpaged, variables, schema))
  const { fields, chain } = rowsAndFields(operation, schema)
  const columns = columnsOf(fields, chain, { schema, hasStatuses })
  const {
    document: run,
    text,
    keys,
    pages,
  } = rewritten(operation, chain, { schema, hasStatuses, hasOrigins })
  const objects = answerSize(run, schema)
  const own = rewritten(operation, chain, { schema, hasStatuses: false, hasOrigins: false })
  const levels = chain.map(({ keys: list, connection, field }, index) => ({
    ...{ list, connection: connection?.keys, page: pages[index], field: (connection?.field ?? field).name },
  }))
  const declared = new Set(operation.variableDefinitions?.map(({ variable }) => variable.name.value))
  return {
    ...{ columns, levels, keys, text, document: run, objects },
    ownObjects: answerSize(own.document, schema),
    variables: Object.fromEntries(Object.entries(variables).filter(([name]) => declared.has(name))),
    hasCellLists: columns.some(({ separator }) => separator !== undefined),
  }
}

/** The columns that an operation has where all that its conditions decide on is selected. Throws as `planTable`. */
export function columnsWithAll(document: DocumentNode, schema: GraphQLSchema): readonly Column[] {
  const operation = expandedOperation(withoutConditions(document), {})
  const { fields, chain } = rowsAndFields(operation, schema)
  return columnsOf(fields, chain, { schema, hasStatuses: true })
}

function rowsAndFields(operation: OperationDefinitionNode, schema: GraphQLSchema) {
  const fields = selectionOf(operation, schema)
  return { fields, chain: rowChain(fields) }
}

function withoutConditions(document: DocumentNode): DocumentNode {
  return visit(document, {
    Directive: ({ name }) => (name.value === 'include' || name.value === 'skip' ? null : undefined),
  })
}

/** The variables with their defaults. Throws BAD_ARGUMENT for a value that does not fit. */
function valuesOf(document: DocumentNode, variables: Variables, schema: GraphQLSchema): Variables {
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)
  const { coerced, errors } = getVariableValues(schema, operation?.variableDefinitions ?? [], variables)
  if (coerced) return coerced
  throw new HubError('BAD_ARGUMENT', errors.map(({ message }) => message).join(' '))
}
