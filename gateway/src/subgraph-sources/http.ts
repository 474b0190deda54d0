/**
 * A remote subgraph, over HTTP. Any GraphQL server over HTTP is asked by POST; our own servers offer a wire
 * in their answers (docs/decisions/0015), which then carries the fetches until it closes. Either way there is
 * a limit on bytes, only JSON is accepted, and a query is sent once more where a kept connection had just
 * closed. check-answer.ts checks whether an answer fits its operation.
 */
import { proofHeader, type SentParts } from '@samenhang/subgraph-kit/access/request-proof'
import type { SignSubgraphToken } from '@samenhang/subgraph-kit/access/subgraph-token'
import { sharedRead } from '@samenhang/subgraph-kit/data-version'
import { codeOf } from '@samenhang/subgraph-kit/error-code'
import { isRecord, jsonText } from '@samenhang/subgraph-kit/http-body'
import type { SubgraphAnswer, SubgraphRequest } from '@samenhang/subgraph-kit/subgraph'
import { wireHeader, wireProtocol } from '@samenhang/subgraph-kit/wire'
import { unpackEntities } from '@samenhang/subgraph-kit/wire-packing'
import { Pool } from 'undici'
import { exactJson, parseExactly } from '../json/exact-numbers.ts'
import { readErrors } from '../engine/run/subgraph-errors.ts'
import { post } from './http-post.ts'
import type { SubgraphSource } from './source.ts'
import { traceParent } from '../telemetry/trace-id.ts'
import { waitAtMost, type Cancellation } from './cancellation.ts'
import { assertWhole } from './whole-answer.ts'
import { WireClient, WireClosed } from './wire-client.ts'

export interface HttpSourceOptions {
  readonly name: string
  readonly url: URL
  readonly sign?: SignSubgraphToken | undefined
  /** Bytes of one answer. */
  readonly responseLimit?: number
}

const connections = 64
const readyPatience = 3_000
const versionPatience = 1_000
/** Milliseconds after which a wire that could not be opened is asked for again. */
const wirePatience = 10_000

/** What a fetch sends of its caller, by POST or over the wire. */
function headersFor(traceId: string, token: string | undefined): Record<string, string> {
  return { traceparent: traceParent(traceId), ...(token && { authorization: `${bearer}${token}` }) }
}

type CallerHeaders = Readonly<Record<string, string>>

const bearer = 'Bearer '

function proofHeaders(proof: string | undefined): Record<string, string> {
  return proof === undefined ? {} : { [proofHeader]: proof }
}

const plainHeaders = {
  'content-type': 'application/json; charset=utf-8',
  accept: 'application/json',
  'accept-encoding': 'identity',
}

export function httpSource({
  name,
  url,
  sign,
  responseLimit = 10_000_000,
}: HttpSourceOptions): SubgraphSource {
  const pool = new Pool(url.origin, { connections, pipelining: 1, headersTimeout: 0, bodyTimeout: 0 })
  const path = url.pathname + url.search
  /** Undefined without a token: nothing is bound then. */
  const prove = ({ authorization = '' }: CallerHeaders, parts: SentParts): string | undefined =>
    authorization === '' ? undefined : sign?.prove?.(name, authorization.slice(bearer.length), parts)
  const wire = wireTo(pool, path, responseLimit)

  const askPlainly = async (
    { query, variables, operationName }: SubgraphRequest,
    callerHeaders: Record<string, string>,
    cancellation: Cancellation,
  ): Promise<SubgraphAnswer> => {
    const body = exactJson(JSON.stringify({ query, variables, operationName }))
    const headers = { ...plainHeaders, ...callerHeaders, ...proofHeaders(prove(callerHeaders, [body])) }
    const posted = await post(pool, { path, headers, body, limit: responseLimit }, cancellation)
    if (posted.headers[wireHeader] === wireProtocol) {
      const { authorization } = callerHeaders
      wire.offered({
        ...(authorization && { authorization }),
        ...proofHeaders(prove(callerHeaders, [wireProtocol])),
      })
    }
    return readAnswer(readJsonText(posted.bytes), name)
  }
  const ask = async (
    request: SubgraphRequest,
    callerHeaders: Record<string, string>,
    cancellation: Cancellation,
  ): Promise<SubgraphAnswer> => {
    const open = wire.open()
    if (!open || !WireClient.takes(request)) return askPlainly(request, callerHeaders, cancellation)
    const { body, isPacked } = await open.ask(request, callerHeaders, cancellation, (parts) =>
      prove(callerHeaders, parts),
    )
    const read = readJsonText(body)
    return isPacked ? { data: { _entities: unpackEntities(read) } } : readAnswer(read, name)
  }
  return {
    name,
    isRemote: true,
    async fetch(request, { traceId, access }, cancellation) {
      const headers = headersFor(traceId, await sign?.(name, access))
      const answer = await ask(request, headers, cancellation).catch((error: unknown) => {
        if (!wasStale(error) || cancellation.reason || /^\s*mutation\b/.test(request.query)) throw error
        return askPlainly(request, headers, cancellation)
      })
      assertWhole(request, answer)
      return answer
    },
    version: sharedRead(() => wire.version()),
    async ready() {
      const signal = AbortSignal.timeout(readyPatience)
      const { statusCode, body } = await pool.request({
        method: 'GET',
        path: new URL('ready', url).pathname,
        signal,
      })
      await body.dump({ limit: 10_000 })
      if (statusCode !== 200) throw new Error(`GET /ready answered ${statusCode}`)
    },
    close: async () => {
      wire.close()
      await pool.destroy()
    },
  }
}

