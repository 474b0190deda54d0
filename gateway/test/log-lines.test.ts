/** Lines that several processes write to one log stay whole. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const child = fileURLToPath(new URL('log-lines-child.ts', import.meta.url))

it('lines of several processes on one pipe stay whole, also where it is full', async () => {
  const names = ['one', 'two', 'three']
  const [turns, linesEach] = [40, 80]
  // Who reads comes late and is slow, so that the pipe is full.
  const shell = `{ for name in ${names.join(' ')}; do "$0" --import tsx "$1" $name ${String(turns)} ${String(linesEach)} & done; wait; } 2>&1 | { sleep 2; cat; }`
  const { stdout } = await promisify(execFile)('sh', ['-c', shell, process.execPath, child], {
    maxBuffer: 50_000_000,
  })
  const counts = new Map<string, number>()
  for (const line of stdout.trimEnd().split('\n')) {
    const { name } = JSON.parse(line) as { name: string }
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  expect(Object.fromEntries(counts)).toEqual(
    Object.fromEntries(names.map((name) => [name, turns * linesEach])),
  )
}, 60_000)
