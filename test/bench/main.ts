/**
 * `npm run bench`: the hub against its peers and against the limit of the machine, on one country of data. What is asked is in
 * questions.ts, who is asked in set-ups.ts; here is the order. `hub bench` installs what this needs and calls it.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { format } from 'prettier'
import { checkEqual, waitUntilReady } from './ask.ts'
import { makeCountry, repository } from './country.ts'
import { exportAll, load, waitForQuiet } from './load.ts'
import { measureExports, measureOperations, type ExportMemory, type OperationsMemory } from './memory.ts'
import type { MeasuredProcess } from './process.ts'
import { readQuestions, type Question } from './questions.ts'
import { asJson, asText, type Results } from './report.ts'
import type { Sample } from './results.ts'
import { setUps, type Ground, type SetUp, type SetUpName } from './set-ups.ts'
import { readVersions } from './versions.ts'

const { values: options } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, json: { type: 'string' }, only: { type: 'string' } },
})
const connections = options.quick ? [16] : [16, 64]
const page = join(repository, 'docs/benchmarks.md')
/** A quick run tells the order of things within four minutes; the page has the figures of a whole one. */
const plan = options.quick
  ? { rounds: 2, seconds: 1.5, warmUp: 0.4, exports: 1, pages: [1, 14], operations: 500 }
  : { rounds: 3, seconds: 3, warmUp: 1.5, exports: 3, pages: [1, 4, 14], operations: 10_000 }
const began = Number(process.env['BENCH_BEGAN'] ?? Date.now())
/** Milliseconds to wait in all for others on the machine to be done. */
let patience = options.quick ? 0 : 120_000
const leftOut = new Map<SetUpName, string>()

process.on('SIGINT', () => process.exit(130)).on('SIGTERM', () => process.exit(143))
const workFolder = mkdtempSync(join(tmpdir(), 'samenhang-bench-run-'))
// Also where a signal ends the run, which passes by every `finally`.
process.on('exit', () => rmSync(workFolder, { recursive: true, force: true }))
await bench({ dataFolder: await makeCountry(14_000, say), workFolder })

async function bench(ground: Ground): Promise<void> {
  const questions = await readQuestions(ground.dataFolder)
  const { started, firstAnswerMs } = await startAll(ground, questions)
  const samples: Sample[] = []
  for (let round = 1; round <= plan.rounds && (round === 1 || isTimeFor(0.55)); round += 1) {
    // Each round begins with another set-up, so that none always comes first.
    const order = [...started.slice(round - 1), ...started.slice(0, round - 1)]
    for (const setUp of order.filter(({ name }) => !leftOut.has(name))) {
      say(`round ${round} of ${plan.rounds}: ${setUp.about}`)
      await measure(setUp, questions, round).then(
        (found) => samples.push(...found),
        (error: unknown) => leaveOut(setUp, error),
      )
    }
  }
  await stopAll(started)
  const time = isTimeFor(0.7)
  const exports = time ? await exportMemory(ground, started, questions) : new Map<SetUpName, never>()
  const operations = time ? await operationsMemory(ground, started, questions) : undefined
  const results: Results = {
    rounds: Math.max(...samples.map(({ round }) => round)),
    seconds: plan.seconds,
    connections,
    questions,
    samples: samples.filter(({ setUp }) => !leftOut.has(setUp)),
    about: new Map(started.map(({ name, about }) => [name, about])),
    leftOut,
    firstAnswerMs,
    exports,
    operations,
    versions: readVersions(),
  }
  process.stdout.write(`${asText(results)}\n`)
  if (options.json) writeFileSync(options.json, `${JSON.stringify(asJson(results), null, 2)}\n`)
  if (options.quick || options.only)
    say('docs/benchmarks.md stays as it is: it has the figures of a whole run')
  else await writePage(asText(results))
}

/** Starts every set-up, and takes those that answer as the limit does. */
async function startAll(ground: Ground, questions: readonly Question[]) {
  const started: SetUp[] = []
  const firstAnswerMs = new Map<SetUpName, number>()
  const known = setUps(ground)
  const wanted = options.only?.split(',') ?? Object.keys(known).filter((name) => name !== 'http-door')
  for (const [name, start] of Object.entries(known)) {
    if (name !== 'limit' && !wanted.includes(name)) continue
    const setUp = await start()
    try {
      await admit(setUp, started[0] ?? setUp, questions, firstAnswerMs)
      started.push(setUp)
    } catch (error) {
      if (name === 'limit') throw error
      leaveOut(setUp, error)
      const shared = new Set(started.flatMap(({ processes }) => processes))
      await stopProcesses(setUp.processes.filter((one) => !shared.has(one)))
    }
  }
  return { started, firstAnswerMs }
}

