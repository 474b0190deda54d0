/**
 * The gateway over HTTP. `routes` lists every path. A request to the graph is handled in
 * graph-endpoint.ts, one for a registered operation in document-endpoint.ts.
 */
import { createServer, type Server } from 'node:http'
import { HubError } from '@samenhang/subgraph-kit/errors'
import { authenticator } from '../access/authenticate.ts'
import { registerOf } from '../access/register.ts'
import { errorBody, internalError, statusOf } from '../operation/mask-errors.ts'
import type { Gateway } from '../operation/gateway.ts'
import { cataloguePage } from '../pages/catalogue-page.ts'
import { graphiqlPath, openExplorer } from '../pages/explorer.ts'
import { sendPage } from '../pages/page.ts'
import { savedTables as savedTablesHere } from '../tables/saved-tables.ts'
import { readinessOf } from './admin-server.ts'
import { networkBehind } from './client-network.ts'
import { answerPreflight } from './cross-origin.ts'
import { isFromOwnPage, refuseForwarded } from './demo-endpoint.ts'
import { answerDocument, documentsPath } from './document-endpoint.ts'
import type { Exchange, Route, ServerOptions } from './exchange.ts'
import { answerFigures, isFigurePath } from './figures-endpoint.ts'
import { answerGraph, answerPublicGraph } from './graph-endpoint.ts'
import { answerLimits, limitsPath } from './limits-endpoint.ts'
import { answerMcp, mcpPath } from './mcp-endpoint.ts'
import { answerOpenApi, openApiPath } from './openapi-endpoint.ts'
import { orFromPreview, withoutPreviews } from './preview.ts'
import { answerRelease, releasePath } from './release-endpoint.ts'
import { readBody, RequestRefused } from './request-body.ts'
import { answerSchema, schemaPath } from './schema-endpoint.ts'
import { securityTextPath, sendSecurityText } from './security-text.ts'
import { securityHeaders, sendJson, sentence } from './send.ts'
import { saveTable } from './sent-table.ts'
import { answerTable } from './table-endpoint.ts'
import { tablesPath } from './table-problem.ts'

export type { ServerOptions }

const routes: Readonly<Record<string, Readonly<Record<string, Route>>>> = {
  '/': {
    GET: secured(({ request, response }) =>
      sendPage(request, response, async () => (await openExplorer()).page),
    ),
  },
  [graphiqlPath]: { GET: secured(answerGraphiql) },
  '/catalogue': {
    GET: secured(({ request, response, gateway }) =>
      sendPage(request, response, () => cataloguePage(gateway)),
    ),
  },
  [mcpPath]: { POST: secured(answerMcp), OPTIONS: secured(answerPreflight) },
  [openApiPath]: { GET: secured(answerOpenApi) },
  [limitsPath]: { GET: secured(answerLimits) },
  '/graphql': both(orFromPreview(answerGraph)),
  '/public/graphql': both(withoutPreviews(answerPublicGraph)),
  '/q': { POST: orFromPreview(saveTable), OPTIONS: secured(answerPreflight) },
  '/demo/token': { GET: answerDemo, POST: answerDemo },
  '/live': { GET: ({ response }) => sendJson(response, 200, JSON.stringify({ live: true })) },
  '/ready': { GET: answerReady },
  [releasePath]: { GET: answerRelease },
  [securityTextPath]: { GET: ({ response, securityText }) => sendSecurityText(response, securityText) },
}

/** A server for the gateway; listening and draining are the caller's. */
export function createHttpServer(gateway: Gateway, options: ServerOptions): Server {
  const { logger, allowedOrigins = [], demo, draining = () => false, lane, queue, securityText } = options
  const { networkOf = networkBehind(''), held = () => undefined, identify = onlyThePublic } = options
  const { countedOf = () => 0 } = options
  const { hasMcp = true, history, previews, publicUrl, contact } = options
  const { savedTables = savedTablesHere(), keptTables, figureFiles } = options
  const shared = {
    ...{ gateway, logger, allowedOrigins, demo, draining, lane, queue, securityText },
    ...{ hasMcp, identify, history, previews, publicUrl, contact, savedTables, keptTables, figureFiles },
  }
  return createServer({ connectionsCheckingInterval: 5_000 }, (request, response) => {
    const { path, search } = addressOf(request.url ?? '/')
    const known = { from: networkOf(request), counted: countedOf(request) }
    const exchange = { ...shared, ...known, request, response, path, search }
    try {
      const done = held()?.then(() => route(exchange)) ?? route(exchange)
      if (done) done.catch((error: unknown) => fail(exchange, error))
    } catch (error) {
      fail(exchange, error)
    }
  })
}

const onlyThePublic = authenticator(null, registerOf([]))

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

const documentRoutes = both(orFromPreview(answerDocument))

const tableRoutes: Readonly<Record<string, Route>> = {
  GET: orFromPreview(answerTable),
  OPTIONS: secured(answerPreflight),
}

const figureRoutes: Readonly<Record<string, Route>> = {
  GET: withoutPreviews(answerFigures),
  OPTIONS: secured(answerPreflight),
}

const schemaRoutes: Readonly<Record<string, Route>> = { GET: secured(answerSchema) }

function routesOf(path: string): Readonly<Record<string, Route>> | undefined {
  if (path.startsWith(documentsPath)) return documentRoutes
  if (path.startsWith(tablesPath)) return tableRoutes
  if (isFigurePath(path)) return figureRoutes
  if (path === schemaPath || path.startsWith(`${schemaPath}/`)) return schemaRoutes
  return Object.hasOwn(routes, path) ? routes[path] : undefined
}

/** By POST and GET, and for pages of other origins. */
function both(route: Route): Readonly<Record<string, Route>> {
  return { POST: route, GET: route, OPTIONS: secured(answerPreflight) }
}

/** For answers that `sendJson` does not send. */
function secured(act: Route): Route {
  return (exchange) => {
    for (let index = 0; index < securityHeaders.length; index += 2)
      exchange.response.setHeader(securityHeaders[index] ?? '', securityHeaders[index + 1] ?? '')
    return act(exchange)
  }
}

/** At the address with its digest a browser need not ask again. */
async function answerGraphiql({ request, response, path, search }: Exchange): Promise<void> {
  const { graphiql, graphiqlAddress } = await openExplorer()
  if (path + search === graphiqlAddress)
    response.setHeader('cache-control', 'public, max-age=31536000, immutable')
  return sendPage(request, response, () => Promise.resolve(graphiql))
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
