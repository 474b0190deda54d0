/** An operation on the path of answer.ts: what came in, and what each step adds for the later ones. */
import type { HTTPGraphQLRequest } from '@apollo/server'
import type { Operation, Outcome, Variables } from '../engine/engine.ts'
import type { OperationRequest } from '../limits/limits.ts'
import { OperationContext, type RequestOptions } from './context.ts'
import type { WrittenAnswer } from './engine-answer.ts'
import type { StartedGraph } from './start.ts'
import type { DocumentName, TrustedDocument } from './trusted-documents.ts'

/** An operation as it comes: its text, or the name of a registered one. */
export type IncomingOperation = { readonly options: RequestOptions } & (
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
  const registered = 'documentName' in incoming ? documents.find(incoming.documentName) : undefined
  const operation =
    'operation' in incoming
      ? incoming.operation
      : { query: registered?.text ?? '', variables: incoming.variables }
  return {
    incoming,
    operation,
    registered,
    context: new OperationContext(incoming.options),
    objects: 0,
    budgetHeaders: [],
    engineOperation: undefined,
    outcome: undefined,
    answer: undefined,
  }
}
