/**
 * The Apollo Server adapter: it validates a text that is new (validation.ts, validated-documents.ts), hands it to the graph, and writes the answer.
 * Everything it could do besides (landing page, reports, traces, stored operations, batches, stopping on signals) is off.
 */
import {
  ApolloServer,
  type ApolloServerOptions,
  type ApolloServerPlugin,
  type GraphQLResponse,
  HeaderMap,
  type HTTPGraphQLRequest,
} from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import type { DocumentNode, GraphQLFormattedError, GraphQLSchema } from 'graphql'
import { writeResult, type WrittenAnswer } from './engine-answer.ts'
import { formatError, withoutNumbers } from './mask-errors.ts'
import type { RequestContext } from '../access/request-context.ts'
import type { VisibleTo } from '../access/visible-schema.ts'
import { validatedDocuments, type ValidatedDocuments } from './validated-documents.ts'
import { limits, type OperationRequest } from '../limits/limits.ts'
import type { Logger } from '../telemetry/log.ts'
import { validateDocument } from './validation.ts'

export interface ApolloServerAdapter {
  answer(http: HTTPGraphQLRequest, context: RequestContext): Promise<WrittenAnswer>
  close(): Promise<void>
}

type Graph = NonNullable<ApolloServerOptions<RequestContext>['gateway']>

/** `visibleTo` is asked only where it is needed. */
export async function openApolloServer(
  graph: Graph,
  logger: Logger,
  visibleTo: VisibleTo | undefined,
): Promise<ApolloServerAdapter> {
  const texts = validatedDocuments(limits.tokens)
  const apollo = new ApolloServer<RequestContext>({
    gateway: graph,
    documentStore: texts.store,
    // The plugin below validates, and reports more.
    dangerouslyDisableValidation: true,
    introspection: true,
    parseOptions: { maxLexicalTokens: limits.tokens },
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    formatError: formatError(logger),
    stringifyResult: writeResult,
    logger: logger.child({}, { level: 'warn' }),
    stopOnTerminationSignals: false,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      answerInvalid(texts, visibleTo),
      collectCodes,
    ],
  })
  await apollo.start()
  return {
    async answer(httpGraphQLRequest, context) {
      const { status, headers, body } = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest,
        context: () => Promise.resolve(context),
      })
      if (body.kind !== 'complete')
        throw new Error('Apollo Server answered in parts, which nothing here asks for')
      return { status: asAccepted(status ?? 200, httpGraphQLRequest, context), headers, text: body.string }
    },
    close: () => apollo.stop(),
  }
}

/** An operation as a POST of it would come, for what does not come by HTTP. */
export function httpRequestOf(operation: OperationRequest): HTTPGraphQLRequest {
  const body = Object.fromEntries(Object.entries(operation).filter(([, value]) => value !== undefined))
  const headers = new HeaderMap([['content-type', 'application/json']])
  return { method: 'POST', headers, search: '', body }
}

/** Codes of a client's faults that are found before anything runs. */
const clientFaults = ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']

/**
 * GraphQL over HTTP: a client that accepts `application/json` by name gets 200 with every well-formed answer, errors of the operation included. Every
 * other client gets 400 for these.
 */
function asAccepted(status: number, { headers }: HTTPGraphQLRequest, { codes }: RequestContext): number {
  const accept = headers.get('accept') ?? ''
  const isByName = accept.includes('application/json') && !accept.includes('graphql-response')
  return status === 400 && isByName && clientFaults.some((code) => codes.has(code)) ? 200 : status
}

/**
 * Answers an invalid document, and a request that names no operation, before anything runs. The faults are found in the schema that the caller may
 * see, so that no message names or suggests anything else.
 */
function answerInvalid(
  texts: ValidatedDocuments,
  visibleTo: VisibleTo | undefined,
): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        async responseForOperation({
          contextValue,
          document,
          operation,
          queryHash,
          request,
          schema,
          source,
        }) {
          if (!texts.has(document)) {
            if (validateDocument(schema, document).length > 0)
              return faulty(visibleFaults(visibleTo ? visibleTo(contextValue) : schema, document))
            texts.keep(queryHash ?? '', source)
          }
          // Apollo Server goes on without an operation, whatever the type says.
          return (operation as typeof operation | undefined)
            ? null
            : faulty([noSuchOperation(request.operationName)])
        },
      }),
  }
}

function faulty(errors: readonly GraphQLFormattedError[]): GraphQLResponse {
  return {
    http: { status: 400, headers: new HeaderMap() },
    body: { kind: 'single', singleResult: { errors } },
  }
}

function visibleFaults(schema: GraphQLSchema, document: DocumentNode): readonly GraphQLFormattedError[] {
  const errors = validateDocument(schema, document).map((error) => ({
    ...error.toJSON(),
    message: withoutNumbers(error.message),
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
  }))
  return errors.length > 0 ? errors : [notValid]
}

const notValid = {
  message: 'The operation is not valid.',
  extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
}

function noSuchOperation(name: string | null | undefined): GraphQLFormattedError {
  const message =
    name === undefined || name === null
      ? 'The document has several operations: say which one by `operationName`.'
      : 'The document has no operation of that name.'
  return { message, extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }
}

/** Records the error codes of the answer, for the log. */
const collectCodes: ApolloServerPlugin<RequestContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse({ contextValue, response }) {
        const errors = response.body.kind === 'single' ? (response.body.singleResult.errors ?? []) : []
        errors.forEach(({ extensions }) => contextValue.codes.add(String(extensions?.['code'])))
        return Promise.resolve()
      },
    }),
}
