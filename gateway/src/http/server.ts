/**
 * The gateway over HTTP. `routes` lists every path; `answerGraph` is how a request to the graph is handled,
 * in order. The pages are made in explorer.ts and catalogue-page.ts.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { HeaderMap } from '@apollo/server'
import { HubError } from '@samenhang/subgraph-kit/errors'
import { andThen, type PromiseOrValue } from '@samenhang/subgraph-kit/promise-or-value'
import { readinessOf } from './admin-server.ts'
import { isFromOwnPage, refuseForwarded, type DemoTokens } from './demo-endpoint.ts'
import { cataloguePage } from '../pages/catalogue-page.ts'
import { compressFor } from './compression.ts'
import { allowOrigin, answerPreflight, isGraphqlGet } from './cross-origin.ts'
import { errorBody, internalError, statusOf } from '../operation/mask-errors.ts'
import { explorerPage } from '../pages/explorer.ts'
import type { Gateway, GatewayAnswer } from '../operation/gateway.ts'
import { heavyObjects, passToHeavy } from './heavy-lane.ts'
import type { HeavyQueue } from './heavy-queue.ts'
import { requestOptionsOf } from './caller-headers.ts'
import { jsonHeaders } from '../operation/engine-answer.ts'
import { limits, type OperationRequest } from '../limits/limits.ts'
import type { Logger } from '../telemetry/log.ts'
import { networkBehind, type NetworkOfRequest } from './client-network.ts'
import type { HeavyLane } from '../processes/heavy-process.ts'
import { sendPage } from '../pages/page.ts'
import { asText, asTextSearch, documentNameIn } from './named-documents.ts'
import {
  bodyInSearch,
  documentRequestIn,
  documentRequestInSearch,
  operationIn,
  readBody,
  RequestRefused,
  type DocumentRequest,
} from './request-body.ts'
import { securityTextPath, sendSecurityText } from './security-text.ts'
import { securityHeaders, sendJson, sentence } from './send.ts'
import type { DocumentName } from '../operation/trusted-documents.ts'

export interface ServerOptions {
  readonly logger: Logger
  readonly allowedOrigins?: readonly string[]
  /** Where the explorer gets tokens; none in production. */
  readonly demo?: DemoTokens | undefined
  /** Whether the process is ending: it is then not ready, and every answer closes its connection. */
  readonly draining?: () => boolean
  /** What new requests wait for, if anything. */
  readonly held?: () => Promise<void> | undefined
  /** The text at /.well-known/security.txt; none where nobody is named. */
  readonly securityText?: string | undefined
  /** Where clients are; by default where their connections come from. */
  readonly networkOf?: NetworkOfRequest
  /** Where heavy operations are answered; here by default. */
  readonly lane?: HeavyLane | undefined
  /** The turns that operations take; without one they are answered as they come. */
  readonly queue?: HeavyQueue | undefined
}

interface Exchange extends Required<
  Omit<ServerOptions, 'demo' | 'lane' | 'queue' | 'networkOf' | 'held' | 'securityText'>
> {
  readonly demo: DemoTokens | undefined
  readonly securityText: string | undefined
  readonly lane: HeavyLane | undefined
  readonly queue: HeavyQueue | undefined
  /** The network that the client is in. */
  readonly from: string
  readonly gateway: Gateway
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly path: string
  /** The query string, with its `?`. */
  readonly search: string
}

const documentsPath = '/operations/'

type Route = (exchange: Exchange) => void | Promise<void>

const routes: Readonly<Record<string, Readonly<Record<string, Route>>>> = {
  '/': { GET: secured(({ request, response }) => sendPage(request, response, explorerPage)) },
  '/catalogue': {
    GET: secured(({ request, response, gateway }) =>
      sendPage(request, response, () => cataloguePage(gateway.indicators)),
    ),
  },
  '/graphql': { POST: answerGraph, GET: answerGraph, OPTIONS: secured(answerPreflight) },
  '/demo/token': { GET: answerDemo, POST: answerDemo },
  '/live': { GET: ({ response }) => sendJson(response, 200, JSON.stringify({ live: true })) },
  '/ready': { GET: answerReady },
  [securityTextPath]: { GET: ({ response, securityText }) => sendSecurityText(response, securityText) },
}

/** A server for the gateway; listening and draining are the caller's. */
export function createHttpServer(gateway: Gateway, options: ServerOptions): Server {
  const { logger, allowedOrigins = [], demo, draining = () => false, lane, queue, securityText } = options
  const { networkOf = networkBehind(''), held = () => undefined } = options
  const shared = { gateway, logger, allowedOrigins, demo, draining, lane, queue, securityText }
  return createServer({ connectionsCheckingInterval: 5_000 }, (request, response) => {
    const { path, search } = addressOf(request.url ?? '/')
    const exchange = { ...shared, request, response, path, search, from: networkOf(request) }
    try {
      const done = held()?.then(() => route(exchange)) ?? route(exchange)
      if (done) done.catch((error: unknown) => fail(exchange, error))
    } catch (error) {
      fail(exchange, error)
    }
  })
}

/** Most targets are plain paths, which need not be parsed as a URL. */
function addressOf(target: string): Pick<Exchange, 'path' | 'search'> {
  if (/^\/(?!\/)[\w/-]*$/.test(target)) return { path: target, search: '' }
  const address = target.replace(/^\/{2,}/, '/')
  if (!URL.canParse(address, 'http://hub')) return { path: address, search: '' }
  const { pathname, search } = new URL(address, 'http://hub')
  return { path: pathname, search }
}

