/** The operations that a change is held against: those that consumers registered, and those that the gateway saw in use. */
import {
  Kind,
  parse,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from 'graphql'
import { withoutTableDirectives } from '../consumers/table-directives.ts'

/** One that a consumer registered. */
export interface RegisteredOperation {
  readonly id: string
  readonly name: string
  readonly text: string
  /** The consumer: an application, or a folder of notebooks. */
  readonly app: string
  /** The team to tell. */
  readonly owner: string
  /** Where the consumer has it, as far as that is known. */
  readonly file?: string | undefined
  readonly line?: number | undefined
}

/** One that the gateway was asked, by one version of one client. */
export interface SeenOperation {
  /** The hash that it is counted under. */
  readonly id: string
  readonly name: string
  /** Its text; numbers and strings in it may have been taken out. */
  readonly text: string
  readonly client: string
  readonly version: string | null
  /** The team to tell; null where the client is not known. */
  readonly owner: string | null
  /** ISO 8601 date. */
  readonly lastSeen: string
  /** Requests in the days that are looked at. */
  readonly count: number
}

export interface ReadDocument {
  readonly operations: readonly OperationDefinitionNode[]
  /** By name. */
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
}

export function parseDocument({ definitions }: DocumentNode): ReadDocument {
  return {
    operations: definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION),
    fragments: new Map(
      definitions.flatMap((node) =>
        node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
      ),
    ),
  }
}

/** An operation of either kind, parsed once however many clients ask it. */
export interface CheckedOperation {
  readonly operation: RegisteredOperation | SeenOperation
  readonly document: DocumentNode
}

/** Those that are GraphQL, and those that are not. */
export function parseOperations(operations: readonly (RegisteredOperation | SeenOperation)[]): {
  readonly parsed: readonly CheckedOperation[]
  readonly broken: readonly {
    readonly operation: RegisteredOperation | SeenOperation
    readonly reason: string
  }[]
} {
  const documents = new Map<string, DocumentNode | string>()
  for (const { text } of operations) if (!documents.has(text)) documents.set(text, tryParse(text))
  const outcomes = operations.map((operation) => ({ operation, document: documents.get(operation.text) }))
  return {
    parsed: outcomes.flatMap(({ operation, document }) =>
      typeof document === 'object' ? [{ operation, document }] : [],
    ),
    broken: outcomes.flatMap(({ operation, document }) =>
      typeof document === 'string' ? [{ operation, reason: document }] : [],
    ),
  }
}

function tryParse(text: string): DocumentNode | string {
  try {
    return withoutTableDirectives(parse(text, { noLocation: true }))
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
