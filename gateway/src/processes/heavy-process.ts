/**
 * The heavy process, kept by the leader: started at the first heavy operation, and again after it ended. All
 * other processes have priority over it.
 */
import type { Worker } from 'node:cluster'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { setPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Logger } from '../telemetry/log.ts'
import type { MetricsJson } from '../telemetry/metrics.ts'
import { peerOver, type Peer, type PeerAnswers } from './peer.ts'
import { forkAs } from './roles.ts'

/** Two thirds of what others get where all want the processor: at a third, large answers get nothing done beside many small ones on few cores. */
const niceness = 2

/** Where heavy operations are answered. */
export interface HeavyLane {
  /** The path of its socket, once it answers there. Rejects where it cannot be started. */
  address(): Promise<string>
  /** What it counted until now, or until its last rest: it tells nothing while it works. Only where this process watches over it. */
  counted?(): Promise<readonly MetricsJson[]>
}

export interface HeavyProcess extends Required<HeavyLane> {
  end(): void
}

/** `answers` are the leader's answers to its questions. */
export function heavyProcess(
  environment: NodeJS.ProcessEnv,
  logger: Logger,
  answers: PeerAnswers = {},
): HeavyProcess {
  let folder: string | undefined
  let current: { readonly worker: Worker; readonly peer: Peer } | undefined
  let lastCounted: readonly MetricsJson[] = []
  let starting: Promise<string> | undefined
  const remove = (): void => {
    if (folder) rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', remove)

  const start = (): Promise<string> =>
    new Promise((resolve, reject) => {
      remove()
      folder = mkdtempSync(join(tmpdir(), 'samenhang-heavy-'))
      chmodSync(folder, 0o700)
      const socket = join(folder, 'socket')
      const worker = forkAs('heavy', environment, socket)
      const peer = peerOver(worker, {
        ...answers,
        serving: () => {
          resolve(socket)
          return null
        },
      })
      current = { worker, peer }
      const { pid } = worker.process
      if (pid !== undefined) lowerPriority(pid)
      worker.once('exit', (code, signal) => {
        starting = undefined
        current = undefined
        reject(new Error('The heavy process ended before it answered'))
        if (code !== 0)
          logger.error({ code, signal }, 'the heavy process ended; the next operation starts it')
      })
    })
  return {
    address: () => (starting ??= start()),
    async counted() {
      const metrics = await current?.peer.ask('metrics', null, 200).catch(() => undefined)
      if (metrics) lastCounted = [metrics as MetricsJson]
      return lastCounted
    },
    end() {
      current?.worker.process.kill('SIGKILL')
      remove()
      process.off('exit', remove)
    },
  }
}

function lowerPriority(pid: number): void {
  try {
    setPriority(pid, niceness)
  } catch {
    // It then takes an equal share.
  }
}
