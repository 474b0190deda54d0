/** One caller tries to hold up the others. */
import { request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { ask, ordinary, pause, slowestOrdinary, type Attack, type AttackedHub } from './attack.ts'

/** An answer of several megabytes, on invented data: the same municipality again and again. */
const large = `query Large($codes: [ID!]!) { areas(codes: $codes) { code name ${[
  'housing',
  'care',
  'education',
  'labourMarket',
  'integration',
]
  .map((domain) => `${domain}Series { period missing { field reason } }`)
  .join(' ')} } }`
const codes = Array.from({ length: 1_000 }, (_, index) => `GM900${String((index % 3) + 1)}`)

const largeAnswers: Attack = {
  name: 'six large answers at once',
  about: 'others wait, probes are silent, or a domain that is well is told to be out',
  async run(hub) {
    await ask(hub, large, { variables: { codes } })
    let ended = false
    const statuses: number[] = []
    let unavailable = 0
    const all = Promise.all(
      Array.from({ length: 6 }, async () => {
        const { status, text } = await ask(hub, large, { variables: { codes } })
        statuses.push(status)
        if (text.includes('SUBGRAPH_UNAVAILABLE')) unavailable += 1
      }),
    ).then(() => (ended = true))
    const probe = liveUntil(hub, () => ended)
    const { slowest, failed, count } = await slowestOrdinary(hub, () => ended)
    await all
    const live = await probe
    const right = statuses.every((status) => status === 200 || status === 503)
    return {
      held: right && unavailable === 0 && failed === 0 && slowest < 1_000 && live < 500,
      detail: `answers ${statuses.join(' ')}; slowest of ${String(count)} ordinary ones ${slowest.toFixed(0)} ms, /live ${live.toFixed(0)} ms, ${String(failed)} failed`,
    }
  },
}

async function liveUntil({ admin }: AttackedHub, until: () => boolean): Promise<number> {
  let slowest = 0
  while (!until()) {
    const began = performance.now()
    await (await fetch(`${admin}/live`)).text()
    slowest = Math.max(slowest, performance.now() - began)
    await pause(20)
  }
  return slowest
}

const hardOperations: Attack = {
  name: 'ten loops of hard new operations',
  about: 'a new ordinary operation waits for their planning',
  async run(hub) {
    const until = performance.now() + 8_000
    let hard = 0
    const loops = Promise.all(
      Array.from({ length: 10 }, async (_, loop) => {
        for (let turn = 0; performance.now() < until; turn += 1) {
          await ask(hub, hardOperation(`${String(loop)}x${String(turn)}`))
          hard += 1
        }
      }),
    )
    const times: number[] = []
    for (let turn = 0; performance.now() < until; turn += 1) {
      const { ms, status, text } = await ask(
        hub,
        `{ municipality(code: "GM9001") { n${String(turn)}: name } }`,
      )
      if (status === 200 && !text.includes('"errors"')) times.push(ms)
      await pause(100)
    }
    await loops
    times.sort((one, other) => one - other)
    const slowest = times.at(-1) ?? Infinity
    const usual = times[Math.floor(times.length / 2)] ?? Infinity
    return {
      held: times.length > 5 && slowest < 1_500,
      detail: `${String(hard)} hard ones; of ${String(times.length)} new ordinary ones the median took ${usual.toFixed(0)} ms, the slowest ${slowest.toFixed(0)} ms`,
    }
  },
}

/** Many fields on interfaces, under a name that makes it new. */
function hardOperation(name: string): string {
  const fields = Array.from(
    { length: 25 },
    (_, index) =>
      `a${String(index)}_${name}: areas(codes: ["GM9001"]) { housing { period } care { period } ... on Municipality { neighbourhoods { housing { period } care { period } } } }`,
  )
  return `query H${name} { ${fields.join(' ')} }`
}

const readsNothing: Attack = {
  name: 'sixty clients that read nothing',
  about: 'their answers fill the memory',
  async run(hub) {
    await ask(hub, large, { variables: { codes } })
    const before = await hub.megabytes()
    const bodyOf = (index: number) =>
      JSON.stringify({ query: large, variables: { codes: codes.slice(0, index % 2 === 0 ? 1_000 : 35) } })
    const sockets = Array.from({ length: 60 }, (_, index) => half(hub, post(hub, bodyOf(index))))
    const began = performance.now()
    let most = 0
    while (performance.now() - began < 30_000) {
      most = Math.max(most, (await hub.megabytes()) - before)
      await pause(500)
    }
    // Who reads at last finds the end of the connection behind what the system still holds.
    for (const { socket } of sockets) socket.resume()
    await pause(3_000)
    const open = sockets.filter(({ isClosed }) => !isClosed()).length
    sockets.forEach(({ socket }) => socket.destroy())
    const { status } = await ask(hub, ordinary)
    return {
      held: most < 100 && open === 0 && status === 200,
      detail: `at most ${most.toFixed(0)} MB above before, ${String(open)} of 60 still open after 30 s`,
    }
  },
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
    const { status } = await ask(hub, ordinary)
    await pause(20_000)
    const open = [...halves, ...idle].filter(({ isClosed }) => !isClosed()).length
    await pause(18_000)
    const openBodies = bodies.filter(({ isClosed }) => !isClosed()).length
    for (const { socket } of [...halves, ...bodies, ...idle]) socket.destroy()
    return {
      held: status === 200 && open === 0 && openBodies === 0,
      detail: `${String(open)} of 150 without a whole head are open after 20 s, ${String(openBodies)} of 50 without a whole body after 38 s`,
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

const killedWorker: Attack = {
  name: 'a worker is killed under load',
  about: 'other requests fail, or it is not replaced',
  settings: { HUB_WORKERS: '2' },
  async run(hub) {
    let failed = 0
    let right = 0
    let ended = false
    const clients = Promise.all(
      Array.from({ length: 8 }, async () => {
        while (!ended) {
          const ok = await ask(hub, ordinary, { headers: { connection: 'close' } }).then(
            ({ status }) => status === 200,
            () => false,
          )
          if (ok) right += 1
          else failed += 1
        }
      }),
    )
    await pause(500)
    const { readFile } = await import('node:fs/promises')
    const leader = String(hub.child.pid)
    const [worker] = (await readFile(`/proc/${leader}/task/${leader}/children`, 'utf8')).trim().split(' ')
    process.kill(Number(worker), 'SIGKILL')
    await pause(6_000)
    ended = true
    await clients
    const metrics = await (await fetch(`${hub.admin}/metrics`)).text()
    const workers = Number(/^hub_workers (\d+)/m.exec(metrics)?.[1])
    return {
      held: workers === 2 && failed <= 8 && right > 50,
      detail: `${String(failed)} of ${String(failed + right)} requests of eight clients failed; ${String(workers)} workers after 6 s`,
    }
  },
}

const endUnderLoad: Attack = {
  name: 'SIGTERM while forty clients keep their connections',
  about: 'any of them is cut off',
  async run(hub) {
    const { Agent } = await import('node:http')
    const agent = new Agent({ keepAlive: true, maxSockets: 40 })
    const counts = { answered: 0, refused: 0, cut: 0 }
    const body = JSON.stringify({ query: ordinary })
    const one = (): Promise<'answered' | 'refused' | 'cut'> =>
      new Promise((resolve) => {
        const asked = request(
          `${hub.url}/graphql`,
          {
            agent,
            method: 'POST',
            headers: { 'content-type': 'application/json', 'content-length': body.length },
          },
          (response) => {
            response
              .on('error', () => resolve('cut'))
              .on('end', () => resolve('answered'))
              .resume()
          },
        )
        asked.on('error', (error: NodeJS.ErrnoException) =>
          resolve(error.code === 'ECONNREFUSED' ? 'refused' : 'cut'),
        )
        asked.end(body)
      })
    const clients = Promise.all(
      Array.from({ length: 40 }, async () => {
        for (let last = 'answered'; last === 'answered';) {
          const outcome = await one()
          counts[outcome] += 1
          last = outcome
        }
      }),
    )
    await pause(1_000)
    const ended = new Promise((resolve) => hub.child.once('exit', resolve))
    hub.child.kill('SIGTERM')
    await clients
    const code = await ended
    return {
      held: counts.cut === 0 && code === 0,
      detail: `${String(counts.answered)} answered, ${String(counts.cut)} cut off, exit code ${String(code)}`,
    }
  },
}

export const loadAttacks: readonly Attack[] = [
  largeAnswers,
  hardOperations,
  readsNothing,
  slowHeads,
  killedWorker,
  endUnderLoad,
]
