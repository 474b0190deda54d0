/**
 * Reading a request body, and refusing it: its type, encoding and size, batches, and what is not JSON. The
 * operation in it is checked by limits.ts and validation.
 */
import type { IncomingMessage } from 'node:http'
import { HubError } from '@samenhang/subgraph-kit/errors'
import { BodyTooLarge, isRecord, parseJson, readMessage } from '@samenhang/subgraph-kit/http-body'
import { limits, type OperationRequest } from '../limits/limits.ts'
import { isDeeperThan } from '../limits/value-limits.ts'

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

function checkType(contentType = ''): void {
  const [type = '', ...parameters] = contentType.toLowerCase().split(/\s*;\s*/)
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
  if (isDeeperThan(limits.nesting, body)) throw tooDeep()
  if (!Array.isArray(body)) return body
  throw new HubError(
    'BATCHING_NOT_ALLOWED',
    'The body is a list of operations; send one operation per request.',
  )
}

/** The operation in a body or a query string, as far as it is one; Apollo Server refuses the rest in its own words. */
export function operationIn(body: unknown): OperationRequest {
  const { query, variables, operationName } = isRecord(body) ? body : {}
  return {
    query: typeof query === 'string' ? query : '',
    variables: isRecord(variables) ? variables : undefined,
    operationName: typeof operationName === 'string' ? operationName : undefined,
  }
}

/** What a query string sends, as a body would: `variables` and `extensions` read as JSON, and undefined where they are none. */
export function bodyInSearch(search: URLSearchParams): Readonly<Record<string, unknown>> {
  const body: Record<string, unknown> = {}
  for (const name of ['query', 'documentId', 'operationName']) {
    const value = search.get(name)
    if (value !== null) body[name] = value
  }
  for (const name of ['variables', 'extensions']) {
    const text = search.get(name)
    if (text) body[name] = jsonOrUndefined(text)
  }
  if (isDeeperThan(limits.nesting, body)) throw tooDeep()
  return body
}

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The variables for a registered operation at its own address, and the operation's name where it is given. */
export interface DocumentRequest {
  readonly variables: Readonly<Record<string, unknown>>
  readonly operationName: string | undefined
}

/** The body of a POST for a registered operation: `{ "variables": {…} }`, or `{}`. Throws RequestRefused. */
export function documentRequestIn(body: unknown): DocumentRequest {
  const { variables, extensions, operationName } = isRecord(body) ? body : { variables: null }
  const values = variables ?? (isRecord(body) ? {} : null)
  if (!isRecord(values))
    throw new RequestRefused(400, 'Send a JSON object with the variables under `variables`.')
  if (!isRecord(extensions ?? {})) throw new RequestRefused(400, '`extensions` is not an object.')
  if (typeof (operationName ?? '') !== 'string')
    throw new RequestRefused(400, '`operationName` is not a text.')
  return {
    variables: values,
    operationName: typeof operationName === 'string' ? operationName || undefined : undefined,
  }
}

/** The same in the query string of a GET. */
export function documentRequestInSearch(search: URLSearchParams): DocumentRequest {
  const body = bodyInSearch(search)
  for (const name of ['variables', 'extensions'])
    if (search.get(name) && !isRecord(body[name]))
      throw new RequestRefused(400, `\`${name}\` is not a JSON object.`)
  return documentRequestIn(body)
}

function notJson(): RequestRefused {
  return new RequestRefused(400, 'The body is not JSON in UTF-8.')
}

function tooDeep(): RequestRefused {
  return new RequestRefused(
    400,
    `Lists and objects nest more than ${limits.nesting} levels; send less deep ones.`,
  )
}

function tooLarge(): HubError {
  return new HubError(
    'BODY_TOO_LARGE',
    'The body is larger than 1 MB; send a smaller one, or ask for pages.',
    {
      limit: limits.bodyBytes,
    },
  )
}
