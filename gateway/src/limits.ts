/**
 * What an operation may not exceed, judged on its text before anything is validated, planned or run.
 * Promises to end on every text: fragment cycles, deep nesting and text that does not parse included; what is wrong with the
 * operation otherwise is left to validation.
 */
import { HubError } from '@samenhang/subgraph-kit/errors'
import { Kind, Lexer, parse, Source, TokenKind, type DocumentNode } from 'graphql'
import { measure, type Measures } from './operation-measures.ts'
import { pageCheck } from './page-limits.ts'

export const limits = { tokens: 2_000, depth: 15, aliases: 30, page: 1_000, bodyBytes: 1_000_000 } as const

/** An operation as a client sends it. */
export interface OperationRequest {
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>> | undefined
  readonly operationName?: string | undefined
}

/** What is known of an operation from its text alone, for the log. */
export interface OperationFacts {
  readonly name: string | undefined
  readonly kind: string | undefined
}

interface Judged extends Measures {
  readonly document: DocumentNode | undefined
  readonly checkPages: (variables: Readonly<Record<string, unknown>>) => void
}

const remembered = new Map<string, Judged>()
const mostRemembered = 1_000

/** Passes, or throws the HubError that says which limit and by how much. */
export function checkLimits({ query, variables = {} }: OperationRequest): void {
  const { document, depth, aliases, checkPages } = judge(query)
  if (!document) return
  if (depth > limits.depth) {
    throw new HubError(
      'TOO_DEEP',
      `The operation nests ${depth} levels; at most ${limits.depth} are allowed.`,
      {
        limit: limits.depth,
      },
    )
  }
  if (aliases > limits.aliases) {
    throw new HubError('TOO_MANY_ALIASES', `The operation has more than ${limits.aliases} aliases.`, {
      limit: limits.aliases,
    })
  }
  checkPages(variables)
}

/** The name and kind of the operation that the request runs; undefined where its text does not tell. */
export function factsOf({ query, operationName }: OperationRequest): OperationFacts {
  let document: DocumentNode | undefined
  try {
    document = judge(query).document
  } catch {
    document = undefined
  }
  const operations = (document?.definitions ?? []).filter((node) => node.kind === Kind.OPERATION_DEFINITION)
  const chosen = operationName ? operations.find((node) => node.name?.value === operationName) : operations[0]
  return { name: chosen?.name?.value.slice(0, 100), kind: chosen?.operation }
}

function judge(query: string): Judged {
  const known = remembered.get(query)
  if (known) return known
  checkTokens(query)
  const document = tryParse(query)
  const judged: Judged = document
    ? { document, ...measure(document), checkPages: pageCheck(document, limits.page) }
    : { document, depth: 0, aliases: 0, checkPages: () => undefined }
  if (remembered.size >= mostRemembered) remembered.clear()
  remembered.set(query, judged)
  return judged
}

function checkTokens(query: string): void {
  const lexer = new Lexer(new Source(query))
  try {
    for (let count = 0; lexer.advance().kind !== TokenKind.EOF; count += 1) {
      if (count < limits.tokens) continue
      throw new HubError('TOO_MANY_TOKENS', `The operation has more than ${limits.tokens} tokens.`, {
        limit: limits.tokens,
      })
    }
  } catch (error) {
    if (error instanceof HubError) throw error
  }
}

function tryParse(query: string): DocumentNode | undefined {
  try {
    return parse(query, { maxLexicalTokens: limits.tokens, noLocation: true })
  } catch {
    return undefined
  }
}
