/**
 * One subgraph alone, over HTTP: POST /graphql answers what it would answer in process, byte for byte; GET /live and GET /ready.
 * For a gateway with SUBGRAPH_URL_<NAME>, on a network where only the gateway reaches it. Limits on operations are the gateway's.
 */
import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import pino, { type Logger } from 'pino'
import { publicAccess, type Caller } from './caller.ts'
import { ConfigError } from './config-error.ts'
import { BodyTooLarge, isRecord, parseJson, readBytes } from './http-body.ts'
import { closeOnSignals, drain, listen } from './http-server.ts'
import type { RunningSubgraph, Subgraph, SubgraphRequest } from './subgraph.ts'

const bodyLimit = 10_000_000
const traceIdPattern = /^(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i

/** A served subgraph; `close` drains it. */
export interface ServedSubgraph {
  readonly url: string
  close(): Promise<void>
}

/** Serves the subgraph until SIGTERM or SIGINT: what `src/main.ts` of a subgraph calls. Exits 1 with one line where it cannot start. */
export async function serve(subgraph: Subgraph): Promise<void> {
  const logger = pino({ level: process.env['LOG_LEVEL'] ?? 'info' })
  try {
    const served = await startServing(subgraph, process.env, logger)
    closeOnSignals(() => served.close())
    logger.info({ subgraph: subgraph.name, url: served.url }, 'serving')
  } catch (error) {
    process.stderr.write(`${subgraph.name}: ${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  }
}

/** Opens and serves, without touching the process: the part that tests use. */
export async function startServing(
  subgraph: Subgraph,
  environment: NodeJS.ProcessEnv,
  logger: Logger,
): Promise<ServedSubgraph> {
  const address = { host: environment['HOST'] || '127.0.0.1', port: readPort(environment) }
  const running = await subgraph.open({ environment, logger })
  const server = createServer((request, response) => {
    answer(running, request, response).catch((error: unknown) => {
      logger.error({ err: error }, 'request failed')
      if (!response.headersSent)
        send(response, 500, { error: 'A fault in the subgraph; its log has the rest.' })
    })
  })
  try {
    const url = await listen(server, address)
    return {
      url: `${url}/graphql`,
      close: async () => {
        await drain(server, 8_000)
        await running.close()
      },
    }
  } catch (error) {
    await running.close()
    throw error
  }
}

async function answer(
  running: RunningSubgraph,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = (request.url ?? '/').split('?', 1)[0]
  const known = { '/graphql': 'POST', '/live': 'GET', '/ready': 'GET' }[path ?? '/']
  if (!known) return send(response, 404, { error: 'Not found. The graph is at POST /graphql.' })
  if (request.method !== known) {
    response.setHeader('allow', known)
    return send(response, 405, { error: `Use ${known}.` })
  }
  if (path === '/live') return send(response, 200, { live: true })
  if (path === '/ready') return sendReadiness(running, response)
  const body = await readRequest(request)
  if (typeof body === 'string') {
    response.setHeader('connection', 'close')
    return send(response, 400, { error: body })
  }
  send(response, 200, await running.execute(body, callerOf(request)))
}

async function readRequest(request: IncomingMessage): Promise<SubgraphRequest | string> {
  try {
    const body = parseJson(await readBytes(request, bodyLimit))
    if (!isRecord(body) || typeof body['query'] !== 'string')
      return 'The body must be a JSON object with a `query`.'
    const { query, variables, operationName } = body
    return {
      query,
      ...(isRecord(variables) ? { variables } : {}),
      ...(typeof operationName === 'string' ? { operationName } : {}),
    }
  } catch (error) {
    return error instanceof BodyTooLarge
      ? `The body is larger than ${bodyLimit} bytes.`
      : 'The body must be JSON in UTF-8.'
  }
}

function callerOf(request: IncomingMessage): Caller {
  const given = request.headers['x-hub-trace']
  const traceId =
    typeof given === 'string' && traceIdPattern.test(given) ? given : randomBytes(16).toString('hex')
  return { traceId, access: publicAccess }
}

async function sendReadiness(running: RunningSubgraph, response: ServerResponse): Promise<void> {
  try {
    await running.ready()
    send(response, 200, { ready: true })
  } catch {
    send(response, 503, { ready: false })
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  })
  response.end(JSON.stringify(body))
}

function readPort(environment: NodeJS.ProcessEnv): number {
  const given = environment['PORT'] || environment['npm_package_config_port'] || '4001'
  const port = Number(given)
  if (/^\d+$/.test(given) && port <= 65_535) return port
  throw new ConfigError(`PORT is «${given}»; set it to a number from 0 to 65535.`)
}
