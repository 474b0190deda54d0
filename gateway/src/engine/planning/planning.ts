/**
 * Planning apart from other requests, in one process or several (planning-process.ts), in the order of
 * planning-queue.ts. Promises that each job ends: with PLANNING_TOO_LONG where it exceeds its processor time
 * or memory; with PLANNING_BUSY where it waited too long, found the queue full, or was lost with its process
 * through no fault of its own. Either ends at most its own process, which is started again. All processes but
 * the first leave long operations, and those of busy callers, to the first, so that these do not delay short
 * ones.
 */
import { createHmac, randomBytes } from 'node:crypto'
import { HubError } from '@samenhang/subgraph-kit/errors'
import { ProcessLost, startProcess, type Answered, type PlanningProcess } from './planning-process.ts'
import { planningQueue } from './planning-queue.ts'

export interface Done {
  readonly result: string
  /** Milliseconds of processor time that it took. */
  readonly ms: number
}

export interface PlanningLimits {
  readonly processes: number
  /** Milliseconds of processor time for one job. */
  readonly jobMs: number
  /** Milliseconds without any use of the processor after which a job stands still, and is given up. */
  readonly standstillMs: number
  /** Milliseconds that a job may wait for others. */
  readonly waitMs: number
  /** Jobs that may wait. */
  readonly waiting: number
  /** Megabytes of heap for a process. */
  readonly heapMb: number
}

/** The planner found no plan, which is a fault of the planner or of the supergraph. */
export class NotPlanned extends Error {}

/** Who asks, and how long it is expected to take. */
export interface Asker {
  /** Empty for the hub itself. */
  readonly caller?: string | undefined
  /** Milliseconds of processor time. */
  readonly expectedMs?: number
}

export interface Planning {
  /** Throws HubError PLANNING_TOO_LONG or PLANNING_BUSY, or NotPlanned. */
  run(text: string, asker?: Asker): Promise<Done>
  /** How many processes were started so far. */
  readonly started: number
  /** The ids of the processes there are. */
  readonly pids: readonly number[]
  close(): Promise<void>
}

/** A process that ended before its time. */
export interface Lost {
  /** What stands for the text that was planned, in the log; null where none was. */
  readonly operation: string | null
  readonly reason: string
}

interface Job {
  readonly text: string
  readonly caller: string
  readonly expectedMs: number
  readonly late: NodeJS.Timeout
  readonly resolve: (done: Done) => void
  readonly reject: (error: Error) => void
}

interface Slot {
  readonly index: number
  process: PlanningProcess | null
  isReady: boolean
  job: Job | null
}

/** Measured: a process takes 30 MB of heap over seven subgraphs, and up to 60 for operations at the limits. */
export const usualLimits: PlanningLimits = {
  processes: 1,
  jobMs: 3_000,
  standstillMs: 10_000,
  waitMs: 15_000,
  waiting: 500,
  heapMb: 256,
}
/** The second starts after the rest of the hub has. */
const secondAfterMs = 1_000

