/**
 * Planning away from the requests of others: one worker thread, its jobs in the order asked. Promises an end to each: a job that takes longer
 * than its time, or more memory than the thread has, ends with PLANNING_TOO_LONG and takes only the thread along, which starts anew for the rest;
 * one that waited too long, or finds too many waiting, ends with PLANNING_BUSY. The thread keeps no process alive but while it has a job.
 */
import { Worker } from 'node:worker_threads'
import { HubError } from '@samenhang/subgraph-kit/errors'

export type JobKind = 'check' | 'plan'

export interface Done {
  readonly result: string
  /** Milliseconds that the thread was at it. */
  readonly ms: number
}

export interface PlanningLimits {
  /** Milliseconds for one job. */
  readonly jobMs: number
  /** Milliseconds that a job may wait for those before it. */
  readonly waitMs: number
  /** Jobs that may wait. */
  readonly waiting: number
}

/** The planner found no plan, which is a fault of the planner or of the supergraph. */
export class NotPlanned extends Error {}

export interface PlanningThread {
  /** Throws HubError PLANNING_TOO_LONG or PLANNING_BUSY, or NotPlanned. */
  run(kind: JobKind, text: string): Promise<Done>
  /** How many threads were started so far. */
  readonly started: number
  close(): Promise<void>
}

interface Job {
  readonly id: number
  readonly kind: JobKind
  readonly text: string
  readonly late: NodeJS.Timeout
  readonly resolve: (done: Done) => void
  readonly reject: (error: Error) => void
}

interface Message {
  readonly ready?: true
  readonly id?: number
  readonly ms?: number
  readonly result?: string
  readonly fault?: string
}

const usual: PlanningLimits = { jobMs: 3_000, waitMs: 15_000, waiting: 500 }
/** Measured: planning over seven subgraphs takes 30 MB, and up to 60 for operations at the limits. */
const memory = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 }
const file = new URL('planning-worker.js', import.meta.url)

export function startPlanning(sdl: string, limits: Partial<PlanningLimits> = {}): PlanningThread {
  const { jobMs, waitMs, waiting } = { ...usual, ...limits }
  const queue: Job[] = []
  let current: { readonly job: Job; readonly tooLong: NodeJS.Timeout } | null = null
  let worker: Worker | null = null
  let isReady = false
  let closed = false
  let last = 0
  let started = 0

  const start = (): Worker => {
    started += 1
    isReady = false
    // Nothing of how this process was started, loaders included, concerns the thread.
    const one = new Worker(file, { workerData: { sdl }, resourceLimits: memory, execArgv: [], env: {} })
    one.on('message', (message: Message) => {
      if (one !== worker) return
      if (message.ready) isReady = true
      else if (current && message.id === current.job.id) finish(current.job, message)
      next()
    })
    one.on('error', (error) => {
      if (one === worker) lose(error)
    })
    one.on('exit', () => {
      if (one === worker) lose(new Error('The planning thread has ended.'))
    })
    return one
  }

  const finish = ({ resolve, reject }: Job, { result, fault, ms = 0 }: Message): void => {
    clearTimeout(current?.tooLong)
    current = null
    if (result === undefined) reject(new NotPlanned(fault))
    else resolve({ result, ms })
  }

  /** Gives the job under way up, and its thread with it. */
  const lose = (error: Error): void => {
    const wasReady = isReady
    void worker?.terminate()
    worker = null
    clearTimeout(current?.tooLong)
    current?.job.reject(isOutOfMemory(error) ? tooLong('memory') : error)
    current = null
    // A thread that cannot even start would fail for each job in turn.
    if (!wasReady) for (const job of queue.splice(0)) drop(job, error)
    next()
  }

  const next = (): void => {
    if (current || closed) return
    const [job] = queue
    if (!job) return worker?.unref()
    worker ??= start()
    worker.ref()
    if (!isReady) return
    queue.shift()
    clearTimeout(job.late)
    current = { job, tooLong: setTimeout(() => lose(tooLong('time')), jobMs) }
    worker.postMessage({ id: job.id, kind: job.kind, text: job.text })
  }

  const drop = (job: Job, error: Error): void => {
    clearTimeout(job.late)
    job.reject(error)
  }

  worker = start()
  worker.unref()
  return {
    run: (kind, text) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new Error('The gateway is closed.'))
        if (queue.length >= waiting) return reject(busy())
        const id = (last += 1)
        const late = setTimeout(() => {
          queue.splice(
            queue.findIndex((one) => one.id === id),
            1,
          )
          reject(busy())
        }, waitMs)
        queue.push({ id, kind, text, late, resolve, reject })
        next()
      }),
    get started() {
      return started
    },
    async close() {
      closed = true
      const ended = new Error('The gateway is closed.')
      for (const job of queue.splice(0)) drop(job, ended)
      clearTimeout(current?.tooLong)
      current?.job.reject(ended)
      current = null
      await worker?.terminate()
    },
  }
}

function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}

function tooLong(what: 'time' | 'memory'): HubError {
  const told = `Planning this operation takes more ${what} than one operation may. Ask for less at once.`
  return new HubError('PLANNING_TOO_LONG', told)
}

function busy(): HubError {
  return new HubError('PLANNING_BUSY', 'Too many new operations wait to be planned. Try again.')
}
