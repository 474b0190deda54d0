/** What is not of the hub behaves badly: subgraphs that are served elsewhere, and who comes to one of ours instead of the gateway. */
import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ask, patience, pause, type Attack, type Beside } from './attack.ts'

const withCare = '{ municipality(code: "GM9001") { name care { period } } }'
const secret = 'row of An Jansen 900000055 at db.internal'

/** Serves what is no hub; `setting` is told its URL. */
export async function serveElsewhere(
  setting: string,
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  others: Readonly<Record<string, string>> = {},
): Promise<Beside> {
  let asked = 0
  const server = createServer((request, response) => {
    asked += 1
    answer(request, response)
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  return {
    settings: { ...others, [setting]: `http://127.0.0.1:${String(port)}/graphql` },
    asked: () => asked,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

const hangingDomain: Attack = {
  name: 'a domain that hangs',
  about: 'everybody waits for it until the deadline, or other domains fall too',
  begin: () => serveElsewhere('SUBGRAPH_URL_CARE', () => undefined, { HUB_WORKERS: '1' }),
  async run(hub, beside) {
    let late = 0
    let wrong = 0
    const before = beside.asked()
    for (let turn = 0; turn < 30; turn += 1) {
      const { ms, text } = await ask(hub, withCare)
      if (ms > 2_500) late += 1
      if (!text.includes('"name":"') || !/SUBGRAPH_(?:UNAVAILABLE|TIMEOUT)/.test(text)) wrong += 1
    }
    return {
      held: late <= 6 && wrong === 0,
      detail: `${String(late)} of 30 callers waited for the deadline, ${String(wrong)} had another answer; it was asked ${String(beside.asked() - before)} times`,
    }
  },
}

const rudeDomain: Attack = {
  name: 'a domain that says too much in its errors',
  about: 'clients or the log are told',
  begin: () =>
    serveElsewhere('SUBGRAPH_URL_CARE', (_request, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(
        JSON.stringify({
          data: { _entities: [null] },
          errors: [{ message: secret, extensions: { code: secret, stacktrace: [secret] } }],
          extensions: { alarms: [secret] },
        }),
      ),
    ),
  async run(hub, beside) {
    const { text } = await ask(hub, withCare)
    const isTold = [text, hub.log()].map((one) => one.includes('900000055'))
    return {
      held:
        text.includes('"name":"') && !text.includes('Jansen') && !isTold.includes(true) && beside.asked() > 0,
      detail: `${text.slice(0, 200)}; a number is told to ${isTold[0] ? 'clients' : 'no client'}, and to ${isTold[1] ? 'the log' : 'no log'}`,
    }
  },
}

const ruleOnInterface: Attack = {
  name: 'another supergraph with a rule on an interface alone',
  about: 'it is served without holding callers to it',
  async run(hub) {
    const file = join(hub.folder, 'supergraph.graphql')
    const ours = readFileSync(new URL('../../schema/supergraph.graphql', import.meta.url), 'utf8')
    writeFileSync(
      file,
      ours.replace(/^interface Area\n/m, 'interface Area\n  @requiresScopes(scopes: [["x"]])\n'),
    )
    const { code, told } = await hub.command('gateway', '--supergraph', file, '--port', '0')
    return {
      held: code === 1 && told.includes('Area') && !told.includes('The graph of'),
      detail: `ends with ${String(code)}: ${told.trim().split('\n').at(-1)?.slice(0, 200) ?? ''}`,
    }
  },
}

const subgraphAsked: Attack = {
  name: 'a subgraph of ours is asked without its gateway, by POST and by its wire',
  about: 'it answers, tells its version, or takes what it does not admit',
  async run(hub) {
    const serve = fileURLToPath(new URL('../../cli/bin/serve-subgraph.js', import.meta.url))
    const child = spawn(process.execPath, [serve, 'care'], {
      env: { ...hub.environment, PORT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    try {
      const url = await servedAt(child.stdout)
      const posted = await Promise.all(
        [undefined, 'Bearer forged'].map(async (authorization) => {
          const reply = await fetch(url, {
            method: 'POST',
            headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
            body: JSON.stringify({ query: '{ _service { sdl } }' }),
          })
          return { text: await reply.text(), version: reply.headers.get('x-hub-version') }
        }),
      )
      const wires = await Promise.all(Array.from({ length: 100 }, () => floodWire(new URL(url))))
      const open = posted.filter(({ text, version }) => /"sdl"/.test(text) || version !== null).length
      const admitted = wires.filter(({ told }) => !told.startsWith('HTTP/1.1 401')).length
      const sent = Math.max(...wires.map(({ taken }) => taken))
      return {
        held: open === 0 && admitted === 0,
        detail: `${String(open)} of 2 POSTs were answered, ${String(admitted)} of 100 wires were opened or answered otherwise than 401; at most ${String(sent)} kB were taken of one`,
      }
    } finally {
      child.kill('SIGTERM')
    }
  },
}

function servedAt(stdout: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let told = ''
    stdout.setEncoding('utf8').on('data', (part: string) => {
      told += part
      const url = /"url":"([^"]+)"/.exec(told)?.[1]
      if (url) resolve(url)
    })
    stdout.on('end', () => reject(new Error(`the subgraph ended: ${told}`)))
  })
}

/** Asks for a wire with no token, and sends a megabyte of frames behind it. */
async function floodWire(url: URL): Promise<{ readonly told: string; readonly taken: number }> {
  const socket = connect(Number(url.port), url.hostname)
  let told = ''
  socket.on('data', (chunk: Buffer) => (told += chunk.toString('latin1'))).on('error', () => undefined)
  socket.write('GET /graphql HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: samenhang-wire-2\r\n\r\n')
  socket.write(Buffer.alloc(1_000_000, 1))
  const until = performance.now() + 10_000 * patience()
  while (!socket.closed && performance.now() < until) await pause(50)
  socket.destroy()
  return { told, taken: Math.round((socket.bytesWritten - socket.writableLength) / 1_000) }
}

export const elsewhereAttacks: readonly Attack[] = [hangingDomain, rudeDomain, ruleOnInterface, subgraphAsked]
