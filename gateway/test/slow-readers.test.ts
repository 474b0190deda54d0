/** Clients that do not take their answers cost memory for a while only, and those that are slow and steady are let be. */
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { drain, listen } from '@samenhang/subgraph-kit/http-server'
import { afterEach, expect, it } from 'vitest'
import { createLogger } from '../src/telemetry/log.ts'
import { sendJson } from '../src/http/send.ts'
import { cutSlowReaders, type SlowReaderLimits } from '../src/http/slow-readers.ts'

/** More than the buffers of the system take. */
const answerBytes = 16_000_000
const body = Buffer.alloc(answerBytes, 'x')
const lines: string[] = []
const logger = createLogger('info', { write: (line: string) => void lines.push(line) })
let server: Server | undefined
const sockets: Socket[] = []
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  if (server) await drain(server, 0)
  lines.length = 0
})

async function serve(limits: Partial<SlowReaderLimits>): Promise<number> {
  server = createServer((_request, response) => sendJson(response, 200, body))
  cutSlowReaders(server, logger, { every: 50, ...limits })
  return Number(new URL(await listen(server, { host: '127.0.0.1', port: 0 })).port)
}

/** A client that asks, and reads nothing until it is told to. */
function ask(port: number): Socket {
  const socket = connect({ port, host: '127.0.0.1' }).pause()
  socket.on('error', () => undefined)
  socket.write('GET / HTTP/1.1\r\nhost: hub\r\n\r\n')
  sockets.push(socket)
  return socket
}

const openOn = (one: Server): Promise<number> =>
  new Promise((resolve) => one.getConnections((_error, count) => resolve(count)))

it('sixty that read nothing are cut, each after its time, and the log says from where', async () => {
  const port = await serve({ patience: 500, bytes: Infinity })
  for (let index = 0; index < 60; index += 1) ask(port)
  await expect.poll(() => lines.length, { timeout: 20_000 }).toBe(60)
  await expect.poll(() => openOn(server!), { timeout: 20_000 }).toBe(0)
  const cut = lines.map((line) => JSON.parse(line) as { from: string; bytes: number })
  expect(cut).toHaveLength(60)
  expect(cut.every(({ from, bytes }) => from === '127.0.0.1' && bytes > 0)).toBe(true)
})

it('where more bytes wait than may, those that have waited the longest are cut at once, and no more than must', async () => {
  const port = await serve({ patience: 600_000, bytes: 60_000_000 })
  for (let index = 0; index < 12; index += 1) {
    ask(port)
    await pause(5)
  }
  await expect.poll(() => lines.length, { timeout: 20_000 }).toBeGreaterThan(0)
  await pause(500)
  const left = await openOn(server!)
  expect(left + lines.length).toBe(12)
  // Some of each answer is with the system.
  expect(left).toBeGreaterThanOrEqual(Math.floor(60_000_000 / answerBytes))
  expect(left).toBeLessThan(12)
})

it('one that is slow and steady gets all of its answer', async () => {
  const port = await serve({ patience: 500 })
  const socket = ask(port)
  let taken = 0
  socket.on('data', (chunk: Buffer) => {
    taken += chunk.length
    socket.pause()
    setTimeout(() => socket.resume(), 5)
  })
  socket.resume()
  await expect.poll(() => taken, { timeout: 60_000 }).toBeGreaterThan(answerBytes)
  expect(lines).toEqual([])
  const closed = once(socket, 'close')
  socket.destroy()
  await closed
}, 120_000)
