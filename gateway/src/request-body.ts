/**
 * What a client sent, read and refused: the type, encoding and size of the body, batches, and what is not JSON.
 * Whether the operation in it is any good is left to limits.ts and validation.
 */
import type { IncomingMessage } from 'node:http'
import { HubError } from '@samenhang/subgraph-kit/errors'
import { BodyTooLarge, isRecord, parseJson, readMessage } from '@samenhang/subgraph-kit/http-body'
import { limits, type OperationRequest } from './limits.ts'

/** A request that is refused before anything is read from it as GraphQL. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused'
  readonly extensions = { code: 'BAD_REQUEST' }

  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message)
  }
}

/** The JSON of a POST. Throws, or rejects with, RequestRefused, or HubError BODY_TOO_LARGE or BATCHING_NOT_ALLOWED. */
export function readBody(request: IncomingMessage): Promise<unknown> {
  const { headers } = request
  if ((headers['content-encoding'] ?? 'identity') !== 'identity')
    throw new RequestRefused(415, 'Send the body as it is, without content-encoding.')
  if (headers['content-type'] !== 'application/json') checkType(headers['content-type'])
  if (Number(headers['content-length'] ?? 0) > limits.bodyBytes) throw tooLarge()
  return readMessage(request, limits.bodyBytes).then(oneIn, (error: unknown) => {
    throw error instanceof BodyTooLarge ? tooLarge() : notJson()
  })
}

function checkType(given = ''): void {
  const [type = '', ...parameters] = given.toLowerCase().split(/\s*;\s*/)
  if (type.trim() !== 'application/json')
    throw new RequestRefused(415, 'Send content-type: application/json.')
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))
  if (charset && !/^charset="?utf-?8"?$/.test(charset))
    throw new RequestRefused(415, 'Send the body in UTF-8.')
}

function oneIn(bytes: Buffer): unknown {
  let body: unknown
  try {
    body = parseJson(bytes)
  } catch {
    throw notJson()
  }
  if (!Array.isArray(body)) return body
  throw new HubError(
    'BATCHING_NOT_ALLOWED',
    'The body is a list of operations; send one operation a request.',
  )
}

/** The operation in a body or a query string, as far as it is one; Apollo Server refuses the rest in its own words. */
export function operationIn(sent: unknown): OperationRequest {
  const { query, variables, operationName } = isRecord(sent) ? sent : {}
  return {
    query: typeof query === 'string' ? query : '',
    variables: isRecord(variables) ? variables : undefined,
    operationName: typeof operationName === 'string' ? operationName : undefined,
  }
}

/** The operation in the query string of a GET. */
export function operationInSearch(search: URLSearchParams): OperationRequest {
  const variables = search.get('variables')
  let parsed: unknown
  try {
    parsed = variables ? JSON.parse(variables) : undefined
  } catch {
    parsed = undefined
  }
  return operationIn({
    query: search.get('query'),
    variables: parsed,
    operationName: search.get('operationName'),
  })
}

/** The variables for a registered operation: the body is `{ "variables": {…} }`, or nothing where it takes none. */
export function variablesIn(body: unknown): Readonly<Record<string, unknown>> {
  const variables = isRecord(body) ? (body['variables'] ?? {}) : undefined
  if (isRecord(variables)) return variables
  throw new RequestRefused(400, 'Send a JSON object with the variables under `variables`.')
}

/** The variables in the query string of a GET. */
export function variablesInSearch(search: URLSearchParams): Readonly<Record<string, unknown>> {
  const text = search.get('variables')
  try {
    return variablesIn({ variables: text ? (JSON.parse(text) as unknown) : {} })
  } catch {
    throw new RequestRefused(400, '`variables` is not a JSON object.')
  }
}

function notJson(): RequestRefused {
  return new RequestRefused(400, 'The body is not JSON in UTF-8.')
}

function tooLarge(): HubError {
  return new HubError('BODY_TOO_LARGE', 'The body is larger than 1 MB; send less, or page.', {
    limit: limits.bodyBytes,
  })
}
