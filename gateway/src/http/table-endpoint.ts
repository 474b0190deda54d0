/** Operations as tables over HTTP: by GET and HEAD at /q/, the name of a registered operation and the ending of a format. */
import { HubError } from '@samenhang/subgraph-kit/errors'
import { changesSomething, noTableOfPeople } from '../operation/refused-by-get.ts'
import { notRegisteredHere } from '../operation/trusted-documents.ts'
import type { AskedTable } from '../tables/asked-table.ts'
import { acceptedFormat, formats, type Format } from '../tables/formats.ts'
import { tableRequestOf } from '../tables/request.ts'
import { allowOrigin } from './cross-origin.ts'
import type { Exchange } from './exchange.ts'
import { sendOfSnapshot } from './kept-table.ts'
import { runTable } from './run-table.ts'
import { tableOfText } from './sent-table.ts'
import { sendProblem, tablesPath } from './table-problem.ts'

/** Every refusal is a problem (RFC 9457). */
export async function answerTable(exchange: Exchange): Promise<void> {
  const { gateway, request, response, path, allowedOrigins, savedTables } = exchange
  allowOrigin(request, response, allowedOrigins)
  try {
    const { name, format, address } = addressed(path.slice(tablesPath.length), exchange)
    const isRegistered = gateway.document(name) !== undefined
    const saved = isRegistered ? undefined : await savedTables.find(name)
    if (!isRegistered && !saved && (await sendForgotten(exchange, { format, address }))) return
    const asked = saved ? await tableOfText(exchange, saved) : registeredTable(name, exchange)
    await runTable(exchange, { ...asked, format, address })
  } catch (error) {
    sendProblem(exchange, error)
  }
}

/** What is kept of a snapshot outlives its operation. */
async function sendForgotten(
  exchange: Exchange,
  { format, address }: Omit<Addressed, 'name'>,
): Promise<boolean> {
  const { search } = exchange
  const snapshot = new URLSearchParams(search).get('snapshot')
  if (snapshot === null) return false
  const at = { address, suffix: format?.suffix ?? null, search }
  return (await sendOfSnapshot(exchange, at, snapshot)) === true
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

function registeredTable(
  name: string,
  { gateway, search }: Exchange,
): Omit<AskedTable, 'format' | 'address'> {
  const document = gateway.document(name)
  if (!document) throw notRegisteredHere(name, gateway.brokenDocuments)
  if (!document.isQuery) throw changesSomething()
  if (gateway.isProtected(document.document)) throw noTableOfPeople()
  const { source, text, id, operationName: title = id } = document
  return {
    ...tableRequestOf(source, new URLSearchParams(search)),
    ...{ source, text, id, title, registered: document },
  }
}
