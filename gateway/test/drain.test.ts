/**
 * How the hub ends: a signal closes connections with their answers, so that clients that keep theirs see none
 * cut.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, it } from 'vitest'
import { code, profile, wholeProfile } from './operations.ts'

let child: ChildProcess | undefined
afterEach(() => {
  if (child?.exitCode === null) child.kill('SIGKILL')
})

interface Child {
  readonly running: ChildProcess
  /** All that it wrote, once that holds the word. */
  saying(word: string): Promise<string>
}

/** With so many seconds of notice, and care answering after so many ms. */
function start(noticeSeconds: number, careMs: number): Child {
  const file = fileURLToPath(new URL('drain-child.ts', import.meta.url))
  const words = ['--import', 'tsx', file, String(noticeSeconds), String(careMs)]
  const running = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
  child = running
  let said = ''
  running.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  return {
    running,
    async saying(word) {
      while (!said.includes(word) && running.exitCode === null) await pause()
      return said
    },
  }
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 20))

it.each(['SIGTERM', 'SIGINT'] as const)(
  '%s: requests under way are answered, new ones are not taken, everything is closed, exit 0',
  async (signal) => {
    const { running, saying } = start(0, 1_500)
    const [url = ''] = (await saying('\n')).trim().split(' ')
    const ended = once(running, 'exit')
    const underWay = fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: profile, variables: { code } }),
    })
    await saying('asked')
    running.kill(signal)
    const isTaken = () =>
      fetch(`${url}/live`).then(
        ({ ok }) => ok,
        () => false,
      )
    while (await isTaken()) await pause()
    expect(await (await underWay).json()).toEqual({ data: wholeProfile })
    expect(await ended).toEqual([0, null])
    expect(await saying('closed')).toMatch(/^closed$/m)
  },
)

it('after SIGTERM forty clients that keep their connections are told to leave, not one is cut off, and no probe finds it ready', async () => {
  const { running, saying } = start(4, 0)
  const [url = '', adminUrl = ''] = (await saying('\n')).trim().split(' ')
  const ended = once(running, 'exit')
  const agent = new Agent({ keepAlive: true, maxSockets: 40 })
  const body = JSON.stringify({ query: profile, variables: { code } })
  const ask = (): Promise<{ status: number; connection: string | undefined } | 'refused'> =>
    new Promise((resolve, reject) => {
      const asked = request(`${url}/graphql`, {
        agent,
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      })
      asked.on('response', (response) => {
        response.on('error', reject).resume()
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, connection: response.headers.connection }),
        )
      })
      asked.on('error', (error: NodeJS.ErrnoException) =>
        error.code === 'ECONNREFUSED' ? resolve('refused') : reject(error),
      )
      asked.end(body)
    })
  let isTold = false
  const answered = { before: 0, closing: 0, refused: 0 }
  // A client that finds the port closed has gone elsewhere.
  const client = async (): Promise<void> => {
    for (;;) {
      const answer = await ask()
      if (answer === 'refused') {
        answered.refused += 1
        return
      }
      expect(answer.status).toBe(200)
      if (answer.connection === 'close') answered.closing += 1
      else if (!isTold) answered.before += 1
      if (answered.before < 400) continue
      await pause()
    }
  }
  const clients = Promise.all(Array.from({ length: 40 }, client))
  while (answered.before < 200) await pause()
  running.kill('SIGTERM')
  while ((await fetch(`${adminUrl}/ready`)).status !== 503) await pause()
  isTold = true
  await clients
  expect(answered).toEqual({
    before: expect.any(Number) as unknown,
    closing: expect.any(Number) as unknown,
    refused: 40,
  })
  expect(answered.closing).toBeGreaterThan(40)
  expect(await ended).toEqual([0, null])
}, 60_000)
