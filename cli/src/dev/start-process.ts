/** Starts a process for a part of the work of `hub dev`, from the source that this one runs from. */
import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export type DevProcess = 'compose' | 'subgraph'

const file = fileURLToPath(new URL('../../bin/dev-process.js', import.meta.url))

/** What it writes goes where this process writes. */
export function startProcess(part: DevProcess, environment: NodeJS.ProcessEnv): ChildProcess {
  return fork(file, [part], {
    env: environment,
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
  })
}

/** Resolves when it has ended; one that did not end by itself in this many milliseconds is killed. */
export function ended(child: ChildProcess, patience: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    const late = setTimeout(() => child.kill('SIGKILL'), patience)
    child.once('exit', () => {
      clearTimeout(late)
      resolve()
    })
  })
}
