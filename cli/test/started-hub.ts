/** `hub start` as a process of its own, once it serves. */
import { spawn, type ChildProcess } from 'node:child_process'
import { rmSync } from 'node:fs'
import { vi } from 'vitest'
import { processesOn } from '../../test/processes.ts'
import { environmentFor, hubFile } from './hub.ts'

export interface StartedHub {
  readonly child: ChildProcess
  /** What it told on stdout. */
  readonly told: string
  readonly logs: () => string
}

/** At a free port. Whoever starts it removes it with its data (`removeHub`), also where it does not serve. */
export async function startHub(environment: Readonly<Record<string, string>>): Promise<StartedHub> {
  const child = spawn(process.execPath, [hubFile, 'start'], {
    env: environmentFor(environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let logs = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (logs += text))
  const told = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (said.includes('Ctrl+C')) resolve(said)
    })
    child.on('close', (code) => reject(new Error(`ended with ${String(code)}: ${logs}`)))
  })
  return { child, told, logs: () => logs }
}

/** Removes the folder of a hub once none of its processes can write to it any more. */
export async function removeHub(folder: string): Promise<void> {
  await vi.waitFor(() => {
    const left = processesOn(folder)
    for (const pid of left) process.kill(pid, 'SIGKILL')
    if (left.length > 0) throw new Error(`processes that do not end: ${left.join(', ')}`)
  }, 20_000)
  rmSync(folder, { recursive: true, force: true })
}
