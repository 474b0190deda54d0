/** One caller tries to hold up the others. */
import { request } from 'node:http'
import { ask, ordinary, patience, pause, slowestOrdinary, type Attack, type AttackedHub } from './attack.ts'
import { childrenOf } from '../processes.ts'

/** An answer of several megabytes, on invented data: the same municipality again and again. */
export const large = `query Large($codes: [ID!]!) { areas(codes: $codes) { code name ${[
  'housing',
  'care',
  'education',
  'labourMarket',
  'integration',
]
  .map((domain) => `${domain}Series { period missing { field reason } }`)
  .join(' ')} } }`
export const codes = Array.from({ length: 1_000 }, (_, index) => `GM900${String((index % 3) + 1)}`)

const largeAnswers: Attack = {
  name: 'six large answers at once',
  about: 'others wait, probes are silent, or a domain that is well is told to be out',
  async run(hub) {
    const most = patience()
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
      held: right && unavailable === 0 && failed === 0 && slowest < 1_000 * most && live < 500 * most,
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
  settings: { HUB_TRUSTED_PROXIES: '127.0.0.1' },
  async run(hub) {
    const most = patience()
    const until = performance.now() + 8_000 * most
    let hard = 0
    const loops = Promise.all(
      Array.from({ length: 10 }, async (_, loop) => {
        for (let turn = 0; performance.now() < until; turn += 1) {
          await ask(
            hub,
            hardOperation(`${String(loop)}x${String(turn)}`),
            from(`192.0.2.${String(loop + 1)}`),
          )
          hard += 1
        }
      }),
    )
    const times: number[] = []
    for (let turn = 0; performance.now() < until; turn += 1) {
      const { ms, status, text } = await ask(
        hub,
        `{ municipality(code: "GM9001") { n${String(turn)}: name } }`,
        from('198.51.100.1'),
      )
      if (status === 200 && !text.includes('"errors"')) times.push(ms)
      await pause(100)
    }
    await loops
    times.sort((one, other) => one - other)
    const at = (share: number): number => times[Math.floor((times.length - 1) * share)] ?? Infinity
    return {
      held: times.length > 5 && at(0.9) < 300 * Math.max(most, patience()),
      detail: `${String(hard)} hard ones; of ${String(times.length)} new ordinary ones the median took ${at(0.5).toFixed(0)} ms, nine of ten ${at(0.9).toFixed(0)} ms, the slowest ${at(1).toFixed(0)} ms`,
    }
  },
}

/** Each client has a turn of its own; here all come from one machine. */
const from = (address: string) => ({ headers: { 'x-forwarded-for': address } })

/** Many fields on interfaces, under a name that makes it new. */
function hardOperation(name: string): string {
  const fields = Array.from(
    { length: 25 },
    (_, index) =>
      `a${String(index)}_${name}: areas(codes: ["GM9001"]) { housing { period } care { period } ... on Municipality { neighbourhoods { housing { period } care { period } } } }`,
  )
  return `query H${name} { ${fields.join(' ')} }`
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
          const signal = AbortSignal.timeout(Math.ceil(5_000 * patience()))
          const ok = await ask(hub, ordinary, { headers: { connection: 'close' }, signal }).then(
            ({ status }) => status === 200,
            () => false,
          )
          if (ok) right += 1
          else failed += 1
        }
      }),
    )
    await pause(500)
    const [worker] = childrenOf(hub.child.pid ?? 0)
    if (worker === undefined) throw new Error('the hub has no worker')
    process.kill(worker, 'SIGKILL')
    const until = performance.now() + 6_000 * patience()
    const isReplaced = async (): Promise<boolean> =>
      hub.log().includes('a worker ended') && (await workersOf(hub)) === 2
    do await pause(500)
    while (performance.now() < until && !(await isReplaced()))
    await pause(5_000)
    ended = true
    await clients
    const workers = await workersOf(hub)
    return {
      held: workers === 2 && failed <= 8 && right > 8,
      detail: `${String(failed)} of ${String(failed + right)} requests of eight clients failed; ${String(workers)} workers at the end`,
    }
  },
}

async function workersOf({ admin }: AttackedHub): Promise<number> {
  const metrics = await (await fetch(`${admin}/metrics`)).text()
  return Number(/^hub_workers (\d+)/m.exec(metrics)?.[1])
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

const manyObjects: Attack = {
  name: 'more objects in a minute than a client may ask for, under many names',
  about: 'they are given',
  settings: { HUB_OBJECTS_PER_MINUTE: '3000', HUB_WORKERS: '1' },
  async run(hub) {
    const query = 'query($codes: [ID!]!) { areas(codes: $codes) { code } }'
    const statuses: number[] = []
    let told = ''
    for (let turn = 0; turn < 12; turn += 1) {
      const reply = await ask(hub, query, {
        variables: { codes: codes.slice(0, 900) },
        headers: { 'x-forwarded-for': `192.0.2.${String(turn)}`, forwarded: `for=192.0.2.${String(turn)}` },
      })
      statuses.push(reply.status)
      if (reply.status === 429) told = `${reply.header('retry-after') ?? ''} ${reply.text}`
    }
    const given = statuses.filter((status) => status === 200).length
    return {
      // The minute may end in between.
      held: given <= 6 && /^\d+ .*OBJECT_BUDGET_EXCEEDED/.test(told),
      detail: `${String(given)} of 12 answers of 900 objects were given, where three are allowed in a minute`,
    }
  },
}

export const loadAttacks: readonly Attack[] = [
  largeAnswers,
  manyObjects,
  hardOperations,
  killedWorker,
  endUnderLoad,
]
