/**
 * One subgraph alone, over HTTP: POST /graphql answers what it would answer in process, byte for byte; GET /live and GET /ready.
 * For a gateway with SUBGRAPH_URL_<NAME>: nothing of the graph is answered without its token. Limits on operations are the gateway's.
 */
import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import pino, { type Logger } from 'pino'
import { proofHeader } from './access/request-proof.ts'
import type { Credentials } from './access/caller.ts'
import { checkBeside } from './database/check-databases.ts'
import { ConfigError } from './errors/config-error.ts'
import { BodyTooLarge, isRecord, parseJson, readMessage } from './http/http-body.ts'
import { closeOnSignals, drain, listen } from './http/http-server.ts'
import { keepPrivate } from './files/private-files.ts'
import type { RunningSubgraph, Subgraph, SubgraphRequest } from './subgraph.ts'
import { versionHeader, wireHeader, wireProtocol } from './wire/frames.ts'
import { serveWire, type AnswerFetch, type WireSession } from './wire/server.ts'

const bodyLimit = 10_000_000
/** One for each gateway, and some that are ending. */
const mostWires = 64
const mostConnections = 2_000
const traceIdPattern = /^(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i

/** A served subgraph; `close` drains it. */
export interface ServedSubgraph {
  readonly url: string
  close(): Promise<void>
}

/** Serves the subgraph until SIGTERM or SIGINT: what `src/main.ts` of a subgraph calls. Exits 1 with one line where it cannot start. */
export async function serve(subgraph: Subgraph): Promise<void> {
  const logger = pino({ level: process.env['LOG_LEVEL'] ?? 'info' })
  keepPrivate()
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
  const offersWire = environment['SUBGRAPH_WIRE'] !== 'off'
  const running = await subgraph.open({ environment, logger })
  const wires = new Set<WireSession>()
  let ending = false
  const answerFetch: AnswerFetch = async (request, headers, sent) => {
    // Before the data are read; on PostgreSQL a statement more, so whoever needs it there asks for it alone.
    const version = running.database.dialect === 'sqlite' ? await running.database.version() : undefined
    const answered = await running.execute(request, { ...credentialsOf(headers), sent })
    const isRefused = answered.errors?.[0]?.extensions?.['code'] === 'SUBGRAPH_TOKEN_REFUSED'
    return { version: isRefused ? undefined : version, answer: answered, isRefused }
  }
  const wired = { answer: answerFetch, version: async () => running.database.version() }
  const server = createServer({ connectionsCheckingInterval: 5_000 }, (request, response) => {
    if (offersWire) response.setHeader(wireHeader, wireProtocol)
    answer({ running, request, response, answerFetch }).catch((error: unknown) => {
      logger.error({ err: error }, 'request failed')
      if (!response.headersSent)
        send(response, 500, JSON.stringify({ error: 'A fault in the subgraph; its log has the rest.' }))
    })
  })
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    if (!offersWire || request.headers.upgrade !== wireProtocol || pathOf(request) !== '/graphql')
      return refuseUpgrade(socket, '400 Bad Request')
    const open = (isAdmitted: boolean): void => {
      if (!isAdmitted) return refuseUpgrade(socket, '401 Unauthorized')
      if (wires.size >= mostWires || ending) return refuseUpgrade(socket, '503 Service Unavailable')
      socket.write(
        `HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: ${wireProtocol}\r\n\r\n`,
      )
      const wire = serveWire(socket, head, wired, bodyLimit)
      wires.add(wire)
      socket.on('close', () => wires.delete(wire))
    }
    // Nothing is read from the socket until its token is known to hold.
    const sent = { proof: proofIn(request), parts: [wireProtocol] }
    running.admits({ ...credentialsOf(request.headers), sent }).then(open, () => socket.destroy())
  })
  server.maxConnections = mostConnections
  try {
    const url = await listen(server, address)
    const { file, lose } = running.database
    const stopChecking = checkBeside([{ name: running.name, file, lose }], logger)
    return {
      url: `${url}/graphql`,
      close: async () => {
        ending = true
        stopChecking()
        for (const wire of wires) wire.end()
        await drain(server, 8_000)
        await running.close()
      },
    }
  } catch (error) {
    await running.close()
    throw error
  }
}

