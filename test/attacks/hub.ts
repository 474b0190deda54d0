/** Starts the hub for an attack, as its users do, and ends it. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text as textOf } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { AttackedHub } from './attack.ts'
import { childrenOf } from '../processes.ts'

const command = fileURLToPath(new URL('../../cli/bin/hub.js', import.meta.url))

export async function withHub<Value>(
  settings: Readonly<Record<string, string>>,
  act: (hub: AttackedHub) => Promise<Value>,
): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'samenhang-attack-'))
  const environment = {
    ...ownEnvironment(),
    HUB_DATA_DIR: folder,
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'info',
    ...settings,
  }
  const child = spawn(process.execPath, [command, 'start'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  child.stderr.setEncoding('utf8').on('data', (part: string) => (log += part))
  try {
    const told = await untilServing(child, () => log)
    const url = /graph +(\S+)\/graphql/.exec(told)?.[1] ?? ''
    const runWith: AttackedHub['commandWith'] = async (others, ...words) => {
      const other = spawn(process.execPath, [command, ...words], {
        env: { ...environment, ...others },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      const code = new Promise<number | null>((resolve) => other.once('close', resolve))
      const [said, faults] = await Promise.all([textOf(other.stdout), textOf(other.stderr)])
      return { code: await code, told: said + faults }
    }
    const run: AttackedHub['command'] = (...words) => runWith({}, ...words)
    return await act({
      child,
      url,
      port: Number(new URL(url).port),
      admin: /admin +(\S+)\/ready/.exec(told)?.[1] ?? '',
      folder,
      environment,
      log: () => log,
      command: run,
      commandWith: runWith,
      async token(role, purpose) {
        const { code, told: token } = await run(
          'token',
          '--role',
          role,
          ...(purpose ? ['--purpose', purpose] : []),
        )
        if (code !== 0) throw new Error(`hub token: ${token}`)
        return token.trim()
      },
      megabytes: () => megabytesOf(child.pid ?? 0),
    })
  } finally {
    await end(child)
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Without what would point the hub elsewhere. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const settings = /^(?:DATABASE_URL|SUBGRAPH_URL|HUB_|LOG_LEVEL$|PORT$|HOST$)/
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !settings.test(name)))
}

function untilServing(child: ChildProcess, log: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.setEncoding('utf8').on('data', (part: string) => {
      said += part
      if (said.includes('Ctrl+C')) resolve(said)
    })
    child.once('close', (code) =>
      reject(new Error(`hub start ended with ${String(code)}: ${log().slice(-2_000)}`)),
    )
  })
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGINT')
  const late = setTimeout(() => child.kill('SIGKILL'), 15_000)
  await ended
  clearTimeout(late)
}

/** Of a process and all below it; 0 where the system does not tell. */
async function megabytesOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${String(pid)}/status`, 'utf8').catch(() => '')
  const own = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1_000
  const below = await Promise.all(childrenOf(pid).map(megabytesOf))
  return own + below.reduce((sum, one) => sum + one, 0)
}