function leaveOut({ name, about }: SetUp, error: unknown): void {
  const told = error instanceof Error ? error.message : String(error)
  leftOut.set(name, /\w*Error(?: \[\w+\])?: .*/.exec(told)?.[0] ?? told.split('\n', 1)[0] ?? told)
  say(`left out, ${about}: ${told.slice(0, 300)}`)
}

async function admit(
  setUp: SetUp,
  limit: SetUp,
  questions: readonly Question[],
  firstAnswerMs: Map<SetUpName, number>,
): Promise<void> {
  const asked = questionsFor(setUp, questions)
  const [first] = asked
  if (!first) return
  say(`starting: ${setUp.about}`)
  firstAnswerMs.set(setUp.name, await waitUntilReady(setUp, first))
  for (const question of asked) await checkEqual(setUp, limit, question)
  await measure(setUp, questions, 0)
}

function questionsFor({ only }: SetUp, questions: readonly Question[]): readonly Question[] {
  return only === undefined ? questions : questions.filter(({ name }) => name === only)
}

async function measure(setUp: SetUp, questions: readonly Question[], round: number): Promise<Sample[]> {
  const samples: Sample[] = []
  for (const question of questionsFor(setUp, questions)) {
    if (round > 0) patience -= await waitForQuiet(Math.min(patience, 10_000))
    const sample = { round, setUp: setUp.name, question: question.name }
    if (question.name === 'Q4') {
      if (round === 0 || !options.quick) await exportAll(setUp, question, 1)
      if (round > 0)
        samples.push({ ...sample, connections: 1, ...(await exportAll(setUp, question, plan.exports)) })
      continue
    }
    await load(setUp, question, 32, plan.warmUp)
    for (const count of round > 0 ? connections : [])
      samples.push({ ...sample, connections: count, ...(await load(setUp, question, count, plan.seconds)) })
  }
  return samples
}

async function exportMemory(ground: Ground, started: readonly SetUp[], questions: readonly Question[]) {
  const found = new Map<SetUpName, readonly ExportMemory[]>()
  const question = questions.find(({ name }) => name === 'Q4')
  for (const { name, about } of started) {
    if (!question || !(['limit', 'door', 'server', 'apollo'] as const).some((one) => one === name)) continue
    say(`memory of an export: ${about}`)
    found.set(name, await measureExports(setUps(ground)[name], question, plan.pages))
  }
  return found
}

async function operationsMemory(
  ground: Ground,
  started: readonly SetUp[],
  [question]: readonly Question[],
): Promise<OperationsMemory | undefined> {
  if (!question || !started.some(({ name }) => name === 'server')) return undefined
  say(`memory after ${plan.operations} different operations`)
  return measureOperations(setUps(ground).server, question, plan.operations)
}

async function stopAll(started: readonly SetUp[]): Promise<void> {
  await stopProcesses([...new Set(started.flatMap((setUp) => setUp.processes))])
}

async function stopProcesses(processes: readonly MeasuredProcess[]): Promise<void> {
  await Promise.all(processes.map((one) => one.stop()))
}

/** Whether less than this share of a quick run's four minutes is gone. */
function isTimeFor(share: number): boolean {
  return !options.quick || Date.now() - began < share * 240_000
}

/** Only what stands between the marks is the bench's: the words around it are people's. */
async function writePage(text: string): Promise<void> {
  const [begin, end] = ['<!-- bench: begin -->', '<!-- bench: end -->']
  const before = readFileSync(page, 'utf8')
  const from = before.indexOf(begin) + begin.length
  const to = before.indexOf(end)
  const after = `${before.slice(0, from)}\n\n${text}\n${before.slice(to)}`
  writeFileSync(page, await format(after, { parser: 'markdown', printWidth: 110 }))
}

function say(line: string): void {
  process.stderr.write(`${line}\n`)
}