export function startPlanning(
  sdl: string,
  changes: Partial<PlanningLimits> = {},
  onLost: (lost: Lost) => void = () => undefined,
  // What starts a process.
  begin: (sdl: string, limits: PlanningLimits) => PlanningProcess = startProcess,
): Planning {
  const limits = { ...usualLimits, ...changes }
  const queue = planningQueue<Job>(limits.waiting)
  const slots: Slot[] = []
  let closed = false
  let started = 0
  let usualMs = 30

  const start = (slot: Slot): void => {
    const planningProcess = begin(sdl, limits)
    started += 1
    slot.process = planningProcess
    slot.isReady = false
    planningProcess.ready.then(
      () => {
        slot.isReady = true
        next()
      },
      (error: unknown) => {
        if (slot.process !== planningProcess || closed) return
        slot.process = null
        onLost({ operation: null, reason: messageOf(error) })
        // One that cannot even start would fail for each job in turn.
        if (!slots.some(({ isReady }) => isReady))
          for (const job of queue.drain()) reject(job, asError(error))
      },
    )
    // One that ends without a job is started again for the next.
    void planningProcess.ended.then(() => {
      if (slot.process !== planningProcess || slot.job) return
      slot.process = null
      slot.isReady = false
      if (!closed) next()
    })
  }

  const next = (): void => {
    if (closed) return
    for (const slot of slots) {
      if (!slot.process && queue.size > 0) start(slot)
      if (slot.isReady && !slot.job) give(slot)
      slot.process?.hold(slot.job !== null || (queue.size > 0 && !slot.isReady))
    }
  }

  const give = (slot: Slot): void => {
    const job = queue.take(slot.index === 0 ? 'any' : 'light')
    const { process } = slot
    if (!job || !process) return
    clearTimeout(job.late)
    slot.job = job
    process.hold(true)
    process.run(job.text).then(
      (answered) => {
        slot.job = null
        finish(job, answered)
        next()
      },
      (error: unknown) => {
        slot.job = null
        slot.process = null
        slot.isReady = false
        if (closed) return
        const lost = error instanceof ProcessLost ? error : new ProcessLost('ended', messageOf(error), 0)
        queue.settle(job, lost.ms)
        onLost({ operation: digestOf(job.text), reason: `${lost.loss} (${lost.message})` })
        job.reject(refusalOf(lost))
        start(slot)
        next()
      },
    )
  }

  const finish = (job: Job, { result, fault, isTooLarge, ms }: Answered): void => {
    queue.settle(job, ms)
    usualMs += (ms - usualMs) / 10
    if (result !== undefined) job.resolve({ result, ms })
    else job.reject(isTooLarge ? tooLong('memory') : new NotPlanned(fault))
  }

  const reject = (job: Job, error: Error): void => {
    clearTimeout(job.late)
    job.reject(error)
  }

  const busy = (message: string): HubError => {
    const seconds = Math.ceil((usualMs * (queue.size + 1)) / slots.length / 1_000)
    return planningBusy(message, Math.min(60, Math.max(1, seconds)))
  }

  const addSlot = (): void => {
    const slot = { index: slots.length, process: null, isReady: false, job: null }
    slots.push(slot)
    start(slot)
  }
  addSlot()
  const addingSlots = setTimeout(() => {
    while (!closed && slots.length < limits.processes) addSlot()
    next()
  }, secondAfterMs)
  addingSlots.unref()

  return {
    run: (text, { caller = '', expectedMs = text.length / 100 } = {}) =>
      new Promise((resolve, reject_) => {
        if (closed) return reject_(new Error('The gateway is closed.'))
        const late = setTimeout(() => {
          queue.remove(job)
          job.reject(
            busy(
              `The operation waited ${String(limits.waitMs / 1_000)} s for its planning; nothing was run. Try again.`,
            ),
          )
        }, limits.waitMs)
        const job: Job = { text, caller, expectedMs, late, resolve, reject: reject_ }
        const left = queue.add(job)
        if (left)
          reject(
            left,
            busy(`${String(limits.waiting)} new operations wait to be planned; nothing was run. Try again.`),
          )
        next()
      }),
    get started() {
      return started
    },
    get pids() {
      return slots.flatMap(({ process }) => process?.pid ?? [])
    },
    async close() {
      closed = true
      clearTimeout(addingSlots)
      const ended = new Error('The gateway is closed.')
      for (const job of queue.drain()) reject(job, ended)
      for (const { job, process } of slots) {
        job?.reject(ended)
        process?.hold(true)
        process?.end()
      }
      for (const { process } of slots) await process?.ended
    },
  }
}

const digestKey = randomBytes(32)

/** The same for the same text while the hub runs. A text may hold somebody's number, which trying all numbers must not find. */
function digestOf(text: string): string {
  return createHmac('sha256', digestKey).update(text).digest('hex').slice(0, 12)
}

function refusalOf({ loss }: ProcessLost): HubError {
  if (loss === 'time' || loss === 'memory') return tooLong(loss)
  const how = loss === 'standstill' ? 'stood still' : 'ended'
  return planningBusy(`The process that planned this operation ${how}; nothing was run. Try again.`, 1)
}

function tooLong(what: 'time' | 'memory'): HubError {
  const message = `Planning this operation takes more ${what} than one operation may use. Ask for less at once.`
  return new HubError('PLANNING_TOO_LONG', message)
}

/** `retryAfter` in seconds. */
function planningBusy(message: string, retryAfter: number): HubError {
  return new HubError('PLANNING_BUSY', message, { retryAfter })
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
