/**
 * Which web pages of other origins may ask the graph from a browser: those in HUB_ALLOWED_ORIGINS, without credentials. None by default.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'

interface Asked {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly allowedOrigins: readonly string[]
}

/** Lets the page read the answer, where its origin is allowed. */
export function allowOrigin(
  request: IncomingMessage,
  response: ServerResponse,
  allowed: readonly string[],
): boolean {
  if (allowed.length === 0) return false
  response.setHeader('vary', 'origin')
  const { origin } = request.headers
  if (!origin || !allowed.includes(origin)) return false
  response.setHeader('access-control-allow-origin', origin)
  response.setHeader('access-control-expose-headers', 'x-hub-trace')
  return true
}

/** What a browser asks before it lets a page of another origin send an operation. */
export function answerPreflight({ request, response, allowedOrigins }: Asked): void {
  if (allowOrigin(request, response, allowedOrigins)) {
    response.setHeader('access-control-allow-methods', 'GET, POST')
    response.setHeader(
      'access-control-allow-headers',
      'content-type, apollo-require-preflight, authorization, x-hub-purpose, x-hub-on-refusal',
    )
    response.setHeader('access-control-max-age', '600')
  }
  response.writeHead(204).end()
}
