/**
 * The life of an HTTP server: listening with one clear line where that fails, draining within a time, and ending on a signal.
 * What it answers is left to the caller.
 */
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { Server as NetServer, type AddressInfo } from 'node:net'
import { ConfigError } from '../errors/config-error.ts'
import { codeOf } from '../errors/error-code.ts'

export interface Address {
  readonly host: string
  readonly port: number
  /** The setting that says which port; PORT by default. */
  readonly setting?: string
}

const advice: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is taken by another program; stop that program or set PORT to another number.',
  EACCES: 'may not be opened by this user; set PORT to a number above 1023.',
  EADDRNOTAVAIL: 'is no address of this machine; set HOST to 127.0.0.1 or another address it has.',
  ENOTFOUND: 'is a name that is not known here; set HOST to 127.0.0.1 or another address of this machine.',
}

/** What waits in the system for room is no cost of ours; what is open is. */
const mostConnections = 10_000

/** Listens; port 0 takes a free one. Answers the base URL. Throws ConfigError where the address cannot be had. */
export async function listen(server: Server, address: Address): Promise<string> {
  server.requestTimeout = 30_000
  server.headersTimeout = 10_000
  server.maxConnections = Math.min(server.maxConnections || mostConnections, mostConnections)
  try {
    server.listen(address.port, address.host)
    await once(server, 'listening')
  } catch (error) {
    const code = codeOf(error)
    const what = advice[code] ?? `cannot be opened (${code}); check HOST and PORT.`
    throw new ConfigError(
      `Cannot listen: ${address.host}:${address.port} ${what.replace('PORT', address.setting ?? 'PORT')}`,
    )
  }
  const { port } = server.address() as AddressInfo
  return `http://${address.host.includes(':') ? `[${address.host}]` : address.host}:${port}`
}

/** Throws as `listen` would where the address cannot be had, before anything is made that would need it. */
export async function checkAddress(address: Address): Promise<void> {
  if (address.port === 0) return
  const probe = createServer()
  await listen(probe, address)
  await new Promise((resolve) => probe.close(resolve))
}

/**
 * Stops accepting, lets requests under way end for at most `patience` ms, then cuts what is left. Connections that are idle are closed after
 * `grace` ms: until then, the first request of one that was just opened may be on its way.
 */
export async function drain(server: Server, patience: number, grace = 0): Promise<void> {
  if (!server.listening) return
  const closed = once(server, 'close')
  // The close of an HTTP server would cut idle connections at once.
  if (grace > 0) NetServer.prototype.close.call(server)
  else server.close()
  const until = performance.now() + grace
  const sweep = setInterval(() => {
    if (performance.now() >= until) server.closeIdleConnections()
  }, 100)
  const cut = setTimeout(() => server.closeAllConnections(), patience)
  await closed
  clearInterval(sweep)
  clearTimeout(cut)
}

/**
 * Runs `close` at the first SIGTERM or SIGINT and exits 0, at most `within` ms later; a second signal ends at once. Answers how to take that
 * back.
 */
export function closeOnSignals(
  close: (signal: 'SIGTERM' | 'SIGINT') => Promise<void>,
  within = 9_500,
): () => void {
  const signals = ['SIGTERM', 'SIGINT'] as const
  const end = (signal: NodeJS.Signals): void => {
    forget()
    setTimeout(() => process.exit(0), within).unref()
    close(signal === 'SIGINT' ? 'SIGINT' : 'SIGTERM').then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  const forget = (): void => signals.forEach((signal) => process.off(signal, end))
  signals.forEach((signal) => process.on(signal, end))
  return forget
}
