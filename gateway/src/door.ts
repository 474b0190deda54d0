/**
 * Apollo Server as the door for operations: parses, validates and hands to the graph, then writes the answer.
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
import { writeResult } from './engine-result.ts'
import { formatError } from './errors.ts'
import type { RequestContext } from './fetch.ts'
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
  answer(http: HTTPGraphQLRequest, context: RequestContext): Promise<WrittenAnswer>
  close(): Promise<void>
}

type Graph = NonNullable<ApolloServerOptions<RequestContext>['gateway']>

export async function openDoor(graph: Graph, logger: Logger): Promise<Door> {
  const apollo = new ApolloServer<RequestContext>({
    gateway: graph,
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
