/**
 * `hub bench`: installs what the comparison with other gateways needs, once and beside the hub (test/bench is a package of its
 * own), and runs it as a process of its own. What is compared, and how, is said there.
 */
import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CommandRefused } from '../faults.ts'

export interface PeersBenchOptions {
  readonly quick: boolean
  /** True where no file was named, which the command refuses. */
  readonly json?: string | true
  readonly only?: string
}

interface Dependencies {
  readonly install: (folder: string) => Promise<void>
}

const root = fileURLToPath(new URL('../../..', import.meta.url))

export async function measurePeers({ quick, json, only }: PeersBenchOptions): Promise<void> {
  await runBench('main.ts', [
    ...(quick ? ['--quick'] : []),
    ...jsonArguments(json),
    ...(only === undefined ? [] : ['--only', only]),
  ])
}

/** `hub bench busy` and its like: `name` is that of its file in test/bench. */
export async function measure(name: string, { json }: Pick<PeersBenchOptions, 'json'>): Promise<void> {
  await runBench(`${name}.ts`, jsonArguments(json))
}

function jsonArguments(json: string | true | undefined): readonly string[] {
  return typeof json === 'string' ? ['--json', resolve(process.env['INIT_CWD'] ?? process.cwd(), json)] : []
}

async function runBench(file: string, args: readonly string[]): Promise<void> {
  const began = Date.now()
  const { install } = (await import(
    new URL('../../bin/dependencies.js', import.meta.url).href
  )) as Dependencies
  const folder = join(root, 'test/bench')
  await install(folder)
  const child = spawn(process.execPath, ['--import', 'tsx', join(folder, file), ...args], {
    cwd: root,
    env: { ...process.env, BENCH_BEGAN: String(began) },
    stdio: 'inherit',
  })
  // Ctrl+C reaches the child too; who ends this process by a signal ends the child by the same.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal))
  return new Promise((done, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) done()
      else reject(new CommandRefused([`the bench ended with code ${String(code)}; its own lines say why`]))
    })
  })
}
