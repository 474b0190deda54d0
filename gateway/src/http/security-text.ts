/**
 * Whom to tell of a weakness, as RFC 9116 has it: the text at /.well-known/security.txt. It expires, so that a contact that nobody looks after
 * does not stand for ever: 300 days after the start of the process.
 */
import type { ServerResponse } from 'node:http'
import { sendJson, sentence } from './send.ts'

/** Where the text is served. */
export const securityTextPath = '/.well-known/security.txt'

export interface SecurityContact {
  /** A `mailto:`, `https:` or `tel:` URI; undefined where nobody is named, and there is no text. */
  readonly securityContact: string | undefined
  /** The https base URL that the public knows the hub by. */
  readonly publicUrl: URL | undefined
}

const validDays = 300

export function sendSecurityText(response: ServerResponse, text: string | undefined): void {
  if (text === undefined)
    return sendJson(response, 404, sentence('This hub names no security contact (HUB_SECURITY_CONTACT).'))
  response.setHeader('content-type', 'text/plain; charset=utf-8')
  sendJson(response, 200, text)
}

export function securityText(
  { securityContact, publicUrl }: SecurityContact,
  now = new Date(),
): string | undefined {
  if (securityContact === undefined) return undefined
  const expires = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + validDays))
  const fields = [
    ['Contact', securityContact],
    ['Expires', expires.toISOString().replace('.000', '')],
    ['Preferred-Languages', 'nl, en'],
    ...(publicUrl ? [['Canonical', new URL(securityTextPath, publicUrl).href]] : []),
  ]
  return fields.map((field) => `${field.join(': ')}\n`).join('')
}
