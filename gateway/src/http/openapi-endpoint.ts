/** `/openapi.json`: what is registered now, as OpenAPI 3.1; made anew where the operations have changed. */
import { openApiDocument } from '../openapi/document.ts'
import { makeDocument, sendPage, type HtmlPage } from '../pages/page.ts'
import type { TrustedDocument } from '../operation/trusted-documents.ts'
import { allowOrigin } from './cross-origin.ts'
import type { Exchange } from './exchange.ts'

export const openApiPath = '/openapi.json'

/** By the registered operations and the URL that they are asked at. */
const made = new WeakMap<readonly TrustedDocument[], Map<string, Promise<HtmlPage>>>()

/** Clients may know the hub by so many names; of more the document is made each time. */
const mostNames = 20

export function answerOpenApi(exchange: Exchange): Promise<void> {
  const { gateway, request, response, allowedOrigins, contact } = exchange
  allowOrigin(request, response, allowedOrigins)
  const server = baseOf(exchange)
  return sendPage(request, response, () => {
    const documents = gateway.documents
    const byServer = made.get(documents) ?? new Map<string, Promise<HtmlPage>>()
    made.set(documents, byServer)
    const existing = byServer.get(server)
    if (existing) return existing
    const text = JSON.stringify(openApiDocument(gateway, { server, contact }))
    const page = makeDocument(text, 'application/json; charset=utf-8')
    if (byServer.size < mostNames) byServer.set(server, page)
    return page
  })
}

/** The URL that the client knows the hub by, without a path. */
export function baseOf({ request, publicUrl }: Pick<Exchange, 'request' | 'publicUrl'>): string {
  return publicUrl?.origin ?? `http://${request.headers.host ?? ''}`
}
