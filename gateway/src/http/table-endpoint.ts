/** Operations as tables over HTTP: by GET and HEAD at /q/, the name of a registered operation and the ending of a format. */
import { HubError } from '@samenhang/subgraph-kit/errors'
import { internalError } from '../operation/mask-errors.ts'
import { changesSomething, noTableOfPeople } from '../operation/refused-by-get.ts'
import { notRegisteredHere, type TrustedDocument } from '../operation/trusted-documents.ts'
import { acceptedFormat, formats, type Format } from '../tables/formats.ts'
import { AnswerRefused, problemOf, problemType } from '../tables/problem.ts'
import { tableRequestOf } from '../tables/request.ts'
import { allowOrigin } from './cross-origin.ts'
import type { Exchange } from './exchange.ts'
import { RequestRefused } from './request-body.ts'
import { runTable } from './run-table.ts'
import { sendJson } from './send.ts'

/** The address of a table is this, the name of its operation and the ending of its format. */
export const tablesPath = '/q/'

/** Every refusal is a problem (RFC 9457). */
export async function answerTable(exchange: Exchange): Promise<void> {
  const { gateway, request, response, path, search, allowedOrigins } = exchange
  allowOrigin(request, response, allowedOrigins)
  try {
    const { name, format, address } = addressed(path.slice(tablesPath.length), exchange)
    const document = registered(name, exchange)
    if (!document.isQuery) throw changesSomething()
    if (gateway.isProtected(document.document)) throw noTableOfPeople()
    const asked = tableRequestOf(document.source, new URLSearchParams(search))
    const { source, text, id, operationName: title = id } = document
    await runTable(exchange, { ...asked, format, address, source, text, id, title, registered: document })
  } catch (error) {
    sendProblem(exchange, error)
  }
}

interface Addressed {
  readonly name: string
  /** Null for the dictionary. */
  readonly format: Format | null
  /** Its path without endings. */
  readonly address: string
}

/** The ending of the address wins, then `Accept`; CSV where neither says. Throws HubError TABLE_FORMAT_UNKNOWN. */
function addressed(encodedName: string, { request, response }: Exchange): Addressed {
  const isMeta = encodedName.endsWith(metaEnding)
  const rest = isMeta ? encodedName.slice(0, -metaEnding.length) : encodedName
  const dot = rest.lastIndexOf('.')
  const byEnding = dot > 0 ? formats.get(rest.slice(dot + 1)) : undefined
  const bare = byEnding ? rest.slice(0, dot) : rest
  const named = { name: decoded(bare), address: `${tablesPath}${bare}` }
  if (isMeta) return { ...named, format: null }
  if (byEnding) return { ...named, format: byEnding }
  response.appendHeader('vary', 'accept')
  const { accept } = request.headers
  const chosen = acceptedFormat(accept) ?? (takesAnything(accept) ? formats.get('csv') : undefined)
  if (chosen) return { ...named, format: chosen }
  const endings = [...formats.keys()].join(', ')
  throw new HubError('TABLE_FORMAT_UNKNOWN', `End the address in one of ${endings}, or accept one of them.`)
}

const metaEnding = '.meta.json'

function takesAnything(accept: string | undefined): boolean {
  return accept === undefined || /\*\/\*|text\/\*/.test(accept)
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

function registered(name: string, { gateway }: Exchange): TrustedDocument {
  const document = gateway.document(name)
  if (document) return document
  throw notRegisteredHere(name, gateway.brokenDocuments)
}

/** Closes the connection where a part was sent already. */
export function sendProblem(
  { response, logger }: Pick<Exchange, 'response' | 'logger'>,
  error: unknown,
): void {
  if (response.headersSent || response.destroyed) return void response.destroy()
  const { status, headers, code, body } = problemOf(clientError(error, logger))
  for (const name of ['etag', 'cache-control', 'link']) response.removeHeader(name)
  for (const [name, value] of headers) response.setHeader(name, value)
  response.setHeader('content-type', problemType)
  logger.info({ status, errors: [code] }, 'table refused')
  sendJson(response, status, body)
}

function clientError(error: unknown, logger: Exchange['logger']): HubError | AnswerRefused {
  if (error instanceof HubError || error instanceof AnswerRefused) return error
  if (error instanceof RequestRefused)
    return new AnswerRefused(error.status, error.message, error.extensions, new Map())
  const { message, extensions } = internalError(error, logger)
  return new AnswerRefused(500, message, extensions, new Map())
}
