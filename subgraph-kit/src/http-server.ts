/**
 * The life of an HTTP server: listening with one clear line where that fails, draining within a time, and ending on a signal.
 * What it answers is left to the caller.
 */
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ConfigError } from './config-error.ts'

const advice: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is taken by another program; stop that program or set PORT to another number.',
  EACCES: 'may not be opened by this user; set PORT to a number above 1023.',
  EADDRNOTAVAIL: 'is no address of this machine; set HOST to 127.0.0.1 or another address it has.',
  ENOTFOUND: 'is a name that is not known here; set HOST to 127.0.0.1 or another address of this machine.',
}

/** Listens; port 0 takes a free one. Answers the base URL. Throws ConfigError where the address cannot be had. */
export async function listen(server: Server, address: { host: string; port: number }): Promise<string> {
  server.requestTimeout = 30_000
  server.headersTimeout = 10_000
  try {
    server.listen(address.port, address.host)
    await once(server, 'listening')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new ConfigError(
      `Cannot listen: ${address.host}:${address.port} ${advice[code] ?? `cannot be opened (${code}); check HOST and PORT.`}`,
    )
  }
  const { port } = server.address() as AddressInfo
  return `http://${address.host.includes(':') ? `[${address.host}]` : address.host}:${port}`
}

/** Throws as `listen` would where the address cannot be had, before anything is made that would need it. */
export async function checkAddress(address: { host: string; port: number }): Promise<void> {
  if (address.port === 0) return
  const probe = createServer()
  await listen(probe, address)
  await new Promise((resolve) => probe.close(resolve))
}

/** Stops accepting, lets requests under way end for at most `patience` ms, then cuts what is left. */
export async function drain(server: Server, patience: number): Promise<void> {
  if (!server.listening) return
  const closed = once(server, 'close')
  server.close()
  server.closeIdleConnections()
  const sweep = setInterval(() => server.closeIdleConnections(), 100)
  const cut = setTimeout(() => server.closeAllConnections(), patience)
  await closed
  clearInterval(sweep)
  clearTimeout(cut)
}

/** Runs `close` at the first SIGTERM or SIGINT and exits 0, at most 10 s later; a second signal ends at once. Answers how to take that back. */
export function closeOnSignals(close: () => Promise<void>): () => void {
  const signals = ['SIGTERM', 'SIGINT'] as const
  const end = (): void => {
    forget()
    setTimeout(() => process.exit(0), 9_500).unref()
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  const forget = (): void => signals.forEach((signal) => process.off(signal, end))
  signals.forEach((signal) => process.on(signal, end))
  return forget
}
