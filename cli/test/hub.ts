/** Runs the real `hub` command as a process of its own, as a person at a terminal would, in an environment of its own. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const hubFile = fileURLToPath(new URL('../bin/hub.js', import.meta.url))

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly environment?: Readonly<Record<string, string>>
  /** Options for Node itself, such as a module to load first. */
  readonly node?: readonly string[]
  /** The command of another tree. */
  readonly file?: string
}

/** This environment without what would point the hub elsewhere, one process serving at a free port, and with what is given. */
export function environmentFor(given: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const settings = /^(DATABASE_URL|SUBGRAPH_URL|HUB_|LOG_LEVEL$|PORT$|HOST$|INIT_CWD$)/
  const kept = Object.entries(process.env).filter(([name]) => !settings.test(name))
  return { ...Object.fromEntries(kept), HUB_WORKERS: '1', PORT: '0', ...given }
}

export function runHub(
  words: readonly string[],
  { environment = {}, node = [], file = hubFile }: RunOptions = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [...node, file, ...words], {
    env: environmentFor(environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
}

/** Makes a small country in this folder, for tests that need not wait for the one of a first start. */
export async function seedSmallCountry(directory: string): Promise<void> {
  const words = ['seed', '--neighbourhoods', '12', '--people', '60']
  const { code, stderr } = await runHub(words, { environment: { HUB_DATA_DIR: directory } })
  if (code !== 0) throw new Error(stderr)
}
