import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
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

function start(): Child {
  const file = fileURLToPath(new URL('drain-child.ts', import.meta.url))
  const running = spawn(process.execPath, ['--import', 'tsx', file], { stdio: ['ignore', 'pipe', 'inherit'] })
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
    const { running, saying } = start()
    const url = (await saying('\n')).trim()
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
