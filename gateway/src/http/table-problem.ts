/** Refusing a table: every refusal is a problem (RFC 9457). */
import { HubError } from '@samenhang/subgraph-kit/errors'
import { internalError } from '../operation/mask-errors.ts'
import { AnswerRefused, problemOf, problemType } from '../tables/problem.ts'
import type { Exchange } from './exchange.ts'
import { RequestRefused } from './request-body.ts'
import { sendJson } from './send.ts'

/** The address of a table is this, the name of its operation and the ending of its format. */
export const tablesPath = '/q/'

/** Closes the connection where a part was sent already. */
export function sendProblem(
  { response, logger }: Pick<Exchange, 'response' | 'logger'>,
  error: unknown,
): void {
  if (response.headersSent || response.destroyed) return void response.destroy()
  const { status, headers, code, body } = problemOf(clientError(error, logger))
  for (const name of ['etag', 'cache-control', 'link', 'x-hub-snapshot']) response.removeHeader(name)
  for (const [name, value] of headers) response.setHeader(name, value)
  response.setHeader('content-type', problemType)
  logger.info({ status, errors: [code] }, 'table refused')
  sendJson(response, status, body)
}

function clientError(error: unknown, logger: Exchange['logger']): HubError | AnswerRefused {
  if (error instanceof HubError || error instanceof AnswerRefused) return error
  if (error instanceof RequestRefused)
    return new AnswerRefused(error.status, error.message, error.extensions, new Map())
  const { message, extensions } = internalError(error, logger)
  return new AnswerRefused(500, message, extensions, new Map())
}
