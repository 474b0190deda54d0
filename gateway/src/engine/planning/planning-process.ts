/**
 * One planning process (planning-child.js), one job at a time. Promises that each job ends: it is answered,
 * or lost with its process, which ended by itself, was killed, or had to be ended because the job exceeded
 * its processor time or memory, or stood still. The environment of this process does not reach the other,
 * which keeps this process alive only while it is held.
 */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { processorMsOf } from './processor-time.ts'

/** Why a process ended before its job. */
export type Loss = 'time' | 'memory' | 'standstill' | 'ended'

export class ProcessLost extends Error {
  constructor(
    readonly loss: Loss,
    detail: string,
    /** Milliseconds of processor time that its job had taken, as far as that is known. */
    readonly ms: number,
  ) {
    super(detail)
  }
}

export interface Answered {
  readonly result?: string
  /** Why the planner made nothing of it. */
  readonly fault?: string
  /** Whether it gave up because something of it grew too large. */
  readonly isTooLarge?: true
  /** Milliseconds of processor time. */
  readonly ms: number
}

export interface ProcessLimits {
  /** Milliseconds of processor time for one job. */
  readonly jobMs: number
  /** Milliseconds without any use of the processor after which a job stands still. */
  readonly standstillMs: number
  /** Megabytes of heap. */
  readonly heapMb: number
}

export interface PlanningProcess {
  readonly pid: number | undefined
  /** Rejects with ProcessLost where it cannot start. */
  readonly ready: Promise<void>
  /** Settles once it has ended, for whatever reason. */
  readonly ended: Promise<void>
  /** For one job at a time, once it is ready. Rejects with ProcessLost. */
  run(text: string): Promise<Answered>
  /** Whether it keeps this process alive. */
  hold(isHeld: boolean): void
  end(): void
}

/** What starts over the largest supergraph that was tried takes 2 s. */
const startMs = 60_000
/** Bytes of what a process says on its end that are looked at. */
const mostSaid = 4_000
const file = fileURLToPath(new URL('planning-child.js', import.meta.url))

interface Message extends Answered {
  readonly ready?: true
  readonly id?: number
}

interface Task<Value> {
  readonly resolve: (value: Value) => void
  readonly reject: (error: ProcessLost) => void
  readonly watch: Watch
}

export function startProcess(sdl: string, limits: ProcessLimits): PlanningProcess {
  return spareProcess(limits).over(sdl)
}

/** A process that has loaded the planner, and waits for the supergraph that it is to plan over. */
export interface SpareProcess {
  /** Called once. */
  over(sdl: string): PlanningProcess
  end(): void
}

/** It does not keep this process alive. Where it has read another supergraph before, such as `like`, it reads its own in a third of the time. */
export function spareProcess(limits: ProcessLimits, like?: string): SpareProcess {
  const child = fork(file, [String(process.pid)], {
    execArgv: [`--max-old-space-size=${String(limits.heapMb)}`, '--max-semi-space-size=8'],
    env: { NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const { pid } = child
  let said = ''
  let loss: Loss | undefined
  let starting: Task<void> | undefined
  let job: (Task<Answered> & { readonly id: number }) | undefined
  let last = 0
  let hasEnded = false

  const end = (why?: Loss): void => {
    loss ??= why
    child.kill('SIGKILL')
  }
  const watched = <Value>(
    jobMs: number,
    resolve: (value: Value) => void,
    reject: (error: ProcessLost) => void,
  ): Task<Value> => ({ resolve, reject, watch: watchJob(pid, { ...limits, jobMs }, end) })

  const ended = new Promise<void>((resolve) => {
    child.on('message', (message: Message) => {
      if (message.ready) {
        starting?.watch.stop()
        starting?.resolve()
        starting = undefined
      } else if (job && message.id === job.id) {
        job.watch.stop()
        job.resolve(message)
        job = undefined
      }
    })
    child.stderr?.on('data', (part: Buffer) => {
      said = (said + part.toString()).slice(0, mostSaid)
    })
    // Where it could not be started at all, no end follows.
    child.on('error', (error) => {
      if (pid === undefined) finish(error.message)
    })
    child.on('close', (code, signal) => finish(signal ?? `code ${String(code)}`))
    const finish = (how: string): void => {
      hasEnded = true
      const why = loss ?? (/heap out of memory|heap limit/.test(said) ? 'memory' : 'ended')
      for (const task of [starting, job]) {
        task?.watch.stop()
        task?.reject(new ProcessLost(why, [how, faultIn(said)].filter(Boolean).join(': '), task.watch.ms()))
      }
      starting = job = undefined
      resolve()
    }
  })
  const hold = (isHeld: boolean): void => {
    const stderr = child.stderr as (typeof child.stderr & NodeJS.RefCounted) | null
    for (const handle of [child, child.channel, stderr]) {
      if (isHeld) handle?.ref()
      else handle?.unref()
    }
  }
  hold(false)
  // What cannot be sent is told by the end of the process.
  const send = (message: object): void => {
    if (child.connected) child.send(message, () => undefined)
  }
  const begin = (sdl: string): Promise<void> =>
    new Promise((resolve, reject) => {
      if (hasEnded) return reject(new ProcessLost('ended', 'before its start', 0))
      starting = watched(startMs, resolve, reject)
      send({ sdl })
    })
  if (like !== undefined) send({ sdl: like })
  return {
    over(sdl) {
      const ready = begin(sdl)
      ready.catch(() => undefined)
      return {
        pid,
        ready,
        ended,
        run: (text) =>
          new Promise((resolve, reject) => {
            const id = (last += 1)
            job = { id, ...watched(limits.jobMs, resolve, reject) }
            send({ id, text })
          }),
        hold,
        end: () => end(),
      }
    },
    end: () => end(),
  }
}

/** The first line that names an error, of what a process said on its end. */
function faultIn(said: string): string {
  return /^.*(?:Error|ERROR).*$/m.exec(said)?.[0].trim().slice(0, 200) ?? ''
}

interface Watch {
  /** Milliseconds of processor time so far; of the clock where the system does not tell. */
  ms(): number
  stop(): void
}

function watchJob(
  pid: number | undefined,
  { jobMs, standstillMs }: ProcessLimits,
  end: (why: Loss) => void,
): Watch {
  const began = performance.now()
  const before = pid === undefined ? undefined : processorMsOf(pid)
  let last = 0
  let lastAt = began
  const ms = (): number => {
    const used = pid === undefined || before === undefined ? undefined : processorMsOf(pid)
    return used === undefined || before === undefined ? performance.now() - began : used - before
  }
  const look = (): void => {
    const used = ms()
    const now = performance.now()
    if (used > last) [last, lastAt] = [used, now]
    if (used > jobMs) end('time')
    else if (now - lastAt > standstillMs) end('standstill')
  }
  const timer = setInterval(look, Math.min(100, Math.max(5, jobMs / 4), standstillMs / 4))
  timer.unref()
  return { ms, stop: () => clearInterval(timer) }
}
