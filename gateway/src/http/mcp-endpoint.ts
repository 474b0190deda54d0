/**
 * `/mcp`: the tools of the hub for language models (MCP, streamable HTTP), in the same limits, budget and log as any request. A page of another site,
 * under whatever name it reaches this machine, is refused: browsers send its origin with every POST.
 */
import type { RequestOptions } from '../operation/context.ts'
import { requestOptionsOf } from './caller-headers.ts'
import { allowOrigin } from './cross-origin.ts'
import { isFromOwnPage } from './demo-endpoint.ts'
import type { Exchange } from './exchange.ts'
import { baseOf } from './openapi-endpoint.ts'
import { readBody, RequestRefused } from './request-body.ts'
import { sendJson, sentence } from './send.ts'

export const mcpPath = '/mcp'

/** Rejects with RequestRefused or HubError. */
export async function answerMcp(exchange: Exchange): Promise<void> {
  const { gateway, request, response, hasMcp, savedTables, from, logger } = exchange
  if (!hasMcp) return sendJson(response, 404, sentence('MCP is switched off here (HUB_MCP).'))
  refuseOtherPages(exchange)
  const body = await readBody(request)
  const options = openOptions(requestOptionsOf(exchange))
  await gateway.authenticate(options.credentials ?? {})
  const { answerByMcp } = await import('../mcp/server.ts')
  const asking = { gateway, options, savedTables, from, base: baseOf(exchange) }
  await answerByMcp({ request, response, body, asking, logger })
}

function refuseOtherPages(exchange: Exchange): void {
  const { request, response, allowedOrigins } = exchange
  const isAllowed = allowOrigin(request, response, allowedOrigins)
  if (request.headers.origin === undefined || isAllowed || isFromOwnPage(request)) return
  throw new RequestRefused(403, 'Pages of this origin may not use the tools (HUB_ALLOWED_ORIGINS).')
}

/** As the client asks, without a purpose, as by a URL, where nothing about people may stand. */
function openOptions(options: RequestOptions): RequestOptions {
  const { authorization } = options.credentials ?? {}
  return {
    credentials: { authorization },
    isGet: true,
    from: options.from,
    client: options.client ?? { name: 'mcp', version: '' },
    get signal() {
      return options.signal
    },
  } as RequestOptions
}
