/**
 * Which web pages of other origins may ask the graph from a browser: those in HUB_ALLOWED_ORIGINS, without
 * credentials; in demo mode the pages of this machine (`http://localhost:*`); else none. Also, which GET may
 * be answered without a preflight.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'

interface PreflightRequest {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly allowedOrigins: readonly string[]
}

/** Headers that the hub reads, those of Apollo's clients, and what tracing and caches send. */
const requestHeaders = [
  ...['content-type', 'authorization', 'x-hub-purpose', 'x-hub-on-refusal', 'x-hub-release', 'x-hub-dry-run'],
  ...['apollo-require-preflight', 'x-apollo-operation-name', 'x-apollo-operation-id'],
  ...['x-hub-client', 'apollographql-client-name', 'apollographql-client-version'],
  ...['traceparent', 'tracestate', 'if-none-match', 'range', 'if-range'],
].join(', ')

/** What a page may read of an answer beside its body. */
const answerHeaders = [
  ...[
    'x-hub-trace',
    'x-hub-release',
    'x-hub-snapshot',
    'etag',
    'retry-after',
    'ratelimit',
    'ratelimit-policy',
    'api-version',
  ],
  ...['accept-ranges', 'content-range', 'content-length', 'link'],
].join(', ')

const anyPort = ':*'

/** Lets the page read the answer, where its origin is allowed. */
export function allowOrigin(
  request: IncomingMessage,
  response: ServerResponse,
  allowed: readonly string[],
): boolean {
  if (allowed.length === 0) return false
  response.setHeader('vary', 'origin')
  const { origin } = request.headers
  if (!origin || !isAllowed(origin, allowed)) return false
  response.setHeader('access-control-allow-origin', origin)
  response.setHeader('access-control-expose-headers', answerHeaders)
  return true
}

/** What a browser asks before it lets a page of another origin send an operation. */
export function answerPreflight({ request, response, allowedOrigins }: PreflightRequest): void {
  if (allowOrigin(request, response, allowedOrigins)) {
    response.setHeader('access-control-allow-methods', 'GET, POST')
    response.setHeader('access-control-allow-headers', requestHeaders)
    response.setHeader('access-control-max-age', '600')
  }
  response.writeHead(204).end()
}

/**
 * Whether no page of another site can have sent a GET unnoticed: it accepts the media type of GraphQL, which no image, form or link does, and where a
 * browser says that a script sent it, the script's page is allowed.
 */
export function isGraphqlGet({ headers }: IncomingMessage, allowed: readonly string[]): boolean {
  if (!headers.accept?.includes('application/graphql-response+json')) return false
  const { origin, 'sec-fetch-site': site } = headers
  if (site === 'same-origin') return true
  if (origin !== undefined) return isAllowed(origin, allowed)
  return site === undefined
}

function isAllowed(origin: string, allowed: readonly string[]): boolean {
  return allowed.some((pattern) =>
    pattern.endsWith(anyPort)
      ? origin === pattern.slice(0, -anyPort.length) ||
        (origin.startsWith(pattern.slice(0, -1)) && /^\d+$/.test(origin.slice(pattern.length - 1)))
      : origin === pattern,
  )
}
