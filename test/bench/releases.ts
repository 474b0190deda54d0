/**
 * `hub bench releases`: what clients notice while a team releases all day. 200 requests a second, each at its time whether those before are answered or
 * not, for a minute without releases and for one with thirty and a rollback. Told are failures, and how much longer the slowest of a hundred take.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { waitUntilReady } from './ask.ts'
import { makeCountry } from './country.ts'
import { readQuestions, type Question } from './questions.ts'
import { setUps, type Call } from './set-ups.ts'

const { values: options } = parseArgs({
  options: {
    json: { type: 'string' },
    seconds: { type: 'string', default: '60' },
    releases: { type: 'string', default: '30' },
    workers: { type: 'string', default: '2' },
  },
})
const seconds = Number(options.seconds)
const releases = Number(options.releases)
const perSecond = 200
/** What releases are made for: the one worker of a small hub stops for each. */
const workers = Number(options.workers)
const say = (line: string): void => void process.stderr.write(`${line}\n`)

const workFolder = mkdtempSync(join(tmpdir(), 'samenhang-bench-releases-'))
process.on('exit', () => rmSync(workFolder, { recursive: true, force: true }))
const dataFolder = await makeCountry(14_000, say)
const [one, page] = await questionsOfPublic()
const environment = { HUB_DATA_DIR: dataFolder, REGISTRY_URL: join(workFolder, 'registry.db') }
const maker = fork(fileURLToPath(new URL('release-maker.ts', import.meta.url)), {
  env: { ...process.env, ...environment },
})
await once(maker, 'message')
await makeRelease(0)
const settings = { REGISTRY_URL: environment.REGISTRY_URL, HUB_WORKERS: String(workers) }
const hub = await setUps({ dataFolder, workFolder }, settings).door()
await waitUntilReady(hub, one)

say('warming up')
await measure(5)
say(`${String(seconds)} s without releases`)
const quiet = await measure(seconds)
say(`${String(seconds)} s with ${String(releases)} releases and a rollback`)
const [busy, served] = await Promise.all([measure(seconds), releaseAll()])
const ratio = busy.p99Ms / quiet.p99Ms
process.stdout.write(
  [
    `without releases  ${told(quiet)}`,
    `with releases     ${told(busy)}`,
    `${String(served.made)} releases and a rollback made; ${String(served.seen)} served, the last ${served.lastSeconds.toFixed(1)} s after it was stored`,
    `p99 with releases is ${ratio.toFixed(2)} times that without; the limit is 3`,
    '',
  ].join('\n'),
)
if (options.json) writeFileSync(options.json, `${JSON.stringify({ quiet, busy, served, ratio }, null, 2)}\n`)
maker.disconnect()
await Promise.all(hub.processes.map((process) => process.stop()))
process.exit(busy.failures + quiet.failures > 0 ? 1 : 0)

async function questionsOfPublic(): Promise<readonly [Question, Question]> {
  const [first, second] = await readQuestions(dataFolder)
  if (!first || !second) throw new Error('The questions of the bench are not all there')
  return [first, second]
}

interface Minute {
  readonly requests: number
  readonly failures: number
  readonly firstFailure: string | null
  readonly medianMs: number
  readonly p99Ms: number
  readonly slowestMs: number
}

/** Latencies are from when a request was to be sent: one that waits for others counts as the client would count it. */
async function measure(duration: number): Promise<Minute> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 })
  const times: number[] = []
  const failures: string[] = []
  const began = performance.now()
  const all = Array.from({ length: duration * perSecond }, async (_, index) => {
    const due = began + (index * 1_000) / perSecond
    await pause(Math.max(0, due - performance.now()))
    const question = index % 5 === 4 ? page : one
    const call = hub.call(question, question.variables[index % question.variables.length] ?? {})
    const failure = await failureOf(agent, hub.port, call)
    times.push(performance.now() - due)
    if (failure !== null) failures.push(failure)
  })
  await Promise.all(all)
  agent.destroy()
  times.sort((first, second) => first - second)
  const at = (share: number): number => times[Math.floor((times.length - 1) * share)] ?? 0
  return {
    requests: times.length,
    failures: failures.length,
    firstFailure: failures[0] ?? null,
    ...{ medianMs: at(0.5), p99Ms: at(0.99), slowestMs: at(1) },
  }
}

/** Null where the answer is whole. */
function failureOf(agent: Agent, port: number, { path, body, headers: own }: Call): Promise<string | null> {
  return new Promise((resolve) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...own }
    const asking = request({ host: '127.0.0.1', port, path, method: 'POST', headers, agent }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', (error) => resolve(error.message))
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        const isWhole =
          response.statusCode === 200 && text.startsWith('{"data"') && !text.includes('"errors":[')
        resolve(isWhole ? null : `${String(response.statusCode)} ${text.slice(0, 300)}`)
      })
    })
    asking.on('error', (error) => resolve(error.message))
    asking.end(body)
  })
}

async function releaseAll(): Promise<{ made: number; seen: number; lastSeconds: number }> {
  const every = (seconds * 1_000) / (releases + 2)
  const seen = new Set<number>()
  const done = new AbortController()
  const watching = (async () => {
    while (!done.signal.aborted) {
      const number = await servedNumber()
      if (number !== null) seen.add(number)
      await pause(100)
    }
  })()
  for (let made = 1; made <= releases; made += 1) {
    const next = pause(every)
    await makeRelease(made)
    await next
  }
  const last = await makeRelease(null)
  const stored = performance.now()
  while ((await servedNumber()) !== last) await pause(50)
  const lastSeconds = (performance.now() - stored) / 1_000
  done.abort()
  await watching
  return { made: releases, seen: seen.size, lastSeconds }
}

async function servedNumber(): Promise<number | null> {
  const told = (await (await fetch(`http://127.0.0.1:${String(hub.port + 10)}/ready`)).json()) as {
    release?: { number: number }
  }
  return told.release?.number ?? null
}

/** Resolves with its number when it is stored; null for a rollback. */
async function makeRelease(number: number | null): Promise<unknown> {
  const stored = once(maker, 'message')
  maker.send(number as never)
  return (await stored)[0] as unknown
}

function told({ requests, failures, firstFailure, medianMs, p99Ms, slowestMs }: Minute): string {
  const failed = firstFailure === null ? '' : ` (${firstFailure})`
  return `${String(requests)} requests, ${String(failures)} failed${failed}, median ${medianMs.toFixed(1)} ms, p99 ${p99Ms.toFixed(1)} ms, slowest ${slowestMs.toFixed(0)} ms`
}
