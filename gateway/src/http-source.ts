/**
 * A subgraph elsewhere, over HTTP: pooled connections, a cap on bytes, no redirects, JSON or nothing.
 * The deadline comes as the signal. Whether the answer fits the operation is judged in answer-shape.ts.
 */
import { BodyTooLarge, isRecord, parseJson, readBytes } from '@samenhang/subgraph-kit/http-body'
import type { SubgraphAnswer } from '@samenhang/subgraph-kit/subgraph'
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql'
import { Pool, type Dispatcher } from 'undici'
import { answerFitter } from './answer-shape.ts'
import type { SubgraphSource } from './source.ts'

export interface HttpSourceOptions {
  readonly name: string
  readonly url: URL
  /** The supergraph's, that answers are held against. */
  readonly schema: GraphQLSchema
  /** Bytes of one answer. */
  readonly responseLimit?: number
}

const connections = 64
const readyPatience = 3_000

export function httpSource({
  name,
  url,
  schema,
  responseLimit = 10_000_000,
}: HttpSourceOptions): SubgraphSource {
  const pool = new Pool(url.origin, { connections, pipelining: 1, headersTimeout: 0, bodyTimeout: 0 })
  const fitAnswer = answerFitter(schema)
  const path = url.pathname + url.search
  return {
    name,
    async fetch(request, { traceId }, signal) {
      const { query, variables, operationName } = request
      const ask = (): Promise<Dispatcher.ResponseData> =>
        pool.request({
          method: 'POST',
          path,
          headers: {
            'content-type': 'application/json; charset=utf-8',
            accept: 'application/json',
            'accept-encoding': 'identity',
            'x-hub-trace': traceId,
          },
          body: JSON.stringify({ query, variables, operationName }),
          signal,
        })
      const response = await ask().catch((error: unknown) => {
        if (!wasStale(error) || /^\s*mutation\b/.test(query)) throw error
        return ask()
      })
      const answer = readAnswer(await readJson(response, responseLimit))
      return { ...answer, data: fitAnswer(request, answer) }
    },
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
    close: () => pool.destroy(),
  }
}

/** A kept connection that the other side had just closed. What only reads may safely be asked once more. */
function wasStale(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'UND_ERR_SOCKET' || code === 'ECONNRESET' || code === 'EPIPE'
}

async function readJson(
  { statusCode, headers, body }: Dispatcher.ResponseData,
  limit: number,
): Promise<unknown> {
  try {
    if (statusCode !== 200) throw new Error(`status ${statusCode}`)
    const type = String(headers['content-type'] ?? '')
    if (!/^application\/(?:graphql-response\+)?json\s*(?:;|$)/i.test(type))
      throw new Error(`content-type ${type}`)
    const encoding = String(headers['content-encoding'] ?? 'identity')
    if (encoding !== 'identity') throw new Error(`content-encoding ${encoding}`)
    if (Number(headers['content-length'] ?? 0) > limit) throw new BodyTooLarge(limit)
    return readJsonText(await readBytes(body, limit))
  } catch (error) {
    body.on('error', () => undefined).destroy()
    throw error
  }
}

/** Without the parser's own message, which quotes the text: answers do not belong in a log. */
function readJsonText(bytes: Uint8Array): unknown {
  try {
    return parseJson(bytes)
  } catch {
    throw new Error('the answer is not JSON in UTF-8')
  }
}

function readAnswer(body: unknown): SubgraphAnswer {
  if (!isRecord(body)) throw new Error('the answer is no JSON object')
  const { data = null, errors = [] } = body
  if (data !== null && !isRecord(data)) throw new Error('`data` is no object')
  if (!Array.isArray(errors)) throw new Error('`errors` is no list')
  return errors.length > 0 ? { data, errors: errors.map(readError) } : { data }
}

function readError(error: unknown): GraphQLFormattedError {
  if (!isRecord(error) || typeof error['message'] !== 'string') throw new Error('an error has no message')
  const { message, path, extensions } = error
  return {
    message,
    ...(isPath(path) ? { path } : {}),
    ...(isRecord(extensions) ? { extensions } : {}),
  }
}

function isPath(path: unknown): path is (string | number)[] {
  return Array.isArray(path) && path.every((step) => typeof step === 'string' || typeof step === 'number')
}
