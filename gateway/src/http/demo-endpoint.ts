/**
 * Demo tokens for the explorer's own page on this machine. Other pages in the same browser, other names for
 * this address and other machines are refused, and in production there is no such endpoint.
 */
import type { IncomingMessage } from 'node:http'
import { HubError } from '@samenhang/subgraph-kit/errors'
import { demoToken, roles, type Role } from '../access/demo-token.ts'
import { isLoopback } from './client-network.ts'
import { isOwnIssuer } from '../access/open-access.ts'
import { RequestRefused } from './request-body.ts'
import type { Register } from '../access/register.ts'

export interface DemoTokens {
  /** What may be chosen. */
  choices(): { readonly roles: readonly Role[]; readonly purposes: readonly string[] }
  /** Throws HubError BAD_REQUEST for a role or a purpose that is not among the choices. */
  token(body: unknown): Promise<string>
}

/** Undefined where the hub is not its own issuer. */
export function demoTokens(environment: NodeJS.ProcessEnv, register: Register): DemoTokens | undefined {
  if (!isOwnIssuer(environment)) return undefined
  const purposes = register.activities.map(({ purpose }) => purpose)
  return {
    choices: () => ({ roles, purposes }),
    async token(body) {
      const { role: roleName, purpose } = (body ?? {}) as {
        readonly role?: unknown
        readonly purpose?: unknown
      }
      const role = roles.find((name) => name === roleName)
      const isKnown = purpose === undefined || (typeof purpose === 'string' && purposes.includes(purpose))
      if (!role || !isKnown) throw new HubError('BAD_REQUEST', 'Choose a role and a purpose of the demo.')
      return demoToken(environment, register, {
        role,
        purposes: typeof purpose === 'string' ? [purpose] : [],
        client: 'explorer',
      })
    },
  }
}

/**
 * Throws RequestRefused where the request came through a proxy: the client may then be on another machine, though the connection is local.
 */
export function refuseForwarded({ headers }: IncomingMessage): void {
  const name = forwardingHeader(headers)
  if (name === undefined) return
  throw new RequestRefused(
    403,
    `The demo gives tokens at this machine only, and the request came through a proxy (it has the header ${name}). Open the hub without the proxy, or run it with HUB_MODE=production.`,
  )
}

function forwardingHeader(headers: IncomingMessage['headers']): string | undefined {
  return Object.keys(headers).find((header) =>
    /^(?:forwarded|via|x-forwarded(?:-.*)?|x-real-ip)$/.test(header),
  )
}

/** Whether a request is of the explorer's page, opened on this machine by an address of it. */
export function isFromOwnPage(request: IncomingMessage): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers
  const here = ownAddress(request)
  const isOwn = origin === undefined ? site === 'same-origin' : origin === here?.origin
  return here !== undefined && isOwn && (site ?? 'same-origin') === 'same-origin'
}

/** Whether a request was made on this machine, to an address of it, and not through a proxy: in demo mode such a caller could get any token. */
export function isFromThisMachine(request: IncomingMessage): boolean {
  return ownAddress(request) !== undefined && forwardingHeader(request.headers) === undefined
}

/** The address of this machine that a request from it was sent to. */
function ownAddress({ headers, socket }: IncomingMessage): URL | undefined {
  const { host = '' } = headers
  const here = URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : undefined
  const from = socket.remoteAddress?.replace(/^::ffff:/, '') ?? ''
  const isNear = from === '::1' || from.startsWith('127.')
  return isNear && here !== undefined && isLoopback(here) ? here : undefined
}
