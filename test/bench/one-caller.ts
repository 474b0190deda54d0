/** How long one caller waits for answers of the hub, on the country of the bench or other data, from the question over HTTP to the last byte. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { post } from './ask.ts'
import { makeCountry } from './country.ts'
import type { MeasuredProcess } from './process.ts'
import { setUps, type Call } from './set-ups.ts'

/** What is sent to the graph. */
interface Question {
  readonly query: string
  readonly variables?: object
}

interface Answer {
  readonly data?: unknown
  readonly errors?: readonly unknown[]
}

/** Milliseconds of many answers. */
interface Took {
  readonly questions: number
  readonly medianMs: number
  readonly p95Ms: number
}

interface OneCaller {
  readonly processes: readonly MeasuredProcess[]
  /** Waits for an answer that `found` finds something in; one that is not of the graph is empty. Throws after a minute. */
  until<T>(question: Question, found: (answer: Answer) => T | undefined): Promise<T>
  warmUp(ask: (turn: number) => Question, times: number): Promise<void>
  time(ask: (turn: number) => Question): Promise<Took>
  /** Writes the figures where `--json` says so, and ends the hub. */
  end(figures: object): Promise<void>
}

/** A hub with its caller, on the folder that `makeData` gives; `questions` are measured where `--questions` does not say how many. */
export async function openOneCaller(
  name: string,
  questions: number,
  makeData = (say: (line: string) => void) => makeCountry(14_000, say),
): Promise<OneCaller> {
  const { values: options } = parseArgs({
    options: { json: { type: 'string' }, questions: { type: 'string', default: String(questions) } },
  })
  const say = (line: string): void => void process.stderr.write(`${line}\n`)
  const workFolder = mkdtempSync(join(tmpdir(), `samenhang-bench-${name}-`))
  process.on('exit', () => rmSync(workFolder, { recursive: true, force: true }))
  const dataFolder = await makeData(say)
  const { port, processes } = await setUps({ dataFolder, workFolder }).door()
  const call = (question: Question): Call => ({
    path: '/graphql',
    body: JSON.stringify(question),
    headers: {},
  })
  return {
    processes,
    async until(question, found) {
      const until = Date.now() + 60_000
      for (;;) {
        processes.forEach((process) => process.checkAlive())
        const reply = await post(port, call(question)).catch(() => undefined)
        const value = found(JSON.parse(reply?.status === 200 ? reply.text : '{}') as Answer)
        if (value !== undefined) return value
        if (Date.now() > until) throw new Error(`no answer: ${reply?.text.slice(0, 300) ?? 'no connection'}`)
        await new Promise((resolve) => setTimeout(resolve, 200))
      }
    },
    async warmUp(ask, times) {
      for (let turn = 0; turn < times; turn += 1) await post(port, call(ask(turn)))
    },
    async time(ask) {
      const took: number[] = []
      for (let turn = 0; turn < Number(options.questions); turn += 1) {
        const began = performance.now()
        await post(port, call(ask(turn)))
        took.push(performance.now() - began)
      }
      took.sort((one, other) => one - other)
      const at = (part: number): number =>
        took[Math.min(took.length - 1, Math.floor(part * took.length))] ?? 0
      return { questions: took.length, medianMs: at(0.5), p95Ms: at(0.95) }
    },
    async end(figures) {
      if (options.json) writeFileSync(options.json, `${JSON.stringify(figures, null, 2)}\n`)
      await Promise.all(processes.map((process) => process.stop()))
    },
  }
}

interface Measurement {
  readonly name: string
  readonly limitMs: number
  /** What is asked at each turn. */
  ask(turn: number): Question
  /** What the answer is of, in words, once there is one. */
  about(data: unknown): string | undefined
}

/** One measurement, and whether its median is within its limit. */
export async function measureOneCaller({ name, limitMs, ask, about }: Measurement): Promise<void> {
  const caller = await openOneCaller(name, 200)
  const of = await caller.until(ask(0), ({ data }) => (data === undefined ? undefined : about(data)))
  process.stderr.write('warming up\n')
  await caller.warmUp(ask, 50)
  const figures = { of, ...(await caller.time(ask)), limitMs }
  process.stdout.write(
    `${of}: median ${figures.medianMs.toFixed(1)} ms, 95 % within ${figures.p95Ms.toFixed(1)} ms; the limit is ${limitMs} ms${figures.medianMs <= limitMs ? '' : ', OVER'}\n`,
  )
  await caller.end(figures)
}
