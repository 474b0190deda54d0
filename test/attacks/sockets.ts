/** Connections that take nothing, or send no whole request. */
import { readFile } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { ask, ordinary, patience, pause, type Attack, type AttackedHub } from './attack.ts'
import { codes, large } from './load.ts'

const readsNothing: Attack = {
  name: 'sixty clients that read nothing',
  about: 'their answers fill the memory',
  async run(hub) {
    const before = await mostWhile(
      hub,
      Array.from({ length: 12 }, async (_, index) =>
        ask(hub, large, { variables: { codes: codesOf(index) } }),
      ),
    )
    const bodyOf = (index: number) => JSON.stringify({ query: large, variables: { codes: codesOf(index) } })
    const most = { megabytes: 0, ms: 30_000 * patience() }
    const sockets = Array.from({ length: 60 }, (_, index) => half(hub, post(hub, bodyOf(index))))
    const began = performance.now()
    let open = 60
    for (let ms = 0; ms < most.ms && (open > 0 || ms < 5_000); ms = performance.now() - began) {
      most.megabytes = Math.max(most.megabytes, (await hub.megabytes()) - before)
      await pause(500)
      open = await openAt(hub)
    }
    const seconds = (performance.now() - began) / 1_000
    sockets.forEach(({ socket }) => socket.destroy())
    const { status } = await ask(hub, ordinary)
    return {
      held: most.megabytes < 100 && open === 0 && status === 200,
      detail: `at most ${most.megabytes.toFixed(0)} MB above what such answers take for clients that read, ${String(open)} of 60 still open after ${seconds.toFixed(0)} s`,
    }
  },
}

const codesOf = (index: number): readonly string[] => codes.slice(0, index % 2 === 0 ? 1_000 : 35)

/** The most megabytes that the hub takes while these are answered. */
async function mostWhile(hub: AttackedHub, asked: readonly Promise<unknown>[]): Promise<number> {
  const all = Promise.all(asked).then(() => 'ended')
  let most = 0
  do most = Math.max(most, await hub.megabytes())
  while ((await Promise.race([all, pause(200)])) !== 'ended')
  return most
}

/** Connections that the hub has open at its port, by what the system lists: a client that reads nothing does not see them end. */
async function openAt({ port }: AttackedHub): Promise<number> {
  const listed = await readFile('/proc/net/tcp', 'utf8')
  const own = `:${port.toString(16).toUpperCase().padStart(4, '0')}`
  return listed.split('\n').filter((line) => {
    const [, local = '', , state] = line.trim().split(/\s+/)
    return local.endsWith(own) && state === '01'
  }).length
}

const slowHeads: Attack = {
  name: 'two hundred connections that send half a request, or none',
  about: 'they stay open, and others find no room',
  async run(hub) {
    const halves = Array.from({ length: 100 }, () =>
      half(hub, 'POST /graphql HTTP/1.1\r\nhost: hub\r\ncontent-'),
    )
    const bodies = Array.from({ length: 50 }, () =>
      half(
        hub,
        'POST /graphql HTTP/1.1\r\nhost: hub\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{',
      ),
    )
    const idle = Array.from({ length: 50 }, () => half(hub, ''))
    const most = patience()
    const { status } = await ask(hub, ordinary)
    await pause(20_000 * Math.min(3, most))
    const open = [...halves, ...idle].filter(({ isClosed }) => !isClosed()).length
    await pause(18_000 * Math.min(3, most))
    const openBodies = bodies.filter(({ isClosed }) => !isClosed()).length
    for (const { socket } of [...halves, ...bodies, ...idle]) socket.destroy()
    return {
      held: status === 200 && open === 0 && openBodies === 0,
      detail: `${String(open)} of 150 without a whole head are open after 20 s or more, ${String(openBodies)} of 50 without a whole body after 38 s or more`,
    }
  },
}

function post({ port }: AttackedHub, body: string): string {
  return `POST /graphql HTTP/1.1\r\nhost: 127.0.0.1:${String(port)}\r\ncontent-type: application/json\r\ncontent-length: ${String(Buffer.byteLength(body))}\r\n\r\n${body}`
}

/** A connection that sends this, and reads nothing but its end. */
function half({ port }: AttackedHub, sent: string): { socket: Socket; isClosed: () => boolean } {
  let closed = false
  const socket = connect({ port, host: '127.0.0.1' })
  socket.on('error', () => undefined)
  socket.on('close', () => (closed = true))
  // Without a reader the end of a connection is not seen; of answers no more is read than the system takes.
  if (sent.endsWith('}')) socket.pause()
  else socket.resume()
  if (sent) socket.write(sent)
  return { socket, isClosed: () => closed || socket.destroyed }
}

export const socketAttacks: readonly Attack[] = [readsNothing, slowHeads]
