/** Registered operations over HTTP: by POST, or by GET with an ETag. */
import { andThen } from '@samenhang/subgraph-kit/promise-or-value'
import type { DocumentName } from '../operation/trusted-documents.ts'
import { inTurn, laneFor, sendAnswer } from './answer-request.ts'
import { isDryRun, requestOptionsOf } from './caller-headers.ts'
import { allowOrigin } from './cross-origin.ts'
import type { Exchange } from './exchange.ts'
import { passToHeavy } from './heavy-lane.ts'
import { documentRequestIn, documentRequestInSearch, readBody, type DocumentRequest } from './request-body.ts'
import { securityHeaders } from './send.ts'

/** The address of a registered operation is this and its id. */
export const documentsPath = '/operations/'

/** A registered operation: variables in, the answer out; by GET with an ETag that says whether it changed. */
export function answerDocument(exchange: Exchange): void | Promise<void> {
  const { request, response, path, search, allowedOrigins } = exchange
  allowOrigin(request, response, allowedOrigins)
  const id = decoded(path.slice(documentsPath.length))
  if (request.method !== 'POST')
    return answerConditionally(exchange, id, documentRequestInSearch(new URLSearchParams(search)))
  return readBody(request).then((body) => runDocument(exchange, id, documentRequestIn(body), body))
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}

export async function answerConditionally(
  exchange: Exchange,
  name: DocumentName,
  documentRequest: DocumentRequest,
): Promise<void> {
  const { gateway, request, response } = exchange
  const document = gateway.document(name)
  // An ETag answers without the gateway; a token is always checked.
  const isPublic =
    request.headers.authorization === undefined && request.headers['x-hub-purpose'] === undefined
  const isThis =
    documentRequest.operationName === undefined || documentRequest.operationName === document?.operationName
  const etag =
    isPublic && document?.isQuery && isThis && !isDryRun(request)
      ? await gateway.etag(document, documentRequest.variables)
      : undefined
  if (etag !== undefined) {
    response.setHeader('cache-control', 'no-cache')
    response.setHeader('etag', etag)
    if (matchesEtag(request.headers['if-none-match'], etag))
      return void response.writeHead(304, [...securityHeaders]).end()
  }
  await runDocument(exchange, name, documentRequest)
}

/** Whether the client has this answer already. The ETag is weak where the answer was compressed. */
export function matchesEtag(ifNoneMatch: string | undefined, etag: string): boolean {
  return ifNoneMatch?.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === etag) ?? false
}

/** `body` is that of a POST. */
export function runDocument(
  exchange: Exchange,
  name: DocumentName,
  { variables, operationName }: DocumentRequest,
  body?: unknown,
): void | Promise<void> {
  const { gateway, response } = exchange
  const lane = laneFor(exchange, () => ({ query: gateway.document(name)?.text ?? '', variables }))
  if (lane) return passToHeavy(lane, exchange, body)
  return andThen(
    inTurn(exchange, () =>
      gateway.answerDocument(name, variables, requestOptionsOf(exchange), operationName),
    ),
    (answer) => sendAnswer(response, answer.status, answer),
  )
}
