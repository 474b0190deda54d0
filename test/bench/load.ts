/**
 * One measurement: a question put to a set-up for some seconds, or an export of all pages, and what came of it. What the bench
 * itself does is not in the processor time, for that is asked of the set-up's own processes.
 */
import { cpus } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import autocannon from 'autocannon'
import { post } from './ask.ts'
import type { Usage } from './process.ts'
import type { Question } from './questions.ts'
import type { SetUp } from './set-ups.ts'

export interface Measured {
  /** Requests a second; for an export, exports a second. */
  readonly perSecond: number
  readonly medianMs: number
  readonly p99Ms: number
  /** Processor time a request, of all processes together. */
  readonly cpuMs: number
  /** The largest resident size of all processes together. */
  readonly peakMb: number
  /** How far that is above the size before. */
  readonly aboveMb: number
  /** The longest that any process of the set-up did not come back to its event loop. */
  readonly longestBlockMs: number
  /** The share of the machine that neither the set-up nor the bench used: 0 on a machine of one's own. */
  readonly othersShare: number
}

/** What was used before a measurement began. */
interface Before extends Usage {
  readonly machine: MachineTime
}

interface MachineTime {
  readonly busyMs: number
  readonly allMs: number
  readonly ownMs: number
}

/**
 * Throws where any request fails: a set-up that is fast at errors is not fast. One so slow that few of its answers would come in
 * time is given up to four times as long.
 */
export async function load(
  setUp: SetUp,
  question: Question,
  connections: number,
  seconds: number,
): Promise<Measured> {
  const began = performance.now()
  await post(setUp.port, setUp.call(question, question.variables[0] ?? {}))
  const expected = ((performance.now() - began) * connections) / 1_000
  return loadFor(setUp, question, connections, Math.min(Math.max(seconds, expected), 4 * seconds))
}

async function loadFor(
  setUp: SetUp,
  question: Question,
  connections: number,
  seconds: number,
): Promise<Measured> {
  const times: number[] = []
  let client = 0
  const before = { ...(await usageOf(setUp, true)), machine: machineTime() }
  const result = await autocannon({
    url: `http://127.0.0.1:${setUp.port}`,
    connections,
    duration: seconds,
    timeout: 60,
    setupClient(one) {
      const mine = question.variables.filter((_variables, index) => index % connections === client)
      client += 1
      one.setRequests(mine.map((variables) => asRequest(setUp, question, variables)))
    },
  }).on('response', (_client, _status, _bytes, ms) => times.push(ms))
  const used = await usageOf(setUp, false)
  if (result.errors + result.timeouts + result.non2xx > 0) {
    throw new Error(
      `${question.name}: ${result.errors} errors, ${result.timeouts} timeouts, ${result.non2xx} refusals`,
    )
  }
  return figures(times, result.duration * 1_000, before, used)
}

/** Every page in turn over one connection, `times` over. */
export async function exportAll(setUp: SetUp, question: Question, times: number): Promise<Measured> {
  const calls = question.variables.map((variables) => setUp.call(question, variables))
  const taken: number[] = []
  const before = { ...(await usageOf(setUp, true)), machine: machineTime() }
  const began = performance.now()
  for (let turn = 0; turn < times; turn += 1) {
    const start = performance.now()
    for (const call of calls) {
      const { status, text } = await post(setUp.port, call)
      if (status !== 200) throw new Error(`${question.name}: status ${status}: ${text.slice(0, 200)}`)
    }
    taken.push(performance.now() - start)
  }
  return figures(taken, performance.now() - began, before, await usageOf(setUp, false))
}

function asRequest(setUp: SetUp, question: Question, variables: Question['variables'][number]) {
  const { path, body, headers } = setUp.call(question, variables)
  return { method: 'POST' as const, path, body, headers: { 'content-type': 'application/json', ...headers } }
}

function figures(times: number[], duration: number, before: Before, used: Usage): Measured {
  times.sort((one, other) => one - other)
  if (times.length === 0) throw new Error('nothing was answered in time')
  return {
    perSecond: (times.length * 1_000) / duration,
    medianMs: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
    cpuMs: used.cpuMs / times.length,
    peakMb: used.peakMb,
    aboveMb: used.peakMb - before.rssMb,
    longestBlockMs: used.longestBlockMs,
    othersShare: othersShare(before.machine, machineTime(), used),
  }
}

/** Waits for a moment in which others leave the machine alone, for so many milliseconds at most. Gives the milliseconds it took. */
export async function waitForQuiet(patience: number): Promise<number> {
  const began = performance.now()
  while (performance.now() - began < patience) {
    const before = machineTime()
    await pause(400)
    const after = machineTime()
    if ((after.busyMs - before.busyMs) / (after.allMs - before.allMs) < 0.15) break
  }
  return performance.now() - began
}

function othersShare(before: MachineTime, after: MachineTime, used: Usage): number {
  const busy = after.busyMs - before.busyMs - (after.ownMs - before.ownMs) - used.cpuMs
  return Math.max(0, busy / (after.allMs - before.allMs))
}

function machineTime(): MachineTime {
  const times = cpus().map(({ times }) => times)
  const { user, system } = process.cpuUsage()
  const allMs = times.reduce((sum, one) => sum + one.user + one.nice + one.sys + one.irq + one.idle, 0)
  const idleMs = times.reduce((sum, { idle }) => sum + idle, 0)
  return { busyMs: allMs - idleMs, allMs, ownMs: (user + system) / 1_000 }
}

export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** What all processes of the set-up used since they were last asked. */
export async function usageOf(setUp: Pick<SetUp, 'processes'>, watch: boolean): Promise<Usage> {
  const usages = await Promise.all(setUp.processes.map((process) => process.usage(watch)))
  const sum = (of: (usage: Usage) => number) => usages.reduce((total, usage) => total + of(usage), 0)
  return {
    cpuMs: sum(({ cpuMs }) => cpuMs),
    rssMb: sum(({ rssMb }) => rssMb),
    peakMb: sum(({ peakMb }) => peakMb),
    longestBlockMs: Math.max(...usages.map(({ longestBlockMs }) => longestBlockMs)),
  }
}