function refuseUpgrade(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
}

interface Exchange {
  readonly running: RunningSubgraph
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly answerFetch: AnswerFetch
}

async function answer({ running, request, response, answerFetch }: Exchange): Promise<void> {
  const path = pathOf(request)
  const method = { '/graphql': 'POST', '/live': 'GET', '/ready': 'GET' }[path]
  if (!method) return sendError(response, 404, 'Not found. The graph is at POST /graphql.')
  if (request.method !== method) {
    response.setHeader('allow', method)
    return sendError(response, 405, `Use ${method}.`)
  }
  if (path === '/live') return send(response, 200, '{"live":true}')
  if (path === '/ready') return sendReadiness(running, response)
  const read = await readRequest(request)
  if (typeof read === 'string') {
    response.setHeader('connection', 'close')
    return sendError(response, 400, read)
  }
  const sent = { proof: proofIn(request), parts: [read.bytes] }
  const { version, answer: answered, isRefused } = await answerFetch(read.body, request.headers, sent)
  if (isRefused) response.setHeader('www-authenticate', 'Bearer')
  if (version !== undefined) response.setHeader(versionHeader, version)
  send(response, isRefused ? 401 : 200, JSON.stringify(answered))
}

function pathOf({ url = '/' }: IncomingMessage): string {
  const end = url.indexOf('?')
  return end < 0 ? url : url.slice(0, end)
}

function proofIn({ headers }: IncomingMessage): string | undefined {
  const proof = headers[proofHeader]
  return typeof proof === 'string' ? proof : undefined
}

interface ReadRequest {
  readonly body: SubgraphRequest
  readonly bytes: Buffer
}

async function readRequest(request: IncomingMessage): Promise<ReadRequest | string> {
  try {
    const bytes = await readMessage(request, bodyLimit)
    const json = parseJson(bytes)
    if (!isRecord(json) || typeof json['query'] !== 'string')
      return 'The body must be a JSON object with a `query`.'
    const { query, variables, operationName } = json
    const body = {
      query,
      ...(isRecord(variables) ? { variables } : {}),
      ...(typeof operationName === 'string' ? { operationName } : {}),
    }
    return { body, bytes }
  } catch (error) {
    return error instanceof BodyTooLarge
      ? `The body is larger than ${bodyLimit} bytes.`
      : 'The body must be JSON in UTF-8.'
  }
}

/** Who asks, by the headers of a request or of a fetch on a wire. */
function credentialsOf(headers: Readonly<Record<string, unknown>>): Credentials {
  const { traceparent, 'x-hub-trace': former, authorization } = headers
  const [, fromParent] = /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/.exec(String(traceparent)) ?? []
  // Gateways of the former release send their own header.
  const sent = fromParent ?? String(former)
  const traceId = traceIdPattern.test(sent) ? sent : randomBytes(16).toString('hex')
  const [, token] = /^Bearer ([\w.-]+)$/i.exec(typeof authorization === 'string' ? authorization : '') ?? []
  return { traceId, token }
}

async function sendReadiness(running: RunningSubgraph, response: ServerResponse): Promise<void> {
  try {
    await running.ready()
    send(response, 200, '{"ready":true}')
  } catch {
    send(response, 503, '{"ready":false}')
  }
}

function sendError(response: ServerResponse, status: number, error: string): void {
  send(response, status, JSON.stringify({ error }))
}

function send(response: ServerResponse, status: number, text: string): void {
  response.setHeader('content-type', 'application/json; charset=utf-8')
  response.setHeader('cache-control', 'no-store')
  // With its length the head and a body go out in one write, and not in chunks.
  response.setHeader('content-length', Buffer.byteLength(text))
  response.writeHead(status).end(text)
}

function readPort(environment: NodeJS.ProcessEnv): number {
  const portText = environment['PORT'] || environment['npm_package_config_port'] || '4001'
  const port = Number(portText)
  if (/^\d+$/.test(portText) && port <= 65_535) return port
  throw new ConfigError(`PORT is «${portText}»; set it to a number from 0 to 65535.`)
}
