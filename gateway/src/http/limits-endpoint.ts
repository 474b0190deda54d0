/** `/limits`: every limit that a caller meets, as JSON, and for a browser as a page. */
import { limitsPage } from '../pages/limits-page.ts'
import { makePage, sendPage, type HtmlPage } from '../pages/page.ts'
import { allowOrigin } from './cross-origin.ts'
import type { Exchange } from './exchange.ts'
import { limitsDocument } from './limits-document.ts'
import { sendJson } from './send.ts'

export const limitsPath = '/limits'

/** The last page that was made, by what it says. */
let last: { readonly text: string; readonly page: Promise<HtmlPage> } | undefined

export function answerLimits(exchange: Exchange): void | Promise<void> {
  const { gateway, contact, request, response, allowedOrigins } = exchange
  allowOrigin(request, response, allowedOrigins)
  const document = limitsDocument(gateway, contact)
  if (request.headers.accept?.includes('text/html')) {
    return sendPage(request, response, () => pageOf(limitsPage(document)), 'accept, accept-encoding')
  }
  response.appendHeader('vary', 'accept')
  response.setHeader('cache-control', 'no-cache')
  sendJson(response, 200, JSON.stringify(document))
}

function pageOf(text: string): Promise<HtmlPage> {
  if (last?.text !== text) last = { text, page: makePage(text) }
  return last.page
}
