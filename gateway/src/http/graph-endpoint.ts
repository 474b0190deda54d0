/** Requests to `/graphql` and `/public/graphql`: a text, or the name of a registered operation. `answerGraph` handles them in order. */
import type { IncomingMessage } from 'node:http'
import { HeaderMap } from '@apollo/server'
import { inTurn, laneFor, sendAnswer } from './answer-request.ts'
import { requestOptionsOf } from './caller-headers.ts'
import { allowOrigin, isGraphqlGet } from './cross-origin.ts'
import { answerConditionally, runDocument } from './document-endpoint.ts'
import type { Exchange } from './exchange.ts'
import { passToHeavy } from './heavy-lane.ts'
import { asText, asTextSearch, documentNameIn } from './named-documents.ts'
import {
  bodyInSearch,
  documentRequestIn,
  documentRequestInSearch,
  operationIn,
  readBody,
} from './request-body.ts'
import { sendJson, sentence } from './send.ts'
import { answerAsTable, tableFormatOf } from './sent-table.ts'

/** How a request to the graph is handled; from `gateway.answer` on, operation/answer.ts has the path. */
export async function answerGraph(exchange: Exchange): Promise<void> {
  const { gateway, request, response, search, allowedOrigins } = exchange
  allowOrigin(request, response, allowedOrigins)
  const isPost = request.method === 'POST'
  const parameters = new URLSearchParams(search)
  const body = isPost ? await readBody(request) : bodyInSearch(parameters)
  const format = tableFormatOf(exchange)
  if (format) return answerAsTable(exchange, body, format)
  const name = documentNameIn(body)
  if (name !== undefined) {
    response.setHeader('content-type', mediaTypeFor(request))
    if (!isPost) return answerConditionally(exchange, name, documentRequestInSearch(parameters))
    return runDocument(exchange, name, documentRequestIn(body), body)
  }
  const text = asText(body)
  const operation = operationIn(text)
  const lane = laneFor(exchange, () => operation)
  if (lane) return passToHeavy(lane, exchange, isPost ? body : undefined)
  const headers = readHeaders(request)
  if (!isPost && isGraphqlGet(request, allowedOrigins)) headers.set('apollo-require-preflight', 'graphql')
  const http = isPost
    ? { method: 'POST', headers, search, body: text }
    : { method: request.method ?? '', headers, search: asTextSearch(search), body: undefined }
  const answer = await inTurn(exchange, () => gateway.answer(operation, http, requestOptionsOf(exchange)))
  return sendAnswer(response, answer.status, answer)
}

/** The same for the public variant of the graph. */
export async function answerPublicGraph(exchange: Exchange): Promise<void> {
  const variant = await exchange.gateway.publicVariant()
  if (!variant) return sendJson(exchange.response, 404, sentence('This graph has no public variant.'))
  return answerGraph({ ...exchange, gateway: variant })
}

/** GraphQL over HTTP: as `application/graphql-response+json` where that is asked for. */
function mediaTypeFor({ headers }: IncomingMessage): string {
  const type = headers.accept?.includes('application/graphql-response+json')
    ? 'application/graphql-response+json'
    : 'application/json'
  return `${type}; charset=utf-8`
}

function readHeaders(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  return headers
}
