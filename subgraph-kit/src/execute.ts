/**
 * Runs operations on one subgraph's schema with graphql-js, or where they ask for figures only, by one read (batch-read/operation.ts): each text
 * is parsed and validated once and kept, bounded in bytes. What leaves is masked: a HubError keeps its code and message, anything unforeseen becomes INTERNAL with an id.
 */
import {
  execute,
  GraphQLError,
  parse,
  validate,
  type DocumentNode,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql'
import { guardOf, type Guard } from './access/enforce.ts'
import type { Rules } from './access/rules.ts'
import type { Access } from './access/caller.ts'
import { DatabaseLost } from './database/database-loss.ts'
import { HubError } from './errors/errors.ts'
import type { FigureRead } from './batch-read/operation.ts'
import { Lru } from './async/lru.ts'
import type { PromiseOrValue } from './async/promise-or-value.ts'
import type { Asker } from './persons/subject-reader.ts'
import type { SubgraphAnswer, SubgraphRequest } from './wire/contract.ts'

/** Measured: a parsed text takes from 13 to 94 bytes a character, without the places of its parts. */
const bytesACharacter = 100
const most = { documents: 1_000, bytes: 6_000_000 }

/** Where a fault was, and the id under which its log has it: all that a client is told of it. */
export interface ReportedFault {
  readonly errorId: string
  readonly subgraph: string
}

interface Prepared {
  readonly document: DocumentNode
  readonly read: FigureRead | null
  readonly guard: Guard
}

/** `rules` are the slice's own; `report` logs a fault; `compile` finds what needs no resolver called. */
export function createExecutor(
  schema: GraphQLSchema,
  rules: Rules,
  report: (error: unknown) => ReportedFault,
  compile: (document: DocumentNode) => FigureRead | null = () => null,
) {
  const documents = new Lru<string, Prepared | readonly GraphQLError[]>(most.documents, most.bytes)

  function prepare(query: string): Prepared | readonly GraphQLError[] {
    let prepared = documents.get(query)
    if (!prepared) {
      const document = parseAndValidate(schema, query)
      prepared =
        'kind' in document
          ? { document, read: compile(document), guard: guardOf(document, schema, rules) }
          : document
      documents.set(query, prepared, 2_000 + bytesACharacter * query.length)
    }
    return prepared
  }

  const byResolvers = async (
    document: DocumentNode,
    request: SubgraphRequest,
    makeContext: () => object,
  ): Promise<SubgraphAnswer> => {
    try {
      const { data, errors } = await execute({
        schema,
        document,
        contextValue: makeContext(),
        variableValues: request.variables,
        operationName: request.operationName,
      })
      return {
        ...(data === undefined ? {} : { data }),
        ...(errors ? { errors: errors.map((error) => mask(error, report)) } : {}),
      }
    } catch (error) {
      return { errors: [internal(report(error))] }
    }
  }

  return function run(
    request: SubgraphRequest,
    access: Access,
    makeContext: () => object,
    asker: Asker = { actor: access.actor, alarm: () => undefined },
  ): PromiseOrValue<SubgraphAnswer> {
    const prepared = prepare(request.query)
    if (!('document' in prepared)) return { errors: prepared.map(invalid) }
    const { document, read, guard } = prepared
    try {
      guard(access)
    } catch (error) {
      if (error instanceof HubError) return refusal(error)
      throw error
    }
    const figures = read && attempt(read, request.variables ?? {}, asker)
    if (figures instanceof Promise)
      return figures.then((data) => (data ? { data } : byResolvers(document, request, makeContext)))
    return figures ? { data: figures } : byResolvers(document, request, makeContext)
  }
}

/** By this code the gateway knows that this subgraph serves another slice than its graph says. */
function invalid(error: GraphQLError): GraphQLFormattedError {
  return { ...error.toJSON(), extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }
}

/** A fault while reading comes again, and is told, where graphql-js does the same. */
function attempt(
  read: FigureRead,
  variables: NonNullable<SubgraphRequest['variables']>,
  asker: Asker,
): ReturnType<FigureRead> {
  try {
    const data = read(variables, asker)
    return data instanceof Promise ? data.catch(() => null) : data
  } catch {
    return null
  }
}

/** The whole answer, where a request is refused before anything of it runs. */
export function refusal({ message, extensions }: HubError): SubgraphAnswer {
  return { data: null, errors: [{ message, extensions }] }
}

function parseAndValidate(schema: GraphQLSchema, query: string): DocumentNode | readonly GraphQLError[] {
  try {
    const document = parse(query, { noLocation: true })
    if (validate(schema, document).length === 0) return document
    // Again, to say where in the text.
    return validate(schema, parse(query))
  } catch (error) {
    return [error instanceof GraphQLError ? error : new GraphQLError('The operation cannot be parsed.')]
  }
}

function mask(error: GraphQLError, report: (error: unknown) => ReportedFault): GraphQLFormattedError {
  const original = error.originalError
  const formatted = error.toJSON()
  if (original instanceof HubError) {
    const { code, extensions } = original
    if (code !== 'DATABASE_UNAVAILABLE') return { ...formatted, extensions }
    // Which file or server it is stands in the log, of one that is lost once; who asks has no need of it.
    if (!(original instanceof DatabaseLost)) report(original)
    return {
      ...formatted,
      message: 'The database of this domain cannot be used now. Try again later.',
      extensions,
    }
  }
  // Without an original error, graphql-js itself refuses: a variable of the wrong type, a null where none may be.
  if (!original) return formatted
  return { ...formatted, ...internal(report(original)) }
}

function internal(fault: ReportedFault): GraphQLFormattedError {
  return {
    message: 'A fault in the hub. Report the errorId.',
    extensions: { ...fault, code: 'INTERNAL' },
  }
}
