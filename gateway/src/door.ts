/**
 * Apollo Server as the door for operations: finds what was validated (known-texts.ts), hands it to the graph, then writes the answer.
 * Everything it could do besides (landing page, reports, traces, stored operations, batches, stopping on signals) is off.
 */
import {
  ApolloServer,
  type ApolloServerOptions,
  type ApolloServerPlugin,
  type HTTPGraphQLRequest,
} from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import { validate } from 'graphql'
import { jsonHeaders, writeResult } from './engine-result.ts'
import type { Checked } from './engine/plan.ts'
import { errorBody, formatError, withoutNumbers } from './errors.ts'
import type { RequestContext } from './fetch.ts'
import type { VisibleTo } from './graph.ts'
import { knownTexts } from './known-texts.ts'
import { limits } from './limits.ts'
import type { Logger } from './log.ts'

/** An answer on its way to the client. */
export interface WrittenAnswer {
  readonly status: number
  readonly headers: ReadonlyMap<string, string>
  /** JSON: `{ data, errors }`. */
  readonly text: string
}

export interface Door {
  /** `text` is the operation's, as it is in the request. */
  answer(http: HTTPGraphQLRequest, text: string, context: RequestContext): Promise<WrittenAnswer>
  close(): Promise<void>
}

type CheckText = (text: string, caller?: string) => Promise<Checked>
type Graph = NonNullable<ApolloServerOptions<RequestContext>['gateway']>

/** `visibleTo` is asked only where it is needed. Without `check`, Apollo Server validates every new text itself. */
export async function openDoor(
  graph: Graph,
  logger: Logger,
  visibleTo: VisibleTo | undefined,
  check?: CheckText,
): Promise<Door> {
  const texts = check && knownTexts(check, limits.tokens)
  const apollo = new ApolloServer<RequestContext>({
    gateway: graph,
    ...(texts && { documentStore: texts.store }),
    introspection: true,
    parseOptions: { maxLexicalTokens: limits.tokens },
    maxRecursiveSelections: 10_000,
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
      ...(visibleTo ? [sayOnlyWhatIsVisible(visibleTo)] : []),
      collectCodes,
    ],
  })
  await apollo.start()
  return {
    async answer(httpGraphQLRequest, text, context) {
      const fault = await texts?.admit(text, context.turn)
      if (fault !== undefined)
        return invalid(visibleTo ? notValid.message : fault, httpGraphQLRequest, context)
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

function invalid(message: string, http: HTTPGraphQLRequest, context: RequestContext): WrittenAnswer {
  const code = 'GRAPHQL_VALIDATION_FAILED'
  context.codes.add(code)
  const text = errorBody({ message, extensions: { code } })
  return { status: asAccepted(400, http, context), headers: jsonHeaders, text }
}

/** Faults in what a client wrote, found before anything ran. */
const clientFaults = ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']

/**
 * GraphQL over HTTP: who asks for `application/json` by name gets 200 with every well-formed answer, errors of the operation included. Everyone
 * else gets 400 for these.
 */
function asAccepted(status: number, { headers }: HTTPGraphQLRequest, { codes }: RequestContext): number {
  const accept = headers.get('accept') ?? ''
  const isByName = accept.includes('application/json') && !accept.includes('graphql-response')
  return status === 400 && isByName && clientFaults.some((code) => codes.has(code)) ? 200 : status
}

/**
 * What is said of an operation that is not valid is said of the schema that its sender may ask: nothing else is named, or offered as what was
 * perhaps meant.
 */
function sayOnlyWhatIsVisible(visibleTo: VisibleTo): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse({ contextValue, document, response }) {
          if (response.body.kind !== 'single' || !document) return Promise.resolve()
          const { singleResult } = response.body
          const isInvalid = singleResult.errors?.some(
            ({ extensions }) => extensions?.['code'] === 'GRAPHQL_VALIDATION_FAILED',
          )
          if (isInvalid) {
            const errors = validate(visibleTo(contextValue), document).map((error) => ({
              ...error.toJSON(),
              message: withoutNumbers(error.message),
              extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
            }))
            response.body = {
              kind: 'single',
              singleResult: { ...singleResult, errors: errors.length > 0 ? errors : [notValid] },
            }
          }
          return Promise.resolve()
        },
      }),
  }
}

const notValid = {
  message: 'The operation is not valid.',
  extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
}

/** Tells the log which errors the answer has. */
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
