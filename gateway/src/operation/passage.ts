/** An operation on the path of answer.ts: what came in, and what each step adds for the later ones. */
import type { DocumentNode } from 'graphql'
import type { HTTPGraphQLRequest } from '@apollo/server'
import type { Operation, Outcome, Variables } from '../engine/engine.ts'
import type { OperationRequest } from '../limits/limits.ts'
import { OperationContext, type RequestOptions } from './context.ts'
import type { WrittenAnswer } from './engine-answer.ts'
import type { StartedGraph } from './start.ts'
import type { DocumentName, TrustedDocument } from './trusted-documents.ts'

/** One answer of several that make up a whole, such as a table: what the hub runs of what a client asked. */
export interface OperationPart {
  /** As the client sent it, or as it is registered: for its limits, and for the logs and counts of who asks what. */
  readonly original: OperationRequest
  /** The registered operation that this is. */
  readonly registered: TrustedDocument | undefined
  /** What is run, made from the original, which is valid. */
  readonly text: string
  readonly document: DocumentNode
  readonly variables: Variables
  /** Taken from the client's object budget. */
  readonly objects: number
  /** The use of the schema is counted with the first part. */
  readonly isFirst: boolean
}

/** An operation as it comes: its text, the name of a registered one, or a part of either. */
export type IncomingOperation = { readonly options: RequestOptions } & (
  | { readonly part: OperationPart }
  | { readonly operation: OperationRequest; readonly http: HTTPGraphQLRequest }
  | {
      readonly documentName: DocumentName
      readonly variables: Variables
      /** The name that its operation must have. */
      readonly operationName: string | undefined
    }
)

/** An operation on its path. */
export interface Passage {
  readonly incoming: IncomingOperation
  readonly operation: OperationRequest
  /** The registered document of that name, if there is one that can be answered. */
  readonly registered: TrustedDocument | undefined
  readonly context: OperationContext
  /** How many objects the answer can hold at most. */
  objects: number
  /** Headers with the rest of the client's object budget. */
  budgetHeaders: readonly (readonly [string, string])[]
  /** What the engine is to run; undefined where Apollo Server reads the operation first. */
  engineOperation: Operation | undefined
  outcome: Outcome | undefined
  answer: WrittenAnswer | undefined
}

export function begin(incoming: IncomingOperation, { registered: { documents } }: StartedGraph): Passage {
  const registered =
    'documentName' in incoming ? documents.find(incoming.documentName) : partOf(incoming)?.registered
  return {
    incoming,
    operation: operationOf(incoming, registered),
    registered,
    context: new OperationContext(incoming.options),
    objects: 0,
    budgetHeaders: [],
    engineOperation: undefined,
    outcome: undefined,
    answer: undefined,
  }
}

export function partOf(incoming: IncomingOperation): OperationPart | undefined {
  return 'part' in incoming ? incoming.part : undefined
}

function operationOf(incoming: IncomingOperation, registered: TrustedDocument | undefined): OperationRequest {
  if ('operation' in incoming) return incoming.operation
  if ('part' in incoming) return { query: incoming.part.text, variables: incoming.part.variables }
  return { query: registered?.text ?? '', variables: incoming.variables }
}
