/**
 * The processes that are measured: started with the probe, asked what they used, and ended. Nothing of the environment that
 * points at data, subgraphs or options of the hub goes along unless the bench says so.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, ftruncateSync, openSync, readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const probe = new URL('probe.js', import.meta.url).href

export type Environment = Readonly<Record<string, string>>

/** What a process used since it was last asked. */
export interface Usage {
  readonly cpuMs: number
  /** Of now. */
  readonly rssMb: number
  readonly peakMb: number
  readonly longestBlockMs: number
}

export interface MeasuredProcess {
  readonly name: string
  readonly pid: number
  /** What it used since it was last asked; `watch` says whether a measurement begins now. */
  usage(watch: boolean): Promise<Usage>
  /** Throws with the end of its log where it has ended. */
  checkAlive(): void
  stop(): Promise<void>
}

export interface Start {
  readonly name: string
  /** Arguments of node: a file and its words. */
  readonly words: readonly string[]
  readonly environment: Environment
  /** For a file in TypeScript. */
  readonly typescript?: boolean
  /** Where its output goes. */
  readonly logFolder: string
}

let asked = 0
const running = new Set<ChildProcess>()
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')))

export function startProcess({ name, words, environment, typescript, logFolder }: Start): MeasuredProcess {
  const logFile = join(logFolder, `${name.replaceAll(/\W+/g, '-')}.log`)
  const log = openSync(logFile, 'a+')
  const imports = [...(typescript ? ['--import', 'tsx'] : []), '--import', probe]
  const child = spawn(process.execPath, [...imports, ...profiling(name), ...words], {
    cwd: root,
    env: { ...cleanEnvironment(), NODE_ENV: 'production', ...environment },
    stdio: ['ignore', log, log, 'ipc'],
  })
  running.add(child)
  let cpuBefore = 0
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve())
    child.once('exit', () => resolve())
  }).then(() => {
    running.delete(child)
  })
  const checkAlive = (): void => {
    if (running.has(child)) return
    throw new Error(`${name} has ended:\n${readFileSync(logFile, 'utf8').slice(-2_000)}`)
  }
  return {
    name,
    pid: child.pid ?? 0,
    checkAlive,
    async usage(watch) {
      checkAlive()
      // A log of every request must not fill the disk of who measures.
      ftruncateSync(log)
      const { cpuMs, ...usage } = await askProbe(child, watch)
      const used = cpuMs - cpuBefore
      cpuBefore = cpuMs
      return { cpuMs: used, ...usage }
    },
    async stop() {
      if (running.has(child)) child.kill('SIGTERM')
      const late = setTimeout(() => child.kill('SIGKILL'), 5_000)
      await ended
      clearTimeout(late)
      closeSync(log)
    },
  }
}

function askProbe(child: ChildProcess, watch: boolean): Promise<Usage> {
  asked += 1
  const id = asked
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => finish(new Error('a process does not tell what it used')), 20_000)
    const onMessage = (message: { probe?: number; usage?: Usage }): void => {
      if (message.probe === id && message.usage) finish(message.usage)
    }
    const finish = (outcome: Usage | Error): void => {
      clearTimeout(late)
      child.off('message', onMessage)
      if (outcome instanceof Error) reject(outcome)
      else resolve(outcome)
    }
    child.on('message', onMessage)
    child.send({ probe: id, watch }, (error) => {
      if (error) finish(error)
    })
  })
}

/** BENCH_PROFILE=<part of a name>: writes a CPU profile of these processes to BENCH_PROFILE_DIR at their end. */
function profiling(name: string): readonly string[] {
  const wanted = process.env['BENCH_PROFILE']
  const folder = process.env['BENCH_PROFILE_DIR'] ?? '.'
  return wanted && name.includes(wanted) ? ['--cpu-prof', '--cpu-prof-dir', folder] : []
}

/** Runs node to its end. Throws with what it said where it fails. */
export function runToEnd(words: readonly string[], environment: Environment): Promise<void> {
  const child = spawn(process.execPath, words, {
    cwd: root,
    env: { ...cleanEnvironment(), ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  running.add(child)
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      running.delete(child)
      if (code === 0) resolve()
      else reject(new Error(`${words.join(' ')} ended with code ${String(code)}: ${said.slice(-2_000)}`))
    })
  })
}

function cleanEnvironment(): NodeJS.ProcessEnv {
  const ours = /^(DATABASE_URL|SUBGRAPH_URL|HUB_|PORT$|HOST$|LOG_LEVEL$|NODE_OPTIONS$)/
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)))
}

/** A port of the loopback that was free a moment ago. */
export function freePort(): Promise<number> {
  const server = createServer()
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

/** The file of a server of the bench, as node takes it. */
export function serverFile(name: string): string {
  return fileURLToPath(new URL(`servers/${name}.ts`, import.meta.url))
}