function route(exchange: Exchange): void | Promise<void> {
  const { request, response, path, draining } = exchange
  if (draining()) response.setHeader('connection', 'close')
  const methods = routesOf(path)
  if (!methods)
    return sendJson(response, 404, sentence(`There is nothing at ${path}. The graph is at /graphql.`))
  const method = request.method === 'HEAD' ? 'GET' : (request.method ?? '')
  const answer = Object.hasOwn(methods, method) ? methods[method] : undefined
  if (answer) return answer(exchange)
  response.setHeader('allow', Object.keys(methods).join(', '))
  return sendJson(response, 405, sentence(`Use ${Object.keys(methods).join(' or ')}.`))
}

const documentRoutes: Readonly<Record<string, Route>> = {
  POST: answerDocument,
  GET: answerDocument,
  OPTIONS: secured(answerPreflight),
}

function routesOf(path: string): Readonly<Record<string, Route>> | undefined {
  if (path.startsWith(documentsPath)) return documentRoutes
  return Object.hasOwn(routes, path) ? routes[path] : undefined
}

/** How a request to the graph is handled; from `gateway.answer` on, operation/answer.ts has the path. */
async function answerGraph(exchange: Exchange): Promise<void> {
  const { gateway, request, response, search, allowedOrigins } = exchange
  allowOrigin(request, response, allowedOrigins)
  const isPost = request.method === 'POST'
  const parameters = new URLSearchParams(search)
  const body = isPost ? await readBody(request) : bodyInSearch(parameters)
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

/** The heavy process, for an operation that would hold up others here; undefined for one that is answered here. */
function laneFor({ gateway, lane }: Exchange, operation: () => OperationRequest): HeavyLane | undefined {
  if (!lane) return undefined
  const objects = gateway.objectsOf(operation())
  return objects > heavyObjects && objects <= limits.objects ? lane : undefined
}

function inTurn<Value>(
  { queue, request, from }: Exchange,
  act: () => PromiseOrValue<Value>,
): PromiseOrValue<Value> {
  if (!queue) return act()
  return queue.run(request.headers.authorization ?? from, async () => act())
}

/** GraphQL over HTTP: as `application/graphql-response+json` where that is asked for. */
function mediaTypeFor({ headers }: IncomingMessage): string {
  const type = headers.accept?.includes('application/graphql-response+json')
    ? 'application/graphql-response+json'
    : 'application/json'
  return `${type}; charset=utf-8`
}

/** A registered operation: variables in, the answer out; by GET with an ETag that says whether it changed. */
function answerDocument(exchange: Exchange): void | Promise<void> {
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

async function answerConditionally(
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
    isPublic && document?.isQuery && isThis
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
function matchesEtag(ifNoneMatch: string | undefined, etag: string): boolean {
  return ifNoneMatch?.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === etag) ?? false
}

/** `body` is that of a POST. */
function runDocument(
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

function sendAnswer(response: ServerResponse, status: number, answer: GatewayAnswer): void | Promise<void> {
  const type = response.getHeader('content-type')
  if (answer.headers !== jsonHeaders)
    for (const [name, value] of answer.headers) response.setHeader(name, value)
  if (type !== undefined) response.setHeader('content-type', type)
  if (answer.hasErrors) {
    response.removeHeader('etag')
    response.removeHeader('cache-control')
  }
  const trace = ['x-hub-trace', answer.traceId]
  const compressing = compressFor(response.req, answer.text)
  if (!compressing) return sendJson(response, status, answer.text, trace)
  response.appendHeader('vary', 'accept-encoding')
  const etag = response.getHeader('etag')
  if (typeof etag === 'string') response.setHeader('etag', `W/${etag}`)
  return compressing.then(({ encoding, body }) =>
    sendJson(response, status, body, ['content-encoding', encoding, ...trace]),
  )
}

/** For answers that `sendJson` does not send. */
function secured(act: Route): Route {
  return (exchange) => {
    for (let index = 0; index < securityHeaders.length; index += 2)
      exchange.response.setHeader(securityHeaders[index] ?? '', securityHeaders[index + 1] ?? '')
    return act(exchange)
  }
}

/** For the explorer only: what may be chosen, and a token for what was. */
async function answerDemo({ demo, request, response }: Exchange): Promise<void> {
  if (demo) refuseForwarded(request)
  if (!demo || !isFromOwnPage(request))
    return sendJson(response, 404, sentence('There is nothing at /demo/token.'))
  if (request.method !== 'POST') return sendJson(response, 200, JSON.stringify(demo.choices()))
  const token = await demo.token(await readBody(request))
  sendJson(response, 200, JSON.stringify({ token }))
}

/** Whether requests may be sent here; the admin port says what is not ready. */
async function answerReady({ gateway, response, draining }: Exchange): Promise<void> {
  const { ready } = await readinessOf(gateway, draining)
  sendJson(response, ready ? 200 : 503, JSON.stringify({ ready }))
}

function fail({ request, response, logger }: Exchange, error: unknown): void {
  if (response.headersSent) return void response.destroy()
  const refused = error instanceof HubError || error instanceof RequestRefused
  const clientError = refused ? error : internalError(error, logger)
  const { status, headers } =
    error instanceof RequestRefused ? { status: error.status, headers: [] } : statusOf(error)
  for (const [name, value] of headers) response.setHeader(name, value)
  if (!request.complete) response.setHeader('connection', 'close')
  logger.info({ status, errors: [clientError.extensions['code']] }, 'request refused')
  sendJson(response, status, errorBody(clientError))
}

function readHeaders(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  return headers
}
