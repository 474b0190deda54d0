/**
 * `hub bench busy`: what others notice while six callers ask for large answers, again and again. Q1 at 16 connections, alone and beside them, the
 * probes meanwhile, the longest block of the process that serves, and whether any domain was told to be out that was well. Once with the large
 * answers made in a process of their own by one worker, and once with a worker on every core; beside each, what Q1 does on one worker.
 */
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { waitUntilReady } from './ask.ts'
import { makeCountry } from './country.ts'
import { load, type Measured } from './load.ts'
import { readQuestions, operationsFolder, type Question } from './questions.ts'
import { setUps, type SetUp } from './set-ups.ts'

interface Busy {
  readonly workers: number
  readonly alone: Measured
  readonly beside: Measured
  readonly largeAnswers: number
  readonly largeMegabytes: number
  readonly refused: number
  readonly unavailable: number
  /** Milliseconds of the slowest answers of /live, at either port. */
  readonly liveMs: { readonly graph: number; readonly admin: number }
  /** Megabytes of each worker. */
  readonly megabytes: number
  /** Milliseconds of processor time that the workers take for one Q1 alone. */
  readonly processorMs: number
}

const { values: options } = parseArgs({
  options: { json: { type: 'string' }, seconds: { type: 'string', default: '10' } },
})
const seconds = Number(options.seconds)
const large = readFileSync(join(operationsFolder, 'large-answer.graphql'), 'utf8')
const say = (line: string): void => void process.stderr.write(`${line}\n`)

const workFolder = mkdtempSync(join(tmpdir(), 'samenhang-bench-busy-'))
process.on('exit', () => rmSync(workFolder, { recursive: true, force: true }))
const dataFolder = await makeCountry(14_000, say)
const questions = await readQuestions(dataFolder)
const [one] = questions
const pages = questions.find(({ name }) => name === 'Q4')
if (!one || !pages) throw new Error('The questions of the bench are not all there')
const measured: Busy[] = []
for (const workers of new Set([1, Math.min(8, availableParallelism())]))
  measured.push(await measure(workers, one, pages))
process.stdout.write(`${measured.map(told).join('\n')}\n`)
const [single, several] = measured
if (single && several)
  process.stdout.write(
    `Q1 on ${String(several.workers)} workers against one: ${(several.alone.perSecond / single.alone.perSecond).toFixed(2)} times as many; by processor time a request ${((several.workers * single.processorMs) / several.processorMs).toFixed(2)} times, where each has a core of its own\n`,
  )
if (options.json) writeFileSync(options.json, `${JSON.stringify(measured, null, 2)}\n`)
process.exit(0)

async function measure(workers: number, question: Question, largePages: Question): Promise<Busy> {
  const hub = await setUps({ dataFolder, workFolder }, { HUB_WORKERS: String(workers) }).door()
  await waitUntilReady(hub, question)
  say(`${String(workers)} worker(s): Q1 alone`)
  await load(hub, question, 32, 2)
  const before = await countedBy(hub.port + 10)
  const alone = await load(hub, question, 16, seconds)
  const after = await countedBy(hub.port + 10)
  const processorMs = (1_000 * (after.seconds - before.seconds)) / (after.requests - before.requests)
  say(`${String(workers)} worker(s): Q1 beside six large answers`)
  const stop = new AbortController()
  const counts = { answers: 0, bytes: 0, refused: 0, unavailable: 0 }
  const callers = Array.from({ length: 6 }, (_, index) =>
    askForLarge(hub, largePages, index, counts, stop.signal),
  )
  const probes = new Worker(new URL('watch-live.js', import.meta.url), {
    workerData: { ports: [hub.port, hub.port + 10] },
    execArgv: [],
  })
  const slowest = async (): Promise<Busy['liveMs']> => {
    probes.postMessage('slowest')
    const [[graph = 0, admin = 0]] = (await once(probes, 'message')) as [number[]]
    return { graph, admin }
  }
  // The first of them starts the process that makes them.
  for (let waited = 0; counts.answers === 0 && waited < 60_000; waited += 100) await pause(100)
  await slowest()
  const beside = await load(hub, question, 16, seconds)
  const liveMs = await slowest()
  stop.abort()
  await Promise.allSettled([...callers, probes.terminate()])
  const megabytes = await megabytesOf(hub.port + 10, workers)
  await Promise.all(hub.processes.map((process) => process.stop()))
  const { answers, bytes, refused, unavailable } = counts
  return {
    workers,
    alone,
    beside,
    largeAnswers: answers,
    largeMegabytes: answers === 0 ? 0 : bytes / answers / 1e6,
    refused,
    unavailable,
    liveMs,
    megabytes,
    processorMs,
  }
}

async function askForLarge(
  { port }: SetUp,
  { variables }: Question,
  first: number,
  counts: { answers: number; bytes: number; refused: number; unavailable: number },
  signal: AbortSignal,
): Promise<void> {
  for (let turn = first; !signal.aborted; turn += 1) {
    const body = JSON.stringify({ query: large, variables: variables[turn % variables.length] })
    const answer = await fetch(`http://127.0.0.1:${String(port)}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      signal,
    })
    const text = await answer.text()
    if (answer.status === 503) {
      counts.refused += 1
      await pause(1_000 * Number(answer.headers.get('retry-after') ?? 1), undefined, { signal })
      continue
    }
    counts.answers += 1
    counts.bytes += text.length
    if (text.includes('SUBGRAPH_UNAVAILABLE')) counts.unavailable += 1
  }
}

async function megabytesOf(port: number, workers: number): Promise<number> {
  return (await metric(port))('hub_process_resident_memory_bytes') / 1e6 / workers
}

/** What the processes that serve have used and answered so far. */
async function countedBy(port: number): Promise<{ readonly seconds: number; readonly requests: number }> {
  const value = await metric(port)
  return { seconds: value('hub_process_cpu_seconds_total'), requests: value('hub_requests_total') }
}

/** The sum of a metric over its labels. */
async function metric(port: number): Promise<(name: string) => number> {
  const text = await (await fetch(`http://127.0.0.1:${String(port)}/metrics`)).text()
  return (name) =>
    text
      .split('\n')
      .filter((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`))
      .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0)
}

function told(busy: Busy): string {
  const { workers, alone, beside, largeAnswers, largeMegabytes, refused, unavailable } = busy
  const { liveMs, megabytes, processorMs } = busy
  const share = beside.perSecond / alone.perSecond
  return [
    `${String(workers)} worker(s), ${megabytes.toFixed(0)} MB each with their share of the heavy process`,
    `  Q1 alone        ${alone.perSecond.toFixed(0)} a second, p99 ${alone.p99Ms.toFixed(1)} ms, ${processorMs.toFixed(3)} ms of processor time each`,
    `  Q1 beside six   ${beside.perSecond.toFixed(0)} a second, ${share.toFixed(2)} of it (at least 0.33); p99 ${beside.p99Ms.toFixed(1)} ms (under 150)`,
    `  longest block   ${beside.longestBlockMs.toFixed(1)} ms (under 50)`,
    `  /live           ${liveMs.graph.toFixed(1)} ms at the graph's port, ${liveMs.admin.toFixed(1)} ms at the admin port (under 20)`,
    `  large answers   ${String(largeAnswers)} of ${largeMegabytes.toFixed(1)} MB, ${String(refused)} asked to come again, ${String(unavailable)} with a domain told to be out (0)`,
  ].join('\n')
}
