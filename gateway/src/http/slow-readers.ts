/**
 * Closes connections whose clients do not read: after twenty seconds without progress, and the slowest at
 * once where more bytes are waiting than one process may hold. Each closed connection is logged with its
 * network.
 */
import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import type { Logger } from '../telemetry/log.ts'
import { networkOf } from './client-network.ts'
import { pendingBytes } from './send.ts'

export interface SlowReaderLimits {
  /** Milliseconds between two looks. */
  readonly every: number
  /** Milliseconds in which a client must take a part of what waits for it. */
  readonly patience: number
  /** Bytes that may wait for all clients together. */
  readonly bytes: number
}

/** What holds in a hub. */
export const usualReaders: SlowReaderLimits = { every: 1_000, patience: 20_000, bytes: 64_000_000 }

interface Reader {
  /** Bytes that the client had received when it last made progress. */
  received: number
  since: number
}

/** Watches the connections of this server until it closes. */
export function cutSlowReaders(server: Server, logger: Logger, limits: Partial<SlowReaderLimits> = {}): void {
  const { every, patience, bytes } = { ...usualReaders, ...limits }
  const readers = new Map<Socket, Reader>()
  const cut = (socket: Socket, waiting: number): void => {
    readers.delete(socket)
    logger.warn(
      { from: networkOf(socket.remoteAddress), bytes: waiting },
      'a client did not read its answer; its connection was closed',
    )
    socket.destroy()
  }
  const look = (): void => {
    const now = performance.now()
    let together = 0
    const slow: { readonly socket: Socket; readonly since: number; readonly waiting: number }[] = []
    for (const [socket, reader] of readers) {
      const waiting = socket.writableLength + pendingBytes(socket)
      const received = socket.bytesWritten - socket.writableLength
      if (waiting === 0 || received > reader.received) {
        reader.received = received
        reader.since = now
      } else if (now - reader.since > patience) {
        cut(socket, waiting)
        continue
      }
      together += waiting
      if (waiting > 0) slow.push({ socket, since: reader.since, waiting })
    }
    slow.sort((reader, other) => reader.since - other.since)
    for (const { socket, waiting } of slow) {
      if (together <= bytes) break
      together -= waiting
      cut(socket, waiting)
    }
  }
  server.on('connection', (socket) => {
    readers.set(socket, { received: 0, since: performance.now() })
    socket.once('close', () => readers.delete(socket))
  })
  const timer = setInterval(look, every)
  timer.unref()
  server.once('close', () => clearInterval(timer))
}
