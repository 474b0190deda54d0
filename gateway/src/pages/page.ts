/**
 * An HTML page that loads nothing from other sites: its policy allows its own scripts, by their hashes, and where
 * it says so a file of the hub. It is made once, compressed where the browser accepts that, and not sent again to
 * a browser that has it. A feed is sent in the same way.
 */
import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

export interface HtmlPage {
  readonly html: Buffer
  readonly compressed: Buffer
  readonly policy: string
  readonly tag: string
  /** HTML by default. */
  readonly type?: string
}

const compress = promisify(gzip)

/** Makes a page of HTML text; every inline script in it is allowed, and no other. */
export async function makePage(
  text: string,
  {
    hasForm = false,
    hasScriptFile = false,
  }: { readonly hasForm?: boolean; readonly hasScriptFile?: boolean } = {},
): Promise<HtmlPage> {
  const html = Buffer.from(text)
  const scripts = [...text.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
    ([, script = '']) => `'sha256-${hash(script)}'`,
  )
  if (hasScriptFile) scripts.unshift("'self'")
  const policy = [
    "default-src 'none'",
    `script-src ${scripts.join(' ') || "'none'"}`,
    'worker-src blob:',
    "style-src 'unsafe-inline'",
    "img-src 'self' data:",
    'font-src data:',
    "connect-src 'self'",
    "base-uri 'none'",
    `form-action ${hasForm ? "'self'" : "'none'"}`,
    "frame-ancestors 'none'",
  ].join('; ')
  return { html, compressed: await compress(html), policy, tag: `"${hash(text)}"` }
}

/** A document of another type than HTML, which loads nothing. */
export async function makeDocument(text: string, type: string): Promise<HtmlPage> {
  const html = Buffer.from(text)
  const policy = "default-src 'none'; frame-ancestors 'none'"
  return { html, compressed: await compress(html), policy, tag: `"${hash(text)}"`, type }
}

/** Sends the page that `make` has or makes. */
export async function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  make: () => Promise<HtmlPage>,
  vary = 'accept-encoding',
): Promise<void> {
  const { html, compressed, policy, tag, type = 'text/html; charset=utf-8' } = await make()
  response.setHeader('content-security-policy', policy)
  if (!response.hasHeader('cache-control')) response.setHeader('cache-control', 'no-cache')
  response.setHeader('etag', tag)
  response.setHeader('vary', vary)
  if (request.headers['if-none-match'] === tag) return void response.writeHead(304).end()
  const takesGzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
  if (takesGzip) response.setHeader('content-encoding', 'gzip')
  const body = takesGzip ? compressed : html
  response.writeHead(200, { 'content-type': type, 'content-length': body.byteLength })
  response.end(request.method === 'HEAD' ? undefined : body)
}

/** Text as it may stand in HTML, attributes included. */
export function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character)
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64')
}
