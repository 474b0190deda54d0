/** How long one caller waits for answers of the hub on the country of the bench, from the question over HTTP to the last byte. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { post } from './ask.ts'
import { makeCountry } from './country.ts'
import { setUps, type Call } from './set-ups.ts'

interface Measurement {
  readonly name: string
  readonly limitMs: number
  /** What is asked at each turn. */
  ask(turn: number): { readonly query: string; readonly variables: object }
  /** What the answer is of, in words, once there is one. */
  about(data: unknown): string | undefined
}

export async function measureOneCaller({ name, limitMs, ask, about }: Measurement): Promise<void> {
  const { values: options } = parseArgs({
    options: { json: { type: 'string' }, questions: { type: 'string', default: '200' } },
  })
  const say = (line: string): void => void process.stderr.write(`${line}\n`)
  const workFolder = mkdtempSync(join(tmpdir(), `samenhang-bench-${name}-`))
  process.on('exit', () => rmSync(workFolder, { recursive: true, force: true }))
  const dataFolder = await makeCountry(14_000, say)
  const hub = await setUps({ dataFolder, workFolder }).door()
  const call = (turn: number): Call => ({ path: '/graphql', body: JSON.stringify(ask(turn)), headers: {} })

  const of = await untilReady()
  say('warming up')
  for (let turn = 0; turn < 50; turn += 1) await post(hub.port, call(turn))
  const took: number[] = []
  for (let turn = 0; turn < Number(options.questions); turn += 1) {
    const began = performance.now()
    await post(hub.port, call(turn))
    took.push(performance.now() - began)
  }
  took.sort((a, b) => a - b)
  const at = (part: number): number => took[Math.min(took.length - 1, Math.floor(part * took.length))] ?? 0
  const figures = { of, questions: took.length, medianMs: at(0.5), p95Ms: at(0.95), limitMs }
  process.stdout.write(
    `${of}: median ${figures.medianMs.toFixed(1)} ms, 95 % within ${figures.p95Ms.toFixed(1)} ms; the limit is ${limitMs} ms${figures.medianMs <= limitMs ? '' : ', OVER'}\n`,
  )
  if (options.json) writeFileSync(options.json, `${JSON.stringify(figures, null, 2)}\n`)
  await Promise.all(hub.processes.map((process) => process.stop()))

  async function untilReady(): Promise<string> {
    const until = Date.now() + 60_000
    for (;;) {
      hub.processes.forEach((process) => process.checkAlive())
      const reply = await post(hub.port, call(0)).catch(() => undefined)
      const body = JSON.parse(reply?.status === 200 ? reply.text : '{}') as { readonly data?: unknown }
      const words = body.data === undefined ? undefined : about(body.data)
      if (words !== undefined) return words
      if (Date.now() > until) throw new Error(`no answer: ${reply?.text.slice(0, 300) ?? 'no connection'}`)
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
}
