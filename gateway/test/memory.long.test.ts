/** Thousands of different operations leave little memory behind. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

it('three thousand different operations leave less than 40 MB behind', async () => {
  const file = fileURLToPath(new URL('memory-child.ts', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', '--import', 'tsx', file])
  expect((JSON.parse(stdout) as { grown: number }).grown).toBeLessThan(40_000_000)
}, 300_000)