/** The wire to a subgraph: opened when it is offered, and asked for again only after a while where that fails. */
function wireTo(pool: Pool, path: string, limit: number) {
  const wait = waitAtMost(versionPatience)
  let client: WireClient | null = null
  let notBefore = 0
  return {
    open: () => client,
    /** Undefined without a wire, and where no answer comes in time: then nothing is cached. */
    version: async () => {
      const open = client
      return open
        ? wait(undefined, (cancellation) => open.version(cancellation)).catch(() => undefined)
        : undefined
    },
    /** `headers` identify the gateway: the subgraph opens a wire for its gateway only. */
    offered(headers: Record<string, string>): void {
      if (client || performance.now() < notBefore) return
      notBefore = performance.now() + wirePatience
      pool
        .upgrade({
          path,
          method: 'GET',
          protocol: wireProtocol,
          headers,
        })
        .then(({ socket }) => {
          const opened = new WireClient(socket, Buffer.alloc(0), limit, () => {
            if (client === opened) client = null
          })
          client = opened
        })
        .catch(() => undefined)
    },
    close(): void {
      notBefore = Number.POSITIVE_INFINITY
      client?.close()
    },
  }
}

/** Whether the other side had just closed a kept connection. A query may safely be sent once more. */
function wasStale(error: unknown): boolean {
  return error instanceof WireClosed || ['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'].includes(codeOf(error))
}

/** Without the parser's own message, which quotes the text: answers do not belong in a log. */
function readJsonText(bytes: Buffer): unknown {
  try {
    return parseExactly(jsonText(bytes))
  } catch {
    throw new Error('the answer is not JSON in UTF-8')
  }
}

/** Data of a wrong type counts as none beside errors; alone it is no answer. */
function readAnswer(body: unknown, subgraph: string): SubgraphAnswer {
  if (!isRecord(body)) throw new Error('the answer is no JSON object')
  const { data = null } = body
  const errors = readErrors(body['errors'], subgraph)
  if (data !== null && !isRecord(data) && errors.length === 0) throw new Error('`data` is no object')
  const alarms = alarmsIn(body['extensions'])
  return {
    data: isRecord(data) ? data : null,
    ...(errors.length > 0 && { errors }),
    ...(alarms.length > 0 && { extensions: { alarms } }),
  }
}

function alarmsIn(extensions: unknown): readonly string[] {
  const alarms: unknown = isRecord(extensions) ? extensions['alarms'] : undefined
  return Array.isArray(alarms) ? alarms.filter(isCode).slice(0, 20) : []
}

function isCode(alarm: unknown): alarm is string {
  return typeof alarm === 'string' && /^[A-Z][A-Z_]{0,49}$/.test(alarm)
}
