/**
 * What a running hub does about results and files of figures that are stale: it looks, which costs one small question, and leaves the work to `hub refresh` in a
 * process of its own, for reading and computing a whole country would hold up every request for half a minute.
 */
import { spawn, type ChildProcessByStdio } from 'node:child_process'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { figuresAreCurrent } from '@samenhang/gateway/figures-now'
import type { FigureGraph } from '@samenhang/gateway/make-figures'
import { keptPlaces } from '@samenhang/gateway/kept-places'
import type { Logger } from '@samenhang/gateway/log'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { clientOf } from './graph-clients.ts'

const command = fileURLToPath(new URL('../bin/hub.js', import.meta.url))

/** Never throws: what goes wrong is told to the log, and the old results stay. */
export async function refreshBeside(
  gateway: FigureGraph,
  subgraphs: readonly Pick<RunningSubgraph, 'name' | 'computed'>[],
  environment: NodeJS.ProcessEnv,
  logger: Logger,
  refresh = refreshApart,
  areFiguresCurrent = figuresAreCurrent,
): Promise<void> {
  try {
    const graph = clientOf(gateway)
    const current = await Promise.all(
      subgraphs.map(({ computed }) => computed?.isCurrent(graph) ?? Promise.resolve(true)),
    )
    const { figures } = keptPlaces(environment)
    if (current.every(Boolean) && (await areFiguresCurrent(gateway, figures))) return
    const { done, message } = await refresh(environment)
    logger[done ? 'info' : 'warn'](message)
  } catch (error) {
    logger.warn({ err: error }, 'not refreshed; the old results stay')
  }
}

/** Ends with this process, and then leaves the old results. */
async function refreshApart(
  environment: NodeJS.ProcessEnv,
): Promise<{ readonly done: boolean; readonly message: string }> {
  const child = spawn(process.execPath, [command, 'refresh'], {
    env: { ...environment, LOG_LEVEL: 'error' },
    // The channel tells the child that this process is gone, however it ended.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  }) as ChildProcessByStdio<null, Readable, Readable>
  const end = (): void => void child.kill()
  process.once('exit', end)
  try {
    const code = new Promise<number | null>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', resolve)
    })
    const [said, faults, ended] = await Promise.all([text(child.stdout), text(child.stderr), code])
    return { done: ended === 0, message: (ended === 0 ? said : faults).trim() }
  } finally {
    process.off('exit', end)
  }
}
